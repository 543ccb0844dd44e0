/** The same question as a file: all that matches, not the page of it alone. @module */
import type { JSX } from "preact";
import { url } from "../lib/api.ts";
import { number } from "../lib/format.ts";
import { lang } from "../lib/i18n.ts";
import { l } from "../words/list.ts";

type Query = Record<string, string | number | undefined>;

export function Downloads({
  path,
  query,
  total,
}: {
  path: string;
  query: Query;
  total: number;
}): JSX.Element {
  const { offset: _, limit: __, facets: ___, ...asked } = query;
  return (
    <p class="downloads small">
      <span class="quiet">{l("data")}</span>{" "}
      {(["csv", "xlsx"] as const).map((format) => (
        <a
          key={format}
          href={url(path, { ...asked, format, lang: lang.value })}
          download
          title={l("dataHint", { total: number(total) })}
        >
          {format.toUpperCase()}
        </a>
      ))}
      <a href={url(path, query)} target="_blank" rel="noreferrer">
        JSON
      </a>
    </p>
  );
}
