/** Small parts that all pages share. @module */
import type { ComponentChildren, JSX } from "preact";
import type { EvidenceItem } from "../../../src/server/api-types.ts";
import { t } from "../lib/i18n.ts";
import { colorOf, nodeLegend, nodeName, stageName, statusName, typeName } from "../lib/legend.ts";
import { addressOf, carried, entityAddress, follow, sentenceAddress } from "../lib/router.ts";
import { r } from "../words/reports.ts";
import { Neighbours, useContextOf } from "./context.tsx";
import { Icon, type IconName } from "./icons.tsx";

/** Text from outside: always text, and its direction cannot leak. */
export function Outside({ text }: { text: string }): JSX.Element {
  return <bdi>{text}</bdi>;
}

export function Link({
  to,
  children,
  class: name,
  current,
  label,
}: {
  to: string;
  children: ComponentChildren;
  class?: string;
  /** It leads to where one is. */
  current?: boolean;
  label?: string;
}): JSX.Element {
  return (
    <a
      href={carried(to)}
      onClick={follow}
      class={name}
      {...(current ? { "aria-current": "page" as const } : {})}
      {...(label === undefined ? {} : { "aria-label": label })}
    >
      {children}
    </a>
  );
}

export function Dot({ color }: { color: string }): JSX.Element {
  return <span class="dot" style={{ background: color }} aria-hidden="true" />;
}

export function TypeChip({ type }: { type: string }): JSX.Element {
  return (
    <span class="chip">
      <Dot color={colorOf(type)} />
      {typeName(type)}
    </span>
  );
}

export function StageChip({ stage }: { stage: string }): JSX.Element {
  return <span class={`stage stage-${stage}`}>{stageName(stage)}</span>;
}

export function StatusChip({ status }: { status: string | undefined }): JSX.Element | null {
  return status === undefined || status === "stated" ? null : (
    <span class={`status status-${status}`}>{statusName(status)}</span>
  );
}

/** One character on the type's colour. */
export function Badge({ type }: { type: string }): JSX.Element | null {
  const found = nodeLegend(type);
  return found ? (
    <span class="badge" style={{ "--type": found.color }} aria-hidden="true" title={typeName(type)}>
      {found.icon}
    </span>
  ) : null;
}

export function NodeLink({ id, name, type }: { id: string; name: string; type?: string }): JSX.Element {
  return (
    <Link to={type === undefined ? entityAddress(id) : addressOf({ id, type })} class="node-link">
      {type === undefined ? null : <Badge type={type} />}
      <Outside text={nodeName(name, type)} />
    </Link>
  );
}

interface ButtonProps {
  icon?: IconName;
  label: string;
  onClick: () => void;
  pressed?: boolean;
  disabled?: boolean;
  /** Shows the icon only; the label is for those who do not see it. */
  bare?: boolean;
  class?: string;
}

export function Button({
  icon,
  label,
  onClick,
  pressed,
  disabled,
  bare,
  class: name,
}: ButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class={`button ${bare ? "bare" : ""} ${name ?? ""}`}
      onClick={onClick}
      disabled={disabled ?? false}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      {...(bare ? { "aria-label": label, title: label } : {})}
    >
      {icon ? <Icon name={icon} /> : null}
      {bare ? null : <span>{label}</span>}
    </button>
  );
}

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
        {button}
        <Link to={sentenceAddress(report, start, end)} class="read">
          <Icon name="book" size={14} /> {t("details.read")}
        </Link>
      </figcaption>
    </figure>
  );
}

interface PagerProps {
  total: number;
  offset: number;
  limit: number;
  onMove: (offset: number) => void;
}

export function Pager({ total, offset, limit, onMove }: PagerProps): JSX.Element | null {
  if (total <= limit) return null;
  return (
    <nav
      class="pager"
      aria-label={t("app.range", { from: offset + 1, to: Math.min(offset + limit, total), total })}
    >
      <Button
        label={t("app.previous")}
        disabled={offset === 0}
        onClick={() => onMove(Math.max(0, offset - limit))}
      />
      <span>{t("app.range", { from: offset + 1, to: Math.min(offset + limit, total), total })}</span>
      <Button
        label={t("app.next")}
        disabled={offset + limit >= total}
        onClick={() => onMove(offset + limit)}
      />
    </nav>
  );
}

/** A wide table that scrolls by itself, also with the keyboard. */
export function Scroll({ label, children }: { label: string; children: ComponentChildren }): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section class="table-wrap" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
