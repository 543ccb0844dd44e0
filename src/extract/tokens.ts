/**
 * The first phase: the sentences that facts are read from, with their words, quantities and times, and what is found once for
 * the whole report: its home, its places, companies and undertakings.
 * @module
 */
import type { Report, Sentence } from "../model/report.ts";
import type { Gazetteer } from "../tag/gazetteer/index.ts";
import type { Token } from "../tag/lac/index.ts";
import { findCompanies } from "./company/known.ts";
import { passagesOf } from "./passage.ts";
import { findPlaces } from "./place/read.ts";
import { findProjects } from "./project/known.ts";
import { scanQuantities } from "./quantity/index.ts";
import { scanTimes } from "./time/index.ts";
import type { CompanyDoc, PlacedDoc, TextDoc, TokenDoc, TokenSentence } from "./types.ts";

/** Kinds of text that facts are read from. */
const READ: ReadonlySet<Sentence["kind"]> = new Set([
  "body",
  "title",
  "heading",
  "caption",
  "byline",
  "credit",
]);

/** Are facts read from this sentence? Running heads and the like are passed over. */
export const isRead = ({ kind }: Pick<Sentence, "kind">): boolean => READ.has(kind);

/** @param tokens of each sentence of the report; empty lists mean rules alone */
export function readTokens(
  report: Report,
  tokens: readonly (readonly Token[])[],
  gazetteer: Gazetteer,
): TokenDoc {
  let previous: string | undefined;
  const passages = passagesOf(report);
  const sentences = report.sentences.flatMap((sentence, i): TokenSentence[] => {
    if (!isRead(sentence)) return [];
    const passage = passages[i] ?? {};
    const frame = /^\d{4}$/.test(passage.period ?? "") ? Number(passage.period) : undefined;
    const times = scanTimes(sentence.norm, {
      ...(report.date === undefined ? {} : { date: report.date }),
      ...(passage.year === undefined ? {} : { year: passage.year }),
      ...(frame === undefined ? {} : { frame }),
      ...(previous === undefined ? {} : { previous }),
    });
    previous = times.findLast((t) => t.kind !== "plan-period")?.value ?? previous;
    return [
      {
        sentence,
        norm: sentence.norm,
        passage,
        tokens: tokens[sentence.index] ?? [],
        quantities: scanQuantities(sentence.norm),
        times,
      },
    ];
  });
  const home = gazetteer.homeOf(report.sentences.map((s) => ({ norm: s.norm, kind: s.kind })));
  const text: TextDoc = { report, date: report.date, home, gazetteer, sentences };
  const placed: PlacedDoc = { ...text, places: findPlaces(text) };
  const withCompanies: CompanyDoc = { ...placed, companies: findCompanies(placed) };
  return { ...withCompanies, projects: findProjects(withCompanies) };
}
