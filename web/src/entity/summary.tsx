/** The sentence on top of a page: facts put into words, each with its source. @module */
import type { ComponentChildren, JSX } from "preact";
import type { EntityPageBody, SummaryPart } from "../../../src/server/page-types.ts";
import { month, number, qualified, valueText } from "../lib/format.ts";
import { lang, words } from "../lib/i18n.ts";
import { between, colon, stop } from "../lib/punctuation.ts";
import { addressOf, sentenceAddress } from "../lib/router.ts";
import { Link, Outside, StatusChip } from "../ui/parts.tsx";
import { e } from "../words/entity.ts";
import { SectionLinks } from "./section-links.tsx";

function Names({ part: { refs, more } }: { part: SummaryPart }): JSX.Element {
  return (
    <>
      {refs.map((ref, position) => (
        <span key={ref.id}>
          {position > 0 ? between() : ""}
          <Link to={addressOf(ref)}>
            <Outside text={ref.name} />
          </Link>
        </span>
      ))}
      {more > 0 ? e("others", { total: refs.length + more }) : null}
    </>
  );
}

function Values({ part: { values, kind, qualifier } }: { part: SummaryPart }): JSX.Element {
  return (
    <strong>
      {values.map((value, position) => (
        <span key={String(value)}>
          {position > 0 ? between() : ""}
          <Outside
            text={position === 0 ? qualified(qualifier, valueText(value, kind)) : valueText(value, kind)}
          />
        </span>
      ))}
    </strong>
  );
}

function Part({ part }: { part: SummaryPart }): JSX.Element {
  const [before = "", after = ""] = words(part.say).split("{}");
  const content: ComponentChildren = part.refs.length > 0 ? <Names part={part} /> : <Values part={part} />;
  const [source] = part.evidence;
  const dated = part.reportDate !== undefined || part.reports > 0;
  return (
    <span class="summary-part">
      {part.reportDate !== undefined && dated ? e("saidIn", { month: month(part.reportDate) }) : null}
      {before}
      {content}
      {after}
      <StatusChip status={part.status} />
      {part.differs ? (
        <em class="note">{e("differs", { count: `${number(part.reports)}${part.andMore ? "+" : ""}` })}</em>
      ) : null}
      {source ? (
        <Link
          class="source-mark"
          to={sentenceAddress(source.report, source.start, source.end)}
          label={`${e("source")}: ${source.text}`}
        >
          {e("source")}
        </Link>
      ) : null}
    </span>
  );
}

/** Where nothing can be put into a sentence: what the reports hold of it, in numbers. */
function Counts({ page: { sections } }: { page: EntityPageBody }): JSX.Element {
  const told = sections.filter(
    ({ total, edge }) => total > 0 && edge !== "MENTIONED_IN" && edge !== "REPORTED_IN",
  );
  if (told.length === 0) return <p class="summary quiet">{e("noSummary")}</p>;
  return (
    <p class="summary">
      {e("read")}
      <SectionLinks sections={told} />
      {stop().trimEnd()}
    </p>
  );
}

export function Summary({ page }: { page: EntityPageBody }): JSX.Element | null {
  const { summary, name, type } = page;
  if (type === "Report") return null;
  if (summary.length === 0) return <Counts page={page} />;
  return (
    <p class="summary">
      <Outside text={name} />
      {colon()}
      {summary.map((part, position) => (
        <span key={`${words(part.say)}${String(part.edge)}`}>
          {position > 0 ? (lang.value === "zh" ? "，" : "; ") : ""}
          <Part part={part} />
        </span>
      ))}
      {stop().trimEnd()}
    </p>
  );
}
