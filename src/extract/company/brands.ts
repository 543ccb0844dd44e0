/**
 * Companies by the sector that ends the tagger's word for an organisation: 甲乙重工, 某省丙丁医药.
 * @module
 */
import type { PlacedDoc, TokenSentence } from "../types.ts";
import { WEAK, withoutSector } from "./lists.ts";
import { looksNamed } from "./shape.ts";
import { withoutPlace } from "./stem.ts";
import type { Found } from "./types.ts";

const SECTORED = new RegExp(`(?:${WEAK})$`, "u");
/** A sector in mid-word, with what the company builds behind it: 甲乙矿业|丙建材. */
const INNER_SECTOR =
  /^(?<name>\p{Script=Han}{2,4}?(?:药业|矿业|实业|置业|重工|水务|制药|石化|股份|泵业|乳业|纸业|酒业))(?=\p{Script=Han}{2,4}$)/u;
/** What the word describes then: 甲医药人才. */
const DESCRIBES = /^(?:人才|产业|行业|领域|企业|板块|市场|项目|产品)/u;

/** The tagger's organisations with a company's ending, where no name is found already. */
export function brandCompanies(s: TokenSentence, doc: PlacedDoc, taken: readonly Found[]): Found[] {
  return s.tokens.flatMap(({ text, tag, start, end }): Found[] => {
    if (tag !== "ORG" || !SECTORED.test(text) || DESCRIBES.test(s.norm.slice(end, end + 4))) return [];
    const own = withoutSector(withoutPlace(text, doc.gazetteer));
    const name = INNER_SECTOR.exec(text)?.groups?.["name"] ?? text;
    const stop = start + name.length;
    if (own.length < 1 || (own.length < 2 && text.length < 4) || !looksNamed(name, doc)) return [];
    if (taken.some((f) => f.start < stop && start < f.end)) return [];
    if (s.quantities.some((q) => q.start < stop && start < q.end)) return [];
    return [{ start, end: stop, name, confidence: 0.8, rule: "company/sector-ending" }];
  });
}
