import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  day,
  isDay,
  isMonth,
  month,
  monthOf,
  months,
  pad,
  yearOf,
} from "../../../../src/extract/time/calendar.ts";
import { small, yearNumber } from "../../../../src/extract/time/numbers.ts";

describe("numbers of calendars", () => {
  it.each([
    ["1", 1],
    ["11", 11],
    ["07", 7],
    ["一", 1],
    ["九", 9],
    ["十", 10],
    ["十一", 11],
    ["十九", 19],
    ["二十", 20],
    ["三十一", 31],
    ["九十九", 99],
    ["〇", Number.NaN],
    ["百", Number.NaN],
    ["二三", Number.NaN],
    ["十百", Number.NaN],
    ["百十", Number.NaN],
    ["十一二", Number.NaN],
    ["二三十", Number.NaN],
    ["〇十", Number.NaN],
    ["", Number.NaN],
  ])("%s is %d", (text, wanted) => {
    expect(small(text)).toBe(wanted);
  });

  it.each([
    ["2023", 2023],
    ["二〇二三", 2023],
    ["二零二三", 2023],
    ["二○一九", 2019],
  ])("the year %s is %d", (text, wanted) => {
    expect(yearNumber(text)).toBe(wanted);
  });
});

describe("the calendar", () => {
  it("writes months and days with two digits", () => {
    expect([pad(3), pad(12), month(2024, 3), day(2024, 3, 9), months(2024, 1, 10)]).toEqual([
      "03",
      "12",
      "2024-03",
      "2024-03-09",
      "2024-01/2024-10",
    ]);
  });

  it("tells year and month of what has them", () => {
    expect([yearOf("2024-03-09"), yearOf("2024"), yearOf(undefined), yearOf("")]).toEqual([
      2024,
      2024,
      undefined,
      undefined,
    ]);
    expect([monthOf("2024-03-09"), monthOf("2024-11"), monthOf("2024"), monthOf(undefined)]).toEqual([
      3,
      11,
      undefined,
      undefined,
    ]);
  });

  it.each<[string, number, string]>([
    ["2024-02-28", 1, "2024-02-29"],
    ["2023-02-28", 1, "2023-03-01"],
    ["2024-01-01", -1, "2023-12-31"],
    ["2024-01-01", 0, "2024-01-01"],
  ])("%s and %d days are %s", (iso, days, wanted) => {
    expect(addDays(iso, days)).toBe(wanted);
  });

  it.each<[string, number, string]>([
    ["2024-01-15", 0, "2024-01"],
    ["2024-01-15", -1, "2023-12"],
    ["2024-12-15", 1, "2025-01"],
    ["2024-03", -15, "2022-12"],
    ["2024-11-30", 2, "2025-01"],
  ])("%s and %d months are %s", (iso, count, wanted) => {
    expect(addMonths(iso, count)).toBe(wanted);
  });

  it("has twelve months of at most 31 days", () => {
    expect([0, 1, 12, 13].map(isMonth)).toEqual([false, true, true, false]);
    expect([0, 1, 31, 32].map(isDay)).toEqual([false, true, true, false]);
  });
});
