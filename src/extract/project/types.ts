/**
 * An undertaking found in a sentence, before it becomes a mention.
 * @module
 */

export interface Owner {
  start: number;
  end: number;
  /** Fullest form in the report. */
  name: string;
  aliases?: string[];
  /** Found elsewhere as a company, or only guessed from its place before a product. */
  known: boolean;
}

export interface FoundProject {
  start: number;
  end: number;
  /** Shortest full name: without builder and place where the rest still tells it apart. */
  name: string;
  aliases: string[];
  rule: string;
  confidence: number;
  owner?: Owner;
  /** A second builder on the same plate. */
  second?: Owner;
  /** Name of the whole of which this is a phase. */
  whole?: string;
  /** The work that the name stands in, printed right before it. */
  outer?: FoundProject;
  /** Member of 甲、乙等20个项目. */
  listed?: boolean;
}
