/**
 * Lists that are counted and closed without 等: 集中开工的甲乙、丙丁科技、戊己港3个项目. That the members are as many as the count says
 * vouches for each of them, also where it is a builder's bare name.
 * @module
 */
import type { KnownCompanies } from "../company/types.ts";
import { wordsOf } from "../company/words.ts";
import type { CompanyDoc, TokenSentence } from "../types.ts";
import { plainWords } from "./lists.ts";
import { nameProject } from "./name.ts";
import { nameStart } from "./span.ts";
import type { FoundProject } from "./types.ts";

const COUNTED =
  /(?<list>[^，。；：！？、“”]{2,30}(?:、[^，。；：！？、]{2,30}){1,8}?)(?<!等|第)(?<count>\d{1,2}|[两三四五六七八九])个(?:重点|重大|产业|工业|新建|优质){0,2}(?:项目|工程)(?!建设?单位)/dgu;
const NUMERALS = new Map([..."两三四五六七八九"].map((c, i) => [c, i + 2]));
/** The sentence is about building, not about sports or services. */
const BUILDING = /开工|动工|签约|投产|竣工|投资|落户|落地|奠基|启动|建成|投用/u;
/** What stands before the first name. */
const LEAD = /^.{0,28}(?:的|开工|签约|包括|推进|落地|竣工|投产|启动|引进|建成|实施)(?=.{2})/u;

interface Piece {
  start: number;
  end: number;
}

function piecesOf(s: TokenSentence, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let start = from;
  for (let i = from; i <= to; i++)
    if (i === to || s.norm[i] === "、") {
      pieces.push({ start, end: i });
      start = i + 1;
    }
  const last = pieces.at(-1);
  const and = last && /^(?<head>.{2,20}?)(?:以及|和|与|及)(?=.{2})/u.exec(s.norm.slice(last.start, last.end));
  const token =
    and && s.tokens.find((t) => t.start === (last?.start ?? 0) + (and.groups?.["head"]?.length ?? 0));
  if (last && and && token?.tag === "c") {
    pieces.push({ start: last.start + and[0].length, end: last.end });
    last.end = token.start;
  }
  const [first] = pieces;
  if (first) {
    const lead = LEAD.exec(s.norm.slice(first.start, first.end))?.[0].length;
    first.start =
      lead === undefined ? nameStart(wordsOf(s), s.norm, first.end, first.start) : first.start + lead;
  }
  return pieces;
}

export function countedProjects(s: TokenSentence, doc: CompanyDoc, known: KnownCompanies): FoundProject[] {
  if (!s.norm.includes("、") || !s.norm.includes("个") || !BUILDING.test(s.norm)) return [];
  return [...s.norm.matchAll(COUNTED)].flatMap((match): FoundProject[] => {
    const [from = 0, to = 0] = match.indices?.groups?.["list"] ?? [];
    const count = match.groups?.["count"] ?? "";
    const pieces = piecesOf(s, from, to);
    if (pieces.length !== (NUMERALS.get(count) ?? Number(count))) return [];
    const texts = pieces.map((p) => s.norm.slice(p.start, p.end));
    if (
      texts.some(
        (t) => t.length < 2 || /[的了在将]|^\d|^[一二三四五六七八九十]+[个项]/u.test(t) || plainWords(t),
      )
    )
      return [];
    return pieces.map(({ start, end }, i): FoundProject => {
      const named = nameProject(
        s,
        doc,
        known,
        start,
        end,
        { context: false, listed: true },
        "project/counted",
      );
      const text = texts[i] ?? "";
      return (
        named ?? {
          start,
          end,
          name: `${text}项目`,
          aliases: [text],
          rule: "project/counted",
          confidence: 0.65,
          listed: true,
        }
      );
    });
  });
}
