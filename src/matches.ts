/**
 * All matches of a pattern. `String.prototype.matchAll` makes a new regular expression for every text, which costs several times
 * the search where, as mostly, nothing is found.
 * @module
 */

/** The matches of a global pattern in a text, from left to right, without overlap. */
export function allMatches(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === "") pattern.lastIndex += step(text, pattern);
  }
  return found;
}

/** How far the next try is behind an empty match: a pattern of code points does not stop within one. */
const step = (text: string, { lastIndex, unicode }: RegExp): number =>
  unicode && (text.codePointAt(lastIndex) ?? 0) > 0xffff ? 2 : 1;
