import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decode } from "../../../src/report/decode.ts";

const TEXT = "江城市今年1月至11月实际到位内资423.08亿元，同比增长30%。\n“项目为王”——书记说。\n";
const CASES: readonly { name: string; bytes: Uint8Array; encoding: string }[] = [
  { name: "UTF-8", bytes: Buffer.from(TEXT), encoding: "utf-8" },
  { name: "UTF-8 with mark", bytes: Buffer.from(`\ufeff${TEXT}`), encoding: "utf-8" },
  { name: "UTF-16LE with mark", bytes: iconv.encode(`\ufeff${TEXT}`, "utf-16le"), encoding: "utf-16le" },
  { name: "UTF-16BE with mark", bytes: iconv.encode(`\ufeff${TEXT}`, "utf-16be"), encoding: "utf-16be" },
  { name: "UTF-16LE without mark", bytes: iconv.encode(TEXT, "utf-16le"), encoding: "utf-16le" },
  { name: "UTF-16BE without mark", bytes: iconv.encode(TEXT, "utf-16be"), encoding: "utf-16be" },
  { name: "GB18030", bytes: iconv.encode(TEXT, "gb18030"), encoding: "gb18030" },
  {
    name: "GB18030, four-byte character",
    bytes: iconv.encode(`𠮷${TEXT}㐀`, "gb18030"),
    encoding: "gb18030",
  },
  { name: "ASCII", bytes: Buffer.from("plain text\n"), encoding: "utf-8" },
];

function codeOf(bytes: Uint8Array): { code: string; message: string } {
  try {
    decode(bytes, "a.txt");
  } catch (error) {
    return error as { code: string; message: string };
  }
  return { code: "none", message: "" };
}

/** Characters that two texts share at their beginning and their end. */
function commonEnds(a: string, b: string): number {
  let head = 0;
  while (head < a.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  return head + tail;
}

describe("decode", () => {
  for (const { name, bytes, encoding } of CASES) {
    test(`reads ${name}`, () => {
      const decoded = decode(bytes, "a.txt");
      expect(decoded.encoding).toBe(encoding);
      expect(decoded.text.replace(/[𠮷㐀]/gu, "")).toBe(name === "ASCII" ? "plain text\n" : TEXT);
    });
  }

  test("nothing and white space are empty", () => {
    expect(codeOf(new Uint8Array()).code).toBe("INPUT_EMPTY");
    expect(codeOf(Buffer.from(" \n\u3000\t\n")).code).toBe("INPUT_EMPTY");
    expect(codeOf(Buffer.from("\ufeff")).code).toBe("INPUT_EMPTY");
  });

  test("pictures and programs are binary", () => {
    expect(
      codeOf(
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]),
      ).code,
    ).toBe("INPUT_BINARY");
    expect(codeOf(Buffer.from("\u007fELF\u0002\u0001\u0001\u0000\u0000")).code).toBe("INPUT_BINARY");
  });

  test("a file that ends inside a character was cut short", () => {
    expect(codeOf(Buffer.from(TEXT).subarray(0, 7)).code).toBe("INPUT_TRUNCATED");
    expect(codeOf(Buffer.from("江").subarray(0, 2)).code).not.toBe("none");
    const gb = iconv.encode(TEXT, "gb18030");
    expect(codeOf(gb.subarray(0, 5)).code).toBe("INPUT_TRUNCATED");
    const wide = iconv.encode(`\ufeff${TEXT}`, "utf-16le");
    expect(codeOf(wide.subarray(0, 9)).code).toBe("INPUT_TRUNCATED");
  });

  test("a damaged UTF-8 file is not taken for GB18030, and the place is told", () => {
    const bytes = Buffer.concat([Buffer.from("江城市\n实际"), Buffer.from([0xff]), Buffer.from("到位内资")]);
    const { text, encoding, notes } = decode(bytes, "a.txt");
    expect({ text, encoding }).toEqual({ text: "江城市\n实际\ufffd到位内资", encoding: "utf-8" });
    expect(notes?.join()).toContain("one place");
    expect(notes?.join()).toContain("line 2");
  });

  test.each(["utf-8", "gb18030"])("one bad byte anywhere in a %s page costs that place only", (encoding) => {
    const page = `${TEXT}主持会议的负责人介绍了有关情况。`.repeat(3);
    const sound = iconv.encode(page, encoding);
    for (let at = 0; at < sound.length; at++) {
      for (const bad of [0xff, 0x80, 0x00]) {
        const bytes = Buffer.from(sound);
        bytes[at] = bad;
        const decoded = decode(bytes, "a.txt");
        expect(decoded.encoding).toBe(encoding);
        // What stands before and after the place, two characters and one beside it aside, is as it was.
        const same = commonEnds(decoded.text, page);
        expect(same, `byte ${at} = ${bad}`).toBeGreaterThanOrEqual(page.length - 4);
      }
    }
  });

  test("a file that is mostly no text is refused", () => {
    const noise = Buffer.from(Array.from({ length: 400 }, (_, i) => (i % 7 === 0 ? 0xff : 0xd6)));
    expect(codeOf(noise).code).toBe("INPUT_UNDECODABLE");
  });

  test("other encodings are refused rather than read as gibberish", () => {
    expect(codeOf(iconv.encode("經濟部表示，今年投資金額成長百分之三十，創歷史新高。", "big5")).code).toBe(
      "INPUT_UNDECODABLE",
    );
    expect(
      codeOf(iconv.encode("経済の成長について、今年の投資は三十パーセント増えました。", "shift_jis")).code,
    ).toBe("INPUT_UNDECODABLE");
    expect(codeOf(iconv.encode("Über die Städte, größer", "latin1")).code).toBe("INPUT_UNDECODABLE");
    expect(codeOf(Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])).code).toBe("INPUT_UNDECODABLE");
  });

  test("a declared encoding is believed only if the bytes fit", () => {
    expect(decode(Buffer.from(TEXT), "a.html", "gb18030").text).toContain("江城市");
    expect(decode(iconv.encode("江城", "gb18030"), "a.html", "utf-8").text).toBe("江城");
  });
});
