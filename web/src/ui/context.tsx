/** The sentences before and after one, asked for when wanted. @module */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { EvidenceItem } from "../../../src/server/api-types.ts";
import type { ContextBody } from "../../../src/server/page-types.ts";
import { get, messageOf, path } from "../lib/api.ts";
import { tell } from "../lib/notice.ts";
import { r } from "../words/reports.ts";

export interface Around {
  context: ContextBody | undefined;
  button: JSX.Element;
}

export function useContextOf({ report, start, end }: EvidenceItem): Around {
  const [context, setContext] = useState<ContextBody>();
  const ask = (): void => {
    if (context) setContext(undefined);
    else
      get<ContextBody>(path("reports", report, "context"), { start, end })
        .then(setContext)
        .catch((error: unknown) => tell(messageOf(error)));
  };
  const button = (
    <button type="button" class="link context-ask" aria-expanded={context !== undefined} onClick={ask}>
      {r(context ? "contextHide" : "context")}
    </button>
  );
  return { context, button };
}

export function Neighbours({ items }: { items: ContextBody["before"] }): JSX.Element {
  return (
    <span class="neighbour">
      {items.map(({ text, start }) => (
        <bdi key={start}>{text}</bdi>
      ))}
    </span>
  );
}
