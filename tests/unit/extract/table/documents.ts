/**
 * Documents with a table, made on the spot.
 */
import { zipOf } from "../../report/fixtures.ts";

export interface Spec {
  before: readonly string[];
  rows: readonly (readonly unknown[])[];
  /** Merged cells: row, column, rows, columns. */
  spans: readonly (readonly [number, number, number, number])[];
  after: readonly string[];
}

type Placed = { text: string; rows: number; columns: number } | "covered-left" | { above: number };

/** For each position its cell, or what covers it. */
function placed({ rows, spans }: Spec): Placed[][] {
  const grid: Placed[][] = rows.map((row) =>
    row.map((cell) => ({ text: String(cell), rows: 1, columns: 1 })),
  );
  for (const [r, c, height, width] of spans) {
    for (let y = r; y < r + height; y++)
      for (let x = c; x < c + width; x++) {
        const line = grid[y];
        if (line === undefined) continue;
        if (y === r && x === c) line[x] = { text: String(rows[r]?.[c]), rows: height, columns: width };
        else line[x] = x > c ? "covered-left" : { above: width };
      }
  }
  return grid;
}

export function htmlTable(spec: Spec): string {
  const rows = placed(spec).map((row) => {
    const cells = row.map((cell) =>
      cell === "covered-left" || "above" in cell
        ? ""
        : `<td rowspan="${cell.rows}" colspan=${cell.columns}>\n<p>${cell.text}</p></td>`,
    );
    return `<tr>${cells.join("")}</tr>`;
  });
  const [title, ...rest] = spec.before;
  return `<html><head><title>x</title></head><body><h1>${title}</h1>${rest.map((p) => `<p>${p}</p>`).join("")}<table>${rows.join("")}</table>${spec.after.map((p) => `<p>${p}</p>`).join("")}</body></html>`;
}

const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export function docxTable(spec: Spec): Uint8Array {
  const rows = placed(spec).map((row) => {
    const cells = row.map((cell) => {
      if (cell === "covered-left") return "";
      if ("above" in cell)
        return `<w:tc><w:tcPr>${cell.above > 1 ? `<w:gridSpan w:val="${cell.above}"/>` : ""}<w:vMerge/></w:tcPr><w:p/></w:tc>`;
      const span = cell.columns > 1 ? `<w:gridSpan w:val="${cell.columns}"/>` : "";
      const merge = cell.rows > 1 ? '<w:vMerge w:val="restart"/>' : "";
      return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${paragraph(cell.text)}</w:tc>`;
    });
    return `<w:tr>${cells.join("")}</w:tr>`;
  });
  return docxBody(
    `${spec.before.map(paragraph).join("")}<w:tbl>${rows.join("")}</w:tbl>${spec.after.map(paragraph).join("")}`,
  );
}

export function docxBody(body: string, parts: Record<string, string> = {}, relations = ""): Uint8Array {
  const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  const overrides = Object.keys(parts)
    .map(
      (name) =>
        `<Override PartName="/${name}" ContentType="${type}.${name.replace(/^word\/|\d*\.xml$/gu, "")}+xml"/>`,
    )
    .join("");
  return zipOf({
    "[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/>${overrides}</Types>`,
    "_rels/.rels":
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}</w:body></w:document>`,
    ...parts,
  });
}
