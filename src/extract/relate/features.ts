/**
 * Named features of a candidate: the words between, before and behind, how far apart, what stands between, what competes,
 * what the names and the whole report say, and which rules proposed it. One implementation, for training and for use.
 * @module
 */

import { lexiconTable } from "../../lexicon.ts";
import type { EntityRef } from "../../model/claim.ts";
import { liesIn } from "../../tag/gazetteer/codes.ts";
import { besideHome } from "../place/read.ts";
import { positionIn } from "../settle.ts";
import { modality } from "../status.ts";
import type { Doc, DocSentence, Mention } from "../types.ts";
import { ruleFeatures } from "./proposals.ts";
import type { Candidate } from "./types.ts";
import { groupAt, type Node, type Row, rowOf, wordAt } from "./units.ts";
import { viewOf } from "./view.ts";

/** Rule of the names that the learner takes from annotations. */
export const ANNOTATED = "annotated";
const MOST_BETWEEN = 16;
const POSTS: ReadonlySet<string> = new Set(lexiconTable("posts").map(([w = ""]) => w));

/** Distances, coarser as they grow. */
export const bucket = (n: number): string =>
  n <= 3 ? String(n) : n <= 5 ? "5" : n <= 8 ? "8" : n <= 12 ? "12" : n <= 20 ? "20" : n <= 35 ? "35" : "99";
/** Small numbers as they are. */
export const count = (n: number): string => (n >= 6 ? "6" : n >= 4 ? "4" : String(n));

/** The end of a name tells what kind of thing it is. */
function headOf(m: { name: string }, out: string[], label: string): void {
  const name = m.name.replace(/(?:项目|工程)$/u, "");
  out.push(`${label}1:${name.slice(-1)}`, `${label}2:${name.slice(-2)}`);
}

/** What a place is, beside the report's own. */
export function placeFeatures(place: { name: string; code?: string }, doc: Doc, out: string[]): void {
  const division = place.code === undefined ? undefined : doc.gazetteer.byCode(place.code);
  out.push(`lv:${division ? (division.kind ?? division.level) : `none${place.name.slice(-1)}`}`);
  out.push(`home:${besideHome(place, doc)}`);
}

/** How sure the recogniser is of a name, here and where it is surest. Annotated names say nothing. */
export function sureFeatures(doc: Doc, m: Mention | EntityRef, label: string, out: string[]): void {
  if ("rule" in m && m.rule === ANNOTATED) return;
  const steps = (p: number): number => Math.floor(Math.min(0.99, p) * 5);
  const best = viewOf(doc).sure(m);
  out.push(`p${label}:${best === undefined ? "none" : steps(best)}`);
  if ("confidence" in m && !m.anaphor) out.push(`q${label}:${steps(m.confidence)}`);
}

/** What stands between, before and behind two names of a sentence. */
export function pairFeatures(s: DocSentence, doc: Doc, a: Node, b: Node, out: string[]): void {
  const row = rowOf(s);
  const view = viewOf(doc);
  const types = `${a.mention.type[0]}${a.mention.type[1]}${b.mention.type[0]}${b.mention.type[1]}`;
  out.push(`t:${types}`);
  if (a.host === b.host) nestedFeatures(s, a, b, out);
  else apartFeatures(row, a, b, types, out);
  rivalFeatures(row, a, b, out);
  if (b.mention.type === "Place") placeRivals(row, a, b, out);
  if (a.mention.anaphor || b.mention.anaphor) out.push(a.mention.anaphor ? "ana:a" : "ana:b");
  if (a.host !== a.mention) out.push(`nesta:${a.host.type}`);
  if (b.host !== b.mention) out.push(`nestb:${b.host.type}`);
  headOf(a.mention, out, "ha");
  headOf(b.mention, out, "hb");
  out.push(`k:${s.sentence.kind}`);
  if (view.position(s) >= 0 && view.position(s) < 3) out.push(`pos:${view.position(s)}`);
  const together = view.together(a.mention, b.mention);
  out.push(
    `co:${count(together)}`,
    `na:${count(view.count(a.mention))}`,
    `nb:${count(view.count(b.mention))}`,
  );
  if (together === view.count(b.mention)) out.push("co=b");
  if (together === view.count(a.mention)) out.push("co=a");
  out.push(`ka:${count(view.kinds(a.mention.type))}`, `kb:${count(view.kinds(b.mention.type))}`);
  if (view.inTitle(a.mention)) out.push("tia");
  if (view.inTitle(b.mention)) out.push("tib");
}

/** One name inside another: 甲|市某局, 某集团（甲|）, 某大学|甲|分校. */
function nestedFeatures(s: DocSentence, a: Node, b: Node, out: string[]): void {
  const host = a.mention.start <= b.mention.start && b.mention.end <= a.mention.end ? a.mention : a.host;
  const { start, end } = b.mention;
  const where = positionIn(b.mention, host, s.norm);
  out.push(`in:${where}`, `in:${where}:${a.mention.type}`);
  const rest = s.norm.slice(end, host.end);
  out.push(
    `in>${rest.slice(0, 2)}`,
    `in<${s.norm.slice(Math.max(host.start, start - 2), start)}`,
    `in#${bucket(rest.length)}`,
  );
  if (a.mention !== host) out.push(`in^${a.mention.type}`);
}

function apartFeatures(row: Row, a: Node, b: Node, types: string, out: string[]): void {
  const forward = a.unit < b.unit;
  const [l, r] = forward ? [a.unit, b.unit] : [b.unit, a.unit];
  const o = forward ? ">" : "<";
  out.push(`o:${o}`);
  const n = r - l - 1;
  out.push(`d${o}${bucket(n)}`);
  const clauses = (row.clauses[r] ?? 0) - (row.clauses[l] ?? 0);
  out.push(`c${o}${count(clauses)}`);
  const between: Record<string, number> = {};
  let text = "";
  let lastVerb = "";
  for (let i = l + 1; i < r; i++) {
    const unit = row.units[i];
    if (!unit) continue;
    const word = wordAt(row, i);
    if (unit.tag === "" && /[Ⓟ-ⓩⒶ-Ⓩ]/u.test(word)) between[word] = (between[word] ?? 0) + 1;
    if (n <= MOST_BETWEEN) {
      out.push(`w${o}${word}`, `g${o}${groupAt(row, i)}`);
      if (i > l + 1) out.push(`ww${o}${wordAt(row, i - 1)}|${word}`);
    } else if (unit.tag.startsWith("v")) out.push(`v${o}${word}`);
    if (unit.tag === "v" || unit.tag === "vn") lastVerb = word;
    if (n <= 6) text += word;
  }
  if (n <= 6) out.push(`bt${o}${text}`, `bt${o}${types}${text}`);
  if (lastVerb !== "") out.push(`lv${o}${lastVerb}`);
  if (n <= 6)
    out.push(`gt${o}${types}${Array.from({ length: n }, (_, k) => groupAt(row, l + 1 + k)).join(" ")}`);
  if (n > 0)
    out.push(
      `b1${o}${wordAt(row, l + 1)}`,
      `bz${o}${wordAt(row, r - 1)}`,
      `b1z${o}${wordAt(row, l + 1)}|${wordAt(row, r - 1)}`,
      `gb1${o}${groupAt(row, l + 1)}`,
      `gbz${o}${groupAt(row, r - 1)}`,
    );
  for (const [symbol, many] of Object.entries(between)) out.push(`mb:${symbol}${count(many)}`);
  const l1 = wordAt(row, l - 1);
  const r1 = wordAt(row, r + 1);
  out.push(
    `l1${o}${l1}`,
    `l2${o}${wordAt(row, l - 2)}|${l1}`,
    `r1${o}${r1}`,
    `r2${o}${r1}|${wordAt(row, r + 2)}`,
    `lr${o}${l1}|${r1}`,
    `gl1${o}${groupAt(row, l - 1)}`,
    `gr1${o}${groupAt(row, r + 1)}`,
  );
  for (let i = l - 2; i >= Math.max(0, l - 5); i--) out.push(`lw${o}${wordAt(row, i)}`);
  for (let i = r + 2; i <= Math.min(row.units.length - 1, r + 7); i++) out.push(`rw${o}${wordAt(row, i)}`);
  if (n <= 3) out.push(`lbr${o}${l1}|${text}|${r1}`);
  // The first verb behind: 甲、乙|签约.
  for (let i = r + 1; i <= Math.min(row.units.length - 1, r + 12); i++)
    if (row.units[i]?.tag === "v" || row.units[i]?.tag === "vn") {
      out.push(`rv${o}${wordAt(row, i)}`);
      break;
    }
  const opens = (row.clauses[l - 1] ?? -1) !== row.clauses[l] || l === 0 || /[，。；：“]/u.test(l1);
  if (opens) out.push(`op${o}`);
}

/** Who else might be meant: names of the same kinds nearer to either. */
function rivalFeatures(row: Row, a: Node, b: Node, out: string[]): void {
  const gap = Math.abs(a.unit - b.unit);
  let tails = 0;
  let heads = 0;
  let sideTails = 0;
  // Names lie in the order of their units: only those near enough to be nearer are looked at.
  const [from, to] = [Math.min(a.unit, b.unit) - gap, Math.max(a.unit, b.unit) + gap];
  for (let i = row.firstAt[Math.max(0, from)] ?? 0; i < row.nodes.length; i++) {
    const n = row.nodes[i];
    if (!n || n.unit > to) break;
    if (n.mention === a.mention || n.mention === b.mention) continue;
    if (
      n.mention.type === b.mention.type &&
      n.mention.name !== b.mention.name &&
      Math.abs(n.unit - a.unit) < gap
    ) {
      tails++;
      if (n.unit < a.unit === b.unit < a.unit) sideTails++;
    }
    if (
      n.mention.type === a.mention.type &&
      n.mention.name !== a.mention.name &&
      Math.abs(n.unit - b.unit) < gap
    )
      heads++;
  }
  const others = (of: Node): boolean =>
    row.nodes.some(
      (n) =>
        n.mention.type === of.mention.type &&
        n.mention.name !== of.mention.name &&
        n.mention !== a.mention &&
        n.mention !== b.mention,
    );
  out.push(`rt:${count(tails)}`, `rh:${count(heads)}`, `rs:${count(sideTails)}`);
  if (!others(b)) out.push("onlyb");
  if (!others(a)) out.push("onlya");
  if (tails === 0 && heads === 0) out.push("near");
}

/** Where another place lies: in this one, around it, or elsewhere, as far as that is known. */
function kinOf(code: string | undefined, other: string | undefined): "in" | "out" | "else" {
  if (code === undefined || other === undefined) return "else";
  if (liesIn(other, code)) return "in";
  return liesIn(code, other) ? "out" : "else";
}

/** The other places of the sentence: one inside this one, around it, or elsewhere; on which side, and how near. */
function placeRivals(row: Row, a: Node, b: Node, out: string[]): void {
  const gap = Math.abs(a.unit - b.unit);
  const { code, name } = b.mention;
  let [finer, wider, apart] = [false, false, false];
  for (const n of row.nodes) {
    const other = n.mention;
    if (other.type !== "Place" || other === b.mention || other.name === name || other.code === code) continue;
    const kin = kinOf(code, other.code);
    const touches = n.unit === b.unit + 1 || n.unit === b.unit - 1 || n.host === b.host;
    const side = n.unit < a.unit === b.unit < a.unit ? "same" : "other";
    const near = Math.abs(n.unit - a.unit) < gap ? "nearer" : "farther";
    out.push(`pv:${kin}:${touches ? "touch" : near}`, `pv:${kin}:${side}:${near}`);
    if (kin === "in") finer = true;
    else if (kin === "out") wider = true;
    else apart = true;
  }
  out.push(`pk:${finer ? "f" : ""}${wider ? "w" : ""}${apart ? "a" : ""}`);
}

/** Between two sentences of a passage: the head here, the tail before. */
export function farFeatures(
  s: DocSentence,
  doc: Doc,
  a: Mention,
  b: { type: string; name: string },
  how: string,
  out: string[],
): void {
  const view = viewOf(doc);
  out.push(`far:${how}`, `far:${how}:${b.type}`, `k:${s.sentence.kind}`);
  headOf(a, out, "ha");
  headOf(b, out, "hb");
  const row = rowOf(s);
  const node = row.nodes.find((n) => n.mention === a);
  if (node) {
    out.push(
      `fl:${wordAt(row, node.unit - 1)}`,
      `fr:${wordAt(row, node.unit + 1)}`,
      `fu:${bucket(node.unit)}`,
    );
    for (let i = 0; i < Math.min(node.unit, 10); i++) out.push(`fw:${wordAt(row, i)}`);
  }
  const same = view.names(s).filter((m) => m.type === b.type);
  out.push(`fs:${count(same.length)}`);
  const { code } = b as { code?: string };
  if (code !== undefined)
    for (const m of same) {
      if (m.code === undefined || m.code === code) continue;
      out.push(`fv:${kinOf(code, m.code)}:${m.start < a.start ? "before" : "behind"}`);
    }
  const ref = b as Mention;
  out.push(
    `co:${count(view.together(a, ref))}`,
    `na:${count(view.count(a))}`,
    `nb:${count(view.count(ref))}`,
  );
  out.push(`ka:${count(view.kinds(a.type))}`, `kb:${count(view.kinds(b.type))}`);
  if (view.inTitle(a)) out.push("tia");
  if (view.inTitle(ref)) out.push("tib");
  if (a.anaphor) out.push("ana:a");
}

/** What rules, the names' codes and the way of saying add to a candidate of any kind. */
export function sharedFeatures(c: Candidate, doc: Doc): void {
  const { features: out } = c;
  sureFeatures(doc, c.subject, "a", out);
  if (c.object !== "REPORT") sureFeatures(doc, c.object, "b", out);
  ruleFeatures(c.proposals, out);
  if (c.object !== "REPORT" && c.object.type === "Place") placeFeatures(c.object, doc, out);
  if (c.subject.type === "Place") placeFeatures(c.subject, doc, out);
  if (c.predicate === "INVESTS") out.push(`m:${modality(c.sentence, doc, c.start, c.end)}`);
  out.push("bias");
}

/** Whether a word is a post. */
export const isPost = (word: string): boolean => POSTS.has(word);
