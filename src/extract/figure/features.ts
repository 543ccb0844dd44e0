/**
 * Named features of a figure, by which the scorer tells how sure it is: the words that name it, what it is measured in, whose
 * it is, where its time comes from, how it is said. One implementation, for training and for use.
 * @module
 */
import { officialIndicator } from "../../indicators.ts";
import { besideHome } from "../place/read.ts";
import type { Quantity } from "../quantity/index.ts";
import { groupAt, type Row, rowOf, wordAt } from "../relate/units.ts";
import { viewOf } from "../relate/view.ts";
import { modality } from "../status.ts";
import type { Doc, Draft, Mention } from "../types.ts";
import { doubtsOf } from "./doubtful.ts";
import { clauseStart } from "./indicator.ts";
import type { Figure } from "./types.ts";

type ObservationDraft = Extract<Draft, { kind: "observation" }>;

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
const RIVALS: readonly Mention["type"][] = ["Place", "Company", "Institution", "Agency", "Person", "Project"];

const OWNING: ReadonlySet<Mention["type"]> = new Set([
  "Company",
  "Place",
  "Institution",
  "Project",
  "Agency",
]);

const count = (n: number): string => (n >= 6 ? "6" : n >= 4 ? "4" : String(n));
const bucket = (n: number): string =>
  n <= 4 ? String(n) : n <= 6 ? "6" : n <= 9 ? "9" : n <= 13 ? "13" : n <= 20 ? "20" : n <= 30 ? "30" : "99";
const tenth = (share: number): string => String(Math.round(share * 10));

const isMention = (subject: ObservationDraft["subject"]): subject is Mention =>
  subject !== "city" && "start" in subject;

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

/** Whose it is said to be, where that was named, and who else it might be. */
function owned(
  { sentence: s, quantity, clauseStart: from }: Figure,
  { subject }: ObservationDraft,
  doc: Doc,
): string[] {
  const out: string[] = [];
  const ref = subject === "city" ? undefined : subject;
  const mention = isMention(subject) ? subject : undefined;
  const kind = ref === undefined ? (doc.home === undefined ? "nowhere" : "home") : ref.type;
  const at = mention?.start ?? -1;
  const where = at < 0 ? "none" : at > quantity.start ? "behind" : at >= from ? "clause" : "sentence";
  out.push(`s:${kind}`, `s@:${kind}:${where}`);
  if (mention) out.push(`s%:${kind}:${Math.floor(Math.min(0.99, mention.confidence) * 5)}`);
  if (mention?.anaphor) out.push("s:anaphor");
  if (mention?.type === "Place") out.push(`sp:${besideHome(mention, doc)}`);
  for (const type of RIVALS) {
    const others = s.mentions.filter((m) => m.type === type && m.name !== ref?.name && !m.anaphor);
    const foreign = type === "Place" ? others.filter((m) => m.code !== doc.home?.code) : others;
    const before = foreign.filter((m) => m.end <= quantity.start);
    out.push(`r:${type}:${kind}:${count(foreign.length)}`, `rb:${type}:${kind}:${count(before.length)}`);
    if (before.some((m) => m.start >= from)) out.push(`rc:${type}:${kind}`);
    const first = before[0];
    if (first && first.start <= 3) out.push(`ro:${type}:${kind}`);
  }
  const home = doc.home;
  const view = viewOf(doc);
  if (ref === undefined && home) {
    const name = { type: "Place", name: home.name } as const;
    out.push(
      `h#:${count(view.count(name))}`,
      `h%:${tenth(view.count(name) / Math.max(1, doc.sentences.length))}`,
    );
    out.push(`h:title:${view.inTitle(name)}`, `h:${home.level}`);
    out.push(
      `h:own:${/[全我该本][省市县区州旗盟镇乡村]/u.exec(s.norm.slice(0, quantity.start))?.[0] ?? "none"}`,
    );
    out.push(
      `h:small:${/街道|社区|[全该我]?村|[全该我]镇|[全该我]乡|景区|园区|学校|医院|法院/u.exec(s.norm.slice(0, quantity.start))?.[0] ?? "none"}`,
    );
  }
  if (ref !== undefined) {
    out.push(`v#:${kind}:${count(view.count(ref))}`, `v:title:${kind}:${view.inTitle(ref)}`);
  }
  const [main] = view.main(OWNING);
  const mainly = main === undefined ? "none" : main.type;
  out.push(`main:${mainly}`, `main:${kind}:${mainly}:${main?.name === ref?.name}`);
  const titled = doc.sentences.find((x) => x.sentence.kind === "title")?.mentions ?? [];
  for (const type of RIVALS)
    if (titled.some((m) => m.type === type && m.name !== ref?.name && m.code !== home?.code))
      out.push(`title:${type}:${kind}`);
  const opens = s.mentions[0];
  out.push(`open:${kind}:${opens === undefined ? "none" : opens.start > 6 ? "late" : opens.type}`);
  if (home && s.mentions.some((m) => m.code === home.code && m.end <= quantity.start))
    out.push(`home<:${kind}`);
  if (/全国|我国|国内|全球|世界/u.test(s.norm.slice(0, quantity.start))) out.push(`wide:${kind}`);
  return out;
}

/** When it is said to hold, and where that was taken from. */
function timed(
  { sentence: s, quantity, timed: source, period, clauseStart: from }: Figure,
  doc: Doc,
): string[] {
  const grain = period === undefined ? "none" : period.includes("/") ? "span" : String(period.length);
  const out = [`ps:${source}`, `pg:${grain}`, `psg:${source}:${grain}`];
  const { date } = doc;
  out.push(`pq:${grain}:${quantity.kind}`);
  if (/年[产度均]|全年|每年|一年/u.test(s.norm.slice(from, quantity.end + 6)))
    out.push(`yearly:${grain}:${source}`);
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
