/**
 * Who builds or pays: the company in front of the project's name, and companies that invest in a place. What sentences say
 * of investors stands in `investors.ts`.
 * @module
 */

import { onFrame } from "../frame.ts";
import { modality } from "../status.ts";
import type { ClaimRule, DocSentence, Draft, Mention } from "../types.ts";
import { invests } from "./investors.ts";
import type { FoundProject, Owner } from "./types.ts";

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

const CALLED_OFF: ReadonlySet<string> = new Set(["denied", "stopped"]);

/** Does the sentence print the builder's name? */
const printed = (s: DocSentence, owner: Owner): boolean =>
  owner.end > owner.start ||
  s.norm.includes(owner.name) ||
  s.mentions.some((m) => m.type === "Company" && m.name === owner.name);

export const ownerRule: ClaimRule = {
  name: "project/builder-prefix",
  examples: {
    yes: [
      [
        "云岭集团特种合金零件生产基地项目开工。",
        "Company:云岭集团 INVESTS Project:云岭集团特种合金零件生产基地",
      ],
    ],
    no: ["云岭市物流园项目开工。"],
  },
  apply: (s, doc) =>
    (doc.projects.get(s.sentence) ?? []).flatMap((p): Draft[] => {
      const subject = mentionOf(s, p);
      if (!subject) return [];
      return [p.owner, p.second].flatMap((owner: Owner | undefined): Draft[] =>
        owner && printed(s, owner)
          ? [
              {
                kind: "relation",
                predicate: "INVESTS",
                subject: { type: "Company", name: owner.name },
                object: subject,
                // The name says whose it is, whatever is planned; only what is called off is denied of both.
                status: CALLED_OFF.has(modality(s, doc, p.start, p.end)) ? "negated" : "stated",
                start: Math.min(owner.start, p.start),
                end: p.end,
                confidence: owner.known ? 0.9 : 0.75,
              },
            ]
          : [],
      );
    }),
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
        "Project:云岭集团特种合金零件生产基地一期 PART_OF Project:云岭集团特种合金零件生产基地",
      ],
    ],
    no: ["云岭集团特种合金零件生产基地投产。"],
  },
  apply: (s, doc) =>
    (doc.projects.get(s.sentence) ?? []).flatMap((p): Draft[] => {
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
      // Whoever checks the sentence must find the builder in it.
      for (const owner of [p.owner, p.second])
        if (owner && printed(s, owner))
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
