/**
 * Texts that no one wrote to be read: thousands of characters without a full stop, marks that never close, one name
 * over and over. They come to an end, and what comes out stands in the text. A test that never ends is stopped by the
 * runner; the time itself is measured by `scripts/bench/extract.ts`.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ExtractTools, extract, openExtractTools, reportFromText } from "../../../src/index.ts";
import { cutLong } from "../../../src/report/sentences.ts";

/** The longest sentence that the reader gives, in characters. */
const LONGEST = 1_500;
/** More than one of the longest sentences. */
const LENGTH = 2 * LONGEST;
const filled = (piece: string): string => piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);

/** Here is a name to be found. */
const EVERYTHING = filled("农安县松柏电气有限公司投资12亿元建设松柏产业园项目，");

const texts: [string, string][] = [
  ["commas", "，"],
  ["enumeration commas", "、"],
  ["quotations that never close", "“甲乙"],
  ["quotations side by side", "“甲乙”"],
  ["opening brackets", "（"],
  ["titles side by side", "《甲乙办法》"],
  ["digits", "1"],
  ["Chinese digits", "一二三"],
  ["sums in a list", "12.5亿元、"],
  ["dates in a row", "2023年5月1日至"],
  ["changes", "增长5.2%，"],
  ["one verb", "建设"],
  ["projects in a list", "松柏产业园项目、"],
  ["companies in a list", "松柏电气有限公司、"],
  ["people with their posts", "市长王小明、"],
  ["places without a mark", "农安县"],
  ["agencies in a list", "农安县发展和改革委员会、"],
  ["speech", "王小明说，"],
  ["speech around quotations", "“进展顺利，”市长王小明说，"],
  ["methods", "“一二三”工作法、"],
  ["short sentences", "农安县松柏电气有限公司投资12亿元建设松柏产业园项目。"],
  ["short lines", "建设\n"],
  ["characters beyond the basic plane", "𠮷田"],
  ["symbols of the frame", "ⒸⒿⓁ"],
].map(([name, piece]) => [name as string, filled(piece as string)]);

describe("hostile texts", () => {
  let tools: ExtractTools;
  beforeAll(async () => {
    tools = await openExtractTools();
  });
  afterAll(async () => {
    await tools.tagger?.close();
  });

  it.each([...texts, ["a clause with everything", EVERYTHING]])("%s", async (_, text) => {
    const report = reportFromText(text, { id: "x", source: "x" });
    for (const s of report.sentences) {
      expect(s.norm.length).toBeLessThanOrEqual(LONGEST);
      expect(text.slice(s.start, s.end).includes(s.text.slice(0, 1))).toBe(true);
    }
    const { claims, sentences } = await extract(report, tools);
    expect(sentences).toBeLessThanOrEqual(report.sentences.length);
    const wrong = claims.filter(
      ({ span, sentence, confidence }) =>
        !(
          sentence.start <= span.start &&
          span.start < span.end &&
          span.end <= sentence.end &&
          sentence.end <= text.length &&
          confidence > 0 &&
          confidence <= 1
        ),
    );
    expect(wrong).toEqual([]);
    expect(new Set(claims.map((c) => c.id)).size).toBe(claims.length);
    if (text === EVERYTHING)
      expect(claims.some((c) => c.kind === "mention" && c.subject.name.endsWith("松柏电气有限公司"))).toBe(
        true,
      );
  });
});

describe("cutLong", () => {
  const pieces = (text: string, ends: readonly number[]): string[] =>
    ends.map((end, i) => text.slice(ends[i - 1] ?? 0, end));

  it("leaves sentences of usual length alone", () => expect(cutLong("甲。乙。", [2, 4])).toEqual([2, 4]));

  it("cuts behind the weightiest mark in reach", () => {
    const text = `${"甲".repeat(900)}；${"乙，".repeat(600)}`;
    const [first, ...rest] = pieces(text, cutLong(text, [text.length]));
    expect(first).toBe(`${"甲".repeat(900)}；`);
    expect(rest.join("")).toBe("乙，".repeat(600));
  });

  it("never cuts a character in two", () => {
    const text = `甲${"𠮷".repeat(4_000)}`;
    const all = pieces(text, cutLong(text, [text.length]));
    expect(all.join("")).toBe(text);
    for (const piece of all) expect(() => encodeURIComponent(piece)).not.toThrow();
  });
});
