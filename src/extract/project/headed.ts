/**
 * Undertakings whose name ends in a word that says so: 某某项目, 某某工程, 某某产业园, 某某水库二期.
 * @module
 */

import { alternatives } from "../../lexicon.ts";
import { allMatches } from "../../matches.ts";
import type { KnownCompanies } from "../company/types.ts";
import { wordsOf } from "../company/words.ts";
import { candidatesOf } from "../place/read.ts";
import type { CompanyDoc, TokenSentence } from "../types.ts";
import { BUILT, PARK, PHASE } from "./lists.ts";
import { nameProject } from "./name.ts";
import { nameStart } from "./span.ts";
import type { FoundProject } from "./types.ts";

const END = new RegExp(
  `(?<built>${BUILT})?(?:(?:升级改造|提升改造|改扩建|改造|扩建|新建|迁建|重建|复建|续建|修缮|加固|延伸|整治|治理|提升|建设)?(?<explicit>项目|工程)(?!师|院|局|款|专员|官员|主管|助理|顾问|总监|机械|有限|技术(?!改造)|大学|学院|质量|学会|管家|秘书|为王|化|库|研究|实验|职业|部|监理|咨询|科学|学|系列|造价|物资|领域|专业|设计|总承包|建设(?:集团|公司|有限|局|监))|(?<=${BUILT}))?(?<phase>(?<=[\\p{Script=Han}）])${PHASE}(?:工程|项目)?)?`,
  "gu",
);
const PARK_END = new RegExp(`(?:${PARK})$`, "u");
/** After it, the words name a body, a company or a place of work, not the thing. */
const BODY_AFTER =
  /^(?:(?:专项|总体|发展|建设|控制性|详细){0,2}规划(?!用地|建设|总|面积|投资|占地|建筑|新增)|管委会|党工委|管理委员会|管理局|管理处|局|客户端|频道|学院|大学|职业|总公司|站区|讲解员|志愿者|产业链|业务|功能|运营团队|管理(?:中心|平台|系统|办法|制度|条例|规定|站|所|服务)|有限|股份|集团|公司|派出所|街道|社区|党委|党支部|税务|分局|运营中心|服务中心|指挥部|商会|协会|建设指挥部|经验|理念)/u;
const BUILDING = new RegExp(alternatives("project-building"), "u");
const MONEY_BEFORE =
  /(?:投资|投资额|概算|总额|斥资)[^，。；]{1,16}(?:元|美元|[十百千万]亿(?=的))(?:的|建设|新建|打造|，主要建设|，建设|扩建|兴建|启动)?[^，。；、]{0,6}$/u;
/** 投资三十亿元的|某某项目: there the name begins, whatever the tagger made of it. */
const SUM_OF = /(?:投资|投资额|概算|总额|斥资)[^，。；的]{1,14}(?:元|[十百千万]亿)的$/u;
/** 建成全国最大的某某基地 */
const ACHIEVED = /(?:建成|建起|落成|更新|改造了?)[^，。；、]{0,16}$/u;
/** What a project is to become or consists of is no further project: 目标是打造最大的某某基地, 主要建设某某工程. */
const AIM =
  /(?:打造|建设成为|成为|建成|发展成)[^，。；]{0,16}(?:最大|一流|领先|重要|先进|知名|高水平|高标准|特色)(?:的)?[^，。；]{0,24}$|(?:高水平的|一流的)$|建设内容[^。；]{0,30}$/u;
/** 将形成高水平的某产业园, 集研发、生产于一体的产业园: what the subject becomes, whatever it is called. */
const BECOMES = /(?:形成|构筑|营造)[^，。；]{2,24}的$|集[^，。；]{2,40}[于为]一体的[^，。；]{0,6}$/u;
/** What follows says what the subject is, it names nothing: 该项目是国家首批示范项目. */
const PREDICATE = /(?:是|成为|作为|属于|列为|列入|评为|入选|获评|纳入)$/u;
/** The name goes on to a head of its own: 甲公路|北延工程, 乙码头|段岸线整治工程. */
const GOES_ON = /^(?<more>[^，。；：、！？“”的在]{1,18}?)(?:项目|工程)/u;
/** A road or line that only gives its name to a quarter. */
const QUARTER =
  /^(?:新城|新区|片区|商务区|商圈|经济带|经济区|示范区|开发区|高新区|街区|沿线|枢纽|两侧|以[东南西北])/u;
/** A place that the sentence goes into, a net, a number of them; a whole that gives its name to many works: 某中心|建设重点项目. */
const PLACE_OR_KIND =
  /^(?:境)?内(?!部|外|装|饰|的)|^网(?!络安全)|^(?:总数|总量|数量|累计|最(?:集中|多|密集))|^(?:建设)?(?:[^，。；、（）]{0,5})?(?:重点|重大|标志性|示范性?|配套|支撑)(?:项目|工程)/u;
/** What is only named to say where something is. */
const BESIDE =
  /(?:沿着?|毗邻|紧邻|靠近|邻近|途经|下穿|上跨|衔接|临近|(?:位于|坐落于|坐落在)[^，。；的]{0,8})$/u;
const HELD_AFTER = /^(?:内|隆重|顺利)?(?:举行|召开|举办)/u;
/** 开工某某工程 */
const BEGUN = /(?:开工(?:建设)?|动工|建成|新建|启动建设|复工)$/u;
const ACTING =
  /^(?:一期|项目)?(?:已|已经|正式|全面|基本|顺利|主体|正在|即将|将|预计|加快|成功|今日|近日)*(?:建成|投产|竣工|开工|并网|投用|投运|通车|完工|启用|动工|奠基|封顶|落成|开园)/u;
/** 位于某县的|甲乙项目 */
const SEATED = /(?:位于|落户|坐落于|坐落在|落地)[^，。；]{2,20}的$/u;
const BUILDER_BEFORE =
  /(?:投资|建立|成立|增资|斥资|出资|投建|承建|开发|建设|实施|启动|布局|打造)[^。；]{0,30}$/u;

/** A company before the name in its sentence, with a builder's verb in between. */
function builderBefore(s: TokenSentence, known: KnownCompanies, start: number): boolean {
  return (known.bySentence.get(s.sentence) ?? []).some(
    (c) =>
      c.end <= start &&
      start - c.end < 50 &&
      !/[。；]/u.test(s.norm.slice(c.end, start)) &&
      BUILDER_BEFORE.test(s.norm.slice(c.end, start)),
  );
}

/** The end of 投资三十亿元的 a few characters before `start`, where only scraps of a coined word stand between. */
function afterSum(norm: string, start: number): number | undefined {
  const at = norm.lastIndexOf("的", start);
  return at >= 0 &&
    at + 1 < start &&
    start - at <= 6 &&
    SUM_OF.test(norm.slice(Math.max(0, at - 24), at + 1)) &&
    !/[，。；、：“”]|^\d|一批|[个座条]/u.test(norm.slice(at + 1, start))
    ? at + 1
    : undefined;
}

export function headedProjects(s: TokenSentence, doc: CompanyDoc, known: KnownCompanies): FoundProject[] {
  const words = wordsOf(s);
  const found: FoundProject[] = [];
  for (const match of allMatches(s.norm, END)) {
    const { built, explicit, phase } = match.groups ?? {};
    if (match[0] === "" || (!built && !explicit && !phase)) continue;
    const end = match.index + match[0].length;
    if (BODY_AFTER.test(s.norm.slice(end))) continue;
    const after = s.norm.slice(end, end + 24);
    if (!explicit && !phase && (QUARTER.test(after) || PLACE_OR_KIND.test(after))) continue;
    // 新签约项目61个: a count.
    if (explicit && /^(?:共|达|超|近|约)?\d+[个项]/u.test(s.norm.slice(end))) continue;
    const start = nameStart(words, s.norm, match.index + (built?.length ?? 0) || match.index, 0);
    const walked = Math.min(start, match.index);
    // The tagger may have cut a place's name in two.
    const split = candidatesOf(s, doc).find((c) => c.start < walked && walked < c.end && c.end < match.index);
    const from = afterSum(s.norm, split?.start ?? walked) ?? split?.start ?? walked;
    if (end - from < 4) continue;
    if (!explicit && !phase) {
      const lead = s.norm.slice(Math.max(0, from - 12), from);
      if (BESIDE.test(lead) || (/在$/u.test(lead) && HELD_AFTER.test(s.norm.slice(end)))) continue;
      const on = GOES_ON.exec(s.norm.slice(end));
      if (on && nameStart(words, s.norm, end + (on.groups?.["more"]?.length ?? 0), 0) <= from) continue;
    }
    if (!explicit && !phase && built && !PARK_END.test(built) && !BUILDING.test(s.norm)) continue;
    if (!explicit && !built && phase && !/[\p{Script=Han}]{3,}/u.test(s.norm.slice(from, match.index)))
      continue;
    const before = s.norm.slice(Math.max(0, from - 40), from);
    if (AIM.test(before) && !explicit && (found.length > 0 || /项目|工程|公司/u.test(s.norm.slice(0, from))))
      continue;
    if (!explicit && BECOMES.test(before)) continue;
    if (/主要(?:建设|包括|涉及)[^。；]{0,30}$/u.test(before) && found.length > 0) continue;
    const acting = (from === 0 || /[，。；：]$/u.test(before)) && ACTING.test(s.norm.slice(end));
    const money = MONEY_BEFORE.test(before);
    const context =
      money ||
      builderBefore(s, known, from) ||
      (built !== undefined && ACHIEVED.test(before)) ||
      BEGUN.test(before) ||
      (phase !== undefined && (explicit !== undefined || /(?:项目|工程)$/u.test(phase))) ||
      (explicit !== undefined && SEATED.test(before));
    if (explicit && !built && PREDICATE.test(before)) continue;
    // 由某中心共同打造: a builder.
    if (!explicit && /由$/u.test(before) && !/^[^，。；]{0,12}(?:组成|构成)/u.test(s.norm.slice(end)))
      continue;
    if (
      /^[东南西北][至临邻靠接]/u.test(s.norm.slice(from, end)) ||
      /^(?:PPP|EPC|BOT|REITs|TOD)(?:项目|工程)$/u.test(s.norm.slice(from, end))
    )
      continue;
    const project = nameProject(
      s,
      doc,
      known,
      from,
      end,
      { context, listed: false, money, acting },
      "project/headed",
    );
    const outer = found.find(
      (f) =>
        f.end === start ||
        (project && f.end <= project.start && /^(?:项目|工程)?$/u.test(s.norm.slice(f.end, project.start))),
    );
    if (project && outer && built && !project.whole && outer.end >= start) {
      project.whole = outer.name;
      project.aliases.push(s.norm.slice(outer.start, project.end));
    }
    if (project) found.push(...(project.outer ? [project.outer] : []), project);
  }
  return found;
}
