/**
 * Named features of a figure, by which the scorer tells how sure it is: the words that name it, what it is measured in, whose
 * it is, where its time comes from, how it is said. One implementation, for training and for use.
 * @module
 */
import { officialIndicator } from "../../indicators.ts";
import type { Quantity } from "../quantity/index.ts";
import { count } from "../relate/features.ts";
import { groupAt, type Row, rowOf, wordAt } from "../relate/units.ts";
import { modality } from "../status.ts";
import type { Doc } from "../types.ts";
import { doubtsOf } from "./doubtful.ts";
import { clauseStart } from "./indicator.ts";
import { type ObservationDraft, owned } from "./owner-features.ts";
import { bucket, tenth } from "./steps.ts";
import type { Figure } from "./types.ts";

/** Kinds of words whose number inside a name says whether it is one: verbs, pronouns, adverbs … (tags of the tagger). */
const TOLD_APART = [
  "v",
  "vn",
  "vd",
  "a",
  "ad",
  "d",
  "r",
  "p",
  "c",
  "u",
  "xc",
  "m",
  "q",
  "t",
  "TIME",
  "w",
  "f",
  "s",
];

/** What it is measured in. */
function measured(q: Quantity): string[] {
  const unit =
    q.kind === "money" ? (q.currency ?? "money") : q.kind === "count" ? (q.classifier ?? "") : q.unit;
  const size = q.value === 0 ? "0" : String(Math.floor(Math.log10(Math.abs(q.value))));
  return [
    `q:${q.kind}`,
    `u:${unit}`,
    `size:${q.kind}:${size}`,
    `per:${q.perUnit ?? ""}`,
    `qual:${q.qualifier ?? ""}`,
    `dir:${q.direction ?? 0}:${q.kind}`,
    `basis:${q.basis ?? ""}`,
    ...(q.chinese ? ["chinese"] : []),
    ...(q.vague ? ["vague"] : []),
    ...(q.high === undefined ? [] : ["range"]),
  ];
}

/** The words of the name, where it stands in the sentence as it is; their kinds at both ends, and how many of which inside. */
function named({ sentence, quantity, clauseStart: from, base }: Figure, name: string): string[] {
  const { norm, tokens } = sentence;
  const before = norm.lastIndexOf(name, quantity.start - name.length);
  const at = before >= 0 ? before : norm.startsWith(name, quantity.end) ? quantity.end : -1;
  const where = base ? "base" : at < 0 ? "composed" : at >= from ? "clause" : "earlier";
  const out = [
    `from:${where}`,
    `len:${bucket(name.length)}`,
    `i<:${name.slice(0, 1)}`,
    `i<<:${name.slice(0, 2)}`,
  ];
  out.push(`i>:${name.slice(-1)}`, `i>>:${name.slice(-2)}`, `i>>>:${name.slice(-3)}`);
  if (/[a-z\d]/iu.test(name)) out.push("latin");
  if (at < 0 || tokens.length === 0) return out;
  const end = at + name.length;
  const inside = tokens.filter((t) => t.start < end && at < t.end);
  const [first, last] = [inside[0], inside.at(-1)];
  if (!first || !last) return out;
  if (first.start < at) out.push("cut:left", `cut:left:${first.tag}`);
  if (last.end > end) out.push("cut:right", `cut:right:${last.tag}`);
  const text = (t: { start: number; end: number }): string => norm.slice(t.start, t.end);
  out.push(
    `ft:${first.tag}`,
    `fw:${text(first)}`,
    `lt:${last.tag}`,
    `lw:${text(last)}`,
    `fl:${first.tag}|${last.tag}`,
    `nt:${bucket(inside.length)}`,
  );
  if (inside.length <= 4) out.push(`tags:${inside.map((t) => t.tag).join(" ")}`);
  for (const tag of TOLD_APART) {
    const many = inside.filter((t) => t.tag === tag).length;
    if (many > 0) out.push(`n:${tag}:${count(many)}`, `n:${tag}`);
  }
  for (const t of inside) out.push(`w:${text(t)}`);
  if (at >= from && at < quantity.start) {
    out.push(`left:${bucket(at - from)}`, `gap:${bucket(Math.max(0, quantity.start - end))}`);
    out.push(`alone:${first.tag}:${from === 0 || norm[from - 1] !== "，" ? "opens" : "goes on"}`);
  } else if (at >= quantity.end) out.push("behind", `behind:${quantity.kind}:${first.tag}`);
  const behind = tokens.find((t) => t.start >= end);
  out.push(`>t:${behind?.tag ?? "$"}`);
  const ahead = tokens.findLast((t) => t.end <= at);
  out.push(`<t:${ahead?.tag ?? "^"}`, `<w:${ahead ? text(ahead) : "^"}`);
  return out;
}

/** The words around the number, by themselves and by their groups. */
function around(row: Row, { quantity: q, sentence: s }: Figure): string[] {
  const unit = row.units.findIndex((u) => u.end > q.start);
  const next = row.units.findIndex((u) => u.start >= q.end);
  const behind = next < 0 ? row.units.length : next;
  const out: string[] = [];
  for (let d = 1; d <= 3; d++) {
    out.push(`b${d}:${wordAt(row, unit - d)}`, `bg${d}:${groupAt(row, unit - d)}`);
    out.push(`bt${d}:${row.units[unit - d]?.tag ?? "^"}`);
  }
  for (let d = 0; d <= 1; d++) {
    out.push(`a${d}:${wordAt(row, behind + d)}`, `ag${d}:${groupAt(row, behind + d)}`);
    out.push(`at${d}:${row.units[behind + d]?.tag ?? "$"}`);
  }
  for (let i = unit - 1; i >= Math.max(0, unit - 12); i--) {
    const { tag = "", start = 0 } = row.units[i] ?? {};
    if (start < clauseStart(s.norm, q.start, 0)) break;
    if (tag !== "v") continue;
    out.push(`verb:${wordAt(row, i)}`, `verbg:${groupAt(row, i)}`);
    break;
  }
  return out;
}

/** When it is said to hold, and where that was taken from. */
function timed(
  { sentence: s, quantity, timed: source, period, carried, clauseStart: from }: Figure,
  doc: Doc,
): string[] {
  const grain = period === undefined ? "none" : period.includes("/") ? "span" : String(period.length);
  const out = [`ps:${source}`, `pg:${grain}`, `psg:${source}:${grain}`];
  const { date } = doc;
  out.push(`pq:${grain}:${quantity.kind}`);
  if (/年[产度均]|全年|每年|一年/u.test(s.norm.slice(from, quantity.end + 6)))
    out.push(`yearly:${grain}:${source}`);
  if (carried !== undefined) out.push(`pd:${bucket(carried)}`, `pdg:${grain}:${bucket(carried)}`);
  if (date === undefined) out.push("undated");
  else if (period !== undefined) {
    if (period === date) out.push("p:today", `p:today:${source}`);
    const years = Number(date.slice(0, 4)) - Number(period.slice(-10).slice(0, 4));
    const to = Number(date.slice(0, 4)) - Number((period.split("/").at(-1) ?? "").slice(0, 4));
    out.push(`py:${Math.max(-3, Math.min(6, to))}`, ...(years === to ? [] : ["p:long"]));
  }
  const times = s.times.filter((t) => t.value !== "");
  out.push(`nt:${count(times.length)}`);
  out.push(`tc:${count(times.filter((t) => t.start >= from && t.end <= quantity.start).length)}`);
  out.push(`ta:${count(times.filter((t) => t.start >= quantity.end).length)}`);
  if (times.some((t) => t.fuzzy)) out.push("t:fuzzy");
  return out;
}

/** A text of fewer sentences tells nothing of its kind. */
const SPEAKING = 5;
const SMALL = ["d:small"];

/** What kind of text it stands in, by its figures: a day of the exchange is full of shares and prices. */
const climates = new WeakMap<Doc, readonly string[]>();
function climateOf(doc: Doc): readonly string[] {
  const known = climates.get(doc);
  if (known) return known;
  const body = doc.sentences.filter((s) => s.sentence.kind === "body");
  if (body.length < SPEAKING) return SMALL;
  const all = body.flatMap((s) => s.quantities).filter((q) => q.kind !== "plain" && q.kind !== "ordinal");
  const share = (test: (q: Quantity) => boolean): string =>
    tenth(all.filter(test).length / Math.max(1, all.length));
  const chars = body.reduce((sum, s) => sum + s.norm.length, 0);
  const out = [
    `d:ratio:${share((q) => q.kind === "ratio" || q.kind === "pp")}`,
    `d:money:${share((q) => q.kind === "money")}`,
    `d:count:${share((q) => q.kind === "count")}`,
    `d:share:${share((q) => q.unit === "股" || q.perUnit === "股" || q.classifier === "股" || q.unit === "手")}`,
    `d:many:${bucket(Math.round((1000 * all.length) / Math.max(1, chars)))}`,
    `d:long:${bucket(body.length)}`,
    `d:mood:${body.some((s) => s.passage.mood !== undefined)}`,
    `d:home:${doc.home?.level ?? "none"}`,
  ];
  climates.set(doc, out);
  return out;
}

/** All features of a figure. */
export function figureFeatures(figure: Figure, draft: ObservationDraft, doc: Doc): string[] {
  const { sentence: s, quantity: q, clauseStart: from } = figure;
  const { norm } = s;
  const official = officialIndicator(draft.indicator);
  const mood = modality(s, doc, figure.start, figure.end);
  const kind = draft.observationKind;
  const open = norm.lastIndexOf("“", q.start) > norm.lastIndexOf("”", q.start);
  const position = doc.sentences.indexOf(s);
  const head = norm[from - 1] ?? "^";
  return [
    "bias",
    `official:${official ? "yes" : "no"}`,
    `off:${official ? (official.headline ? "headline" : "other") : "no"}:${kind}`,
    `measure:${draft.measure ?? "level"}:${official ? "yes" : "no"}`,
    ...measured(q),
    ...named(figure, draft.indicator),
    ...around(rowOf(s), figure),
    ...owned(figure, draft, doc),
    ...timed(figure, doc),
    `k:${kind}`,
    `m:${mood}`,
    `km:${kind}:${mood}`,
    `passage:${s.passage.mood ?? "none"}:${kind}`,
    `clause:${head}`,
    `gap:${bucket(q.start - from)}`,
    `nq:${count(s.quantities.filter((x) => x.kind !== "plain" && x.kind !== "ordinal").length)}`,
    `nb:${count(s.quantities.filter((x) => x.end <= q.start && x.kind !== "plain").length)}`,
    `slen:${bucket(Math.round(norm.length / 8))}`,
    `pos:${bucket(position)}`,
    ...(figure.countable === undefined ? [] : ["countable"]),
    ...(figure.change === undefined ? [] : ["change"]),
    ...(open ? ["quoted"] : []),
    ...(norm.lastIndexOf("（", q.start) > norm.lastIndexOf("）", q.start) ? ["bracketed"] : []),
    ...doubtsOf(figure.indicator, q).map((doubt) => `doubt:${doubt}`),
    ...climateOf(doc),
  ];
}
