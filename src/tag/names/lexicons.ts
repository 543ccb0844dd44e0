/**
 * The word lists that speak of names, as features: which list holds a word of the sentence, and where the word that ends a
 * name stands. Lists are grouped by what they tell; within a group the longest word counts.
 * @module
 */
import { lexiconTable } from "../../lexicon.ts";
import { hashName, mix } from "./hash.ts";

/** Groups of lists: organisations by their endings, other heads of names, people, and words that are mostly no names. */
const GROUPS = {
  organisation: [
    "company-suffixes",
    "agency-departments",
    "institution-heads",
    "company-sectors",
    "agency-central",
    "central-enterprises",
    "company-known",
    "outlet-heads",
  ],
  head: ["project-heads", "event-heads", "mechanism-heads", "place-suffixes", "industry-established"],
  person: ["posts", "speech-verbs", "roles", "surnames"],
  common: [
    "industry-words",
    "product-words",
    "project-generic",
    "company-generic",
    "industry-generic",
    "place-common-words",
  ],
  verb: ["project-outer-verbs", "project-inner-verbs", "project-stages", "mechanism-verbs"],
} as const;

export type LexiconGroup = keyof typeof GROUPS;
export const LEXICON_GROUPS: readonly LexiconGroup[] = Object.keys(GROUPS) as LexiconGroup[];

interface Entry {
  text: string;
  /** Hash of the list and the word's class in it. */
  list: number;
}
/** Words by their first character, longest first. */
interface Index {
  byFirst: ReadonlyMap<number, readonly Entry[]>;
  /** 1 for each pair of characters, by {@link pairOf}, that begins a word, or shares its place with one that does. */
  pairs: Uint8Array;
  /** Words of one character. */
  single: ReadonlyMap<number, Entry>;
}

/** Two characters in 16 bits: most pairs of a text begin no word, and a table that the processor's cache holds says so. */
const pairOf = (first: number, second: number): number => (Math.imul(first, 0x9e35) + second) & 0xffff;

let indexes: ReadonlyMap<LexiconGroup, Index> | undefined;

function load(): ReadonlyMap<LexiconGroup, Index> {
  return new Map(
    LEXICON_GROUPS.map((group) => {
      const words = new Map<string, number>();
      for (const name of GROUPS[group])
        for (const [text = "", kind = ""] of lexiconTable(name)) {
          // A second column of a few letters is a class; in other lists it is a full form.
          const list = /^[a-z-]{1,12}$/u.test(kind) ? `${name}/${kind}` : name;
          if (!words.has(text)) words.set(text, hashName(list));
        }
      const byFirst = new Map<number, Entry[]>();
      for (const [text, list] of words) {
        const first = text.charCodeAt(0);
        const entries = byFirst.get(first);
        if (entries) entries.push({ text, list });
        else byFirst.set(first, [{ text, list }]);
      }
      for (const entries of byFirst.values()) entries.sort((a, b) => b.text.length - a.text.length);
      const pairs = new Uint8Array(1 << 16);
      const single = new Map<number, Entry>();
      for (const [text, list] of words) {
        const first = text.charCodeAt(0);
        if (text.length === 1) single.set(first, { text, list });
        else pairs[pairOf(first, text.charCodeAt(1))] = 1;
      }
      return [group, { byFirst, pairs, single }] as const;
    }),
  );
}

/** Gives the longest words of a group from left to right, without overlap, and the hash of the list that holds them. */
export function eachWord(
  norm: string,
  group: LexiconGroup,
  word: (start: number, end: number, list: number) => void,
): void {
  indexes ??= load();
  const { byFirst, pairs, single } = indexes.get(group) as Index;
  for (let at = 0; at < norm.length; ) {
    const first = norm.charCodeAt(at);
    const second = at + 1 < norm.length ? norm.charCodeAt(at + 1) : 0;
    const found =
      (pairs[pairOf(first, second)] === 1 ? longerAt(norm, at, byFirst.get(first)) : undefined) ??
      (single.size > 0 ? single.get(first) : undefined);
    if (found) word(at, at + found.text.length, found.list);
    at += found ? found.text.length : 1;
  }
}

/** The longest word of two characters or more. */
function longerAt(norm: string, at: number, entries: readonly Entry[] | undefined): Entry | undefined {
  if (!entries) return undefined;
  const next = norm.charCodeAt(at + 1);
  for (let k = 0; k < entries.length; k++) {
    const { text } = entries[k] as Entry;
    if (text.length > 1 && text.charCodeAt(1) === next && norm.startsWith(text, at)) return entries[k];
  }
  return undefined;
}

/** Where in a stretch a character stands: begins it, goes on, ends it, is all of it. */
export const placeIn = (at: number, start: number, end: number): number =>
  end - start === 1 ? 4 : at === start ? 1 : at === end - 1 ? 3 : 2;

/** Value of a field for a character in a stretch that bears a hash. */
export const inStretch = (hash: number, at: number, start: number, end: number): number =>
  mix(hash, placeIn(at, start, end)) || 1;
