/**
 * Names the code that makes the graph from claims: an index that other code made is made anew.
 * @module
 */
import { ENGINE, hashCode } from "../hash-code.ts";
import { hashFolder } from "../hash-folder.ts";
import { shortHash } from "../model/hash.ts";
import { dataPath } from "../paths.ts";

let known: string | undefined;

/** 16 hex digits; the same for the same installation, wherever it lies. */
export function engineFingerprint(): string {
  known ??= shortHash([
    ...ENGINE.flatMap((name) => [name, ...hashCode(name)]),
    ...hashFolder(dataPath("lexicon")),
    ...hashFolder(dataPath("gazetteer")),
    ...hashFolder(dataPath("indicators")),
  ]);
  return known;
}
