/**
 * The word lists of companies, ready for use. What each holds stands in its header.
 * @module
 */
import { alternation, lexicon, lexiconTable } from "../../lexicon.ts";

const rows = (strength: string): string[] =>
  lexiconTable("company-suffixes").flatMap(([word = "", kind]) => (kind === strength ? [word] : []));

export const LEGAL: string = alternation(rows("legal"));
export const GROUP: string = alternation(rows("group"));
/** Sectors that end a company's everyday name. */
export const WEAK: string = alternation(rows("weak"));
export const GENERIC: ReadonlySet<string> = new Set(lexicon("company-generic"));
export const INDUSTRY: ReadonlySet<string> = new Set(lexicon("industry-words"));
export const BLOCKED: ReadonlySet<string> = new Set(lexicon("company-short-blocked"));

/** Central enterprises: every form with the registered name. */
export const CENTRAL: ReadonlyMap<string, string> = new Map(
  lexiconTable("central-enterprises").flatMap(([name = "", forms = ""]) => [
    [name, name] as const,
    ...forms.split("|").flatMap((form) => (form === "" ? [] : [[form, name] as const])),
  ]),
);
export const CENTRAL_FORMS: RegExp = new RegExp(`(?:${alternation([...CENTRAL.keys()])})`, "gu");

const longestIndustry = Math.max(...[...INDUSTRY].map((w) => w.length));

/** Takes words of products and sectors off the end; `""` when nothing else is there. */
export function withoutSector(name: string): string {
  let rest = name;
  for (;;) {
    let cut = 0;
    for (let n = Math.min(longestIndustry, rest.length); n > 0; n--) {
      if (INDUSTRY.has(rest.slice(rest.length - n))) {
        cut = n;
        break;
      }
    }
    if (cut === 0) return rest;
    rest = rest.slice(0, rest.length - cut);
  }
}

/** Takes the last word of product or sector off. */
export function withoutLastSector(name: string): string {
  for (let n = Math.min(longestIndustry, name.length - 1); n > 1; n--)
    if (INDUSTRY.has(name.slice(name.length - n))) return name.slice(0, name.length - n);
  return name;
}
