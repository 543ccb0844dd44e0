/**
 * Schools and hospitals that are being built: 甲学校（中学部）、乙小学某校区正式开工. They are institutions everywhere else, so only the
 * words right after the name, or after the list it stands in, make an undertaking of one.
 * @module
 */
import { wordsOf } from "../company/words.ts";
import type { CompanyDoc, TokenSentence } from "../types.ts";
import { nameStart } from "./span.ts";
import type { FoundProject } from "./types.ts";

const SCHOOL =
  "(?:学校|中学|小学|幼儿园|高中|校区|院区|分校|分院|医院|学院|党校)(?:（\\p{Script=Han}{1,8}）)?";
const BEGUN = "(?:开工|奠基|动工|破土|封顶|竣工|开建|复工|完工)";
/** What says that it is being built. */
const ACTS = `(?:新建|扩建|迁建|改扩建|建设)?(?:项目|工程)?(?:(?:于|在)[^，。；、]{1,10})?(?:已|已经|正式|顺利|全面|主体|结构|即将|将|预计|也|均|都|同时|集中){0,3}(?:${BEGUN}|在[^，。；、]{0,6}(?:开工|在建|竣工)[^，。；、]{0,4}(?:之列|行列))`;
const NAME_END = new RegExp(`${SCHOOL}`, "gu");
const OWN = new RegExp(`^${ACTS}(?!仪式上|率|量)`, "u");
const LIST = new RegExp(`^(?:[、和及与]|以及)[^，。；]{2,60}?${SCHOOL}${ACTS}`, "u");
/** 开工建设某小学 */
const BUILT_NOW = /(?:开工建设|动工建设|开建|破土动工|启动建设)(?:的|了)?$/u;

/** A school of its own, none of a kind: the tagger saw a name in it, or it bears that of a place. */
const named = (s: TokenSentence, doc: CompanyDoc, start: number, end: number): boolean =>
  s.tokens.some((t) => t.start < end && t.end > start && /^(?:ORG|LOC|nz|nw|PER)$/u.test(t.tag)) ||
  doc.gazetteer.scan(s.norm.slice(start, end), {}).length > 0;

export function schoolProjects(s: TokenSentence, doc: CompanyDoc): FoundProject[] {
  if (!/[校院中小学]|幼儿园/u.test(s.norm) || !/工|奠基|破土|封顶|开建/u.test(s.norm)) return [];
  return [...s.norm.matchAll(NAME_END)].flatMap((match): FoundProject[] => {
    const end = match.index + match[0].length;
    const after = s.norm.slice(end, end + 120);
    const bracket = match[0].indexOf("（");
    const head = bracket < 0 ? end : match.index + bracket;
    const start = nameStart(wordsOf(s), s.norm, head, 0);
    if (head - start < 4) return [];
    if (!OWN.test(after) && !LIST.test(after) && !BUILT_NOW.test(s.norm.slice(Math.max(0, start - 8), start)))
      return [];
    if (!named(s, doc, start, end)) return [];
    return [
      { start, end, name: s.norm.slice(start, end), aliases: [], rule: "project/school", confidence: 0.75 },
    ];
  });
}
