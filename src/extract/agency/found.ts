/**
 * Where a body was found in a sentence, before it becomes a mention.
 * @module
 */
export interface Found {
  start: number;
  bodyStart: number;
  end: number;
  /** Official beginning of the name where only a level, or nothing, is printed. */
  owner: string | undefined;
}

/** Matches a sticky pattern at an index. */
export function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}
