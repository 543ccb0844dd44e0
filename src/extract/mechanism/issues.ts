/**
 * Who brings a document or a way of working into being: the body or the place that is the subject of 制定, 出台, 实施, 推行;
 * where no subject is printed, the place that the text is about.
 * @module
 */

import { lexiconTable } from "../../lexicon.ts";
import { allMatches } from "../../matches.ts";
import type { EntityRef } from "../../model/claim.ts";
import type { ClaimRule, Doc, DocSentence, Draft, Mention } from "../types.ts";
import { since, VERBS } from "./words.ts";

export const VERB: RegExp = new RegExp(
  `(?:${VERBS}|颁布|印发|下发|公布|编制|起草|修订|发起|举办|采用|通报|规范|抓好|锚定|以(?=[^，。；]{0,20}为(?:抓手|牵引|总牵引|引领|载体)))`,
  "u",
);
/** A document is issued, not merely followed. */
const DRAWN_UP =
  /(?:出台|制定|印发|发布|编制|形成|颁布|下发|公布|起草|修订|推出|通过|签署|审议|拟订|拟定|发出|提出|草拟|研究)/u;
/** 该项目采用…, 公司推出…: somebody without a name acts, not the place. */
export const NAMELESS: RegExp = new RegExp(
  `(?:^|[，：“]|其中，|目前，|据悉，)(?:该|本|此)?(?:项目|公司|企业|集团|学校|医院|合作社|党支部|支部|项目部|银行|分行|园区|商家|平台|学院|研究院|团队|活动|会议|本届|大赛)(?:部|党支部|方)?(?:将|已|还|也|在)?[^，。；“”]{0,8}?(?:${VERBS}|采用)`,
  "u",
);
const ISSUED = new Set(["Mechanism", "Policy"]);
/** A place or a body right before these is where something happens or to whom it is done, not who does it. */
const OBLIQUE =
  /(?:在|于|赴|从|到|至|对|向|给|与|和|同|来自|针对|被|受|位于|荣获|获|居|由于|据|以|为|把|将|是|成为|入选|面向|返|来|离|通过|按照|根据|经|会同|联合)$/u;
const GIVES_UP = new Set([
  "mechanism/award",
  "mechanism/honours",
  "mechanism/national",
  "mechanism/group",
  "mechanism/rhythmic-list",
  "mechanism/listed-parts",
  "mechanism/hotline",
]);

/** Other countries do not issue what a Chinese report is about. */
const ABROAD: ReadonlySet<string> = new Set(
  lexiconTable("place-countries").flatMap(([code, name = "", forms = ""]) =>
    code === "CN" ? [] : [name, ...forms.replace(/!/g, "").split(",")],
  ),
);
const isActor = (m: Mention): boolean =>
  m.type === "Agency" ||
  (m.type === "Place" && m.text.length > 1 && m.name !== "中国" && !ABROAD.has(m.text));

/** The actor printed before a position in the sentence: it opens a clause and is followed by what it does. */
function printed(s: DocSentence, before: number): Mention | undefined {
  const quote = openQuote(s.norm, before);
  return s.mentions.findLast((m) => {
    if (!isActor(m) || m.end > before) return false;
    const inner = openQuote(s.norm, m.start);
    if (inner >= 0 && inner !== quote) return false;
    const lead = s.norm.slice(0, coordinated(s, m));
    // 按照甲…建设“乙”: 甲 acts in its own clause only.
    if (/(?:按照|根据|遵照)$/u.test(lead)) return !s.norm.slice(m.end, before).includes("，");
    if (OBLIQUE.test(lead)) return false;
    if (m.end === before) return true;
    const next = s.norm.slice(m.end, m.end + 10);
    return (
      /^(?:[，]|还|也|将|已|正|不断|特|持续|深入|充分|通过|立足|市|不|积极|精心|牢固|以|在|近年来|今年|围绕|坚持|组织|全力|高规格|就|先后|率先|主动|按照|依托|结合|聚焦|始终|专门|同步|党委|主要领导|有关部门|从|为)/u.test(
        next,
      ) || VERB.test(next.slice(0, 8))
    );
  });
}

/** Where the quotation that a position stands in begins, -1 outside. */
function openQuote(norm: string, at: number): number {
  const open = norm.lastIndexOf("“", at - 1);
  return open > norm.lastIndexOf("”", at - 1) ? open : -1;
}

/** Start of the coordination that a mention ends: 市委、市政府. */
function coordinated(s: DocSentence, m: Mention): number {
  const before = s.mentions.find(
    (other) => other.end + 1 === m.start && s.norm[other.end] === "、" && isActor(other),
  );
  return before ? coordinated(s, before) : m.start;
}

/** The bodies that a mention is coordinated with: 甲州委、州政府. */
function besides(s: DocSentence, m: Mention): Mention[] {
  const before = s.mentions.find(
    (o) => o.type === "Agency" && o.end + 1 === m.start && s.norm[o.end] === "、",
  );
  return before && m.type === "Agency" ? [...besides(s, before), before] : [];
}

/** 甲厅上半年累计落实…: the body that a clause tells of; 甲厅介绍 only gives the news. */
const opensAndActs = ({ norm }: DocSentence, m: Mention): boolean =>
  /(?:^|[，：])$/u.test(norm.slice(0, m.start)) &&
  /^(?:今年|上半年|全年|近年来|近期|累计|正|将|已|持续|深入|积极|充分|立足|坚持|聚焦|围绕|，)/u.test(
    norm.slice(m.end),
  );

/** 该市, 我市, 全市 or nothing: the place last spoken of as an actor, else the place of the report. */
function carried(s: DocSentence, doc: Doc): Mention | EntityRef | undefined {
  const index = doc.sentences.indexOf(s);
  for (let i = index - 1; i >= Math.max(0, index - 6); i--) {
    const earlier = doc.sentences[i];
    if (!earlier || earlier.sentence.article !== s.sentence.article) break;
    const subject = earlier.mentions.find(
      (m) =>
        isActor(m) &&
        (m.type === "Place" || opensAndActs(earlier, m)) &&
        (m.start === 0 || printed(earlier, m.end + 1) === m) &&
        !OBLIQUE.test(earlier.norm.slice(0, m.start)),
    );
    if (subject) return subject;
  }
  const { home } = doc;
  return home && speaksFor(doc) ? { type: "Place", name: home.name } : undefined;
}

const OWN = /全市|我市|本市|该市|市委|市政府|全县|我县|该县|县委|全区|我区|该区|全州|该州/u;
const speaking = new WeakMap<Doc, boolean>();

/** Whether the text speaks for its place as an actor; a list of sites in many places does not. */
function speaksFor(doc: Doc): boolean {
  let known = speaking.get(doc);
  if (known === undefined) {
    known = doc.sentences.some(
      (s) =>
        OWN.test(s.norm) ||
        s.mentions.some((m) => m.type === "Place" && m.name === doc.home?.name && m.start === 0),
    );
    speaking.set(doc, known);
  }
  return known;
}

/** A company that is the subject of the clause issues its own; the place has no part in it. */
function companyActs(s: DocSentence, before: number): boolean {
  const company = s.mentions.findLast(
    (m) =>
      (m.type === "Company" || m.type === "Institution" || m.type === "Person" || m.type === "Project") &&
      m.end <= before,
  );
  const actor = s.mentions.findLast((m) => isActor(m) && m.end <= before);
  return (
    company !== undefined &&
    (actor === undefined || actor.end < company.start) &&
    !/[。；：]/u.test(s.norm.slice(company.end, before)) &&
    !/^(?:介绍|表示|说|称|透露|指出|强调|，)/u.test(s.norm.slice(company.end)) &&
    /^(?:将|已|正|在|通过|还|也|不断|依托|积极|(?:项目)?[^，。；、和与]{0,6}(?:获批|实施|建成|投产|推出|开展|采取|创新|建立|构建|探索))/u.test(
      s.norm.slice(company.end),
    )
  );
}

export const issues: ClaimRule = {
  name: "mechanism/issues",
  examples: {
    yes: [
      ["长春市制定了《长春市绿化提升工作方案》。", "Place:长春市 ISSUES Policy:长春市绿化提升工作方案"],
      [
        "长春市不断创新方式。同时，推行“四比四看”活动，掀起热潮。",
        "Place:长春市 ISSUES Mechanism:四比四看活动",
      ],
    ],
    no: ["《长春市绿化提升工作方案》要求加快进度。"],
  },
  apply: (s, doc) =>
    s.sentence.kind === "byline" || s.sentence.kind === "credit"
      ? []
      : s.mentions.flatMap((m): Draft[] => {
          if (!ISSUED.has(m.type) || m.anaphor || GIVES_UP.has(m.rule)) return [];
          const clause = since(s.norm, m.start, "。；！？");
          // 出台《甲》《乙》《丙》: titles between do not part the verb from the last.
          const near = clause.replace(/《[^《》]*》/gu, "《》").slice(-40);
          const after = s.norm.slice(m.end, m.end + 12);
          if (/(?:获批|获评|入选|列入|纳入|荣获|获得|申报)[^，。；]{0,16}$/u.test(clause)) return [];
          // The law of the land; what others do for a programme.
          if (m.name.startsWith("中华人民共和国")) return [];
          if (/为[^，。；]{0,6}$/u.test(clause) && /^[^，。；]{0,10}(?:贡献|助力|添)/u.test(after)) return [];
          const verb =
            VERB.test(near) ||
            /^[^，。；]{0,10}(?:落地|实施(?!条例|细则|方案|办法|意见)|实现|出台|发布|启动)/u.test(after);
          if (!verb || companyActs(s, m.start)) return [];
          if (
            m.type === "Policy" &&
            !DRAWN_UP.test(near) &&
            !/^[^，。；]{0,6}(?:出台|发布|印发|实施(?!条例|细则|方案|办法|意见))/u.test(after)
          )
            return [];
          const named = printed(s, m.start);
          const opens = s.mentions[0];
          if (opens?.type === "Company" && opens.start < 3 && named?.type !== "Agency") return [];
          if (named === undefined && NAMELESS.test(clause)) return [];
          const subject = named ?? carried(s, doc);
          if (!subject || subject.name === m.name) return [];
          return [subject, ...(named ? besides(s, named) : [])].map((who) => ({
            kind: "relation",
            predicate: "ISSUES",
            subject: who,
            object: m,
            start: Math.max(0, m.start - near.length),
            end: m.end,
            confidence: 0.7,
          }));
        }),
};

const LED = /(?<!共同)牵头(?:负责|推进|实施|开展|落实|抓好|组织|建设|做好|承担|的)?/gu;

export const leads: ClaimRule = {
  name: "mechanism/leads",
  examples: {
    yes: [
      [
        "“四比四看”活动由长春市住建局牵头实施。",
        "Agency:长春市住建局 LEADS Mechanism:四比四看活动 (title=牵头)",
      ],
    ],
    no: ["长春市住建局负责协调。"],
  },
  apply: (s) =>
    allMatches(s.norm, LED).flatMap((match): Draft[] => {
      const who = s.mentions.findLast(
        (m) =>
          (m.type === "Agency" || m.type === "Person") && m.end <= match.index && match.index - m.end <= 2,
      );
      const what =
        s.mentions.find(
          (m) => m.type === "Mechanism" && m.start >= match.index && m.start - match.index < 14,
        ) ??
        s.mentions.findLast(
          (m) => m.type === "Mechanism" && who !== undefined && m.end <= who.start && who.start - m.end <= 4,
        );
      if (!who || !what || what.rule === "mechanism/group") return [];
      return [
        {
          kind: "relation",
          predicate: "LEADS",
          subject: who,
          object: what,
          title: "牵头",
          start: Math.min(who.start, what.start),
          end: Math.max(match.index + 2, what.end),
        },
      ];
    }),
};
