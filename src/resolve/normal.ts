/**
 * Normal forms of names for comparison: width, quotes, brackets and spaces are no part of a name.
 * @module
 */

const MARKS = /[\s"'“”‘’「」『』《》〈〉()（）【】·・,，、.。:：;；\-—]/g;

/** A name without width and punctuation. */
export function plainName(name: string): string {
  return name.normalize("NFKC").replace(MARKS, "");
}
