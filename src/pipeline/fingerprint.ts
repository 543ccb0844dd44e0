/**
 * Names the extractor: version, code and word lists of this installation. It is part of every cache key, so that an edited
 * word list or an update reads reports anew, and nothing else does.
 * @module
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { EXTRACTOR, hashCode } from "../hash-code.ts";
import { hashFolder } from "../hash-folder.ts";
import { sha256, shortHash } from "../model/hash.ts";
import { dataPath } from "../paths.ts";
import { version } from "../version.ts";

/** Files of code on which the claims of a report depend, beside the folders. */
const FILES: ReadonlySet<string> = new Set(
  ["lexicon", "indicators", "matches"].flatMap((name) => [`${name}.ts`, `${name}.js`]),
);
const SOURCE = fileURLToPath(new URL("../", import.meta.url));

let known: string | undefined;

/** 16 hex digits; the same for the same installation, wherever it lies. */
export function extractorFingerprint(): string {
  known ??= shortHash([
    version,
    ...EXTRACTOR.flatMap((name) => [name, ...hashCode(name)]),
    ...readdirSync(SOURCE)
      .filter((name) => FILES.has(name))
      .sort()
      .map((name) => sha256(readFileSync(join(SOURCE, name)))),
    ...hashFolder(dataPath("lexicon")),
    ...hashFolder(dataPath("indicators")),
    ...hashFolder(dataPath("gazetteer")),
    ...hashFolder(dataPath("words")),
    sha256(readFileSync(dataPath("models", "lac", "manifest.json"))),
    ...(["names", "relations", "second-look", "figures", "words"] as const).flatMap((name) => {
      const folder = dataPath("models", name);
      return existsSync(folder) ? hashFolder(folder) : [name];
    }),
  ]);
  return known;
}
