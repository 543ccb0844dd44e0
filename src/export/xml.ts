/**
 * Escaping for XML 1.0.
 * @module
 */

/** Characters that no XML 1.0 document may hold, not even escaped (https://www.w3.org/TR/xml/#charsets), and lone surrogates. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to be found
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Characters that cannot be kept become U+FFFD. */
export function cleanXml(text: string): string {
  return text.replace(FORBIDDEN, "\ufffd");
}

/** For element content and for attributes in double quotes: line breaks survive in both. */
export function escapeXml(text: string): string {
  return cleanXml(text).replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character] as string);
}
