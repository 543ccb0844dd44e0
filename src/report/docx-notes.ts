/**
 * What stands in a Word document beside its paragraphs and tables, and what was done with it: headers and footers, footnotes,
 * text boxes, comments, tracked changes. Counted in the parts' XML; the text itself is read by `mammoth`.
 * @module
 */

/** Texts of the document's XML parts by their names. */
export type DocxParts = ReadonlyMap<string, string>;

const count = (xml: string, pattern: RegExp): number => xml.match(pattern)?.length ?? 0;
const SHOWN = 60;

/** Words of a part, without its markup. */
function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?:\s[^>]{0,80})?>([^<]*)<\/w:t>/gu)]
    .map((match) => match[1] ?? "")
    .join("")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/\s+/gu, " ")
    .trim();
}

const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? "" : "s"}`;

function heads(parts: DocxParts, kind: "header" | "footer"): string[] {
  const texts = new Set<string>();
  for (const [name, xml] of parts)
    if (new RegExp(`^word/${kind}\\d*\\.xml$`, "u").test(name)) texts.add(textOf(xml));
  texts.delete("");
  return [...texts].map((text) => {
    const cut = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
    return `the ${kind} of its pages is no part of the text: “${cut}”`;
  });
}

/** A sentence each; empty where there is nothing to say. */
export function docxNotes(parts: DocxParts): string[] {
  const main = parts.get("word/document.xml") ?? "";
  const notes: string[] = [];
  const inserted = count(main, /<w:(?:ins|moveTo)\s/gu);
  const deleted = count(main, /<w:(?:del|moveFrom)\s/gu);
  if (inserted + deleted > 0)
    notes.push(
      `has tracked changes: ${plural(inserted, "insertion")} read as text, ${plural(deleted, "deletion")} left out`,
    );
  const footnotes = ["word/footnotes.xml", "word/endnotes.xml"].reduce(
    (sum, name) => sum + count(parts.get(name) ?? "", /<w:(?:footnote|endnote)\s(?![^>]*w:type=)/gu),
    0,
  );
  if (footnotes > 0) notes.push(`${plural(footnotes, "footnote")} read at the end of the text`);
  // A box stands twice, the second time for programs that know no boxes.
  const shown = main
    .split("<mc:Fallback>")
    .map((part, i) => (i === 0 ? part : part.split("</mc:Fallback>").slice(1).join("")));
  const boxes = count(shown.join(""), /<w:txbxContent>/gu);
  if (boxes > 0) notes.push(`${plural(boxes, "text box")} read where it stands`.replace("boxs", "boxes"));
  const comments = count(parts.get("word/comments.xml") ?? "", /<w:comment\s/gu);
  if (comments > 0) notes.push(`${plural(comments, "comment")} left out`);
  notes.push(...heads(parts, "header"), ...heads(parts, "footer"));
  return notes;
}
