/**
 * How the name of a way of working is built: numerals (四比四看), parallel parts (甲、乙、丙), sums (甲+乙), 法 and 制.
 * Rhetoric in quotation marks (“冲锋号”) is not built so.
 * @module
 */
const NUMERAL = "一二三四五六七八九十百千双两";
/** The number that a numeral of one character says, 0 to 10; -1 for others. */
export const numberOf = (numeral: string): number =>
  "零一二三四五六七八九十".indexOf(numeral.replace("两", "二"));
export const PAIR: RegExp = new RegExp(
  `^[${NUMERAL}]\\p{Script=Han}{1,4}[${NUMERAL}]\\p{Script=Han}{1,4}$`,
  "u",
);
export const COUNTED: RegExp = new RegExp(
  `^(?:[${NUMERAL}]|\\d{1,3})(?:个|大|项|级)?[\\p{Script=Han}]{1,6}$`,
  "u",
);
/** Everyday idioms and national catchwords of the same shape. */
const IDIOM =
  /^一带一路|^百科|^[百千]花|对[一点面]|位一体|十[一二三四五六]五|^一[号流线体]|^一[盘张站条把扇手]|^一(?!.*[一二三四五六七八九十两双百千])|^[两二三四五六七八九十百千万\d]+(?:次|个百分|亿|万|年|月|天|家|名|人|元|级$|位)|^(?:双|两)[向方侧手]|^[百千万](?:年|里)|最后一|^三[农国][^\p{Script=Han}]?$|^第[一二三]|一揽子|^双碳|^双循环|^四上|^三大|^四个(?:意识|自信|全面|伟大)|^两个(?:维护|确立|毫不|百年)|^[五六]位一体|^一国两制|^[两三四五六七八九十]方共|^[两二三四五六七八九十]{1,2}张牌$/u;

/** The members of 甲、乙、丙; one member when there is no list. */
export const members = (words: string): string[] => words.split(/[、，,]/u);

/** Parallel: three or more members, or two of the same length, none longer than a clause. */
export function isParallel(words: string): boolean {
  const list = members(words);
  if (list.length < 2) return false;
  const lengths = new Set(list.map((m) => m.replace(/[“”]/g, "").length));
  const longest = Math.max(...lengths);
  return lengths.size === 1 && longest <= 8 && (list.length > 2 || longest >= 3);
}

/** A sum: 1+2+N, 甲+乙. */
export const isSum = (words: string): boolean =>
  !/^5\+2|^24\+|线上|线下|互联网|^5G|^AI|^理论|^科技\+/u.test(words) &&
  /^[^+]{1,8}(?:\+[^+]{1,8}){1,6}$/u.test(words);

/** Begins with a numeral that counts what follows: 五查法, 三地同治, 八提升. */
export const isCounted = (words: string): boolean => COUNTED.test(words) && !IDIOM.test(words);

/** 五个中心, 四张牌: a count of things, no way of working. */
export const isTally = (words: string): boolean =>
  new RegExp(`^(?:[${NUMERAL}]|\\d{1,2})(?:个|大|张|条|项|种|座|把|块)`, "u").test(words) &&
  !PAIR.test(words);

/** 345, 1020: numerals alone, each of which counts something. */
export const isCode = (words: string): boolean =>
  /^[1-9]\d{2,4}$/u.test(words) && !/^(?:1(?:10|19|20|22|2\d{3})|[23]15|618)$/u.test(words);

const COINED =
  /^(?:\p{Script=Han}{2,4}即\p{Script=Han}{2,5}|以\p{Script=Han}{1,3}[换促带招引养代补育强]\p{Script=Han}{1,4}|一\p{Script=Han}(?:多\p{Script=Han}|通\p{Script=Han}|统管|受理)|\p{Script=Han}{2,3}合一|三\p{Script=Han}三\p{Script=Han}|\p{Script=Han}{2,4}承诺制|揭榜挂帅|容缺\p{Script=Han}{2})$/u;
/** 拿地即开工, 以商招商, 一证多验, 多评合一: coined for a way of working and for nothing else. */
export const isCoined = (words: string): boolean =>
  !/随即|立即|当即|即使|即将|以人|以权|以房|以假/u.test(words) && members(words).every((m) => COINED.test(m));

/** Whether quoted words are a name by their build alone. */
export function isBuilt(words: string): boolean {
  if (isCoined(words)) return true;
  if (IDIOM.test(words)) return false;
  return (
    isCode(words) ||
    isSum(words) ||
    isParallel(words) ||
    PAIR.test(words) ||
    isMethod(words) ||
    isCounted(words)
  );
}

/** 五查法, 林长制: a method or a system by its last character. */
export const isMethod = (words: string): boolean =>
  /^\p{Script=Han}{1,6}(?:工作法|长制|[^方办看想说语宪司执合违无非]法)$/u.test(words) && words.length > 2;
