/** What was read from a report, by what it is about; every line leads to its sentence. @module */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ReportFact, ReportFactsBody } from "../../../src/server/page-types.ts";
import { typeName } from "../lib/legend.ts";
import { Badge } from "../ui/parts.tsx";
import { r } from "../words/reports.ts";
import { FactLine } from "./fact-line.tsx";

const SHOWN = 6;
const ORDER = [
  "Project",
  "Company",
  "Person",
  "Agency",
  "Institution",
  "Place",
  "Mechanism",
  "Policy",
  "Event",
];

interface Line {
  fact: ReportFact;
  /** Sentences that say so. */
  times: number;
}

interface Group {
  name: string;
  type?: string;
  lines: Line[];
}

/** What several sentences say is told once, at the first of them. */
function linesOf(facts: readonly ReportFact[]): Line[] {
  const found = new Map<string, Line>();
  for (const fact of facts) {
    const { name, subject, object, value, status, details } = fact;
    const key = JSON.stringify([name, subject.id, object?.name ?? value, status, details]);
    const known = found.get(key);
    if (known) known.times += 1;
    else found.set(key, { fact, times: 1 });
  }
  return [...found.values()];
}

/** What is not yet so, or not so, stands apart. */
function groupsOf(facts: readonly ReportFact[]): Group[] {
  const plain = facts.filter(({ status }) => status === "stated");
  const of = (test: (fact: ReportFact) => boolean): Line[] => linesOf(plain.filter(test));
  const things = ORDER.map((type) => ({
    name: typeName(type),
    type,
    lines: of(({ subject, name }) => subject.type === type && name !== "Observation" && name !== "Quote"),
  }));
  return [
    ...things,
    { name: r("figures"), type: "Observation", lines: of(({ name }) => name === "Observation") },
    { name: r("quotes"), type: "Quote", lines: of(({ name }) => name === "Quote") },
    { name: r("planned"), lines: linesOf(facts.filter(({ status }) => status !== "stated")) },
  ].filter((group) => group.lines.length > 0);
}

function GroupView({ group: { name, type, lines }, report }: { group: Group; report: string }): JSX.Element {
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.slice(0, SHOWN);
  return (
    <section class="read-group">
      <h3>
        {type === undefined ? null : <Badge type={type} />} {name} <span class="count">{lines.length}</span>
      </h3>
      <ul>
        {shown.map(({ fact, times }) => (
          <li
            key={`${fact.start}${fact.name}${fact.subject.id}${fact.object?.id}${fact.edge}`}
            class="summary-line"
          >
            <FactLine fact={fact} report={report} />
            {times > 1 ? <small class="quiet"> {r("times", { count: times })}</small> : null}
          </li>
        ))}
      </ul>
      {lines.length > shown.length ? (
        <button type="button" class="link small" onClick={() => setAll(true)}>
          {r("more", { count: lines.length - shown.length })}
        </button>
      ) : null}
    </section>
  );
}

export function ReportSummary({ body: { facts, hidden, report } }: { body: ReportFactsBody }): JSX.Element {
  const groups = groupsOf(facts);
  return (
    <section class="card read-summary">
      <h2>{r("summary")}</h2>
      {groups.length === 0 ? <p class="quiet">{r("noSummary")}</p> : null}
      <div class="read-groups">
        {groups.map((group) => (
          <GroupView key={group.name} group={group} report={report.id} />
        ))}
      </div>
      {hidden > 0 ? <p class="quiet small">{r("hidden", { count: hidden })}</p> : null}
    </section>
  );
}
