/**
 * Names the code that makes the graph from claims: an index that other code made is made anew.
 * @module
 */
import { fileURLToPath } from "node:url";
import { hashFolder } from "../hash-folder.ts";
import { shortHash } from "../model/hash.ts";
import { dataPath } from "../paths.ts";

const CODE = ["resolve", "graph", "index-db", "model", "tag/gazetteer"] as const;

let known: string | undefined;

/** 16 hex digits; the same for the same installation, wherever it lies. */
export function engineFingerprint(): string {
  known ??= shortHash([
    ...CODE.flatMap((name) => [name, ...hashFolder(fileURLToPath(new URL(`../${name}/`, import.meta.url)))]),
    ...hashFolder(dataPath("lexicon")),
    ...hashFolder(dataPath("gazetteer")),
  ]);
  return known;
}
