/**
 * What this program's own code holds, as hashes: other code, other results. In the bundle this module is replaced by its
 * answers (`scripts/lib/bundle.mjs`), so that a start need not read two hundred files to find what it is.
 * @module
 */
import { fileURLToPath } from "node:url";
import { hashFolder } from "./hash-folder.ts";

/** Folders on which the claims of a report depend. */
export const EXTRACTOR: readonly string[] = ["extract", "tag", "report", "model"];
/** Folders on which the graph depends that is made of claims; the schema says what a node is called and how evidence is written. */
export const ENGINE: readonly string[] = [
  "resolve",
  "graph",
  "index-db",
  "model",
  "tag/gazetteer",
  "../schema",
];

/** Folders on which the explorer's columns depend; the schema says which properties have one. */
export const COLUMNS: readonly string[] = ["server", "index-db", "model", "../schema"];

/** Path and hash of each file of one of the folders. */
export const hashCode = (folder: string): readonly string[] =>
  hashFolder(fileURLToPath(new URL(`./${folder}`, import.meta.url)));
