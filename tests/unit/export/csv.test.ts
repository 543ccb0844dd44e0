import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { writeCsv } from "../../../src/export/csv.ts";
import { csvLines } from "../../../src/export/spreadsheet.ts";
import { itemsOf } from "../../../src/graph/items.ts";
import { nastyGraph } from "./nasty.ts";

const graph = nastyGraph();
const files = new Map([...writeCsv(itemsOf(graph))].map(([name, pieces]) => [name, [...pieces].join("")]));
const rows = (name: string): Record<string, string>[] =>
  parse(files.get(name) ?? "", { bom: true, columns: true });
/** What a reader does who wants the original. */
const original = (cell: string | undefined): string => (cell ?? "").replace(/^'/, "");

describe("CSV", () => {
  it("is two tables", () => {
    expect([...files.keys()]).toEqual(["nodes.csv", "edges.csv"]);
    expect(rows("nodes.csv")).toHaveLength(graph.nodes.length);
    expect(rows("edges.csv")).toHaveLength(graph.edges.length);
  });

  it("gives every value back", () => {
    for (const [index, row] of rows("nodes.csv").entries()) {
      const node = graph.nodes[index];
      expect(original(row["labels"]).split(";")).toEqual(node?.labels);
      for (const [name, value] of Object.entries(node?.properties ?? {})) {
        const cell = row[name];
        if (typeof value === "string") expect(original(cell)).toBe(value);
        else expect(JSON.parse(cell ?? "")).toEqual(value);
      }
    }
    for (const [index, row] of rows("edges.csv").entries()) {
      const edge = graph.edges[index];
      expect(row).toMatchObject({ id: edge?.id, type: edge?.type, start: edge?.start, end: edge?.end });
    }
  });

  it("opens in Excel as Chinese", () => {
    for (const text of files.values()) expect(text.startsWith("\ufeffid,type,")).toBe(true);
  });

  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", `"'\r=1"`],
    ["＝1", "'＝1"],
    ["'=1", "''=1"],
    ["a=1", "a=1"],
    ["", ""],
    [-1.5, "-1.5"],
    [true, "true"],
    ["\u200b=1", "'\u200b=1"],
    [" \u00a0\u3000=1", "' \u00a0\u3000=1"],
    ["\u3164@x", "'\u3164@x"],
    ["\u0000-1", "'\u0000-1"],
    ["﹦1", "'﹦1"],
    ["a\n=1+1", '"a\n=1+1"'],
    ["a\r=1+1", '"a\r=1+1"'],
    [" a", " a"],
    ["青禾=云岭", "青禾=云岭"],
  ])("guards %j against formulas", (value, cell) => {
    expect(csvLines([[value]])).toBe(`${cell}\r\n`);
  });
});
