/**
 * What shows that words name one undertaking, not a kind of them: a proper name among them, quotation marks, the report
 * coming back to them.
 * @module
 */
import type { CompanyDoc, TokenSentence } from "../types.ts";
import { PHASE, plainWords } from "./lists.ts";

const PROPER_TAGS = new Set(["LOC", "ORG", "nz", "nw", "PER", "nr", "ns", "nt"]);

/** Something in `start..end` that only one thing bears: a name seen by the tagger, a place, quotation marks, a size. */
export function proper(s: TokenSentence, doc: CompanyDoc, start: number, end: number): boolean {
  const text = s.norm.slice(start, end);
  if (/^年产|[“‘]|[A-Z]{2}|\d\d(?:MW|GWh|万吨|千伏|万千瓦)|[百千万]万?吨/u.test(text)) return true;
  if (doc.gazetteer.scan(text, { near: doc.home ? [doc.home.code] : [] }).length > 0) return true;
  return s.tokens.some(
    (t) =>
      t.start >= start &&
      t.start < end &&
      PROPER_TAGS.has(t.tag) &&
      !plainWords(t.text.slice(0, Math.max(1, end - t.start))) &&
      !/^(?:东北|华东|华中|华南|华北|西部|东部)/u.test(t.text),
  );
}

/** Stands in quotation marks, alone. */
export const quoted = (norm: string, start: number, end: number): boolean =>
  /[“‘]/u.test(norm[start - 1] ?? "") && /[”’]/u.test(norm[end] ?? "");

/** The report comes back to it. */
export const repeated = (doc: CompanyDoc, text: string): boolean =>
  doc.sentences.filter((s) => s.norm.includes(text)).length > 1;

const PHASE_NEXT = new RegExp(`^(?:项目|工程)?${PHASE}`, "u");

/** The report also names it without a phase. */
export const namedAlone = (doc: CompanyDoc, base: string): boolean =>
  base.length >= 4 &&
  doc.sentences.some(({ norm }) => {
    for (let at = norm.indexOf(base); at >= 0; at = norm.indexOf(base, at + 1))
      if (!PHASE_NEXT.test(norm.slice(at + base.length))) return true;
    return false;
  });
