import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { readReport } from "../../../src/report/read.ts";
import { docxOf, encryptedPdf, pdfOf, scannedPdf, zipOf } from "./fixtures.ts";

async function codeOf(bytes: Uint8Array, source: string): Promise<string> {
  try {
    await readReport(bytes, { source });
    return "none";
  } catch (error) {
    expect((error as Error).message).toContain(source);
    return (error as { code: string }).code;
  }
}

const sentences = async (bytes: Uint8Array, source: string): Promise<[string, string][]> =>
  (await readReport(bytes, { source })).sentences.map((s) => [s.kind, s.text]);

describe("html", () => {
  const page = (charset: string): string =>
    `<!doctype html><html><head><meta charset="${charset}"><meta property="article:published_time" content="2023-08-04T10:00:00"><title>站名</title><style>p{}</style></head><body><nav>首页</nav><article><h1>江城的标题</h1><p>本报记者 王小明</p><h2>第一节</h2><p>江城<b>投资</b>30亿元。<br>第二行。</p><script>var a="不是文字。"</script><p style="display: none">隐藏。</p></article><footer>版权</footer></body></html>`;

  test("main text in blocks, headings as such, in the declared encoding", async () => {
    const expected = [
      ["title", "江城的标题"],
      ["byline", "本报记者 王小明"],
      ["heading", "第一节"],
      ["body", "江城投资30亿元。"],
      ["body", "第二行。"],
    ];
    expect(await sentences(Buffer.from(page("utf-8")), "a.html")).toEqual(expected);
    expect(await sentences(iconv.encode(page("gb2312"), "gb18030"), "a.htm")).toEqual(expected);
  });

  test("the page's own date", async () => {
    const report = await readReport(Buffer.from(page("utf-8")), { source: "a.html" });
    expect([report.date, report.dateSource]).toEqual(["2023-08-04", "front-matter"]);
  });

  test("a page without text is empty; deep nesting is no danger", async () => {
    expect(await codeOf(Buffer.from("<html><body><script>1</script></body></html>"), "a.html")).toBe(
      "INPUT_EMPTY",
    );
    const deep = `${"<div>".repeat(20_000)}江城开工。${"</div>".repeat(20_000)}`;
    expect(await sentences(Buffer.from(deep), "a.html")).toEqual([["body", "江城开工。"]]);
  });
});

describe("docx", () => {
  const document = docxOf([
    { text: "江城的标题", heading: 1 },
    { text: "第一节", heading: 2 },
    { text: "江城投资30亿元。" },
  ]);

  test("paragraphs and headings", async () => {
    expect(await sentences(document, "a.docx")).toEqual([
      ["title", "江城的标题"],
      ["heading", "第一节"],
      ["body", "江城投资30亿元。"],
    ]);
  });

  test("what cannot be read says why", async () => {
    expect(await codeOf(document.subarray(0, document.length - 30), "a.docx")).toBe("INPUT_TRUNCATED");
    expect(await codeOf(document.subarray(0, 100), "a.docx")).toBe("INPUT_TRUNCATED");
    expect(await codeOf(zipOf({ "a.txt": "甲" }), "a.docx")).toBe("INPUT_CORRUPT");
    expect(await codeOf(Buffer.from("plain"), "a.docx")).toBe("INPUT_CORRUPT");
    expect(await codeOf(docxOf([]), "a.docx")).toBe("INPUT_EMPTY");
    const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const locked = Buffer.concat([
      Buffer.from(compound),
      Buffer.alloc(512),
      Buffer.from("EncryptedPackage", "utf16le"),
    ]);
    expect(await codeOf(locked, "a.docx")).toBe("INPUT_ENCRYPTED");
    expect(await codeOf(Buffer.from(compound), "a.docx")).toBe("INPUT_CORRUPT");
  });

  test("a changed byte is found by its checksum", async () => {
    const broken = Uint8Array.from(document);
    const at = Buffer.from(document).indexOf("word/document.xml") + 60;
    broken[at] = (broken[at] as number) ^ 0xff;
    expect(await codeOf(broken, "a.docx")).toBe("INPUT_CORRUPT");
  });
});

describe("pdf", () => {
  const lines = [
    "江城的标题",
    "",
    "江城市今年实施工业项目二百八十三个，改造企业新增产",
    "品一百余种，生产效率平均提升百分之十八，资源利用率",
    "平均提高百分之十七。",
  ];

  test("the lines of a page are joined into sentences", async () => {
    expect(await sentences(pdfOf(lines), "a.pdf")).toEqual([
      ["title", "江城的标题"],
      ["body", lines.slice(2).join("")],
    ]);
  });

  test("a scan says that it is one", async () => {
    expect(await codeOf(scannedPdf(), "a.pdf")).toBe("INPUT_SCAN");
  });

  test("locked, cut and broken files", async () => {
    expect(await codeOf(encryptedPdf(), "a.pdf")).toBe("INPUT_ENCRYPTED");
    const whole = pdfOf(lines);
    expect(await codeOf(whole.subarray(0, whole.length - 20), "a.pdf")).toBe("INPUT_TRUNCATED");
    expect(await codeOf(Buffer.from("no pdf"), "a.pdf")).toBe("INPUT_CORRUPT");
    expect(await codeOf(Buffer.from("%PDF-1.7\nnothing\n%%EOF"), "a.pdf")).toBe("INPUT_CORRUPT");
    expect(await codeOf(new Uint8Array(), "a.pdf")).toBe("INPUT_EMPTY");
  });
});
