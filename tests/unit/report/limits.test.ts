import { deflateSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { defaultReadingLimits } from "../../../src/limits.ts";
import { readReport } from "../../../src/report/read.ts";
import { DocumentReader } from "../../../src/report/reading.ts";
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
  const reader = new DocumentReader({ ...defaultReadingLimits, readMs: 3_000, readMsPerMegabyte: 1 });
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
