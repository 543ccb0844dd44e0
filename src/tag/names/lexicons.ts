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
/** Words by their first character, longest first, and 1 for each character that begins one. */
interface Index {
  byFirst: ReadonlyMap<number, readonly Entry[]>;
  begins: Uint8Array;
}

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
      const begins = new Uint8Array(1 << 16);
      for (const first of byFirst.keys()) begins[first] = 1;
      return [group, { byFirst, begins }] as const;
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
  const { byFirst, begins } = indexes.get(group) as Index;
  for (let at = 0; at < norm.length; ) {
    const unit = norm.charCodeAt(at);
    const found = begins[unit] === 1 ? longestAt(norm, at, byFirst.get(unit) as readonly Entry[]) : undefined;
    if (found) word(at, at + found.text.length, found.list);
    at += found ? found.text.length : 1;
  }
}

function longestAt(norm: string, at: number, entries: readonly Entry[]): Entry | undefined {
  const next = norm.charCodeAt(at + 1);
  for (let k = 0; k < entries.length; k++) {
    const entry = entries[k] as Entry;
    if (entry.text.length === 1) return entry;
    if (entry.text.charCodeAt(1) === next && norm.startsWith(entry.text, at)) return entry;
  }
  return undefined;
}

/** Where in a stretch a character stands: begins it, goes on, ends it, is all of it. */
export const placeIn = (at: number, start: number, end: number): number =>
  end - start === 1 ? 4 : at === start ? 1 : at === end - 1 ? 3 : 2;

/** Value of a field for a character in a stretch that bears a hash. */
export const inStretch = (hash: number, at: number, start: number, end: number): number =>
  mix(hash, placeIn(at, start, end)) || 1;
