/**
 * What grammar rules out, whatever the score: who is told of, who reports, who builds for others.
 * @module
 */
import { alternation, alternatives, lexicon } from "../../lexicon.ts";
import type { RelationType } from "../../model/claim.ts";
import { isAddressing } from "../quote/addressed.ts";
import type { DocSentence, Mention } from "../types.ts";
import type { RelationDraft } from "./types.ts";

type Stretch = Pick<Mention, "start" | "end">;

/** What somebody says is his own: 某人的看法. */
const OWN_WORDS = "话|观点|看法|说法|讲话|发言|介绍|回答|解释|建议|回应";
/** 某人身边的工作人员介绍: who only says whose people speak does not speak. */
const MODIFIES = new RegExp(`^(?:身边|家里|手下)?的(?!${OWN_WORDS}|确)`, "u");
/** 某人被问到，他的朋友表示: the same, of somebody who was named before. */
const PEOPLE_OF = new RegExp(
  `^[^。；！？“”]{0,30}，[他她]的(?!${OWN_WORDS})[^，。；！？“”]{1,8}?(?:${alternation(lexicon("speech-verbs"))})`,
  "u",
);
/** 某人 图|该负责人介绍: who took the picture does not speak. */
const CREDIT = /^ (?:图|文|摄)|^ ?(?:供图|摄(?!像|氏))/u;
/** （记者某某）: whose body stands before the name (某报记者某某), never behind it. */
const BYLINE =
  /(?:(?:记者|通讯员|编辑|责编|校对|摄影|作者|撰文)[ ：:丨|]{0,3}|\d日[电讯] ?[（(])(?:\p{Script=Han}{2,4}[ 、]{1,2}){0,4}$/u;
/** 甲银行走访企业 某网讯（记者乙）: the headline's body, with the outlet between, is not the reporter's. */
const DATELINE_BETWEEN =
  /(?:(?:\p{Script=Han}{2}|\d日)(?:讯|电)|[网报社台]\p{Script=Han}{0,4}\d{1,2}月\d{1,2}日(?:消息|报道))[^，。；]{0,4}[（(][^）)]{0,12}$/u;
/** Is the body of other words than the byline? “甲局官网”，某网编辑：乙. */
const isElsewhere = (between: string): boolean =>
  DATELINE_BETWEEN.test(between) || /[，。；”]/u.test(between);
/** Contractors build for others: 先后承接甲、乙等工程. */
const CONTRACTS = /承接|承建|承揽|中标|总承包|参与[^，。；]{0,6}(?:建设|施工)|设计、采购/u;
/** 业务模式为EPC: the whole sentence is of a contract. */
const CONTRACTED = /EPC|工程总承包/u;
/** 甲公司某项目|项目部: the crew on the site is the contractor's. */
const CREW =
  /^(?:项目|工程)?(?:[^，。；]{0,4}标段?)?(?:项目部|项目经理|总工(?:程师)?|[^，。；]{0,4}段负责人|施工现场负责人)/u;
/** 甲集团|旗下乙公司建设的某项目: the one that is named behind builds it. */
const PARENT = /^(?:所属|旗下|下属|控股|全资)(?:的|企业|公司|子公司)?(?:——|—|-)?$/u;
/** 在甲公司董事长等|的见证下, 甲公司等单位人员|出席: who was there. */
const ATTENDS =
  /^[^，。；]{0,24}(?:见证下|(?:出席|参加)(?:了|此次|本次)?[^，。；]{0,10}(?:仪式|活动|会议|典礼))/u;
/** Who sells does not invest: 甲出售乙, 甲签订乙项目买卖协议. */
const SELLS = /出售|变卖|转让给/u;
const SOLD = /^(?:项目|工程)?(?:的?运营[方商]|买卖|转让|(?:的股权|股权)?出售)/u;
/** 所需设备由甲建造: who delivers a part of it. */
const DELIVERS = /(?:设备|部件|材料|设计|监理|施工|供货|运维)由[^，。；]{0,20}$/u;
const PAYS = new RegExp(alternatives("investing-words"), "u");

/** A bank that lends does not invest. */
const LENT = /[贷信]款|信贷|授信|银团|融资支持/u;
const BANK =
  /(?:银行|信用社|[农国][发开]行)(?:股份)?(?:有限(?:责任)?公司)?(?:\p{Script=Han}{0,10}[分支]行)?$/u;
/** 某校五（8）班甲同学: who learns there holds no post. */
const PUPIL = /^(?:同学|小朋友)/u;
const CLASS = /班$/u;
/** 甲大学学生乙, 某协会志愿者丙: who learns or helps there holds no post either. */
const NO_POST =
  /^的?(?:(?:在读)?(?:大|中|小)?学生|研究生|[硕博]士(?:研究)?生|毕业生|校友|志愿者|义工|患者|粉丝|球迷|居民|村民|业主|客户|用户)(?:代表)?$/u;

/** 某日报记者甲 通讯员乙: who writes for a paper from outside is not on its staff. */
const CONTRIBUTOR = /(?:通讯员|特约撰稿人?|实习生)[ ：:]{0,2}$/u;
/** 甲在乙医院|主持座谈会 visits it; 甲在乙医院|任职 works there. */
const WORKING = /^[^，。；]{0,12}(?:任|工作|上班|就职|供职|从事|当|做)/u;
/** 甲接任乙，成为某公司董事长: the post is not that of who was succeeded. */
const SUCCEEDED = /(?:接任|接替|取代)$/u;
/** 甲局官网显示: a body that is only where something was read. */
const SOURCE = /^(?:官方)?(?:网站|官网|微信|微博|公众号|客户端|抖音)/u;
/** 甲任A公司经理，乙为B大学教授: a post that another is said to hold is his. */
const IS_OF = /^[^，。；、]{0,4}(?:为|是|任)[^，。；]{0,12}$/u;
/** 甲医院专家来到乙公司，|该院|医师丙 */
const ELSEWHERE = /该(?:院|校|局|厂|所|县|市|区|队|中心)/u;
/** 王小明发文称，|甲公司: a body that a person speaks of. */
const SPOKEN = /(?:表示|介绍|认为|指出|透露|强调|称|说)[，：:]/u;
/** 免去李青同志的|甲局局长职务: the post that stands behind is another's. */
const OF_ANOTHER = /(?:同志|先生|女士)?的$/u;
/** 甲集团会见市长乙, 甲队军人扣押总统乙: to whom something is done holds no post there. */
const DONE_TO = new RegExp(`(?:${alternatives("acts-on-people")})(?:了)?[^，。；、]{0,10}$`, "u");
/** 某社记者甲摄|乙说 */
const SHOT = /摄 ?(?:\p{Script=Han}{0,8}：)?$/u;
/** 某社发|警官甲: the credit of a picture. */
const SENT_BY = /^发(?![展言布起])/u;

/** Does he, who is meant by a pronoun, stand by his name in the words that were said? “甲应该出面。”他说: he is another. */
function isSpokenOf(person: Mention, s: DocSentence): boolean {
  if (person.anaphor !== true) return false;
  const named = s.mentions.filter((m) => m.anaphor !== true && m.type === "Person" && m.name === person.name);
  return (
    named.length > 0 &&
    named.every(({ start }) => s.norm.lastIndexOf("“", start) > s.norm.lastIndexOf("”", start))
  );
}

/** Is he spoken to by another who is named before? */
const isSpokenTo = (person: Mention, s: DocSentence): boolean =>
  s.mentions.some(
    (m) => m.type === "Person" && m.end < person.start && isAddressing(s.norm.slice(m.end, person.start)),
  );

/** Is a person named as who wrote the text: （记者某某）? */
export const isInByline = ({ start }: Stretch, s: DocSentence): boolean =>
  BYLINE.test(s.norm.slice(0, start));

/** May a person, by the words around the name, be the one who speaks? */
export function maySpeak(person: Mention, s: DocSentence): boolean {
  const after = s.norm.slice(person.end);
  return (
    !MODIFIES.test(after) &&
    !PEOPLE_OF.test(after) &&
    !CREDIT.test(after) &&
    !isSpokenOf(person, s) &&
    !isSpokenTo(person, s)
  );
}

/** Is somebody else, whom a comma parts from the person, said to hold the post? */
function isAnothers(person: Stretch, body: Stretch, s: DocSentence): boolean {
  const before = body.end <= person.start;
  const apart = (from: number, to: number): boolean => /[，；]/u.test(s.norm.slice(from, to));
  return (s.mentions ?? []).some(
    (m) =>
      m.type === "Person" &&
      m.end <= body.start &&
      IS_OF.test(s.norm.slice(m.end, body.start)) &&
      (before ? apart(body.end, person.start) : person.end < m.start && apart(person.end, m.start)),
  );
}

/** Is another named right before the body as whose post it is? */
const isOfAnother = (person: Stretch, body: Stretch, s: DocSentence): boolean =>
  (s.mentions ?? []).some(
    (m) =>
      m.type === "Person" &&
      m.start >= person.end &&
      m.end < body.start &&
      OF_ANOTHER.test(s.norm.slice(m.end, body.start)) &&
      body.start - m.end <= 3,
  );

/** Does a person hold no post at a body, by the words around the two? */
function isNoPost(person: Stretch, body: Stretch, s: DocSentence): boolean {
  const [before, after] = [s.norm.slice(0, person.start), s.norm.slice(person.end)];
  const behind = s.norm.slice(body.end);
  if (PUPIL.test(after) || CREDIT.test(after) || CLASS.test(before) || SENT_BY.test(behind)) return true;
  if (SOURCE.test(behind) || isAnothers(person, body, s)) return true;
  if (person.end <= body.start)
    return (
      isInByline(person, s) ||
      SUCCEEDED.test(before) ||
      SPOKEN.test(s.norm.slice(person.end, body.start)) ||
      isOfAnother(person, body, s) ||
      (s.norm.slice(person.end, body.start) === "在" && !WORKING.test(behind))
    );
  if (body.end > person.start) return false;
  const between = s.norm.slice(body.end, person.start);
  return (
    NO_POST.test(between) ||
    CONTRIBUTOR.test(between) ||
    SHOT.test(between) ||
    DONE_TO.test(between) ||
    ELSEWHERE.test(between) ||
    (isInByline(person, s) && isElsewhere(between))
  );
}

const OUTLETS = alternatives("outlet-heads");
const OUTLET = new RegExp(`(?:${OUTLETS}|[新中]社|新华社)$`, "u");
/** 某社某地8月16日电: where the text was sent from. */
const SENT_FROM = /^\s?\d{1,2}月\d{1,2}日\s?(?:电|讯|报道|消息)/u;
/** 某数据（某社甲）: the bracket names whom the reporter writes for. */
const BRACKET_OF_OUTLET = new RegExp(`[（(][^（()）]{0,12}(?:${OUTLETS}|社|报)\\s?(?:记者)?\\s?$`, "u");

/** A news outlet lies where its texts come from as little as where its pictures were taken; 甲市日报 lies in 甲市. */
const isOfDispatch = (subject: Stretch, place: Stretch, s: DocSentence): boolean =>
  !(subject.start <= place.start && place.end <= subject.end) &&
  (OUTLET.test(s.norm.slice(subject.start, subject.end)) || SENT_FROM.test(s.norm.slice(place.end)));

/** Does the name of a company that belongs to this one follow? */
const isParent = ({ end }: Stretch, s: DocSentence): boolean =>
  (s.mentions ?? []).some(
    (m) => m.type === "Company" && m.start > end && PARENT.test(s.norm.slice(end, m.start)),
  );

/** Does somebody else pay for or own what is built, or is nobody said to: lenders, contractors, parents, guests? */
function isNoInvestor(a: Stretch, b: Stretch, s: DocSentence): boolean {
  const [investor, behind] = [s.norm.slice(a.start, a.end), s.norm.slice(a.end)];
  if (DELIVERS.test(s.norm.slice(0, a.start)) || CREDIT.test(behind)) return true;
  const pays = PAYS.test(s.norm);
  const own = s.norm.slice(b.start, b.end).includes(investor);
  if (BANK.test(investor) && (LENT.test(s.norm) || !(own || pays))) return true;
  if (!pays && (CONTRACTED.test(s.norm) || CREW.test(s.norm.slice(b.end)) || (!own && ATTENDS.test(behind))))
    return true;
  if (isParent(a, s)) return true;
  if (a.end > b.start) return false;
  const between = s.norm.slice(a.end, b.start);
  if (SELLS.test(between) || SOLD.test(s.norm.slice(b.end))) return true;
  return CONTRACTS.test(between) && !PAYS.test(between);
}

/** Is a pair of names none, whatever else speaks for it? */
export function isRuledOut(predicate: RelationType, a: Stretch, b: Stretch, s: DocSentence): boolean {
  if (predicate === "LOCATED_IN") return isOfDispatch(a, b, s);
  if (predicate === "WORKS_FOR")
    return isNoPost(a, b, s) || (b.end <= a.start && BRACKET_OF_OUTLET.test(s.norm.slice(b.end, a.start)));
  return predicate === "INVESTS" && isNoInvestor(a, b, s);
}

/** The same of what a rule proposes. */
export function isProposedAmiss({ predicate, subject, object }: RelationDraft, s: DocSentence): boolean {
  if (!("start" in subject)) return false;
  if (predicate === "QUOTED_BY") return !maySpeak(subject, s);
  return object !== "REPORT" && "start" in object && isRuledOut(predicate, subject, object, s);
}
