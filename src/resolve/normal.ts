/**
 * Normal forms of names for comparison: width, quotes, brackets and spaces are no part of a name.
 * @module
 */

const MARKS = /[\s"'“”‘’「」『』《》〈〉()（）【】·・,，、.。:：;；\-—]/g;

/** A name without width and punctuation. */
export function plainName(name: string): string {
  return name.normalize("NFKC").replace(MARKS, "");
}

/** A name in one width with its brackets as `(`…`)`, without quotes and spaces. */
export function printedName(name: string): string {
  return name.normalize("NFKC").replace(/[\s"'“”‘’「」『』《》〈〉【】]/g, "");
}

/** Takes the brackets out of a printed name. */
export function splitBrackets(printed: string): { outside: string; inside: string[] } {
  const inside: string[] = [];
  const outside = printed.replace(/\(([^()]{1,30})\)/g, (_, words: string) => {
    inside.push(words);
    return "";
  });
  return { outside: outside === "" ? printed : outside, inside };
}
