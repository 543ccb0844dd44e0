/** A value of a figure as a link to its sentence. @module */
import type { JSX } from "preact";
import type { SeriesIndicator, SeriesValue } from "../../../src/server/views/api.ts";
import { amount, qualified } from "../lib/format.ts";
import { lang } from "../lib/i18n.ts";
import { entityAddress, sentenceAddress } from "../lib/router.ts";
import { Link } from "../ui/parts.tsx";
import { Unsure } from "../ui/sure.tsx";
import { q } from "../words/series.ts";

export const valueText = ({ value, low, high, qualifier }: SeriesValue, unit: string): string =>
  low !== undefined && high !== undefined
    ? `${amount(low, unit)}–${amount(high, unit)}`
    : qualified(qualifier, amount(value, unit));

export const valueAddress = ({ evidence, id }: SeriesValue): string =>
  evidence ? sentenceAddress(evidence.report, evidence.start, evidence.end) : entityAddress(id);

/** 增速, of what is a change; undefined for a level and what has no such word. */
export const paceName = (measure: unknown): string | undefined =>
  measure === "growth" || measure === "average-growth" ? q(measure) : undefined;

export const measureName = ({ measure }: SeriesIndicator): string =>
  paceName(measure) ?? measure ?? q("level");

export function indicatorName({ name, english }: SeriesIndicator): string {
  return lang.value === "en" && english !== undefined ? english : name;
}

/** All values of one place and period: outcomes, targets, and what reports state differently. */
export function Values({ values, unit }: { values: readonly SeriesValue[]; unit: string }): JSX.Element {
  const actual = values.filter(({ kind }) => kind === "actual").length;
  return (
    <>
      <ul>
        {values.map((value) => (
          <li key={value.id} class={value.kind}>
            <Link to={valueAddress(value)}>{valueText(value, unit)}</Link>
            <Unsure confidence={value.confidence} />
            {value.kind === "target" ? <small> {q("target")}</small> : null}
          </li>
        ))}
      </ul>
      {actual > 1 ? <small class="note">{q("differs")}</small> : null}
    </>
  );
}
