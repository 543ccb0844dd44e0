/**
 * Facts that say too little to be sure, however clear their sentence is.
 * @module
 */

import { alternatives, lexicon } from "../../lexicon.ts";
import { BARE_BODY } from "../agency/home.ts";
import { isMention } from "../mentions.ts";
import { plainWords } from "../project/lists.ts";
import { modality } from "../status.ts";
import type { Doc, DocSentence, Mention } from "../types.ts";
import { isFromSchool, isSchool, isUntold } from "./told.ts";
import type { Candidate } from "./types.ts";
import type { ValueCandidate } from "./value-types.ts";

/** What may be any is kept and hidden: a post at 新能源公司 or 县委, the cost of 研发中心. */
export const ANYONES = 0.45;
/** A post that nothing tells but how the names stand to one another is shown where it is as likely as this. */
const UNTOLD = 0.7;

/** 管委会, 人民医院: every place has one. */
const EVERYWHERE =
  /^(?:(?:第[一二三四五六七八九十]+|中心|中医)?(?:人民)?医院|(?:街道|自治区|[镇乡村区县市省])?(?:党[工支总]?[委部]|政府|办事处)|(?:管|工|村|居)委会|(?:慈善)?总会|办公室|委员会|常委会|董事会|派出所|指挥部|监督处|总支部?)$/u;

/** 环保厅, 发展规划司: which province's, which ministry's? */
const DEPARTMENT = /[厅司]$/u;
/** 某部发展规划司 is longer, or bears its ministry's name. */
const SHORT = 6;
/** 美术馆, 学院: a kind of institution. */
const KINDS: ReadonlySet<string> = new Set(lexicon("institution-heads"));
/** 马克思主义学院, 经济管理学院: which university's? */
const FACULTY = new RegExp(`^(?:${alternatives("faculty-subjects")}){1,4}(?:学院|系|学部)$`, "u");
/** 分局人口大队 */
const BRANCH = /^(?:分局|支队|大队|总队|中队|支行|分行|分院)/u;

/** A body whose place is not told (县中医院), unless a place is called so (市北区教育局). */
const isPlaceless = (name: string, { gazetteer }: Doc): boolean =>
  EVERYWHERE.test(name) ||
  FACULTY.test(name) ||
  BRANCH.test(name) ||
  KINDS.has(name) ||
  ((BARE_BODY.test(name) || (DEPARTMENT.test(name) && name.length <= SHORT)) &&
    ![2, 3, 4].some((length) => gazetteer.resolve(name.slice(0, length)) !== undefined));

const COMPANY = /(?:有限)?(?:公司|集团|企业)$/u;
/** 新能源公司 */
const isPlainCompany = (name: string): boolean =>
  COMPANY.test(name) && plainWords(name.replace(COMPANY, "")) !== undefined;

/** Who builds for others, by the name: 云岭建工, 青禾路桥, 某三局. */
const BUILDER = new RegExp(
  `[一二三四五六七八九十](?:[公航港勘])?局|建筑(?!设计)|${alternatives("builder-words")}`,
  "u",
);
/** Who develops for himself or raises the money pays, too. */
const PAYS = new RegExp(`${alternatives("investing-words")}|开发|募`, "u");

/** 甲航空运营某航线, 某地钢轨供货: a service on a route or what is delivered is neither built nor paid for as a project is. */
const ROUTE = /(?:航线|供货|采购)$/u;
/** 出售某酒店项目: whose it was, whose it will be, but nobody builds or pays for it by that. */
const SOLD = /出售|买卖协议|(?:股权|项目)转让/u;
/** 云栖大桥（南桥）及江屿大桥 are two undertakings. */
const isTwo = (name: string): boolean =>
  /(\p{Script=Han}{2})(?:（[^）]{1,12}）)?[及和与].{2,16}\1$/u.test(name);
/** 电源 in 电源管理芯片: a word of the language that a project's name begins with is no company. */
const COMMON: ReadonlySet<string> = new Set(["n", "vn", "v", "an"]);
const isWordInside = (company: Mention, project: Mention, { tokens }: DocSentence): boolean =>
  !COMPANY.test(company.name) &&
  project.start <= company.start &&
  company.end <= project.end &&
  tokens.some((t) => t.start === company.start && t.end === company.end && COMMON.has(t.tag));
/** 国家级计量检测中心5个, 三大建筑: a kind and how many of it. */
const COUNTED = /^\d+余?[个家座条处所]/u;
const MANY = /^[二两三四五六七八九十\d]+大(?:建筑|项目|工程|基地|园区|中心)/u;

/** 甲江干流|生态保护区, 甲乙|高速, 中日|示范区: what a name begins with is a water, a route, two countries. */
const WATER = /(?:干流|支流|流域|[上中下]游(?:近期|远期)?|河段)$/u;
const ROUTES = /^(?:高速|高铁|铁路|城际|公路|隧道|大桥|特大桥|快速路|输电)/u;
const COUNTRIES = /^(?:中[日韩俄德法英美印巴新马泰越老缅柬哈以意西葡荷瑞]|[日韩俄德法英美印巴]中)$/u;
const isNoBody = (name: string, whole: string): boolean =>
  WATER.test(name) ||
  COUNTRIES.test(name) ||
  (name.length <= 3 && whole.startsWith(name) && ROUTES.test(whole.slice(name.length)));

/** 公司实际控制人: who owns a company holds no post by that. */
const OWNS = /(?:实际控制人|控股股东|实控人)$/u;

/** 以“青禾国际”等虚假项目行骗: nothing that swindlers tell of is built or paid for. */
const SWINDLE = new RegExp(alternatives("swindle-words"), "u");

/** 溪湾大学2021级本科生王小明, 队友王小明 learn or play there. */
const LEARNS = /[级届]|本科生|研究生|学生|考生|选手|队友|运动员|名将|健将/u;

/** 云岭铁路集团有限公司|林栖火车站站长: the post is at what stands between, and that is no body of the report. */
const UNIT_HEAD = /.([站院校所厂馆队店场])\1长$/u;

/** 青禾党议员: the seat is in a council, not in the party. */
const SEAT = /(?:议员|立委|参选人|候选人)$/u;

/** Is it too little to say who invests: a builder need not, 电源 is no company, what is sold or made up is not built by it? */
function isDoubtfulInvestor({ subject, object, sentence }: Candidate): boolean {
  if (object === "REPORT") return false;
  if (subject.name === object.name || isTwo(object.name) || ROUTE.test(object.name)) return true;
  if (SOLD.test(sentence.norm) || SWINDLE.test(sentence.norm)) return true;
  if (isMention(subject) && isMention(object) && isWordInside(subject, object, sentence)) return true;
  if (subject.type !== "Company") return false;
  if (isNoBody(subject.name, object.name)) return true;
  return (BUILDER.test(subject.name) && !PAYS.test(sentence.norm)) || plainWords(subject.name) !== undefined;
}

/** Does what stands between or before say that the person learns at the body, or holds the post elsewhere? */
function isOfElse(person: Mention, body: Mention, title: string | undefined, s: DocSentence): boolean {
  const between = s.norm.slice(body.end, Math.max(body.end, person.start));
  if (UNIT_HEAD.test(between)) return true;
  return title === undefined && (isFromSchool(body, s) || (isSchool(body.name) && LEARNS.test(between)));
}

/** How sure a relation that is `p` likely can be, at most. A player of a team holds no post. */
export function surest(c: Candidate, p: number, title: string | undefined, doc: Doc): number {
  const { predicate, subject, object, sentence } = c;
  if (predicate === "INVESTS") return isDoubtfulInvestor(c) ? ANYONES : 1;
  if (predicate !== "WORKS_FOR" || object === "REPORT") return 1;
  if (title === undefined && p < UNTOLD && isMention(subject) && isUntold(subject, object, sentence))
    return ANYONES;
  if (isMention(subject) && isMention(object) && isOfElse(subject, object, title, sentence)) return ANYONES;
  if (title !== undefined && OWNS.test(title)) return ANYONES;
  if (title !== undefined && object.name.endsWith("党") && SEAT.test(title)) return ANYONES;
  if (object.type === "Company") return isPlainCompany(object.name) ? ANYONES : 1;
  if (object.type !== "Agency" && object.type !== "Institution") return 1;
  if (title === undefined && object.type === "Institution" && object.name.endsWith("队")) return ANYONES;
  return isPlaceless(object.name, doc) ? ANYONES : 1;
}

/** A stage that no word tells, only what stands around the name: less likely than this, readers find it told nowhere. */
const IMPLIED = 0.7;
/** What is planned or hoped for is not under way by what stands around its name: 将推进某路建设. */
const OPEN: ReadonlySet<string> = new Set(["planned", "hoped", "conditional"]);

/** 2020年披露的招股书显示，拟募资用于甲: what was planned in an earlier year than the report's has most often gone on since. */
const AHEAD: ReadonlySet<unknown> = new Set(["proposed", "negotiating", "signed"]);
function isOutdated({ sentence: s, value, start }: ValueCandidate, { date }: Doc): boolean {
  if (date === undefined || !AHEAD.has(value)) return false;
  const year = Number(date.slice(0, 4));
  const told = s.times.findLast((t) => t.start < start && /^\d{4}/u.test(t.value));
  return told?.value.split("/").every((t) => Number(t.slice(0, 4)) < year) ?? false;
}

/** 共同推进甲落户, 争取甲落地: it has not come yet. */
const PUSHED = /(?:推进|推动|促进|促成|争取|支持|助力|吸引)[^，。；]{0,40}$/u;

/** 试点项目包括甲、乙, 甲入选优秀案例: such lists tell no stage. */
const LISTS = /试点|入选|评为|获评|获奖|案例|名单/u;

/** 是全省首个|智能制造示范工厂: what a project is called for honour. */
const CALLED = /(?:是|为|成为|作为|列为|评为|打造成)[^，。；]{0,6}$/u;
const HONOUR = new RegExp(alternatives("honour-words"), "u");

/** 某线是世界上最长的|重载铁路: a kind of thing, said of another. */
const COMPLEMENT = /(?:是|为|成为|作为)[^，。；]{2,20}的$/u;
const LIST = /、/u;

/** How sure a stage or a sum can be, at most, that is `p` likely. */
export function surestValue(candidate: ValueCandidate, p: number, doc: Doc): number {
  const { property, value, subject, sentence, start, end, proposals } = candidate;
  const { norm } = sentence;
  if (CALLED.test(norm.slice(0, subject.start)) && HONOUR.test(norm.slice(subject.start, subject.end)))
    return ANYONES;
  if (isTwo(subject.name) || MANY.test(subject.name) || COUNTED.test(norm.slice(subject.end))) return ANYONES;
  if (COMPLEMENT.test(norm.slice(0, subject.start)) || SWINDLE.test(norm)) return ANYONES;
  // 甲、乙|、丙等工程: a name with the mark of a list in it, in a list, is cut.
  if (LIST.test(subject.name) && LIST.test((norm[subject.start - 1] ?? "") + (norm[subject.end] ?? "")))
    return ANYONES;
  if (property === "stage" && isOutdated(candidate, doc)) return ANYONES;
  if (value === "landed" && PUSHED.test(norm.slice(0, Math.min(subject.start, start)))) return ANYONES;
  const implied = property === "stage" && start === subject.start && end === subject.end;
  if (!implied || proposals.length > 0) return 1;
  if (p < IMPLIED || LISTS.test(norm)) return ANYONES;
  return value !== "proposed" && OPEN.has(modality(sentence, doc, start, end)) ? ANYONES : 1;
}
