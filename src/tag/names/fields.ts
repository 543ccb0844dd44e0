/**
 * What is known of each character of a sentence, as integers: the character, its word, the list that holds it, the rule
 * that sees a name there. 0 means that there is nothing to say. `templates.ts` combines fields into features.
 * @module
 */
import { allMatches } from "../../matches.ts";
import { groupOf, rowOf } from "./groups.ts";
import { hashName, hashText, mix } from "./hash.ts";
import { eachWord, inStretch, LEXICON_GROUPS, placeIn } from "./lexicons.ts";
import type { Hint, NameSentence } from "./types.ts";

export const FIELDS = [
  "char",
  "class",
  "quote",
  "before",
  "after",
  "list",
  "word",
  "wordEnd",
  "tag",
  "tagOnly",
  "wordLeft",
  "wordRight",
  "tagLeft",
  "tagRight",
  "tagLeft2",
  "tagRight2",
  "group",
  "groupCoarse",
  "groupFine",
  "groupLeft",
  "groupRight",
  "organisation",
  "head",
  "person",
  "common",
  "verb",
  "organisationAhead",
  "headAhead",
  "place",
  "value",
  "rule",
  "ruleType",
  "kind",
  "repeated",
  "elsewhere",
] as const;
export type Field = (typeof FIELDS)[number];
export type Fields = Readonly<Record<Field, Int32Array>>;

const CLOSED = "。，；：！？、\n";
const OPENING = "“‘《（(〈【「『";
const CLOSING = "”’》）)〉】」』";

/** 1 digit, 2 Latin, 3 Han numeral, 4 Han, 5 space, 6 clause mark, 7 opening, 8 closing, 9 other */
function classOf(char: string): number {
  if (char >= "0" && char <= "9") return 1;
  if (/[A-Za-z]/u.test(char)) return 2;
  if ("一二三四五六七八九十百千万亿两零〇".includes(char)) return 3;
  if (char >= "\u4e00" && char <= "\u9fff") return 4;
  if (char === " ") return 5;
  if (CLOSED.includes(char)) return 6;
  if (OPENING.includes(char)) return 7;
  if (CLOSING.includes(char)) return 8;
  return 9;
}
/** By UTF-16 unit; 0 where not yet looked up. */
const classes = new Uint8Array(1 << 16);
function classOfUnit(unit: number): number {
  let known = classes[unit] as number;
  if (known === 0) {
    known = classOf(String.fromCharCode(unit));
    classes[unit] = known;
  }
  return known;
}

const bucket = (n: number): number => (n < 6 ? n : n < 9 ? 6 : n < 14 ? 7 : 8);

/** Which marks a character stands within, and how far from both. */
function quotes(norm: string, out: Int32Array): void {
  for (let i = 0; i < norm.length; i++) {
    const kind = OPENING.indexOf(norm[i] as string);
    if (kind < 0) continue;
    const close = norm.indexOf(CLOSING[kind] as string, i + 1);
    if (close < 0 || close - i > 40) continue;
    const length = bucket(close - i - 1);
    for (let k = i; k <= close; k++)
      out[k] = mix(mix(kind + 1, k === i ? 1 : k === close ? 4 : k === i + 1 ? 2 : 3), length);
    // 《 and “ may hold each other; the inner pair speaks for its characters.
  }
}

/** The last mark before and the next mark after each character, and how far off they are. */
function marks(norm: string, before: Int32Array, after: Int32Array): void {
  let mark = 1;
  let at = -1;
  for (let i = 0; i < norm.length; i++) {
    before[i] = mix(mark, bucket(i - at - 1)) || 1;
    const c = classOfUnit(norm.charCodeAt(i));
    if (c >= 6) [mark, at] = [norm.charCodeAt(i), i];
  }
  mark = 1;
  at = norm.length;
  for (let i = norm.length - 1; i >= 0; i--) {
    after[i] = mix(mark, bucket(at - i - 1)) || 1;
    const c = classOfUnit(norm.charCodeAt(i));
    if (c >= 6) [mark, at] = [norm.charCodeAt(i), i];
  }
}

const LIST = /[^。；！？：]{1,160}?等(?:[^。；，、]{0,12})/gu;

/** 甲、乙等8家企业: of what a list is told to be, for all its members. */
function lists({ norm, tokens }: NameSentence, out: Int32Array): void {
  for (const match of allMatches(norm, LIST)) {
    if (!match[0].includes("、")) continue;
    const end = match.index + match[0].lastIndexOf("等");
    const noun = tokens.find(
      (t) => t.start > end && t.start < end + 10 && /^(?:n|nz|nw|vn|nr)$/u.test(t.tag),
    );
    const first = norm.lastIndexOf("，", norm.indexOf("、", match.index));
    const from = Math.max(match.index, first + 1);
    const what = noun ? hashText(noun.text) : 2;
    for (let i = from; i < end; i++) out[i] = what;
  }
}

/** How far ahead, within the clause, a word ends that could end a name. */
function ahead(norm: string, at: Int32Array, out: Int32Array): void {
  let end = -1;
  let what = 0;
  for (let i = norm.length - 1; i >= 0; i--) {
    if (CLOSED.includes(norm[i] as string)) end = -1;
    const here = at[i] as number;
    if (here !== 0 && (i + 1 === norm.length || (at[i + 1] as number) !== here)) {
      // The last character of a word of the lists carries its own hash: see `inStretch`.
      end = i;
      what = here;
    }
    if (end >= i && end - i < 24) out[i] = mix(what, bucket(end - i)) || 1;
  }
}

function paint(hints: readonly Hint[], out: Int32Array, hash: (hint: Hint) => number): void {
  for (const hint of hints) {
    const value = hash(hint);
    for (let k = hint.start; k < hint.end; k++) out[k] = inStretch(value, k, hint.start, hint.end);
  }
}

/** What a document says of a word of two characters or more. */
interface Word {
  count: number;
  inTitle: boolean;
  /** How often it stands in a name of each type, as rules see it. */
  types: Map<string, number>;
}
export type DocumentWords = ReadonlyMap<string, Word>;

const typeAt = (s: NameSentence, position: number): string =>
  s.settled.find((h) => h.start <= position && position < h.end)?.kind ?? "";

export function wordsOfDocument(sentences: readonly NameSentence[]): DocumentWords {
  const words = new Map<string, Word>();
  for (const s of sentences)
    for (const { text, start } of s.tokens) {
      if (text.length < 2) continue;
      let word = words.get(text);
      if (!word) {
        word = { count: 0, inTitle: false, types: new Map() };
        words.set(text, word);
      }
      word.count++;
      word.inTitle ||= s.kind === "title";
      const type = typeAt(s, start);
      word.types.set(type, (word.types.get(type) ?? 0) + 1);
    }
  return words;
}

/** The type of most names that hold the word elsewhere; empty where it is in none. */
function typeElsewhere(word: Word, own: string): string {
  let best = "";
  let most = 0;
  for (const [type, count] of word.types) {
    const others = type === own ? count - 1 : count;
    if (type !== "" && (others > most || (others === most && others > 0 && type < best)))
      [best, most] = [type, others];
  }
  return best;
}

const frequency = ({ count, inTitle }: Word): number => (inTitle ? 10 : 0) + Math.min(4, count) + 1;

/** What the words of a sentence say of their characters. */
function tokenFields(s: NameSentence, document: DocumentWords, f: Fields): void {
  const { norm, tokens } = s;
  const size = norm.length;
  const { word, wordEnd, tag, tagOnly, wordLeft, wordRight, tagLeft, tagRight, tagLeft2, tagRight2 } = f;
  const { group, groupCoarse, groupFine, groupLeft, groupRight, repeated, elsewhere } = f;
  const words = tokens.map((t) => hashText(t.text));
  const tags = tokens.map((t) => hashName(t.tag));
  const rows = tokens.map((t) => rowOf(t.text));
  for (let n = 0; n < tokens.length; n++) {
    const { text, start, end } = tokens[n] as (typeof tokens)[number];
    const row = rows[n] as number;
    const [ownWord, ownTag] = [words[n] as number, tags[n] as number];
    const [left, right] = [words[n - 1] ?? 1, words[n + 1] ?? 1];
    const [left1, right1, left2, right2] = [
      tags[n - 1] ?? 1,
      tags[n + 1] ?? 1,
      tags[n - 2] ?? 1,
      tags[n + 2] ?? 1,
    ];
    const [coarse, middle, fine] = [groupOf(row, 0), groupOf(row, 1), groupOf(row, 2)];
    const [before, behind] = [groupOf(rows[n - 1] ?? -1, 1), groupOf(rows[n + 1] ?? -1, 1)];
    const ending = hashText(norm, Math.max(start, end - 2), end);
    const known = document.get(text);
    const seen = known ? frequency(known) : 0;
    const type = known ? typeElsewhere(known, typeAt(s, start)) : "";
    const other = type === "" ? 0 : hashName(type);
    for (let k = start; k < end && k < size; k++) {
      const p = placeIn(k, start, end);
      word[k] = mix(ownWord, p) || 1;
      wordEnd[k] = ending;
      tag[k] = mix(ownTag, p) || 1;
      tagOnly[k] = ownTag;
      wordLeft[k] = left;
      wordRight[k] = right;
      tagLeft[k] = left1;
      tagRight[k] = right1;
      tagLeft2[k] = left2;
      tagRight2[k] = right2;
      if (row >= 0) {
        group[k] = mix(middle, p) || 1;
        groupCoarse[k] = mix(coarse, p) || 1;
        groupFine[k] = mix(fine, p) || 1;
      }
      groupLeft[k] = before;
      groupRight[k] = behind;
      repeated[k] = seen;
      elsewhere[k] = other;
    }
  }
}

const columns = (size: number): Record<Field, Int32Array> =>
  Object.fromEntries(FIELDS.map((name) => [name, new Int32Array(size)])) as Record<Field, Int32Array>;
/** Columns as long as the longest sentence so far: 35 new ones a sentence would cost as much as filling them. */
let room = columns(256);

/**
 * The fields of a sentence, in columns that may be longer than it, and are used again for the next one.
 */
export function fieldsOf(s: NameSentence, document: DocumentWords): Fields {
  const { norm } = s;
  const size = norm.length;
  if (room.char.length < size) room = columns(2 * size);
  const f = room;
  for (const name of FIELDS) f[name].fill(0, 0, size);
  f.kind.fill(hashName(s.kind), 0, size);
  for (let i = 0; i < size; i++) {
    const unit = norm.charCodeAt(i);
    f.char[i] = unit;
    f.class[i] = classOfUnit(unit);
  }
  quotes(norm, f.quote);
  marks(norm, f.before, f.after);
  lists(s, f.list);
  tokenFields(s, document, f);
  for (const group of LEXICON_GROUPS) {
    const column = f[group];
    eachWord(norm, group, (start, end, list) => {
      for (let k = start; k < end; k++) column[k] = inStretch(list, k, start, end);
    });
  }
  ahead(norm, f.organisation, f.organisationAhead);
  ahead(norm, f.head, f.headAhead);
  paint(s.places, f.place, (h) => hashName(h.kind));
  paint(s.values, f.value, (h) => hashName(h.kind));
  paint(s.settled, f.rule, (h) => hashName(h.source));
  paint(s.settled, f.ruleType, (h) => hashName(h.kind));
  return f;
}
