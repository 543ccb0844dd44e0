/**
 * What the columns and parameters of the saved queries are called in Chinese: in the files they have one name, for all stores.
 * @module
 */
import { readFileSync } from "node:fs";
import { dataPath } from "../paths.ts";

let known: ReadonlyMap<string, string> | undefined;

export function wordsOfQueries(): ReadonlyMap<string, string> {
  known ??= new Map(
    readFileSync(dataPath("queries", "words.zh.tsv"), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => line.split("\t"))
      .map(([name = "", word = ""]) => [name, word] as const),
  );
  return known;
}
