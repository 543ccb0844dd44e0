/** Words in a drawing: how wide they are about, and cut to the room that there is. @module */

/** Chinese letters and … beside them are as wide as they are high, capitals three quarters of it, others a little more than half. */
const WIDE_FROM = "\u2e80";
const NARROW_SHARE = 0.6;
const CAPITAL_SHARE = 0.75;
const CAPITAL = /\p{Lu}/u;

const letterWidth = (letter: string, size: number): number =>
  letter > WIDE_FROM ? size : size * (CAPITAL.test(letter) ? CAPITAL_SHARE : NARROW_SHARE);

/** In units of the drawing, as the size of the letters is. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + letterWidth(letter, size), 0);

/** @param room In units of the drawing. @param size Of the letters, likewise. */
export function fitted(text: string, room: number, size: number): string {
  let left = room;
  const letters = [...text];
  const end = letters.findIndex((letter) => {
    left -= letterWidth(letter, size);
    return left < 0;
  });
  return end < 0 ? text : `${letters.slice(0, Math.max(1, end - 1)).join("")}…`;
}
