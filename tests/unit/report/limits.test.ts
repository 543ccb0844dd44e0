import { once } from "node:events";
import { deflateSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { defaultReadingLimits } from "../../../src/limits.ts";
import { readReport } from "../../../src/report/read.ts";
import { DocumentReader } from "../../../src/report/reading.ts";
import { startThread } from "../../../src/thread.ts";
import type { ManyParts } from "../../fixtures/many-parts.ts";
import { pdfFile, scannedPdf } from "./fixtures.ts";

afterEach(() => vi.unstubAllEnvs());

/** Half a kilobyte that pdf.js reads for minutes. */
function costlyPdf(): Uint8Array {
  const content = deflateSync(Buffer.from("q ".repeat(50_000))).toString("latin1");
  return pdfFile([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 842] /Contents 4 0 R /Resources << >> >>",
    `<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n${content}\nendstream`,
  ]);
}

test("a document that takes too long is stopped and named, and the next one is read", async () => {
  const reader = new DocumentReader({ ...defaultReadingLimits, readMs: 2_000, readMsPerMegabyte: 1 });
  try {
    await expect(reader.read(costlyPdf(), { source: "q.pdf" })).rejects.toMatchObject({
      code: "INPUT_TOO_COSTLY",
      message: expect.stringContaining("q.pdf"),
    });
    expect(
      (await reader.read(Buffer.from("云岭集团昨天开工。"), { source: "a.txt" })).sentences,
    ).toHaveLength(1);
  } finally {
    await reader.close();
  }
});

test("a text that is longer than a report is refused by name", async () => {
  const limits = { ...defaultReadingLimits, documentCharacters: 1_000 };
  await expect(
    readReport(Buffer.from("甲".repeat(1_001)), { source: "a.txt" }, limits),
  ).rejects.toMatchObject({
    code: "INPUT_TOO_LARGE",
  });
});

test("a document of more sentences than a report has is refused by name", async () => {
  const limits = { ...defaultReadingLimits, documentSentences: 100 };
  for (const [source, piece] of [
    ["a.txt", "云岭集团开工。"],
    ["a.csv", "青禾,1\n"],
  ] as const)
    await expect(readReport(Buffer.from(piece.repeat(101)), { source }, limits)).rejects.toMatchObject({
      code: "INPUT_TOO_LARGE",
      message: expect.stringMatching(/101 sentences and rows, at most 100/u),
    });
});

test("a scan without --ocr, and with it where the program is missing, says what to do", async () => {
  const plain = readReport(scannedPdf(), { source: "s.pdf" });
  await expect(plain).rejects.toMatchObject({
    code: "INPUT_SCAN",
    message: expect.stringContaining("--ocr"),
  });
  vi.stubEnv("PATH", "/nowhere");
  const asked = readReport(scannedPdf(), { source: "s.pdf", ocr: true });
  await expect(asked).rejects.toMatchObject({
    code: "OCR_MISSING",
    message: expect.stringContaining("tesseract-ocr-chi-sim"),
  });
});

test("a passage in which no sentence ends is left out and told, what stands around it is read", async () => {
  const blob = Buffer.from("青禾".repeat(20_000)).toString("base64");
  for (const [source, text] of [
    ["a.txt", `云岭集团昨天开工。\n\n${blob}\n\n澄湖县今天竣工。\n`],
    ["a.txt", `云岭集团昨天开工。\n${"青禾公司、".repeat(100_000)}\n\n澄湖县今天竣工。\n`],
    ["a.csv", `项目,说明\n云岭集团昨天开工,x\n长文,"${"青禾,1亿\n".repeat(100_000)}"\n澄湖县今天竣工,x\n`],
  ] as const) {
    const { sentences, notes } = await readReport(Buffer.from(text), { source });
    const read = sentences.map((sentence) => sentence.text).join("");
    expect(read).toContain("云岭集团");
    expect(read).toContain("澄湖县");
    expect(read.length).toBeLessThan(200);
    expect(notes).toEqual([
      expect.stringMatching(/^a passage in which no sentence ends \(\d{5,} characters\)/u),
    ]);
  }
});

test("a document of more parts than a call may have arguments is read", async () => {
  const parts = 25_000;
  const thread = startThread("../../fixtures/many-parts", import.meta.url, parts, { stackSizeMb: 0.4 });
  const [told] = (await once(thread, "message")) as [ManyParts];
  expect(told).toEqual({ call: "RangeError", page: true, rows: parts + 1, ids: parts });
}, 120_000);
