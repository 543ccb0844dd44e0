import { describe, expect, it } from "vitest";
import { csvLines } from "../../../src/export/spreadsheet.ts";
import type { SeriesBody } from "../../../src/server/views/api.ts";
import { csvText } from "../../../web/src/lib/csv.ts";
import { csvOf } from "../../../web/src/series/csv.ts";

/** Names out of reports that a spreadsheet would run, or that would end a row. */
const HOSTILE = [
  "=1+1",
  "-1+1",
  "+cmd|' /C calc'!A0",
  "＝1+1",
  "\u200b=1+1",
  "\u3164@x",
  "a\n=1+1",
  'a"b,c',
  "'=1",
  "青禾=云岭",
  "",
];

describe("a table that the page makes", () => {
  it("is written as the server and the command line write it", () => {
    const rows = [...HOSTILE.map((text) => [text, -1.5, true]), [...HOSTILE]];
    expect(csvText(rows)).toBe(`\ufeff${csvLines(rows)}`);
  });

  it.each(HOSTILE.slice(0, 6))("of a series with %j runs nothing", (name) => {
    const series = {
      indicator: { name, unit: name, measure: name },
      shown: [{ key: "p", name }],
      cells: [{ place: "p", period: name, values: [{ kind: "actual", value: -2, original: name }] }],
    } as unknown as SeriesBody;
    const [, row = ""] = csvOf(series).split("\r\n");
    expect(row).toBe(csvLines([[name, name, name, name, "", name, "actual", -2, name, "", ""]]).trimEnd());
    expect(row.startsWith("'")).toBe(true);
  });
});
