/**
 * What sentences say of who builds or pays: 甲投资X亿元建设乙, 乙由甲投资建设. A
 * project that stands inside an event's name (乙开工仪式) is seen through the event.
 * @module
 */
import { type FrameMatch, onFrame } from "../frame.ts";
import type { ClaimRule, DocSentence, Draft, Mention } from "../types.ts";

export const invests = (
  subject: Mention,
  object: Mention,
  start: number,
  end: number,
  amount: number | undefined,
  confidence: number,
): Draft => ({
  kind: "relation",
  predicate: "INVESTS",
  subject,
  object,
  start,
  end,
  confidence,
  ...(amount === undefined ? {} : { amount }),
});

/** The projects among mentions, those inside an event's name included. */
const projectsOf = (mentions: readonly Mention[]): Mention[] =>
  mentions.flatMap((m) =>
    m.type === "Project"
      ? [m]
      : m.type === "Event"
        ? (m.parts ?? []).filter((p) => p.type === "Project")
        : [],
  );

const companiesOf = (mentions: readonly Mention[]): Mention[] => mentions.filter((m) => m.type === "Company");

function produce(m: FrameMatch): Draft[] {
  const sum = m.money("q");
  const amount = sum?.currency === "CNY" ? sum.value : undefined;
  return companiesOf(m.mentions("c")).flatMap((subject) =>
    projectsOf(m.mentions("j")).map((object) => invests(subject, object, m.start, m.end, amount, 0.85)),
  );
}

/** Only a sentence with a company and an undertaking is worth a look. */
const where = (patterns: readonly RegExp[]): ((s: DocSentence) => Draft[]) => {
  const apply = onFrame(patterns, produce);
  return (s) => (s.frame.text.includes("Ⓒ") && /[ⒿⒺ]/u.test(s.frame.text) ? apply(s) : []);
};

/** Partners that build together; among them may stand what is no company: 由甲公司和某研究院共同打造. */
const PARTNERS =
  "(?<c>[ⒸⒶⒾⒿⓁ\\p{Script=Han}]{0,12}Ⓒ(?:(?:[、和与及]|以及|联合|携手)[^，。；、和与及]{1,12}){0,3})";
const BUILD = "投资|出资|承建|建设|开发|打造|施工|承接|负责|实施|运营|兴建|投建|建造|总承包|代建|合资";

export const investsRule: ClaimRule = {
  name: "project/investor-verb",
  examples: {
    yes: [
      [
        "云岭集团投资15亿元建设临港铁矿项目。",
        "Company:云岭集团 INVESTS Project:临港铁矿 (amount=1500000000)",
      ],
      ["临港铁矿项目由云岭集团投资建设。", "Company:云岭集团 INVESTS Project:临港铁矿"],
      ["临港铁矿项目由云岭集团、盛辉集团共同出资建设。", "Company:盛辉集团 INVESTS Project:临港铁矿"],
      ["云岭集团开发建设的临港铁矿项目进展顺利。", "Company:云岭集团 INVESTS Project:临港铁矿"],
    ],
    no: ["云岭集团与临港铁矿项目相邻。"],
  },
  apply: where([
    /(?<c>Ⓒ)(?!、|和|与)[^，。；！？ⒸⒿ]{0,20}?(?:投资|出资|增资|斥资|投建|缴资)(?<q>Ⓠ)?(?:[^，。；！？ⒸⒿ]{0,24}|[^，。；！？ⒸⒿ]{0,8}，(?:先后|主要|用于|重点|将|在Ⓛ)?(?:建设|新建|打造|扩建|兴建|启动|投建)[^，。；！？ⒸⒿ]{0,16})(?<j>Ⓙ)/u,
    /(?<=^|[。；“])[^，。；ⒸⒿ]{0,4}(?<c>Ⓒ)(?:是|作为|为)[^。；ⒸⒿ]{0,60}，(?:计划|拟|将|先后|总|共)*投资(?<q>Ⓠ)[^，。；ⒸⒿ]{0,8}(?<j>Ⓙ)/u,
    /(?<c>Ⓒ)(?:[^，。；！？ⒸⒿ]{0,8})(?:承建|建设|新建|兴建|扩建|打造|启动|实施|开发)(?:的)?[^，。；！？ⒸⒿ]{0,12}(?<j>Ⓙ)/u,
    /(?<c>Ⓒ)(?:负责|投资|承担|开发|参与)?(?:承建|建设|施工|打造|开发|投建|兴建|实施|建造)的[^，。；！？ⒸⒿ]{0,36}(?:——)?Ⓒ?(?<j>Ⓙ)/u,
    /(?<c>Ⓒ)(?:旗下|所属|下属|在建)?的?(?<j>Ⓙ)/u,
    /(?<c>Ⓒ)[^，。；！？ⒸⒿ]{2,16}(?:项目|工程)(?:——|：)(?<j>[^，。；：！？Ⓒ]{0,30}Ⓙ(?:[、和与及][^，。；：！？、Ⓒ]{0,16}Ⓙ){0,6})/u,
    new RegExp(
      `(?<j>Ⓙ)(?!所需|的?(?:设备|产品|原料|材料|资金|设计|图纸))[^。；！？ⒸⒿ]{0,30}?由(?!于|此)${PARTNERS}[^，。；Ⓒ]{0,30}?(?:${BUILD})`,
      "u",
    ),
    new RegExp(
      `(?<j>Ⓙ)[^。；！？ⒸⒿ]{0,14}，(?:[^。；！？ⒸⒿ]{0,4})?由${PARTNERS}(?:共同|联合|独家|全额|合作)?(?:${BUILD})`,
      "u",
    ),
    /(?<c>Ⓒ(?:(?:[、和与及]|联合|携手)Ⓒ){1,3})(?:共同|联合|合作|携手)(?:投资|出资|打造|建设|开发)(?:建设|打造|的){0,2}[^，。；！？ⒸⒿ]{0,12}(?<j>Ⓙ)/u,
    /(?:^|[，。；、Ⓐ])(?<c>Ⓒ(?:[、和与及]Ⓒ){0,3})(?:进行了?|签订了?|签署了?|签约|就)[^，。；ⒸⒿ]{0,4}(?<j>[ⒿⒺ])[^，。；]{0,6}(?:签约|协议|合同)?/u,
    /(?:走进|来到|位于)(?<c>Ⓒ)(?:了解|参观|考察|采访|调研|见证)[^，。；ⒸⒿ]{0,6}(?<j>Ⓙ)/u,
  ]),
};
