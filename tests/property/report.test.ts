import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decode } from "../../src/report/decode.ts";
import { uniqueIds } from "../../src/report/ids.ts";
import { normalize } from "../../src/report/norm.ts";
import { sentenceAt, toOriginal } from "../../src/report/offsets.ts";
import { reportFromText } from "../../src/report/read.ts";

/** Bricks of which reports are made, layout and odd things included. */
const BRICKS =
  "江城 市 开工 投资 30亿元 1,063.1 23:37 。 ！ ？ … …… ; ； , ， 、 : ： “ ” ‘ ’ \" ' （ ） ( ) 《 》 【 】 本报记者 王小明 摄 供图 本报讯 报道 8月10日电 正文： 责任编辑： 返回搜狐，查看更多 ——副题 核心提示 一、 General % ％ ～ 𠮷 \u3000 \u00a0".split(
    " ",
  );
const LAYOUT = ["\n", "\n\n", "\r\n", " ", "   ", "\u3000\u3000", "\t"];
const MARKS = ["# ", "## ", "**", "> ", "- ", "---", "![a](b)", "[a](https://b)"];

const textOf = (bricks: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...bricks), { maxLength: 120 }).map((parts) => parts.join(""));
const plainText = textOf([...BRICKS, ...LAYOUT, ...LAYOUT]);
const markedText = textOf([...BRICKS, ...LAYOUT, ...LAYOUT, ...MARKS]);
const anyText = fc.oneof(plainText, markedText, fc.string({ unit: "binary", maxLength: 200 }));

const read = (text: string) => reportFromText(text, { id: "t", source: "t.txt" });

describe("reading", () => {
  test("segments reproduce every sentence, norm has its length, ranges lead back", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const report = read(text);
        for (const s of report.sentences) {
          expect(s.segments.map((g) => report.text.slice(g.start, g.start + g.length)).join("")).toBe(s.text);
          expect(s.segments[0]?.at).toBe(0);
          expect(s.norm.length).toBe(s.text.length);
          expect(s.text.length).toBeGreaterThan(0);
          expect(toOriginal(s, 0, s.text.length)).toEqual({ start: s.start, end: s.end });
          for (let i = 0; i < s.text.length; i++) {
            const { start, end } = toOriginal(s, i, i + 1);
            expect(end - start).toBe(1);
            expect(report.text[start]).toBe(s.text[i]);
            expect(sentenceAt(report, start)).toBe(s);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test("sentences do not overlap, stand in order, and leave out only layout", () => {
    const check = (text: string, layout: RegExp): void => {
      const report = read(text);
      const owner = new Map<number, number>();
      for (const s of report.sentences) {
        expect(report.sentences[s.index]).toBe(s);
        for (const g of s.segments) {
          for (let i = g.start; i < g.start + g.length; i++) {
            expect(owner.has(i)).toBe(false);
            owner.set(i, s.index);
          }
        }
      }
      for (let i = 1; i < report.sentences.length; i++) {
        expect(report.sentences[i]?.start).toBeGreaterThan(report.sentences[i - 1]?.start ?? -1);
      }
      for (let i = 0; i < report.text.length; i++) if (!owner.has(i)) expect(report.text[i]).toMatch(layout);
    };
    fc.assert(
      fc.property(plainText, (text) => check(text, /[\s\u200b]/u)),
      { numRuns: 400 },
    );
    fc.assert(
      fc.property(markedText, (text) => check(text, /[\s#*>\-![\]()a-z:/]/u)),
      { numRuns: 400 },
    );
  });

  test("articles and sections hold their sentences", () => {
    fc.assert(
      fc.property(markedText, (text) => {
        const report = read(text);
        for (const s of report.sentences) {
          const article = report.articles[s.article];
          const section = s.section < 0 ? undefined : report.sections[s.section];
          expect(article !== undefined && article.start <= s.start).toBe(true);
          if (section !== undefined)
            expect(section.start <= s.start && section.article === s.article).toBe(true);
        }
      }),
    );
  });

  test("the same text gives the same report", () => {
    fc.assert(
      fc.property(anyText, (text) => void expect(read(text)).toEqual(read(text))),
      { numRuns: 50 },
    );
  });
});

describe("normalize", () => {
  test("keeps the length and is its own fixed point but for quotes in turn", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const norm = normalize(text);
        expect(norm.length).toBe(text.length);
        expect(normalize(norm)).toBe(norm);
      }),
    );
  });
});

describe("decoding", () => {
  const han = fc.constantFrom(
    ..."江城市今年投资项目开工增长的了是在和有工业经济发展，。、；：“”（）0123456789ABCabc\n ",
  );
  const chinese = fc
    .array(han, { minLength: 12, maxLength: 300 })
    .map((chars) => `江城，${chars.join("")}。\n`);

  test("every encoding comes back as it was", () => {
    fc.assert(
      fc.property(
        chinese,
        fc.constantFrom("utf-8", "utf-16le", "utf-16be", "gb18030"),
        fc.boolean(),
        (text, encoding, mark) => {
          const bytes = iconv.encode(mark ? `\ufeff${text}` : text, encoding);
          expect(decode(bytes, "t")).toEqual({ text, encoding });
        },
      ),
      { numRuns: 500 },
    );
  });

  test("a file cut anywhere is either cut between characters or an error", () => {
    fc.assert(
      fc.property(
        chinese,
        fc.constantFrom("utf-8", "gb18030"),
        fc.double({ min: 0.5, max: 1, noNaN: true }),
        (text, encoding, share) => {
          const bytes = iconv.encode(text, encoding);
          const cut = bytes.subarray(0, Math.floor(bytes.length * share));
          try {
            expect(text.startsWith(decode(cut, "t").text)).toBe(true);
          } catch (error) {
            expect(error).toMatchObject({ code: "INPUT_TRUNCATED" });
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test("bytes at random give a text or an input error", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          expect(decode(bytes, "t").text).not.toContain("\u0000");
        } catch (error) {
          expect((error as { code: string }).code).toMatch(/^INPUT_/);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("ids", () => {
  const name = fc.constantFrom("a", "b", "2023", "x");
  const source = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join("/")}.txt`);

  test("unique, and the same in any order", () => {
    fc.assert(
      fc.property(fc.uniqueArray(source, { maxLength: 12 }), (sources) => {
        const forth = uniqueIds(sources.map((s) => ({ source: s })));
        const back = uniqueIds(sources.toReversed().map((s) => ({ source: s }))).toReversed();
        expect(new Set(forth).size).toBe(sources.length);
        expect(back).toEqual(forth);
      }),
    );
  });
});
