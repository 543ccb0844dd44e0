/**
 * What the other stages may use of the neural tagger.
 * @module
 */
export type { TaggerAbsence } from "./runtime.ts";
export { openTagger, type Tagger, type Token, whyNoTagger } from "./tagger.ts";
