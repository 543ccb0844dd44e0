/**
 * The word lists of places, read once. The gazetteer lies below `src/extract` and reads its lists itself.
 * @module
 */
import { readFileSync } from "node:fs";
import { dataPath } from "../../paths.ts";

function rows(name: string): string[][] {
  return readFileSync(dataPath("lexicon", `${name}.tsv`), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}

/** What an ending demands of the words before it; see the head of the list. */
export type Evidence = "any" | "noun" | "name" | "own" | "back";

export interface Suffix {
  text: string;
  kind: string;
  evidence: Evidence;
  /** Endings of one group mean the same zone: 经开区, 经济技术开发区. */
  group: string | undefined;
}

let suffixes: ReadonlyMap<string, Suffix> | undefined;
let longest = 0;

let byFirst: ReadonlyMap<string, readonly Suffix[]> | undefined;

/** The endings by their first character, longest first. */
export function suffixesByFirst(): ReadonlyMap<string, readonly Suffix[]> {
  if (!byFirst) {
    const map = new Map<string, Suffix[]>();
    for (const suffix of placeSuffixes().values())
      map.set(suffix.text.charAt(0), [...(map.get(suffix.text.charAt(0)) ?? []), suffix]);
    for (const list of map.values()) list.sort((a, b) => b.text.length - a.text.length);
    byFirst = map;
  }
  return byFirst;
}

/** The endings by their text. */
export function placeSuffixes(): ReadonlyMap<string, Suffix> {
  suffixes ??= new Map(
    rows("place-suffixes").map(([text = "", kind = "", evidence = "name", group]) => {
      longest = Math.max(longest, text.length);
      return [text, { text, kind, evidence: evidence as Evidence, group }];
    }),
  );
  return suffixes;
}

/** The longest ending of `text`, if it ends in one. */
export function suffixOf(text: string): Suffix | undefined {
  const table = placeSuffixes();
  for (let length = Math.min(longest, text.length); length > 0; length--) {
    const suffix = table.get(text.slice(-length));
    if (suffix) return suffix;
  }
  return undefined;
}

let generic: ReadonlySet<string> | undefined;

/** Whether `stem` is made of nothing but words that name nothing (国家级, 老旧, 现代农业). */
export function isGeneric(stem: string): boolean {
  generic ??= new Set(rows("place-generic-stems").map(([word = ""]) => word));
  const words = generic;
  const reachable = new Set([0]);
  for (let i = 0; i < stem.length; i++) {
    if (!reachable.has(i)) continue;
    for (let length = 1; length <= 5; length++)
      if (words.has(stem.slice(i, i + length))) reachable.add(i + length);
  }
  return reachable.has(stem.length);
}

let expressways: ReadonlySet<string> | undefined;

/** Whether `stem` names a national expressway (without 高速). */
export function isExpressway(stem: string): boolean {
  expressways ??= new Set(rows("place-expressways").map(([name = ""]) => name));
  return expressways.has(stem);
}

let abbreviations: ReadonlyMap<string, string> | undefined;

/** One-character names → codes. */
export function abbreviationCodes(): ReadonlyMap<string, string> {
  abbreviations ??= new Map(rows("place-abbreviations").map(([char = "", code = ""]) => [char, code]));
  return abbreviations;
}
