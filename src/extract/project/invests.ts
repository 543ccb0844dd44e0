/**
 * Who builds or pays: the company in front of the project's name, 由甲投资建设, 甲投资X亿元建设乙, 甲的乙项目, 甲在丙县投资.
 * @module
 */
import { onFrame } from "../frame.ts";
import type { ClaimRule, DocSentence, Draft, Mention } from "../types.ts";
import { knownProjects } from "./known.ts";
import type { Owner } from "./owner.ts";
import type { FoundProject } from "./types.ts";

/** The mention that came of what was found, also where it stands inside an event's name. */
function mentionOf(s: DocSentence, p: FoundProject): Mention | undefined {
  const look = (list: readonly Mention[]): Mention | undefined => {
    for (const m of list) {
      if (m.type === "Project" && m.start === p.start && m.end === p.end) return m;
      const inner = look(m.parts ?? []);
      if (inner) return inner;
    }
    return undefined;
  };
  return look(s.mentions);
}

export const ownerRule: ClaimRule = {
  name: "project/builder-prefix",
  examples: {
    yes: [
      ["云岭集团特种合金零件生产基地项目开工。", "Company:云岭集团 INVESTS Project:特种合金零件生产基地"],
    ],
    no: ["云岭市物流园项目开工。"],
  },
  apply: (s, doc) =>
    (knownProjects(doc).get(s) ?? []).flatMap((p): Draft[] => {
      const subject = mentionOf(s, p);
      if (!subject) return [];
      return [p.owner, p.second].flatMap((owner: Owner | undefined): Draft[] =>
        owner
          ? [
              {
                kind: "relation",
                predicate: "INVESTS",
                subject: { type: "Company", name: owner.name },
                object: subject,
                status: "stated",
                start: Math.min(owner.start, p.start),
                end: p.end,
                confidence: owner.known ? 0.9 : 0.75,
              },
            ]
          : [],
      );
    }),
};

const invests = (
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
  apply: onFrame(
    [
      /(?<c>Ⓒ)(?!、|和|与)[^，。；！？ⒸⒿ]{0,20}?(?:投资|出资|增资|斥资|投建|缴资)(?<q>Ⓠ)?(?:[^，。；！？ⒸⒿ]{0,24}|[^，。；！？ⒸⒿ]{0,8}，(?:先后|主要|用于|重点|将|在Ⓛ)?(?:建设|新建|打造|扩建|兴建|启动|投建)[^，。；！？ⒸⒿ]{0,16})(?<j>Ⓙ)/u,
      /(?<=^|[。；“])[^，。；ⒸⒿ]{0,4}(?<c>Ⓒ)(?:是|作为|为)[^。；ⒸⒿ]{0,60}，(?:计划|拟|将|先后|总|共)*投资(?<q>Ⓠ)[^，。；ⒸⒿ]{0,8}(?<j>Ⓙ)/u,
      /(?<c>Ⓒ)(?:[^，。；！？ⒸⒿ]{0,8})(?:承建|建设|新建|兴建|扩建|打造|启动|实施|开发)(?:的)?[^，。；！？ⒸⒿ]{0,12}(?<j>Ⓙ)/u,
      /(?<c>Ⓒ)(?:旗下)?的(?<j>Ⓙ)/u,
      /(?<c>Ⓒ)[^，。；！？ⒸⒿ]{2,16}(?:项目|工程)(?:——|：)(?<j>Ⓙ(?:[、和与及]Ⓙ){0,6})/u,
      /(?<j>Ⓙ)[^。；！？ⒸⒿ]{0,30}?由(?<c>Ⓒ(?:(?:[、和与及]|联合|携手)Ⓒ){0,3})[^，。；Ⓒ]{0,30}?(?:投资|出资|承建|建设|开发|打造|施工|承接|负责|实施)/u,
      /(?<j>Ⓙ)[^。；！？ⒸⒿ]{0,14}，(?:[^。；！？ⒸⒿ]{0,4})?由(?<c>Ⓒ(?:(?:[、和与及]|联合|携手)Ⓒ){0,3})(?:共同|联合|独家|全额|合作)?(?:投资|出资|承建|建设|开发)/u,
      /(?<c>Ⓒ(?:(?:[、和与及]|联合|携手)Ⓒ){1,3})(?:共同|联合|合作|携手)(?:投资|出资|打造|建设|开发)(?:建设|打造|的){0,2}[^，。；！？ⒸⒿ]{0,12}(?<j>Ⓙ)/u,
      /(?:^|[，。；、Ⓐ])(?<c>Ⓒ(?:[、和与及]Ⓒ){0,3})(?:进行了?|签订了?|签署了?|签约|就)[^，。；ⒸⒿ]{0,4}(?<j>Ⓙ)[^，。；]{0,6}(?:签约|协议|合同)/u,
      /(?:走进|来到|位于)(?<c>Ⓒ)(?:了解|参观|考察|采访|调研|见证)[^，。；ⒸⒿ]{0,6}(?<j>Ⓙ)/u,
    ],
    (m) => {
      const sum = m.money("q");
      const amount = sum?.currency === "CNY" ? sum.value : undefined;
      return m
        .mentions("c")
        .flatMap((subject) =>
          m.mentions("j").map((object) => invests(subject, object, m.start, m.end, amount, 0.85)),
        );
    },
  ),
};

export const investsPlaceRule: ClaimRule = {
  name: "project/invests-in-place",
  examples: {
    yes: [
      ["云岭集团在农安县先后投资近40亿元。", "Company:云岭集团 INVESTS Place:农安县 (amount=4000000000)"],
    ],
    no: ["云岭集团在农安县举行会议。"],
  },
  apply: onFrame(
    [
      /(?<c>Ⓒ)(?:[^，。；！？Ⓒ]{0,6})在(?<l>Ⓛ)Ⓛ{0,2}(?:[^，。；！？Ⓒ]{0,6})(?:投资|投建|落户|建厂|增资|设立)(?<q>Ⓠ)?/u,
      /(?<c>Ⓒ)(?:[^，。；！？ⒸⓁ]{0,8})(?:落户|投资)(?<l>Ⓛ)(?<q>Ⓠ)?/u,
    ],
    (m) => {
      const subject = m.mention("c");
      const object = m.mention("l");
      if (!subject || !object) return [];
      const sum = m.money("q");
      return [invests(subject, object, m.start, m.end, sum?.currency === "CNY" ? sum.value : undefined, 0.8)];
    },
  ),
};

export const partOfRule: ClaimRule = {
  name: "project/part-of-whole",
  examples: {
    yes: [
      [
        "云岭集团特种合金零件生产基地一期投产。",
        "Project:特种合金零件生产基地一期 PART_OF Project:特种合金零件生产基地",
      ],
    ],
    no: ["云岭集团特种合金零件生产基地投产。"],
  },
  apply: (s, doc) =>
    (knownProjects(doc).get(s) ?? []).flatMap((p): Draft[] => {
      const subject = mentionOf(s, p);
      if (!subject || p.whole === undefined || p.whole === p.name) return [];
      const object = { type: "Project" as const, name: p.whole };
      const drafts: Draft[] = [
        {
          kind: "relation",
          predicate: "PART_OF",
          subject,
          object,
          status: "stated",
          start: p.start,
          end: p.end,
          confidence: 0.85,
        },
      ];
      for (const owner of [p.owner, p.second])
        if (owner)
          drafts.push({
            kind: "relation",
            predicate: "INVESTS",
            subject: { type: "Company", name: owner.name },
            object,
            status: "stated",
            start: p.start,
            end: p.end,
            confidence: 0.7,
          });
      return drafts;
    }),
};
