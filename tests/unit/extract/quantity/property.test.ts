import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanQuantities } from "../../../../src/extract/quantity/index.ts";

const DIGITS = "零一二三四五六七八九";

/** Below 10,000, as it is read aloud. */
function section(n: number): string {
  let out = "";
  let zero = false;
  for (const [unit, name] of [
    [1000, "千"],
    [100, "百"],
    [10, "十"],
    [1, ""],
  ] as const) {
    const d = Math.floor(n / unit) % 10;
    if (d === 0) zero = out !== "";
    else {
      out += (zero ? "零" : "") + DIGITS.charAt(d) + name;
      zero = false;
    }
  }
  return out;
}

/** A whole number below 10^12 in Chinese. */
function chinese(n: number): string {
  const parts = [
    [1e8, "亿"],
    [1e4, "万"],
    [1, ""],
  ] as const;
  let out = "";
  let rest = n;
  for (const [unit, name] of parts) {
    const head = Math.floor(rest / unit);
    rest %= unit;
    if (head > 0) out += (out !== "" && head < 1000 ? "零" : "") + section(head) + name;
  }
  return out;
}

/** Text that looks like reports: numerals, units, qualifiers and words at random. */
const reportLike = fc
  .array(
    fc.constantFrom(
      ..."0123456789一二三四五六七八九十百千万亿两半几数零〇翻番第前近约超余多来元吨亩年月日个家%％.,，。-~至到、和增长同比下降分之成倍点/ abcMWkg人民币美元以上左右内",
    ),
    { maxLength: 60 },
  )
  .map((chars) => chars.join(""));

describe("scanQuantities", () => {
  it("reads every Chinese numeral back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 999_999_999_999 }), (n) => {
        expect(scanQuantities(`共${chinese(n)}吨`).map((q) => [q.value, q.unit])).toEqual([[n, "吨"]]);
      }),
    );
  });

  it("reads every Arabic numeral back, with and without separators", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 99 }), (n, f) => {
        const plain = `${n}.${String(f).padStart(2, "0")}`;
        const grouped = `${n.toLocaleString("en")}.${String(f).padStart(2, "0")}`;
        for (const text of [plain, grouped])
          expect(scanQuantities(`共${text}亩`)[0]?.value).toBeCloseTo(Number(plain), 6);
      }),
    );
  });

  it("gives spans inside the text, in order, apart, whose text is the slice, and ranges that are ordered", () => {
    fc.assert(
      fc.property(reportLike, (text) => {
        let floor = 0;
        for (const q of scanQuantities(text)) {
          expect(q.start).toBeGreaterThanOrEqual(floor);
          expect(q.end).toBeGreaterThan(q.start);
          expect(q.end).toBeLessThanOrEqual(text.length);
          expect(q.text).toBe(text.slice(q.start, q.end));
          expect(q.numberStart).toBeGreaterThanOrEqual(q.start);
          expect(Number.isFinite(q.value)).toBe(true);
          if (q.high !== undefined) expect(q.high).toBeGreaterThan(q.value);
          floor = q.end;
        }
      }),
      { numRuns: 3000, examples: [["0日币0"]] },
    );
  });
});
