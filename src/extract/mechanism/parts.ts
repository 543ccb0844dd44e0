/**
 * What a mechanism consists of, and how often: its listed members, the campaign under a headline, the rhythm of each part.
 * @module
 */
import type { ClaimRule, Doc, DocSentence, Draft, Mention } from "../types.ts";
import { RHYTHM, trimmed } from "./listed.ts";
import { members, numberOf } from "./shape.ts";

/** Mechanisms that the sentence names itself. */
export const own = (s: DocSentence): Mention[] =>
  s.mentions.filter((m) => m.type === "Mechanism" && !m.anaphor);
export const partOf = (
  part: Mention | { type: "Mechanism"; name: string },
  whole: Mention,
  s: { start: number; end: number },
  rhythm?: string,
): Draft[] =>
  part.name === whole.name
    ? []
    : [
        {
          kind: "relation",
          predicate: "PART_OF",
          subject: part,
          object: whole,
          start: s.start,
          end: s.end,
          status: "stated",
          ...(rhythm === undefined ? {} : { rhythm }),
        },
      ];

export const apposedPart: ClaimRule = {
  name: "mechanism/apposed-part",
  examples: {
    yes: [["在12388平台“线索池”统一办理的基础上。", "Mechanism:线索池 PART_OF Mechanism:12388平台"]],
    no: ["全市推行林长制。"],
  },
  apply: (s) =>
    own(s).flatMap((part, i, all) => {
      const several = all[i + 1];
      if (
        part.rule === "mechanism/one-of-several" &&
        several &&
        s.norm.slice(part.end, several.start) === "等"
      )
        return partOf(part, several, { start: part.start, end: several.end });
      const whole = all[i - 1];
      return whole && whole.end === part.start && part.rule === "mechanism/apposed"
        ? partOf(part, whole, { start: whole.start, end: part.end })
        : [];
    }),
};

export const rhythms: ClaimRule = {
  name: "mechanism/rhythms",
  examples: {
    yes: [
      [
        "围绕重点项目采取“三调法”，切实做到“局领导月调度、科室半月调度、乡镇周调度”。",
        "Mechanism:科室半月调度 PART_OF Mechanism:三调法 (rhythm=半月调度)",
      ],
    ],
    no: ["采取“三调法”推进。"],
  },
  apply: (s) => {
    const beats = own(s).filter((m) => m.rule === "mechanism/rhythmic-list");
    const first = beats[0];
    const whole =
      first && own(s).findLast((m) => m.end <= first.start && m.rule !== "mechanism/rhythmic-list");
    return beats.flatMap((m): Draft[] => {
      const list = members(m.name);
      const rhythm = list.length > 1 ? m.name : m.name.slice(RHYTHM.exec(m.name)?.index ?? 0);
      return [
        {
          kind: "value",
          subject: m,
          property: "rhythm",
          value: rhythm,
          start: m.start,
          end: m.end,
          status: "stated",
        },
        ...(whole ? partOf(m, whole, { start: whole.start, end: m.end }, rhythm) : []),
        ...(whole && m === first
          ? [
              {
                kind: "value" as const,
                subject: whole,
                property: "rhythm" as const,
                value: beats.map((b) => b.name).join("、"),
                start: first.start,
                end: beats.at(-1)?.end ?? m.end,
                status: "stated" as const,
              },
            ]
          : []),
      ];
    });
  },
};

/** “甲办、乙办、丙办”的三级办理机制. */
const COUNTED = /^“(?<list>[^“”]{4,120})”的?(?<n>[二三四五六七八九十])[级步环层]/u;

/** The list that a counting name sums up: 网格员、安全员、宣传员“三员”, 以“甲、乙、丙”为核心的“三比”活动. */
function listBefore(s: DocSentence, m: Mention): string | undefined {
  if (m.rule === "mechanism/stepped") return s.norm.slice(m.start, m.end - m.name.length);
  const counted = COUNTED.exec(s.norm.slice(m.start, m.end))?.groups;
  // A member may hold a list itself (市委、市政府): as many as are counted, or more.
  if (counted && members(counted["list"] ?? "").length >= numberOf(counted["n"] ?? ""))
    return counted["list"];
  const before = s.norm.slice(0, m.start);
  if (m.rule === "mechanism/counts-list") {
    const list = /\p{Script=Han}{2,12}(?:、\p{Script=Han}{2,8}){1,5}$/u.exec(before)?.[0];
    return list === undefined ? undefined : trimmed(list);
  }
  return /“([^“”]{4,60})”为(?:核心|主要内容|内容|重点|主题|主线)的\p{Script=Han}{0,8}$/u.exec(before)?.[1];
}

export const listedParts: ClaimRule = {
  name: "mechanism/listed-parts-of",
  examples: {
    yes: [
      [
        "实施以支部为中心，人力保障、财力保障、物力保障的“一核心三保障”管理模式。",
        "Mechanism:财力保障 PART_OF Mechanism:一核心三保障管理模式",
      ],
      [
        "建立“社区党委、小区支部、楼栋小组、党员服务岗”四级共治模式。",
        "Mechanism:四级共治模式.description=社区党委、小区支部、楼栋小组、党员服务岗",
      ],
      [
        "建立“小事社区办、难事街道办、大事区里办”的三级办理机制。",
        "Mechanism:三级办理机制.description=小事社区办、难事街道办、大事区里办",
      ],
      ["深入打好绿地、清水保卫战。", "Mechanism:清水保卫战 PART_OF Mechanism:绿地、清水保卫战"],
    ],
    no: ["全市推行林长制。"],
  },
  apply: (s) =>
    own(s).flatMap((m, i, all): Draft[] => {
      if (m.rule === "mechanism/listed-parts") {
        const whole = all.slice(i + 1).find((w) => w.rule !== "mechanism/listed-parts");
        return whole ? partOf(m, whole, { start: m.start, end: whole.end }) : [];
      }
      // What the name leaves out or shortens is kept as its description: the list that it counts.
      const list = (m.aliases ?? []).find(
        (a) => members(a).length > 2 && a.length < m.end - m.start && !a.includes(m.name),
      );
      const words = list ?? listBefore(s, m);
      if (words !== undefined && members(words).length > 1) {
        const all = members(words);
        const named =
          all.every((w) => w.length >= 4 && w.length <= 8 && !/[化性]$/u.test(w)) &&
          Math.max(...all.map((w) => w.length)) - Math.min(...all.map((w) => w.length)) < 2;
        return [
          {
            kind: "value",
            subject: m,
            property: "description",
            value: words,
            start: m.start,
            end: m.end,
            status: "stated",
          },
          ...(named && /^mechanism\/quoted-(?:with-head|list)$/u.test(m.rule)
            ? all.flatMap((name) => partOf({ type: "Mechanism", name }, m, m))
            : []),
        ];
      }
      const coordinated =
        /^(?<list>\p{Script=Han}{2}(?:、\p{Script=Han}{2}){1,3})(?<head>(?:保卫|攻坚)战)$/u.exec(
          m.name,
        )?.groups;
      return coordinated
        ? members(coordinated["list"] ?? "").flatMap((name) =>
            partOf({ type: "Mechanism", name: name + (coordinated["head"] ?? "") }, m, m),
          )
        : [];
    }),
};

/** A paragraph that opens with nothing but the name of a programme is about that programme: 推进甲工程。 */
function headline(s: DocSentence, doc: Doc): Mention | undefined {
  const index = doc.sentences.indexOf(s);
  let i = index;
  while (
    i > 0 &&
    doc.sentences[i - 1]?.sentence.kind === "body" &&
    doc.sentences[i - 1]?.sentence.paragraph === s.sentence.paragraph
  )
    i--;
  const first = doc.sentences[i];
  if (!first || i === index || s.sentence.kind !== "body") return undefined;
  const [only, ...others] = own(first);
  return only &&
    others.length === 0 &&
    /(?:工程|行动|计划)$/u.test(only.name) &&
    first.norm.length - (only.end - only.start) <= 5
    ? only
    : undefined;
}

export const underHeadline: ClaimRule = {
  name: "mechanism/under-headline",
  examples: {
    yes: [
      [
        "推进中小企业提质工程。该市深入实施“中小企业倍增计划”，加速形成效应。",
        "Mechanism:中小企业倍增计划 PART_OF Mechanism:中小企业提质工程",
      ],
    ],
    no: ["该市深入实施“中小企业倍增计划”，推行林长制。"],
  },
  apply(s, doc) {
    const whole = headline(s, doc);
    return whole ? own(s).flatMap((m) => partOf(m, whole, m)) : [];
  },
};
