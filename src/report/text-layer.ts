/**
 * What a reader of a format gives: the text of a document, and what is to be said of it.
 * @module
 */
import type { LaidTable } from "./tables/layer.ts";

export interface TextLayer {
  text: string;
  /** What the document is called, where its format says so better than its first lines. */
  title?: string;
  /** How the bytes were read: a character encoding, or `docx`, `pdf`. */
  encoding: string;
  /** The date that the document's own metadata gives as its publication, if any. */
  date?: string;
  /** Tables that the reader laid into the text; without it the text may hold tables of Markdown. */
  tables?: LaidTable[];
  /** What a reader should know of how it was read: damaged places, changes that were left out. */
  notes?: string[];
}
