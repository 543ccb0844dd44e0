/**
 * Undertakings told one by one, each with its own 项目 or 工程: 包括甲项目、乙项目和丙工程. The marks say where each name begins, so
 * words that the tagger does not know cannot cut it short.
 * @module
 */
import { allMatches } from "../../matches.ts";
import type { KnownCompanies } from "../company/types.ts";
import { wordsOf } from "../company/words.ts";
import type { CompanyDoc, TokenSentence } from "../types.ts";
import { BUILT, INNER_VERBS, OUTER_VERBS, PARK } from "./lists.ts";
import { nameProject } from "./name.ts";
import { nameStart } from "./span.ts";
import type { FoundProject } from "./types.ts";

const GOVERNING = /^(?:投资|建设|打造|实施|推进|启动|开工)$/u;
const LONGEST = 44;
/** Besides 项目 and 工程, what a member among such members may end in. */
const MEMBER = `${BUILT}|总部|平台|中心|园区?|厂|城|港|馆|院区|校区|示范区|标段|体系|系统`;
const HEAD = new RegExp(
  `(?:(?<explicit>项目|工程)|(?:${MEMBER}))(?=[、；]|以及|[和及与]|等)|(?<last>项目|工程)(?=[全均都已]|，|。|正|开工|签约|建成|投产|落地|$)|(?<park>${PARK})(?=，|。|$)`,
  "gu",
);
/** What opens such a list; after it stands the first name. */
const OPENING = /(?:用于|投向|包括了?|包含|涉及|涵盖|分别[为是]|其中有|即|如|——|：)$/u;
const OPENING_IN =
  /^[^“”]{0,30}?(?:用于|投向|包括了?|包含|涉及|涵盖|分别[为是]|其中有|来到|走进|前往|察看了?|查看了?|走访了?|参观了?|考察了?|调研了?)(?<rest>[^，。；]{4,44})$/u;
/** 1.2亿元用于|某某项目 */
const SHARE = /^[\d.]{1,12}[万亿]{0,2}元(?:将|拟|则)?(?:用于|投入|投向)/u;
const MARK = /[、；，。：！？]/u;
/** Words between two names of a list. */
const JOIN = /^(?:以及|[和及与])/u;

interface Piece {
  start: number;
  end: number;
  /** Says itself that it is an undertaking. */
  explicit: boolean;
}

const PARK_END = new RegExp(`(?:${PARK})$`, "u");

/** Is this a list of undertakings? Members that do not say so need two that do, an opening and one that does, or three parks. */
function isList(norm: string, run: readonly Piece[]): boolean {
  if (run.length < 2) return false;
  const explicit = run.filter((p) => p.explicit).length;
  if (explicit === run.length || explicit >= 2) return true;
  const first = run[0];
  const opened =
    first !== undefined &&
    (OPENING.test(norm.slice(Math.max(0, first.start - 4), first.start)) ||
      OPENING_IN.test(norm.slice(first.start, first.end)));
  const parks = run.length > 2 && run.every((p) => PARK_END.test(norm.slice(p.start, p.end)));
  return opened && (explicit > 0 || parks);
}

/** Leaves out members at both ends that only the middle would vouch for. */
function trimmed(norm: string, run: readonly Piece[]): Piece[] {
  const first = run.findIndex((p) => p.explicit);
  const last = run.findLastIndex((p) => p.explicit);
  if (first < 0) return [...run];
  const opened = OPENING.test(norm.slice(Math.max(0, (run[0]?.start ?? 0) - 4), run[0]?.start));
  return run.slice(opened || OPENING_IN.test(norm.slice(run[0]?.start, run[0]?.end)) ? 0 : first, last + 1);
}

/** Position after the last mark before `end` that stands outside quotation marks. */
function afterMark(norm: string, end: number): number {
  let depth = 0;
  for (let i = end - 1; i >= 0 && end - i <= LONGEST; i--) {
    const c = norm[i] ?? "";
    if (/[”’）]/u.test(c)) depth++;
    else if (/[“‘（]/u.test(c)) {
      if (depth === 0) return i + 1;
      depth--;
    } else if (depth === 0 && MARK.test(c)) return i + 1;
  }
  return Math.max(0, end - LONGEST);
}

/** The runs of two names or more that stand mark to mark. */
function runsOf(norm: string): Piece[][] {
  const runs: Piece[][] = [];
  for (const match of allMatches(norm, HEAD)) {
    const end = match.index + match[0].length;
    const run = runs.at(-1);
    const before = run?.at(-1);
    const mark = afterMark(norm, match.index);
    const from = Math.max(mark, before && before.end > mark ? before.end : 0);
    const start = from + (JOIN.exec(norm.slice(from, end))?.[0].length ?? 0);
    if (end - start < 5 || end - start > LONGEST) continue;
    // 涉及甲项目，乙项目: after such an opening commas divide the list too.
    const first = run?.[0];
    const marks = first && OPENING_IN.test(norm.slice(first.start, first.end)) ? /[、；，]/u : /[、；]/u;
    const next =
      before !== undefined &&
      (from === before.end || (from === before.end + 1 && marks.test(norm[before.end] ?? "")));
    const piece = { start, end, explicit: /(?:项目|工程)$/u.test(match[0]) };
    if (next) run?.push(piece);
    else runs.push([piece]);
  }
  return runs.filter((r) => isList(norm, r)).map((r) => trimmed(norm, r));
}

export function enumeratedProjects(s: TokenSentence, doc: CompanyDoc, known: KnownCompanies): FoundProject[] {
  return runsOf(s.norm).flatMap((run) =>
    run.flatMap(({ start, end }, i): FoundProject[] => {
      let from = start;
      let opened = OPENING.test(s.norm.slice(Math.max(0, start - 4), start));
      if (!opened) {
        const rest = OPENING_IN.exec(s.norm.slice(start, end))?.groups?.["rest"];
        opened = rest !== undefined;
        if (rest !== undefined) from = end - rest.length;
        else if (i === 0) from = nameStart(wordsOf(s), s.norm, end, start);
      }
      from += SHARE.exec(s.norm.slice(from, end))?.[0].length ?? 0;
      const text = s.norm.slice(from, end);
      if (
        /[，。；]|^[\d一二两三四五六七八九十多]+[个大项类]/u.test(text) ||
        /[了着]|等(?:一批|\d|[一二三四五六七八九十多])|的(?:重点|重大)?(?:项目|工程)$/u.test(text)
      )
        return [];
      // A verb in front of its object: the name begins behind it, as other rules find.
      const governed = s.tokens.some(
        (w) =>
          w.start >= from &&
          w.end < end - 2 &&
          OUTER_VERBS.has(w.text) &&
          !INNER_VERBS.has(w.text) &&
          (GOVERNING.test(w.text) || (w.tag === "v" && !opened)),
      );
      if (governed) return [];
      // Money of a prospectus: no undertaking.
      if (/流动资金|偿还(?:银行)?贷款/u.test(text)) return [];
      // `listed` would let a brand be guessed before each product; here only known builders are taken off.
      const evidence = { context: true, listed: false };
      const project = nameProject(s, doc, known, from, end, evidence, "project/enumerated");
      return project ? [{ ...project, listed: true }] : [];
    }),
  );
}
