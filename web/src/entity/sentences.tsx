/** The sentences behind a fact: those at hand, then all others from the server. @module */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { EdgeBody, EvidenceItem, Page } from "../../../src/server/api-types.ts";
import type { SectionFact } from "../../../src/server/page-types.ts";
import { get, path } from "../lib/api.ts";
import { number } from "../lib/format.ts";
import { Evidence } from "../ui/evidence.tsx";

import { Broken } from "../ui/states.tsx";
import { e } from "../words/entity.ts";

const AT_ONCE = 200;

interface Props {
  fact: Pick<SectionFact, "name" | "kind" | "edge" | "evidence" | "sentences">;
  /** The node whose page it is. */
  id: string;
  words: readonly string[];
}

export function Sentences({ fact, id, words }: Props): JSX.Element {
  const [items, setItems] = useState<readonly EvidenceItem[]>(fact.evidence);
  const [error, setError] = useState<unknown>();
  const left = fact.sentences - items.length;
  // What everything says keeps its first hundred sentences; the others stand in the reports.
  const [all, setAll] = useState(false);
  const more = async (): Promise<void> => {
    try {
      setError(undefined);
      if (fact.edge !== undefined) {
        setItems((await get<EdgeBody>(path("edges", fact.edge))).evidence);
        setAll(true);
      } else {
        const query = { property: fact.name, offset: items.length, limit: AT_ONCE };
        const next = await get<Page<EvidenceItem>>(path("entities", id, "sentences"), query);
        setItems([...items, ...next.items]);
        setAll(items.length + next.items.length >= next.total);
      }
    } catch (problem) {
      setError(problem);
    }
  };
  if (fact.sentences === 0) return <p class="quiet small">{e("byProgram")}</p>;
  return (
    <div class="sentences">
      <Evidence items={items} words={words} limit={items.length} />
      {error === undefined ? null : <Broken error={error} />}
      {left > 0 && all ? (
        <p class="quiet small">{e("notKept", { count: number(left) })}</p>
      ) : left > 0 ? (
        <button type="button" class="link small" onClick={() => void more()}>
          {e("moreSentences", { count: number(left) })}
        </button>
      ) : null}
    </div>
  );
}
