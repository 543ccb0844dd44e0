/**
 * A sum that is spelled out: after “1+3+N”体系 comes 其中，“1”为…；“3”为甲类、乙类、丙类三个推进组…；“N”为…. Every term
 * is a group of its own, with a leader, agencies at its head and a rhythm in which it meets.
 * @module
 */
import { allMatches } from "../../matches.ts";
import type { ClaimRule, Doc, DocSentence, Draft, Mention, MentionRule, TokenSentence } from "../types.ts";
import { members } from "./shape.ts";
import { mechanism } from "./words.ts";

const TERM = /“(?<term>\d{1,3}|[A-Z])”(?:为|即|是指|代表)(?<what>[^，；。：]{2,48})(?<rest>[^；。]{0,160})/gu;
const SEVERAL = /^(?<list>.+?)(?<count>[两二三四五六七八九十]|\d{1,2})个(?<head>\p{Script=Han}{2,10})$/u;
const GROUP = /(?:组|专班|小组|委员会|办公室|中心|平台|体系|机制|片区|工程|行动|基地|库)$/u;

interface Term {
  start: number;
  end: number;
  rest: string;
  groups: Mention[];
}

/** The terms of a sentence that spells out a sum, each with its groups. */
function termsOf(s: TokenSentence): Term[] {
  const found = allMatches(s.norm, TERM);
  if (found.length < 2) return [];
  return found.map((match): Term => {
    const { what = "", rest = "" } = match.groups ?? {};
    const start = match.index + match[0].length - rest.length - what.length;
    const base = { start: match.index, end: match.index + match[0].length, rest };
    const several = SEVERAL.exec(what)?.groups;
    const list = several === undefined ? [] : members(several["list"] ?? "");
    if (several && list.length > 1) {
      let at = start;
      const groups = list.map((item) => {
        const own = mechanism(
          s,
          { start: at, end: at + item.length },
          item + (several["head"] ?? ""),
          "mechanism/group",
          [item, `${item}${(several["head"] ?? "").slice(-3)}`],
          0.9,
        );
        at += item.length + 1;
        return own;
      });
      return { ...base, groups };
    }
    return {
      ...base,
      groups: GROUP.test(what)
        ? [
            mechanism(
              s,
              { start, end: start + what.length },
              what,
              "mechanism/group",
              [what.replace(/^(?:各|全市|全省)/u, "")],
              0.9,
            ),
          ]
        : [],
    };
  });
}

const EXAMPLE =
  "该市健全“1+2+N”管理体系。其中，“1”为市项目工作领导小组，按月调度全市项目；“2”为工业类、交通类两个专项推进组，由市工信局、市住建局牵头推进，每半个月调度一次；“N”为市级部门推进组，不定期调度。";

export const group: MentionRule = {
  name: "mechanism/group",
  grammar: true,
  examples: {
    yes: [
      [EXAMPLE, "Mechanism:交通类专项推进组"],
      [EXAMPLE, "Mechanism:市级部门推进组"],
    ],
    no: ["“1”为最小的数。"],
  },
  propose: (s) => termsOf(s).flatMap((t) => t.groups),
};

const RHYTHM =
  /(?:按(?:日|周|旬|月|季)|每(?:半个|两|双)?(?:日|天|周|旬|月|个月|季度|年)|不定期|定期)[^，。；]{0,4}?(?:调度|推进|会商|通报|督查|召开|研究)(?:一次)?/u;

/** The sum that is spelled out: named last before. */
function sumBefore(s: DocSentence, doc: Doc): Mention | undefined {
  const index = doc.sentences.indexOf(s);
  for (let i = index; i >= Math.max(0, index - 3); i--) {
    const sum = doc.sentences[i]?.mentions.findLast((m) => m.type === "Mechanism" && m.name.includes("+"));
    if (sum) return sum;
  }
  return undefined;
}

export const groupsOfSum: ClaimRule = {
  name: "mechanism/groups-of-sum",
  examples: {
    yes: [
      [EXAMPLE, "Mechanism:市级部门推进组 PART_OF Mechanism:1+2+N管理体系 (rhythm=不定期调度)"],
      [EXAMPLE, "Mechanism:工业类专项推进组.rhythm=每半个月调度一次"],
    ],
    no: ["“1”为最小的数，“2”为其次。"],
  },
  apply(s, doc) {
    const terms = termsOf(s);
    const sum = terms.length === 0 ? undefined : sumBefore(s, doc);
    if (!sum) return [];
    return terms.flatMap((term): Draft[] => {
      const rhythm = RHYTHM.exec(term.rest)?.[0];
      const range = { start: term.start, end: term.end, status: "stated" as const };
      const beat = rhythm === undefined ? {} : { rhythm };
      const agencies = s.mentions.filter(
        (m) => m.type === "Agency" && m.start >= term.start && m.end <= term.end,
      );
      const heads = /牵头/u.test(term.rest) ? agencies : [];
      const kept = s.mentions.filter(
        (m) => m.type === "Mechanism" && term.groups.some((g) => g.start === m.start),
      );
      const drafts: Draft[] = kept.flatMap((g): Draft[] => [
        { kind: "relation", predicate: "PART_OF", subject: g, object: sum, ...range, ...beat },
        {
          kind: "value",
          subject: g,
          property: "description",
          value: s.sentence.text.slice(term.start, term.end),
          ...range,
        },
        ...(rhythm === undefined
          ? []
          : [{ kind: "value" as const, subject: g, property: "rhythm" as const, value: rhythm, ...range }]),
      ]);
      // As many agencies at the head as there are groups: each leads its own.
      if (heads.length > 0)
        for (const [i, g] of kept.entries())
          for (const [j, a] of heads.entries())
            if (heads.length !== kept.length || i === j)
              drafts.push({
                kind: "relation",
                predicate: "LEADS",
                subject: a,
                object: g,
                title: "牵头",
                ...range,
                ...beat,
              });
      // A term that is itself an agency stands over the whole.
      const over = kept.length === 0 ? agencies[0] : undefined;
      if (over)
        drafts.push({ kind: "relation", predicate: "LEADS", subject: over, object: sum, ...range, ...beat });
      if (over)
        drafts.push({
          kind: "value",
          subject: sum,
          property: "description",
          value: s.sentence.text.slice(term.start, term.end),
          ...range,
        });
      if (over && rhythm !== undefined)
        drafts.push({
          kind: "value",
          subject: sum,
          property: "rhythm",
          value: `${over.text}${rhythm}`,
          ...range,
        });
      return drafts;
    });
  },
};
