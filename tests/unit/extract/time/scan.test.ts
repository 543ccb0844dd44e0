import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanTimes } from "../../../../src/extract/time/index.ts";
import { corpus } from "../quantity/corpus.ts";

interface Block {
  date: string;
  times?: { value: string; say: string[] }[];
  none?: string[];
}
const table = corpus<Block[]>("dates");
const said = table.flatMap(({ date, times = [] }) =>
  times.flatMap(({ value, say }) => say.map((text) => [text, date, value] as const)),
);
const unsaid = table.flatMap(({ date, none = [] }) => none.map((text) => [text, date] as const));

describe("scanTimes on the corpus table", () => {
  it.each(said)("%s in a report of %s is %s", (text, date, value) => {
    expect(scanTimes(text, { date }).map((t) => t.value)).toEqual([value]);
  });

  it.each(unsaid)("%s is no time", (text, date) => {
    expect(scanTimes(text, { date })).toEqual([]);
  });
});

describe("scanTimes", () => {
  const date = "2023-08-16";
  const values = (text: string, previous?: string): string[] =>
    scanTimes(text, { date, ...(previous ? { previous } : {}) }).map((t) => t.value);

  it("takes the year from the time named before in the sentence", () => {
    expect(values("2019年3月开工，9月竣工，次年投产")).toEqual(["2019-03", "2019-09", "2020"]);
    expect(values("明年9月建成、11月投入使用")).toEqual(["2024-09", "2024-11"]);
  });

  it("takes 当年, 次年 and 当日 from the sentence before", () => {
    expect(values("当年开工，次年投产", "2020-05")).toEqual(["2020", "2021"]);
    expect(values("当日签约", "2023-08-10")).toEqual(["2023-08-10"]);
  });

  it("marks what is only near", () => {
    expect(scanTimes("近日，7月底，截至目前", { date }).map((t) => [t.kind, t.fuzzy ?? false])).toEqual([
      ["date", true],
      ["month", true],
      ["as-of", false],
    ]);
  });

  it("leaves relative times open without a date, and resolves absolute ones", () => {
    expect(scanTimes("今年上半年，2020年5月", {}).map((t) => t.value)).toEqual(["", "2020-05"]);
  });

  it("gives spans inside the text whose text is the slice", () => {
    const pieces = fc.array(
      fc.constantFrom(
        ..."0123456789一二三四五十月日年季度半上下前今去明截至目底初末近“”-—至到旬个来以中时分点:：",
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(pieces, (chars) => {
        const text = chars.join("");
        let floor = 0;
        for (const t of scanTimes(text, { date })) {
          expect(t.start).toBeGreaterThanOrEqual(floor);
          expect(t.end).toBeGreaterThan(t.start);
          expect(t.text).toBe(text.slice(t.start, t.end));
          expect(t.value).toMatch(/^(?:\d{4}(?:-\d\d){0,2}(?:\/\d{4}(?:-\d\d){0,2})?|T\d\d:\d\d)$/);
          floor = t.end;
        }
      }),
      { numRuns: 3000 },
    );
  });
});
