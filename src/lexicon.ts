/**
 * Word lists are data: `data/lexicon/<name>.tsv` and `data/indicators/`, one entry a line, columns split by tabs, `#` starts a comment line.
 * @module
 */
import { readFileSync } from "node:fs";
import { dataPath } from "./paths.ts";

const cache = new Map<string, readonly (readonly string[])[]>();

/** Rows of a list, each a list of its columns; `folder` is one of `data/`. Read once. */
export function lexiconTable(name: string, folder = "lexicon"): readonly (readonly string[])[] {
  const key = `${folder}/${name}`;
  let rows = cache.get(key);
  if (!rows) {
    rows = readFileSync(dataPath(folder, `${name}.tsv`), "utf8")
      .split(/\r?\n/)
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => line.split("\t"));
    cache.set(key, rows);
  }
  return rows;
}

/** First column of a list. */
export function lexicon(name: string): readonly string[] {
  return lexiconTable(name).map((row) => row[0] ?? "");
}

/** The words of a list as the alternatives of a regular expression, in the list's own order: the first that fits counts. */
export function alternatives(name: string): string {
  return lexicon(name).join("|");
}

/** An alternation of literal words for a regular expression, longest first. */
export function alternation(words: readonly string[]): string {
  return [...new Set(words)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((w) => w.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&"))
    .join("|");
}
