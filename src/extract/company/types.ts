/**
 * A company found in a sentence, before it becomes a mention.
 * @module
 */
export interface Found {
  start: number;
  end: number;
  /** Fullest form in this report. */
  name: string;
  confidence: number;
  aliases?: string[];
  rule: string;
  /** The company whose branch it is, where its name begins this one. */
  parent?: { end: number; name: string };
}
