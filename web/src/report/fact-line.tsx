/** One fact of a report in a line, each leading to its sentence and to what it is about. @module */
import type { JSX } from "preact";
import type { ReportFact } from "../../../src/server/page-types.ts";
import { amount, percent, valueText } from "../lib/format.ts";
import { words } from "../lib/i18n.ts";
import { kindOf, stageName } from "../lib/legend.ts";
import { addressOf, withQuery } from "../lib/router.ts";
import { paceName } from "../series/value.tsx";
import { Link, Outside, StatusChip } from "../ui/parts.tsx";
import { Sure } from "../ui/sure.tsx";
import { r } from "../words/reports.ts";

const detail = ({ details }: ReportFact, name: string): unknown =>
  details.find((each) => each.name === name)?.value;

/** What it says beside subject and label. */
export function saidOf(fact: ReportFact): string {
  const { name, object, value, kind } = fact;
  if (name === "Observation") {
    const [number, unit, change] = [detail(fact, "value"), detail(fact, "unit"), detail(fact, "change")];
    const told = typeof number === "number" ? amount(number, String(unit)) : "";
    const grew = typeof change === "number" ? ` ${percent(change, true)}` : "";
    // 固定资产投资 alone is its level; 30.9% is how it grew.
    const pace = paceName(detail(fact, "measure"));
    return `${String(detail(fact, "indicator") ?? "")}${pace === undefined ? "" : ` ${pace}`} ${told}${grew}`;
  }
  if (kind === "stage" && object) return stageName(object.name);
  if (object) return object.name;
  return value === undefined ? "" : valueText(value, kind ?? kindOf(fact.subject.type, name));
}

export function FactLine({ fact, report }: { fact: ReportFact; report: string }): JSX.Element {
  const { subject, label, object, status, confidence, start, end } = fact;
  const post = detail(fact, "title") ?? detail(fact, "role");
  const statement = object !== undefined && ["Observation", "Quote", "Milestone"].includes(object.type);
  return (
    <span class="fact-in-text">
      {subject.type === "Observation" || subject.type === "Quote" ? null : (
        <Link to={addressOf(subject)}>
          <Outside text={subject.name} />
        </Link>
      )}{" "}
      <Link
        class="fact-label"
        to={withQuery(
          { from: start, to: end },
          { path: `/reports/${encodeURIComponent(report)}`, query: new URLSearchParams(location.search) },
        )}
        label={`${r("text")}: ${words(label)} ${saidOf(fact)}`}
      >
        {words(label)}
      </Link>{" "}
      {object && !statement ? (
        <Link to={addressOf(object)}>
          <Outside text={object.name} />
        </Link>
      ) : (
        <Outside text={saidOf(fact)} />
      )}
      {typeof post === "string" ? (
        <small class="quiet">
          {" "}
          <Outside text={post} />
        </small>
      ) : null}
      <StatusChip status={status} />
      <Sure confidence={confidence} />
    </span>
  );
}
