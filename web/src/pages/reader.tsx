/** A report: what was read from it, its text with names marked, and the sentences that gave nothing. @module */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ReportFact, ReportFactsBody } from "../../../src/server/page-types.ts";
import type { ReportLine, ReportTextBody } from "../../../src/server/report-types.ts";
import { get, path } from "../lib/api.ts";
import { number } from "../lib/format.ts";
import { status, typeName } from "../lib/legend.ts";
import { useLoad } from "../lib/load.ts";
import { addressOf, listed, route, sentenceAddress, withQuery } from "../lib/router.ts";
import { useTitle } from "../lib/title.ts";
import { Paragraph, paragraphs } from "../report/lines.tsx";
import { ReportSummary } from "../report/summary.tsx";
import { Badge, Link, Outside } from "../ui/parts.tsx";
import { StateBlock } from "../ui/states.tsx";
import { r } from "../words/reports.ts";
import "../styles/pages.css";
import "../styles/reports.css";

type Lines = readonly ReportLine[];

/** Sentences from which on paragraphs out of sight are not laid out. */
const LONG = 300;

/** The lines of a long report come in several answers; those at hand are shown meanwhile. */
function useLines(id: string, first: ReportTextBody | undefined): { lines: Lines; whole: boolean } {
  const [more, setMore] = useState<Lines>([]);
  useEffect(() => {
    setMore([]);
    if (!first || first.lines.length >= first.sentences || first.lines.length === 0) return undefined;
    const control = new AbortController();
    void (async () => {
      const added: ReportLine[] = [];
      for (let line = first.lines.length; line < first.sentences; ) {
        const next = await get<ReportTextBody>(path("reports", id), { line }, control.signal);
        if (next.lines.length === 0) break;
        added.push(...next.lines);
        line += next.lines.length;
        setMore([...added]);
      }
    })().catch(() => undefined);
    return () => control.abort();
  }, [id, first]);
  const lines = [...(first?.lines ?? []), ...more];
  return { lines, whole: !first || lines.length >= first.sentences };
}

export default function Reader({ id }: { id: string }): JSX.Element {
  const loaded = useLoad<ReportTextBody>(
    (signal) => get(path("reports", id), {}, signal),
    [id, status.value?.revision],
  );
  const facts = useLoad<ReportFactsBody>(
    (signal) => get(path("reports", id, "facts"), {}, signal),
    [id, status.value?.revision],
  );
  const { lines, whole } = useLines(id, loaded.value);
  const title = facts.value?.report.title ?? loaded.value?.title;
  useTitle(title);
  return (
    <StateBlock loaded={loaded} missing={r("gone")}>
      {(body) => (
        <Text body={body} lines={lines} whole={whole} title={title ?? body.title} read={facts.value} />
      )}
    </StateBlock>
  );
}

interface Props {
  body: ReportTextBody;
  lines: Lines;
  whole: boolean;
  title: string;
  read: ReportFactsBody | undefined;
}

function Text({ body, lines, whole, title, read }: Props): JSX.Element {
  const { query, repeats } = route.value;
  const from = Number(query.get("from") ?? -1);
  const to = Number(query.get("to") ?? -1);
  const silentOnly = query.get("view") === "silent";
  const beside = query.get("facts") !== "off";
  const marked = query.has("mark") ? new Set(listed("mark")) : undefined;
  const text = useRef<HTMLElement>(null);
  const isAsked = (line: ReportLine): boolean => to > from && line.start < to && from < line.end;
  const reached = lines.some(isAsked);
  useEffect(() => {
    const show = (): void => text.current?.querySelector(".asked")?.scrollIntoView({ block: "center" });
    show();
    text.current?.querySelector<HTMLElement>(".asked")?.focus({ preventScroll: true });
    // Paragraphs of a long report get their height when they come near: once they have it, once more.
    const later = setTimeout(show, 80);
    return () => clearTimeout(later);
  }, [reached, from, to, read === undefined, repeats]);
  const silent = new Set(read?.silent.map(({ start }) => start));
  const ofLines = (group: Lines): ReportFact[] =>
    beside && read
      ? read.facts.filter(
          ({ start, end }) => start < (group.at(-1)?.end ?? 0) && end > (group[0]?.start ?? 0),
        )
      : [];
  return (
    <article class="page reader" ref={text}>
      <Head body={body} title={title} read={read} />
      {read && !silentOnly ? <ReportSummary body={read} /> : null}
      {silentOnly && read ? (
        <section class="card">
          <h2>
            {r("silent")} <span class="count">{number(read.silent.length)}</span>
          </h2>
          <p class="quiet small">{r("silentHint")}</p>
          <ol class="silent-list">
            {read.silent.map(({ start, end, text: words }) => (
              <li key={start}>
                <Link to={sentenceAddress(body.id, start, end)}>
                  <Outside text={words} />
                </Link>
              </li>
            ))}
          </ol>
        </section>
      ) : (
        <div class={`reading ${beside ? "with-margin" : ""} ${lines.length > LONG ? "long" : ""}`}>
          <Marks lines={lines} beside={beside} />
          {paragraphs(lines).map((group) => (
            <Paragraph
              key={group[0]?.start ?? 0}
              lines={group}
              facts={ofLines(group)}
              report={body.id}
              marked={marked}
              isAsked={isAsked}
              isSilent={({ start }) => silent.has(start)}
            />
          ))}
          {whole ? null : (
            <p class="quiet" role="status">
              {r("loading", { n: number(lines.length), total: number(body.sentences) })}
            </p>
          )}
        </div>
      )}
    </article>
  );
}

function Head({ body, title, read }: Pick<Props, "body" | "title" | "read">): JSX.Element {
  const silentOnly = route.value.query.get("view") === "silent";
  return (
    <header class="reader-head">
      <p class="reader-way">
        <Link to="/reports">{r("list")}</Link>
        {read?.previous ? (
          <Link to={addressOf(read.previous)} label={`${r("previous")}: ${read.previous.name}`}>
            ← {r("previous")}
          </Link>
        ) : null}
        {read?.next ? (
          <Link to={addressOf(read.next)} label={`${r("next")}: ${read.next.name}`}>
            {r("next")} →
          </Link>
        ) : null}
      </p>
      <h1>
        <Outside text={title} />
      </h1>
      <p class="quiet">
        {[body.date, body.outlet, ...body.articles.flatMap(({ byline }) => byline)]
          .filter(Boolean)
          .map((part) => (
            <span class="byline" key={part}>
              <Outside text={part ?? ""} />
            </span>
          ))}
      </p>
      <p class="quiet small">
        {r("size", { sentences: number(body.sentences), characters: number(body.characters) })} ·{" "}
        {r("id", { id: body.id })} · <Outside text={body.source} />
      </p>
      {read ? (
        <p class="small">
          {r("read", { read: number(read.read), silent: number(read.silent.length) })}{" "}
          {read.silent.length > 0 ? (
            <Link to={withQuery({ view: silentOnly ? undefined : "silent", from: undefined, to: undefined })}>
              {silentOnly ? r("text") : r("silent")}
            </Link>
          ) : null}
        </p>
      ) : null}
    </header>
  );
}

/** Which names are marked, and whether facts stand beside: in the address. */
function Marks({ lines, beside }: { lines: Lines; beside: boolean }): JSX.Element {
  const counts = new Map<string, number>();
  for (const { marks } of lines) for (const { type } of marks) counts.set(type, (counts.get(type) ?? 0) + 1);
  const { query } = route.value;
  const all = !query.has("mark");
  const chosen = new Set(all ? counts.keys() : listed("mark"));
  const without = (type: string): string | undefined => {
    const next = chosen.has(type) ? [...chosen].filter((each) => each !== type) : [...chosen, type];
    if (next.length === 0 || (next.length === 1 && next[0] === "none")) return "none";
    const kept = next.filter((each) => each !== "none");
    return kept.length === counts.size ? undefined : kept.join("~");
  };
  return (
    <fieldset class="marks no-print">
      <legend>{r("marks")}</legend>
      <Link class="mark-switch" to={withQuery({ mark: undefined })} current={all}>
        {r("marksAll")}
      </Link>
      <Link class="mark-switch" to={withQuery({ mark: "none" })} current={query.get("mark") === "none"}>
        {r("marksNone")}
      </Link>
      {[...counts].map(([type, count]) => (
        <Link
          key={type}
          class="mark-switch"
          to={withQuery({ mark: without(type) })}
          current={!all && chosen.has(type)}
        >
          <Badge type={type} /> {typeName(type)} <span class="count">{count}</span>
        </Link>
      ))}
      <Link class="mark-switch" to={withQuery({ facts: beside ? "off" : undefined })}>
        {r("margin")}: {r(beside ? "on" : "off")}
      </Link>
    </fieldset>
  );
}
