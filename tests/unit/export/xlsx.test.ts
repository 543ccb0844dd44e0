import { read as readSheets } from "@e965/xlsx";
import exceljs, { type Workbook, type Worksheet } from "exceljs";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { writeXlsx } from "../../../src/export/xlsx.ts";
import { itemsOf } from "../../../src/graph/items.ts";
import type { Graph } from "../../../src/model/graph.ts";
import { byId, NASTY_CONTEXT, NASTY_NAME, NASTY_SENTENCE, nastyGraph } from "./nasty.ts";

const graph = nastyGraph();
const bytesOf = (of: Graph, mostRows?: number): Buffer =>
  Buffer.concat([...writeXlsx(itemsOf(of), mostRows)]);
const read = async (bytes: Buffer): Promise<Workbook> => {
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book;
};
let workbook: Workbook;
const sheet = (name: string): Worksheet => {
  const found = workbook.getWorksheet(name);
  if (!found) throw new Error(name);
  return found;
};
/** Rows below the headers as objects by English header. */
const rows = (name: string): Record<string, unknown>[] => {
  const headers = sheet(name).getRow(2).values as string[];
  const out: Record<string, unknown>[] = [];
  sheet(name).eachRow((row, number) => {
    if (number <= 2) return;
    const values = row.values as unknown[];
    out.push(Object.fromEntries(headers.map((header, index) => [header, values[index]] as const).slice(1)));
  });
  return out;
};

beforeAll(async () => {
  workbook = await read(bytesOf(graph));
});

describe("workbook", () => {
  it("has an overview, a sheet per type that occurs, and the sentences", () => {
    const names = workbook.worksheets.map(({ name }) => name);
    expect(names[0]).toBe("总览 Overview");
    expect(names).toEqual(
      expect.arrayContaining(["项目 Project", "企业 Company", "投资 INVESTS", "见于 MENTIONED_IN"]),
    );
    expect(names.at(-1)).toBe("依据 Evidence");
    expect(rows("总览 Overview").find(({ type }) => type === "INVESTS")).toMatchObject({
      Chinese: "投资",
      count: 2,
    });
  });

  it("has headers in both languages that stay in view, and filters", () => {
    for (const { views, autoFilter, name } of workbook.worksheets) {
      expect(views[0], name).toMatchObject({ state: "frozen", ySplit: 2 });
      expect(autoFilter, name).toBeTruthy();
    }
    const project = sheet("项目 Project");
    expect(project.getRow(1).values).toContain("总投资（元）");
    expect(project.getRow(2).values).toContain("total investment (CNY)");
  });

  it("keeps numbers as numbers, and says stages in Chinese", () => {
    expect(rows("项目 Project").find((row) => row["stage"] !== undefined)).toMatchObject({
      name: "云泽新材料产业园",
      "total investment (CNY)": 3_860_000_000,
      stage: "开工 started",
    });
  });

  it("keeps text that looks like a formula as text", () => {
    expect(rows("企业 Company")[0]?.["name"]).toBe(NASTY_NAME);
  });

  it("names both ends of an edge", () => {
    const [edge] = rows("投资 INVESTS");
    expect(edge?.["from"]).toBe(NASTY_NAME);
    expect(edge?.["to"]).toBe(byId(graph, String(edge?.["to id"])).properties["name"]);
  });

  it("has a row per sentence with its place in the report", () => {
    const sentence = rows("依据 Evidence").find((row) => row["sentence"] === NASTY_SENTENCE);
    expect(sentence).toMatchObject({
      "belongs to": NASTY_NAME,
      report: "yunze-2024-06",
      start: 3,
      end: 9,
      rule: "example/nasty",
      // Its own column, as text; XML has no place for the bell.
      context: `${NASTY_CONTEXT.replace("\u0007", "\ufffd")}\n落户云泽。`,
    });
    // Where the sentence names all, nothing stands there.
    const others = rows("依据 Evidence").filter((row) => row["sentence"] !== NASTY_SENTENCE);
    expect(others.length).toBeGreaterThan(0);
    expect(others.every((row) => row["context"] === undefined)).toBe(true);
  });

  it("cuts a text that no cell can hold, and says so", async () => {
    const long = nastyGraph();
    for (const { labels, properties } of long.nodes)
      if (labels.includes("Quote")) properties["text"] = "字".repeat(40_000);
    const other = await read(bytesOf(long));
    const texts = other.getWorksheet("引语 Quote")?.getRow(3).values as string[];
    const cut = texts.find((value) => String(value).startsWith("字字"));
    expect(cut).toHaveLength(32_767);
    expect(cut).toMatch(/truncated）$/);
  });

  it("goes on in another sheet where one is full", async () => {
    const whole = rows("依据 Evidence").length;
    expect(whole).toBeGreaterThan(3);
    const parted = await read(bytesOf(graph, 5));
    const parts = parted.worksheets.filter(({ name }) => name.startsWith("依据"));
    expect(parts.map(({ name }) => name).slice(0, 2)).toEqual(["依据 Evidence", "依据 Evidence (2)"]);
    expect(parts.map(({ rowCount }) => rowCount - 2).reduce((sum, n) => sum + n, 0)).toBe(whole);
    expect(Math.max(...parts.map(({ rowCount }) => rowCount))).toBe(5);
    for (const part of parts) expect(part.getRow(2).values).toContain("sentence");
  });

  it("opens in another reader, with filters that it knows, and text that looks escaped as it is", () => {
    const odd = nastyGraph();
    const text = "编号_x0041_与\n换行、_x000D_";
    for (const { labels, properties } of odd.nodes) if (labels.includes("Quote")) properties["text"] = text;
    const book = readSheets(bytesOf(odd), { sheetStubs: false });
    expect(book.SheetNames).toEqual(workbook.worksheets.map(({ name }) => name));
    const cells = Object.values(book.Sheets["引语 Quote"] ?? {}) as { v?: unknown }[];
    expect(cells.map(({ v }) => v)).toContain(text);
    expect(book.Sheets["企业 Company"]?.["!autofilter"]).toMatchObject({
      ref: expect.stringMatching(/^A2:/) as string,
    });
  });

  it("is the same bytes whenever it is written, and bears no time", () => {
    const archive = (time: string): Buffer => {
      vi.useFakeTimers({ toFake: ["Date"], now: new Date(time) });
      try {
        return bytesOf(graph);
      } finally {
        vi.useRealTimers();
      }
    };
    const first = archive("2024-01-01T10:00:00Z");
    expect(first.equals(archive("2031-12-24T23:59:58Z"))).toBe(true);
    // Local headers: time and date at 10, 1980-01-01 as DOS writes it.
    expect(first.readUInt32LE(10)).toBe(0x0021_0000);
  });
});
