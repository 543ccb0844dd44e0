/**
 * Which cells of a table are numbers.
 * @module
 */

const NUMBER = /^[-+−－–]?[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?[%％‰]?$/u;
const YEAR = /^(?:19|20)\d{2}$/u;

/** A number and nothing else. Years count; see {@link isValue}. */
export function isNumber(text: string): boolean {
  return NUMBER.test(text.replace(/\s/gu, ""));
}

/** A number that is no year: what only the body of a table holds. */
export function isValue(text: string): boolean {
  return isNumber(text) && !YEAR.test(text.trim());
}
