/**
 * Documents made on the spot, so that no binary file lies in the repository.
 * @module
 */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { strToU8, zipSync } from "fflate";
import iconv from "iconv-lite";

/** A folder with files, in the system's temporary folder. */
export function folderWith(files: Record<string, string | Uint8Array>): string {
  const root = mkdtempSync(join(tmpdir(), "reportgraph-"));
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return root;
}

export function zipOf(files: Record<string, string | Uint8Array>): Uint8Array {
  const entries = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === "string" ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>);
}

export interface DocxParagraph {
  text: string;
  /** Word's built-in heading style. */
  heading?: number;
}

export function docxOf(paragraphs: readonly DocxParagraph[]): Uint8Array {
  const body = paragraphs
    .map(({ text, heading }) => {
      const style = heading === undefined ? "" : `<w:pPr><w:pStyle w:val="Heading${heading}"/></w:pPr>`;
      return `<w:p>${style}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
    })
    .join("");
  const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  return zipOf({
    "[Content_Types].xml":
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels":
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`,
  });
}

const hex = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, "0")).join("");

/** Objects 1…n as a PDF file with its cross-reference table. */
export function pdfFile(objects: readonly string[], trailer = ""): Uint8Array {
  let file = "%PDF-1.7\n";
  const offsets: number[] = [];
  objects.forEach((object, i) => {
    offsets.push(file.length);
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) file += `${String(offset).padStart(10, "0")} 00000 n \n`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

/** Lines of a page; an empty line leaves a gap. The font maps each code to the character of the same number. */
export function pdfOf(lines: readonly string[]): Uint8Array {
  const content = lines
    .map((line, i) => (line === "" ? "" : `BT /F1 12 Tf 1 0 0 1 50 ${780 - i * 18} Tm <${hex(line)}> Tj ET`))
    .join("\n");
  const toUnicode =
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap end end";
  return pdfFile([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R /DW 1000 >>",
    `<< /Length ${toUnicode.length} >>\nstream\n${toUnicode}\nendstream`,
    "<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
  ]);
}

/** A page that only draws a rectangle, as a scan draws a picture. */
export function scannedPdf(): Uint8Array {
  const content = "0 0 600 842 re f";
  return pdfFile([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 842] /Contents 4 0 R /Resources << >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]);
}

/** Locked by a password nobody knows: the keys of the standard security handler are noise. */
export function encryptedPdf(): Uint8Array {
  const noise = createHash("sha256").update("noise").digest("hex");
  return pdfFile(
    [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [] /Count 0 >>",
      `<< /Filter /Standard /V 1 /R 2 /O <${noise}> /U <${noise}> /P -44 >>`,
    ],
    "/Encrypt 3 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]",
  );
}

/** A page as drawing operators; `text` of them is written by `show`. */
export interface PdfText {
  /** Draws text at a place in a size, turned by some degrees. */
  show(text: string, x: number, y: number, size?: number, degrees?: number): string;
  /** Draws a straight line. */
  line(x1: number, y1: number, x2: number, y2: number): string;
}

/** Pages in a font that is not embedded and names one of Adobe's character maps. */
export function pdfInNamedFont(
  pages: readonly ((draw: PdfText) => string)[],
  encoding: "UniGB-UCS2-H" | "GBK-EUC-H" = "UniGB-UCS2-H",
): Uint8Array {
  const coded = (text: string): string =>
    encoding === "UniGB-UCS2-H" ? hex(text) : Buffer.from(iconv.encode(text, "gbk")).toString("hex");
  const draw: PdfText = {
    show: (text, x, y, size = 12, degrees = 0) => {
      const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
      return `BT /F1 ${size} Tf ${cos.toFixed(4)} ${sin.toFixed(4)} ${(-sin).toFixed(4)} ${cos.toFixed(4)} ${x} ${y} Tm <${coded(text)}> Tj ET\n`;
    },
    line: (x1, y1, x2, y2) => `${x1} ${y1} m ${x2} ${y2} l S\n`,
  };
  const first = 6;
  const kids = pages.map((_, i) => `${first + i * 2} 0 R`).join(" ");
  return pdfFile([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [4 0 R] >>`,
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 >>",
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    ...pages.flatMap((page, i) => {
      const content = page(draw);
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 842] /Contents ${first + i * 2 + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ]);
}

/** A table drawn with lines (or without), column edges as given, a row 20 high. */
export function drawTable(
  { show, line }: PdfText,
  rows: readonly (readonly string[])[],
  edges: readonly number[],
  top: number,
  ruled: boolean,
  size = 10,
): string {
  const bottom = top - rows.length * 20;
  const [left, right] = [edges[0] as number, edges.at(-1) as number];
  const texts = rows.flatMap((row, r) =>
    row.map((text, c) => (text === "" ? "" : show(text, (edges[c] as number) + 4, top - r * 20 - 15, size))),
  );
  if (!ruled) return texts.join("");
  const level = Array.from({ length: rows.length + 1 }, (_, r) =>
    line(left, top - r * 20, right, top - r * 20),
  );
  return texts.join("") + level.join("") + edges.map((x) => line(x, top, x, bottom)).join("");
}
