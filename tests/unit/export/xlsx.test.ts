import exceljs, { type Worksheet } from "exceljs";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { writeXlsx } from "../../../src/export/xlsx.ts";
import { itemsOf } from "../../../src/graph/items.ts";
import type { Graph } from "../../../src/model/graph.ts";
import { byId, NASTY_NAME, NASTY_SENTENCE, nastyGraph } from "./nasty.ts";

const graph = nastyGraph();
const bytesOf = async (of: Graph): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeXlsx(itemsOf(of))) chunks.push(chunk);
  return Buffer.concat(chunks);
};
const workbook = new exceljs.Workbook();
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
  await workbook.xlsx.load((await bytesOf(graph)) as unknown as ArrayBuffer);
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
    });
  });

  it("cuts a text that no cell can hold, and says so", async () => {
    const long = nastyGraph();
    for (const { labels, properties } of long.nodes)
      if (labels.includes("Quote")) properties["text"] = "字".repeat(40_000);
    const other = new exceljs.Workbook();
    await other.xlsx.load((await bytesOf(long)) as unknown as ArrayBuffer);
    const texts = other.getWorksheet("引语 Quote")?.getRow(3).values as string[];
    const cut = texts.find((value) => String(value).startsWith("字字"));
    expect(cut).toHaveLength(32_767);
    expect(cut).toMatch(/truncated）$/);
  });

  it("is the same bytes whenever it is written, and bears no time", async () => {
    const archive = async (time: string): Promise<Buffer> => {
      vi.useFakeTimers({ toFake: ["Date"], now: new Date(time) });
      try {
        return await bytesOf(graph);
      } finally {
        vi.useRealTimers();
      }
    };
    const first = await archive("2024-01-01T10:00:00Z");
    expect(first.equals(await archive("2031-12-24T23:59:58Z"))).toBe(true);
    // Local headers: time and date at 10, 1980-01-01 as DOS writes it.
    expect(first.readUInt32LE(10)).toBe(0x0021_0000);
  });
});
