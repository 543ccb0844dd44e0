/**
 * Names the extractor: version, code and word lists of this installation. It is part of every cache key, so that an edited
 * word list or an update reads reports anew, and nothing else does.
 * @module
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { hashFolder } from "../hash-folder.ts";
import { sha256, shortHash } from "../model/hash.ts";
import { dataPath } from "../paths.ts";
import { version } from "../version.ts";

/** Folders of code on which the claims of a report depend, beside this one. */
const CODE = ["extract", "tag", "report", "model"] as const;

let known: string | undefined;

/** 16 hex digits; the same for the same installation, wherever it lies. */
export function extractorFingerprint(): string {
  known ??= shortHash([
    version,
    ...CODE.flatMap((name) => [name, ...hashFolder(fileURLToPath(new URL(`../${name}/`, import.meta.url)))]),
    ...hashFolder(dataPath("lexicon")),
    ...hashFolder(dataPath("indicators")),
    ...hashFolder(dataPath("gazetteer")),
    ...hashFolder(dataPath("words")),
    sha256(readFileSync(dataPath("models", "lac", "manifest.json"))),
    ...(["names", "relations"] as const).flatMap((name) => {
      const folder = dataPath("models", name);
      return existsSync(folder) ? hashFolder(folder) : [name];
    }),
  ]);
  return known;
}
