/**
 * The mention rules of projects. All draw on one search per report (`known.ts`).
 * @module
 */
import type { Examples, Mention, MentionRule, TokenDoc, TokenSentence } from "../types.ts";
import type { Owner } from "./types.ts";

export function ownerMention(s: TokenSentence, owner: Owner, rule: string): Mention {
  return {
    type: "Company",
    start: owner.start,
    end: owner.end,
    text: s.sentence.text.slice(owner.start, owner.end),
    name: owner.name,
    rule,
    confidence: owner.known ? 0.9 : 0.7,
    ...(owner.aliases ? { aliases: owner.aliases } : {}),
  };
}

function rule(name: string, examples: Examples): MentionRule {
  return {
    name,
    examples,
    propose: (s: TokenSentence, doc: TokenDoc): Mention[] =>
      (doc.projects.get(s.sentence) ?? [])
        .filter((p) => p.rule === name)
        .map((p) => ({
          type: "Project",
          start: p.start,
          end: p.end,
          text: s.sentence.text.slice(p.start, p.end),
          name: p.name,
          rule: name,
          confidence: p.confidence,
          ...(p.aliases.length > 0 ? { aliases: p.aliases } : {}),
          ...(p.owner && p.owner.start === p.start && p.owner.end > p.start && p.owner.end <= p.end
            ? { parts: [ownerMention(s, p.owner, "project/builder-before-name")] }
            : {}),
        })),
  };
}

/** The builder that stands before a project's name: 甲乙|锂电池项目. */
const builder: MentionRule = {
  name: "project/builder-before-name",
  examples: {
    yes: [["总投资102亿元的曜柠锂离子电池项目落户。", "Company:曜柠"]],
    no: ["总投资102亿元的锂离子电池项目落户。"],
  },
  propose: (s, doc) =>
    (doc.projects.get(s.sentence) ?? []).flatMap(({ owner, start }) =>
      owner && owner.end <= start && owner.end > owner.start
        ? [ownerMention(s, owner, "project/builder-before-name")]
        : [],
    ),
};

export const projectRules: readonly MentionRule[] = [
  rule("project/headed", {
    yes: [
      ["计划总投资30亿元的临港国际广场项目正在建设中。", "Project:临港国际广场"],
      ["云岭集团特种合金零件生产基地一期竣工投产。", "Project:特种合金零件生产基地一期"],
    ],
    no: ["全市重点项目建设加快，产业项目开工。", "重大工程建设提速。"],
  }),
  rule("project/listed", {
    yes: [["云岭集团康养温泉融合、云岭集团烧碱升级改造等46个重点项目竣工投产。", "Project:烧碱升级改造"]],
    no: ["道路改造、管网更新等20个项目竣工。"],
  }),
  rule("project/enumerated", {
    yes: [
      ["签约项目包括农安县竹编灯具生产制造项目、榆树市玻璃深加工项目。", "Project:竹编灯具生产制造"],
      ["延河路改造工程、农安县排口治理项目开工。", "Project:延河路改造工程"],
    ],
    no: ["签约项目包括3个工业项目、5个农业项目。", "重点项目、民生工程建设提速。"],
  }),
  rule("project/shared-head", {
    yes: [["加快青湖、康岭高铁建设。", "Project:青湖高铁"]],
    no: ["加快高铁、机场建设。"],
  }),
  rule("project/own-phase", {
    yes: [
      [
        "云岭集团特种合金零件生产基地项目加快建设，项目二期工程主体完成。",
        "Project:特种合金零件生产基地二期工程",
      ],
    ],
    no: ["项目二期工程主体完成。"],
  }),
  builder,
];
