/** Sentences that state something, each with its source and the way to its place in the report. @module */
import type { ComponentChildren, JSX } from "preact";
import type { EvidenceItem } from "../../../src/server/api-types.ts";
import { t } from "../lib/i18n.ts";
import { sentenceAddress } from "../lib/router.ts";
import { r } from "../words/reports.ts";
import { Neighbours, useContextOf } from "./context.tsx";
import { Icon } from "./icons.tsx";
import { Link, Outside } from "./parts.tsx";

/** The words that the fact is about stand out in its sentence. */
function Sentence({ text, words }: { text: string; words: readonly string[] }): JSX.Element {
  const found = words
    .filter((word) => word.length > 1)
    .map((word) => ({ at: text.indexOf(word), length: word.length }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.length - a.length);
  const parts: ComponentChildren[] = [];
  let last = 0;
  for (const { at, length } of found) {
    if (at < last) continue;
    parts.push(text.slice(last, at), <mark>{text.slice(at, at + length)}</mark>);
    last = at + length;
  }
  parts.push(text.slice(last));
  return <bdi>{parts}</bdi>;
}

export function Evidence({
  items,
  words = [],
  limit = 2,
}: {
  items: readonly EvidenceItem[];
  words?: readonly string[];
  limit?: number;
}): JSX.Element {
  if (items.length === 0) return <p class="quiet small">{t("details.noEvidence")}</p>;
  const shown = items.slice(0, limit);
  const rest = items.slice(limit);
  return (
    <div class="evidence">
      {shown.map((item) => (
        <Quoted key={`${item.report}:${item.start}`} item={item} words={words} />
      ))}
      {rest.length > 0 ? (
        <details>
          <summary>{t("details.more", { count: rest.length })}</summary>
          {rest.map((item) => (
            <Quoted key={`${item.report}:${item.start}`} item={item} words={words} />
          ))}
        </details>
      ) : null}
    </div>
  );
}

const BETWEEN_CELLS = " | ";

/** A row of a table under the names of its columns, where each cell has one. */
function TableRow({
  header,
  text,
  words,
}: {
  header: string;
  text: string;
  words: readonly string[];
}): JSX.Element {
  const cells = text.split(BETWEEN_CELLS);
  const cut = header.includes(BETWEEN_CELLS) ? header.lastIndexOf("：", header.indexOf(BETWEEN_CELLS)) : -1;
  const columns = header.slice(cut + 1).split(BETWEEN_CELLS);
  const aligned = columns.length === cells.length;
  const caption = aligned ? header.slice(0, Math.max(0, cut)) : header;
  return (
    <div class="evidence-table">
      <table>
        {caption === "" ? null : (
          <caption>
            <Outside text={caption} />
          </caption>
        )}
        {aligned ? (
          <thead>
            <tr>
              {columns.map((column, position) => (
                <th scope="col" key={position}>
                  <Outside text={column} />
                </th>
              ))}
            </tr>
          </thead>
        ) : null}
        <tbody>
          <tr>
            {cells.map((cell, position) => (
              <td key={position}>
                <Sentence text={cell} words={words} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** The sentences that name what this one leaves out, each with the way to its place in the report. */
function Besides({ item, words }: { item: EvidenceItem; words: readonly string[] }): JSX.Element | null {
  const { report, start: here, context = [] } = item;
  if (context.length === 0) return null;
  return (
    <span class="besides">
      {context.map(({ start, end, text }) => (
        <span key={start}>
          {r(start < here ? "earlier" : "later")}
          <Link to={sentenceAddress(report, start, end)}>
            <Sentence text={text} words={words} />
          </Link>
        </span>
      ))}
    </span>
  );
}

function Quoted({ item, words }: { item: EvidenceItem; words: readonly string[] }): JSX.Element {
  const { report, title, date, outlet, start, end, text, rule } = item;
  const { context, button } = useContextOf(item);
  return (
    <figure class="quoted">
      <blockquote>
        {context ? <Neighbours items={context.before} /> : null}
        {item.header === undefined ? (
          <Sentence text={text} words={words} />
        ) : (
          <TableRow header={item.header} text={text} words={words} />
        )}
        {context ? <Neighbours items={context.after} /> : null}
        <Besides item={item} words={words} />
      </blockquote>
      <figcaption>
        <span class="source" title={`${t("details.rule")}: ${rule}`}>
          {[date, outlet].filter(Boolean).map((part) => (
            <span key={part}>
              <Outside text={part ?? ""} />
            </span>
          ))}
          <span class="source-title">
            <Outside text={title} />
          </span>
        </span>
        {item.recognised ? <span class="unsure">{r("recognised")}</span> : null}
        {button}
        <Link to={sentenceAddress(report, start, end)} class="read">
          <Icon name="book" size={14} /> {t("details.read")}
        </Link>
      </figcaption>
    </figure>
  );
}
