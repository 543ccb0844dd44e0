import { parse } from "csv-parse/sync";
import exceljs from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { csvOf, xlsxOf } from "../../../src/server/sheet.ts";
import { figureColumns, projectColumns } from "../../../src/server/sheet-columns.ts";
import type { FigureBody, ProjectBody } from "../../../src/server/sheet-types.ts";

/** Of an upload: names that would be a formula, end a row, or stand in no XML. */
const HOSTILE = [
  "=1+1",
  "a\n=1+1",
  "＝1+1",
  "\u200b=1+1",
  "云\u0000岭\u001f集团\uffff",
  "半\ud800字",
  "<b>&'\"",
];
/** What no XML document may hold stands as U+FFFD. */
const KEPT = [...HOSTILE.slice(0, 4), "云\ufffd岭\ufffd集团\ufffd", "半\ufffd字", "<b>&'\""];
/** https://www.w3.org/TR/xml/#charsets */
const isXml = (text: string): boolean =>
  [...text].every((character) => {
    const code = character.codePointAt(0) ?? 0;
    return code >= 0x20 ? code !== 0xfffe && code !== 0xffff : [0x9, 0xa, 0xd].includes(code);
  });

const project = (name: string): ProjectBody => ({
  id: `project:${name}`,
  name,
  investors: [{ id: "c", name, status: "stated" }],
  places: [],
  reports: [name],
});
const figure = (indicator: string): FigureBody => ({
  id: `observation:${indicator}`,
  indicator,
  subject: indicator,
  value: 12,
  unit: indicator,
  kind: "actual",
  original: indicator,
  reports: [indicator],
  evidence: [],
});

it.each([
  ["projects", projectColumns("zh"), HOSTILE.map(project)],
  ["figures", figureColumns("zh"), HOSTILE.map(figure)],
] as const)(
  "%s with hostile names: a workbook that opens, and CSV without a formula",
  async (name, columns, rows) => {
    const given = columns as Parameters<typeof csvOf<unknown>>[0];
    const bytes = await xlsxOf(name, given, rows);
    for (const [path, data] of Object.entries(unzipSync(bytes)))
      expect(isXml(strFromU8(data)), path).toBe(true);
    const book = new exceljs.Workbook();
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    const sheet = book.worksheets[0];
    expect(KEPT.map((_, at) => sheet?.getRow(at + 2).getCell(1).value)).toEqual(KEPT);

    const text = csvOf(given, rows);
    const cells: string[][] = parse(text, { bom: true });
    expect(cells).toHaveLength(HOSTILE.length + 1);
    expect(cells.slice(1).map(([first]) => first?.replace(/^'/, ""))).toEqual(
      HOSTILE.map((name) => name.replace("\ud800", "\ufffd")),
    );
    for (const cell of cells.slice(1).flat()) expect(cell).not.toMatch(/^[\s\p{C}]*[=＝]/u);
    // Nor a row of its own where an unquoted line break would begin one.
    expect(text).toContain('"a\n=1+1"');
  },
);
