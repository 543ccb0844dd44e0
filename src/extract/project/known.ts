/**
 * The undertakings of a report: found sentence by sentence, then joined, so that every printed form of one leads to one name.
 * @module
 */
import { allMatches } from "../../matches.ts";
import type { Sentence } from "../../model/report.ts";
import type { CompanyDoc, TokenSentence } from "../types.ts";
import { enumeratedProjects } from "./enumerated.ts";
import { headedProjects } from "./headed.ts";
import { abbreviated, joinNames, joinPlates } from "./joined.ts";
import { listedProjects } from "./listed.ts";
import { PHASE } from "./lists.ts";
import type { FoundProject } from "./types.ts";

type ProjectsOf = ReadonlyMap<Sentence, readonly FoundProject[]>;

const READ = new Set(["body", "caption", "title", "heading"]);
const OWN_PHASE = new RegExp(
  `(?<=^|[，。；：“（]|分[两二三四五]期(?:建设|实施|开发|推进))(?:目前，|其中，?|首开|本次(?:启动|开工|签约|建设)的|此次(?:启动|开工|签约|建设)的|该|确保[^，。]{0,12})?(?<text>(?:(?:项目|工程)(?<phase>${PHASE})|[二三四五]期|[一首]期(?=项目|工程|占地|总?投资|计划|拟|已|主要|规划|于|建设|用地|预计|将|正|今年|\\d))(?:工程|项目)?)(?!间|末|初)`,
  "dgu",
);

const LAST_PHASE = new RegExp(`(?:项目|工程)?${PHASE}(?:项目|工程)?$`, "u");

/** 项目二期工程: the phase of the undertaking named last before it, in the sentence or its paragraph. */
function ownPhases(
  s: TokenSentence,
  all: readonly FoundProject[],
  topic: FoundProject | undefined,
): FoundProject[] {
  if (!s.norm.includes("期") || (all.length === 0 && !topic)) return [];
  return allMatches(s.norm, OWN_PHASE).flatMap((match) => {
    const [start = 0, end = 0] = match.indices?.groups?.["text"] ?? [];
    const latest = all.findLast((p) => p.end <= start) ?? topic;
    if (!latest) return [];
    const base = latest.whole ?? latest.name.replace(LAST_PHASE, "");
    return {
      start,
      end,
      name: base + (match.groups?.["text"] ?? "").replace(/^(?:项目|工程)/u, ""),
      aliases: [],
      rule: "project/own-phase",
      confidence: 0.7,
      whole: base,
      ...(latest.owner ? { owner: { ...latest.owner, start, end: start } } : {}),
    };
  });
}

/** The undertaking that what follows in the paragraph goes on about: the last one that is not only a part or an aim of another. */
function topicOf(s: TokenSentence, all: readonly FoundProject[]): FoundProject | undefined {
  return all.findLast(
    (p, i) =>
      !(/(?:该|本|此)(?:项目|工程)/u.test(s.norm.slice(0, p.start)) || i > 0) ||
      !/建设|打造|构建|形成|购置|配套|包括|涵盖|依托|设有/u.test(
        s.norm
          .slice(Math.max(0, p.start - 40), p.start)
          .split(/[，。；]/u)
          .at(-1) ?? "",
      ),
  );
}

/** The undertakings of a report. */
export function findProjects(doc: CompanyDoc): ProjectsOf {
  const { companies } = doc;
  const bySentence = new Map<Sentence, FoundProject[]>();
  let paragraph = -1;
  let latest: FoundProject | undefined;
  for (const s of doc.sentences) {
    if (!READ.has(s.sentence.kind)) continue;
    if (s.sentence.paragraph !== paragraph) latest = undefined;
    paragraph = s.sentence.paragraph;
    const each = enumeratedProjects(s, doc, companies);
    const listed = [
      ...each,
      ...listedProjects(s, doc, companies).filter(
        (l) => !each.some((e) => l.start < e.end && e.start < l.end),
      ),
    ];
    const free = (f: FoundProject): boolean => !listed.some((l) => l.start < f.end && f.start < l.end);
    const all = [...listed, ...headedProjects(s, doc, companies).filter(free)];
    all.push(
      ...ownPhases(s, all, latest).filter((p) => !all.some((f) => f.start < p.end && p.start < f.end)),
    );
    abbreviated(s, all);
    all.sort((a, b) => a.start - b.start);
    joinPlates(s, all);
    latest = topicOf(s, all) ?? latest;
    bySentence.set(s.sentence, all);
  }
  joinNames(bySentence, doc, companies);
  return bySentence;
}

/** Short forms under which a phase comes back: 某市甲产业园二期 → 产业园二期. */
export function phaseForms(name: string): string[] {
  const form = SHORT_PHASE.exec(name)?.[0];
  return form === undefined || form === name ? [] : [form];
}

const SHORT_PHASE = new RegExp(
  `(?:产业园区?|科技园|物流园|工业园|产业城|基地|中心|工厂|电站|电厂|水厂|码头|机场)(?:项目)?${PHASE}$`,
  "u",
);
