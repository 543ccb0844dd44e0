/**
 * Mutated inputs: good files of every kind with bytes flipped, cut, doubled, swapped or put in; the same ones in every run.
 * @module
 */
import { deflateSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { REPORTS, random } from "./world.ts";

export interface Mutated {
  name: string;
  bytes: Uint8Array;
}

const text = Object.values(REPORTS)[0] ?? "";
const html = `<html><head><title>综述</title></head><body>${text
  .split("\n")
  .map((line) => `<p>${line}</p>`)
  .join("")}</body></html>`;

function pdf(content: string): Uint8Array {
  const stream = deflateSync(content);
  const parts = [
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 100 100]>>endobj\n",
    `4 0 obj<</Length ${stream.length}/Filter/FlateDecode>>stream\n`,
    stream,
    "\nendstream endobj\ntrailer<</Root 1 0 R>>\n",
  ];
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

const docx = zipSync({
  "[Content_Types].xml": strToU8(
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
  "_rels/.rels": strToU8(
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  ),
  "word/document.xml": strToU8(
    `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${text
      .split("\n")
      .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
      .join("")}</w:body></w:document>`,
  ),
});

const GOOD: readonly [extension: string, bytes: Uint8Array][] = [
  ["txt", strToU8(text)],
  ["md", strToU8(`---\ntitle: 综述\ndate: 2023-03-20\n---\n\n# 综述\n\n${text}`)],
  ["html", strToU8(html)],
  ["jsonl", strToU8(`${JSON.stringify({ id: "row", text, date: "2023-03-20" })}\n`)],
  ["csv", strToU8(`title,text\n综述,"${text.replaceAll("\n", " ")}"\n`)],
  ["pdf", pdf("BT /F1 12 Tf (report) Tj ET")],
  ["docx", docx],
  ["zip", zipSync({ "a/one.txt": strToU8(text), "b/one.txt": strToU8(text), "page.html": strToU8(html) })],
];

type Change = (bytes: Uint8Array, next: () => number) => Uint8Array;

const at = (bytes: Uint8Array, next: () => number): number => Math.floor(next() * bytes.length);
const CHANGES: readonly Change[] = [
  (bytes, next) => {
    const changed = Uint8Array.from(bytes);
    for (let i = 0; i < 1 + next() * 20; i++) changed[at(bytes, next)] = Math.floor(next() * 256);
    return changed;
  },
  (bytes, next) => bytes.slice(0, at(bytes, next)),
  (bytes, next) => bytes.slice(at(bytes, next)),
  (bytes, next) => {
    const [from, to] = [at(bytes, next), at(bytes, next)].sort((a, b) => a - b) as [number, number];
    return Buffer.concat([bytes.slice(0, to), bytes.slice(from, to), bytes.slice(to)]);
  },
  (bytes, next) => {
    const from = at(bytes, next);
    const put = [
      Buffer.alloc(300),
      Buffer.from("\ufeff\u202e\u200b=1+1"),
      Buffer.alloc(500, "("),
      Buffer.alloc(64, 0xff),
    ];
    return Buffer.concat([
      bytes.slice(0, from),
      put[Math.floor(next() * put.length)] ?? Buffer.alloc(0),
      bytes.slice(from),
    ]);
  },
  (bytes, next) => {
    const middle = at(bytes, next);
    return Buffer.concat([bytes.slice(middle), bytes.slice(0, middle)]);
  },
];

/** As many as asked for, and a few made by hand that once did harm. */
export function mutations(most: number): Mutated[] {
  const made: Mutated[] = [
    { name: "swollen.zip", bytes: zipSync({ "bomb.txt": new Uint8Array(30 * 2 ** 20) }) },
    { name: "states.pdf", bytes: pdf("q ".repeat(50_000)) },
    { name: "one-line.html", bytes: strToU8(`<p>${"<b>".repeat(20_000)}`) },
    { name: "brackets.jsonl", bytes: strToU8("[".repeat(100_000)) },
  ];
  const next = random(7);
  for (let i = 0; made.length < most; i++) {
    const [extension, bytes] = GOOD[i % GOOD.length] ?? ["txt", new Uint8Array()];
    let changed = bytes;
    for (let round = 0; round <= next() * 2; round++)
      changed = (CHANGES[Math.floor(next() * CHANGES.length)] as Change)(changed, next);
    made.push({ name: `m${i}.${extension}`, bytes: changed });
  }
  return made.slice(0, most);
}
