/** A report's text in paragraphs, with names marked and the facts of each paragraph beside it. @module */
import type { ComponentChildren, JSX } from "preact";
import type { ReportFact } from "../../../src/server/page-types.ts";
import type { Mark, ReportLine } from "../../../src/server/report-types.ts";
import { colorOf, typeName } from "../lib/legend.ts";
import { addressOf, carried, follow } from "../lib/router.ts";
import { r } from "../words/reports.ts";
import { FactLine } from "./fact-line.tsx";

export function paragraphs(lines: readonly ReportLine[]): ReportLine[][] {
  const groups: ReportLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.[0] && last[0].paragraph === line.paragraph && last[0].article === line.article)
      last.push(line);
    else groups.push([line]);
  }
  return groups;
}

interface Props {
  lines: readonly ReportLine[];
  facts: readonly ReportFact[];
  report: string;
  /** Types of names that are marked; all without it. */
  marked: ReadonlySet<string> | undefined;
  isAsked: (line: ReportLine) => boolean;
  isSilent: (line: ReportLine) => boolean;
}

export function Paragraph({ lines, facts, report, marked, isAsked, isSilent }: Props): JSX.Element {
  const heading = lines.every(({ kind }) => kind === "heading" || kind === "title");
  const quiet = lines.every(({ kind }) => kind !== "body" && kind !== "heading" && kind !== "title");
  const content = lines.map((line) => (
    <span
      key={line.start}
      class={`${isAsked(line) ? "asked" : ""} ${isSilent(line) ? "silent" : ""} ${line.kind === "row" ? "table-line" : ""}`}
      {...(isAsked(line) ? { tabIndex: -1 } : {})}
    >
      <Marked line={line} marked={marked} />
    </span>
  ));
  return (
    <div class="paragraph">
      {heading ? <h2>{content}</h2> : <p class={quiet ? "aside" : ""}>{content}</p>}
      {facts.length > 0 ? (
        <details class="margin" open={innerWidth > 1000}>
          <summary>{r("facts", { count: facts.length })}</summary>
          <ul>
            {facts.map((fact) => (
              <li key={`${fact.start}${fact.name}${fact.subject.id}${fact.object?.id}${fact.edge}`}>
                <FactLine fact={fact} report={report} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

function Marked({
  line: { text, marks },
  marked,
}: {
  line: ReportLine;
  marked: ReadonlySet<string> | undefined;
}): JSX.Element {
  const parts: ComponentChildren[] = [];
  let last = 0;
  for (const mark of marks) {
    if (marked && !marked.has(mark.type)) continue;
    parts.push(
      text.slice(last, mark.at),
      <Mention key={mark.at} mark={mark} text={text.slice(mark.at, mark.at + mark.length)} />,
    );
    last = mark.at + mark.length;
  }
  parts.push(text.slice(last));
  return <bdi>{parts}</bdi>;
}

function Mention({ mark: { node, type, name }, text }: { mark: Mark; text: string }): JSX.Element {
  return (
    <a
      class="mention"
      href={carried(addressOf({ id: node, type }))}
      onClick={follow}
      style={{ "--type": colorOf(type) }}
      title={`${typeName(type)} ${name}`}
    >
      <bdi>{text}</bdi>
    </a>
  );
}
