/**
 * Where the name of a programme begins: which words may stand inside it, and which stand before it.
 * @module
 */
import { lexicon } from "../../lexicon.ts";

/** Words that may stand inside such a name although the tagger takes them for verbs or adverbs. */
export const TAGS: ReadonlySet<string> = new Set([
  "n",
  "nz",
  "nw",
  "vn",
  "an",
  "a",
  "ad",
  "v",
  "b",
  "LOC",
  "ORG",
  "TIME",
  "m",
  "c",
  "f",
  "d",
]);
/** Verbs, adverbs and words of rank before a name. */
export const STOP: ReadonlySet<string> = new Set(lexicon("mechanism-stop"));
/** Joining words inside a name. */
export const INNER: ReadonlySet<string> = new Set(["和", "与", "及"]);
