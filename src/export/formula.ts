/**
 * What a spreadsheet would run as a formula is kept text, whoever writes the table: exports, sheets of the server, downloads
 * that the page itself makes. Imports nothing, so that the page can carry it.
 * @module
 */

/** UTF-8's byte order mark, without which Excel shows Chinese as noise. */
export const BOM = "\ufeff";

/**
 * What makes a formula, full-width and small forms included, behind whatever a spreadsheet or an eye skips: blanks, control
 * and format characters, letters that show nothing (OWASP, CSV Injection).
 */
const FORMULA = /^[\s\p{C}\p{Z}\u115f\u1160\u2800\u3164\uffa0]*(?:[=+\-@＝＋－＠﹢﹣﹦﹫'−]|[\t\r\n])/u;

/**
 * Text that a spreadsheet would run gets an apostrophe in front; text that begins with one gets one too, so that taking one
 * away always gives the original.
 */
export const asText = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
