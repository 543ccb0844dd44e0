/**
 * Names that carry the list of what they consist of: 甲、乙、丙三步流程, 子、丑、寅闭环机制, 甲等三个专项行动, 周通报、月观摩.
 * @module
 */
import { allMatches } from "../../matches.ts";
import type { Mention, MentionRule, TokenSentence } from "../types.ts";
import { isParallel, members, numberOf } from "./shape.ts";
import { mechanism, since, VERBS } from "./words.ts";

const STEPPED =
  /(?<n>[两二三四五六七八九十])(?:步|级|项|大|个|段|环|类)?\p{Script=Han}{0,10}?(?:流程|模式|机制|体系|培育库|工作法|管理法|治理法|链条)/gu;
export const OPENING: RegExp = new RegExp(`^.*(?:${VERBS}|以|了)`, "u");

/** The first member without the verb that opens the list. */
export function trimmed(list: string): string {
  const first = members(list)[0] ?? "";
  const cut = OPENING.exec(first)?.[0].length ?? 0;
  return cut < first.length - 1 ? list.slice(cut) : list;
}

export const stepped: MentionRule = {
  name: "mechanism/stepped",
  grammar: true,
  examples: {
    yes: [["通过受理、派单、处置、回访四步管理流程，解决问题。", "Mechanism:四步管理流程"]],
    no: ["建立健全各项管理流程。"],
  },
  propose: (s) =>
    allMatches(s.norm, STEPPED).flatMap((match): Mention[] => {
      const tail = match[0];
      const n = match.groups?.["n"] ?? "";
      const own = trimmed(since(s.norm, match.index, "，。；：！？“”"));
      if (numberOf(n) !== members(own).length) return [];
      if (!members(own).every((m) => m.length > 1 && m.length < 13)) return [];
      const end = match.index + match[0].length;
      return [
        mechanism(s, { start: end - own.length - tail.length, end }, tail, "mechanism/stepped", [
          own + tail,
          tail.replace(/^[两二三四五六七八九十](?:步|级|项|大|个|段|环|类)/u, "").replace(/^.{0,3}$/u, ""),
        ]),
      ];
    }),
};

const EVEN =
  /(?<list>\p{Script=Han}{2,12}(?:、\p{Script=Han}{2,6}){1,5})(?<head>闭环机制|联动机制|工作机制|全链条机制|闭环体系)/gu;

export const even: MentionRule = {
  name: "mechanism/even-list",
  grammar: true,
  examples: {
    yes: [
      [
        "并制定快速受理、跟踪督办、及时反馈、考核问效闭环机制，确保落实。",
        "Mechanism:快速受理、跟踪督办、及时反馈、考核问效闭环机制",
      ],
    ],
    no: ["完善工作机制。"],
  },
  propose: (s) =>
    allMatches(s.norm, EVEN).flatMap((match): Mention[] => {
      const { list = "", head = "" } = match.groups ?? {};
      const all = members(list);
      const size = all.at(-1)?.length ?? 0;
      const own = [(all[0] ?? "").slice(-size), ...all.slice(1)].join("、");
      if (!isParallel(own) || size < 3) return [];
      const end = match.index + match[0].length;
      return [
        mechanism(s, { start: end - head.length - own.length, end }, own + head, "mechanism/even-list", [
          (all.at(-1) ?? "") + head,
          head,
        ]),
      ];
    }),
};

const SEVERAL =
  /等(?:\d{1,2}|[两二三四五六七八九十]{1,2})(?:个|项|大)(?<head>\p{Script=Han}{0,6}?(?:行动|活动|攻坚战|工程))/gu;
const CARRIED_OUT = ["开展", "实施", "推进", "启动", "组织", "开展了", "实施了", "启动了"];

export const several: MentionRule = {
  name: "mechanism/one-of-several",
  grammar: true,
  examples: {
    yes: [
      ["全年开展窗口服务高效运行等五个护航专项行动，成效明显。", "Mechanism:窗口服务高效运行护航专项行动"],
    ],
    no: ["开展道路改造等五个项目。", "实施甲乙大桥等三项工程。"],
  },
  propose: (s) =>
    allMatches(s.norm, SEVERAL).flatMap((match): Mention[] => {
      const head = match.groups?.["head"] ?? "";
      const before = since(s.norm, match.index, "，。；：！？“”、");
      const verb = Math.max(
        ...CARRIED_OUT.map((v) => (before.includes(v) ? before.lastIndexOf(v) + v.length : -1)),
      );
      const x = verb < 0 ? "" : before.slice(verb);
      if (x.length < 4 || x.length > 20 || /工程$/u.test(head) || x.includes("改造")) return [];
      const start = match.index - x.length;
      return [mechanism(s, { start, end: start + x.length }, x + head, "mechanism/one-of-several", [x])];
    }),
};

/** 周, 旬, 月 and who does it: the members of a list of rhythms. */
export const RHYTHM: RegExp =
  /(?:日常|每日|半月|每周|每月|每季度?|双周|[日周旬月季年])(?=调度|通报|观摩|考评|例会|会商|督查|督导|点评|排名|讲评|巡查|汇报|评比|分析|研判|小结|推进)/u;
/** What stands between two marks. */
const SEGMENT = /[^，。；：！？“”]+/gu;

/** The members when every one of them names a rhythm. */
export function rhythmicMembers(words: string): string[] {
  const list = members(words);
  return list.length > 2 && list.every((m) => m.length < 15 && RHYTHM.test(m)) ? list : [];
}

export const rhythmic: MentionRule = {
  name: "mechanism/rhythmic-list",
  grammar: true,
  examples: {
    yes: [
      ["建立工作专班，周通报、旬调度、月观摩，推动落实。", "Mechanism:周通报、旬调度、月观摩"],
      ["切实做到“局领导月调度、科室半月调度、乡镇周调度”。", "Mechanism:科室半月调度"],
    ],
    no: ["每月通报项目签约、落地、投产情况。"],
  },
  propose: (s) =>
    allMatches(s.norm, SEGMENT).flatMap((match): Mention[] => {
      const list = rhythmicMembers(match[0]);
      if (list.length === 0) return [];
      const end = match.index + match[0].length;
      const short = list.every((m) => m.length <= 4);
      if (short)
        return [mechanism(s, { start: match.index, end }, match[0], "mechanism/rhythmic-list", [], 0.7)];
      let at = match.index;
      return list.map((name) => {
        const found = mechanism(
          s,
          { start: at, end: at + name.length },
          name.replace(/（/gu, "(").replace(/）/gu, ")"),
          "mechanism/rhythmic-list",
          [name],
          0.7,
        );
        at += name.length + 1;
        return found;
      });
    }),
};

const GUARANTEES =
  /(?<list>\p{Script=Han}{3,6}(?:、\p{Script=Han}{3,6}?){1,5})(?:的)?(?=“[^“”]{1,5}[两二三四五六七八九十](?<unit>\p{Script=Han}{2})”)/gu;

export const parts: MentionRule = {
  name: "mechanism/listed-parts",
  grammar: true,
  examples: {
    yes: [["实施以支部为中心，人力保障、财力保障、物力保障的“一核心三保障”管理模式。", "Mechanism:财力保障"]],
    no: ["水、电、气的“一站三通”模式。"],
  },
  propose: (s: TokenSentence) =>
    allMatches(s.norm, GUARANTEES).flatMap((match): Mention[] => {
      const { list = "", unit = "" } = match.groups ?? {};
      if (!members(list).every((m) => m.endsWith(unit))) return [];
      let at = match.index;
      return members(list).map((name) => {
        const found = mechanism(
          s,
          { start: at, end: at + name.length },
          name,
          "mechanism/listed-parts",
          [],
          0.7,
        );
        at += name.length + 1;
        return found;
      });
    }),
};
