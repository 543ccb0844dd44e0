/**
 * Whose figure it is: the project, company or institution named last before the number in its sentence, else the place that the
 * report is about.
 * @module
 */
import type { EntityRef, EntityType } from "../../model/claim.ts";
import type { Doc, Mention } from "../types.ts";
import type { Figure } from "./types.ts";

const OWNERS: ReadonlySet<EntityType> = new Set<EntityType>(["Project", "Company", "Institution"]);

const OUTLET_BEHIND = /^(?:讯|\s*记者|[\p{Script=Han}]{0,6}\d{1,2}月\d{1,2}日[电讯])/u;

/** Whether a mention heads its clause or sentence alone: not in a list, not an example before 等. */
function heads({ sentence }: Figure, mention: Mention, from: number): boolean {
  const { norm, times, mentions } = sentence;
  if (
    /^[^，。；：]{0,40}等/.test(norm.slice(mention.end)) ||
    norm[mention.end] === "、" ||
    norm[mention.start - 1] === "、"
  )
    return false;
  // 本报讯, 甲网乙市8月3日电: the outlet is not the subject.
  if (OUTLET_BEHIND.test(norm.slice(mention.end, mention.end + 12))) return false;
  let start = from;
  for (const time of times)
    if (time.start === start || norm.slice(start, time.start).length <= 1) start = Math.max(start, time.end);
  while (/[，、期间来 “]/.test(norm.charAt(start)) && start < mention.start) start++;
  const place = mentions.find((m) => m.type === "Place" && m.start === start && m.end <= mention.start);
  return (place?.end ?? start) === mention.start || norm.slice(start, mention.start).length <= 2;
}

/** Another place than the one that the report is about, named directly before the words of the figure: 青禾县地区生产总值. */
function placeOf(
  { sentence: { norm, mentions }, quantity, clauseStart }: Figure,
  doc: Doc,
): Mention | undefined {
  const place = mentions.find(
    (m) => m.type === "Place" && m.start >= clauseStart && m.end < quantity.start && m.code !== undefined,
  );
  if (!place || place.code === doc.home?.code || doc.home?.code?.startsWith(place.code ?? "-"))
    return undefined;
  return place.start === clauseStart || /^[\s，其中而]*$/u.test(norm.slice(clauseStart, place.start))
    ? norm[place.end] === "、" || norm[place.end] === "等"
      ? undefined
      : place
    : undefined;
}

/** 我国, 全国 at the head of the sentence or of the figure's clause: not 居全国第五, which ranks the place itself. */
const NATIONWIDE =
  /^(?:[^，。；：]{0,16}，)?(?:据悉，)?(?:其中，?)?(?:\d{4}年)?(?:今年|去年|目前)?(?:以来)?(?:上半年|全年|\d{1,2}月份?|前\d{1,2}个月)?，?(?:我国|全国)(?!第|前|首|人大|政协|各地的)/u;
const COUNTRY: EntityRef = { type: "Place", name: "中国" };

/** Whether the sentence speaks of the whole country, and of no place in it. */
const isNationwide = ({ sentence: { norm, mentions }, quantity }: Figure, start: number): boolean =>
  NATIONWIDE.test(norm.slice(start, quantity.start)) &&
  !mentions.some((m) => m.type === "Place" && m.code !== "CN" && m.start >= start && m.end <= quantity.start);

/** The owner that heads the clause of the figure, else the one that heads its sentence. */
export function subjectOf(figure: Figure, doc: Doc): Mention | EntityRef | "city" {
  const { sentence, quantity, clauseStart } = figure;
  const { norm, mentions } = sentence;
  const owners = mentions.filter((m) => OWNERS.has(m.type));
  // 总投资30亿元的甲项目
  if (norm[quantity.end] === "的") {
    const behind = owners.find((m) => m.start > quantity.end && m.start <= quantity.end + 20);
    if (behind) return behind;
  }
  const before = norm.slice(0, quantity.start);
  const sentenceStart = Math.max(...[..."。；！？"].map((c) => before.lastIndexOf(c))) + 1;
  const leading = owners.filter((m) => m.end <= quantity.start);
  return (
    leading.find((m) => m.start >= clauseStart && heads(figure, m, clauseStart)) ??
    leading.find((m) => m.start >= sentenceStart && heads(figure, m, sentenceStart)) ??
    placeOf(figure, doc) ??
    (isNationwide(figure, sentenceStart) ? COUNTRY : "city")
  );
}
