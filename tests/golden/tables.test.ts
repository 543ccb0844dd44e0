/**
 * The annotated files of tables (`data/gold/tables`, names invented): a project list or a table of statistics in each format.
 * What a row says is read wholly or it is a fault; so the rows of `evaluate` are one each.
 */
import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/evaluate/evaluate.ts";
import { buildGoldTables } from "./built.ts";

const built = await buildGoldTables();
const { rows, errors } = evaluate(
  built.map(({ gold }) => gold),
  (gold) => built.find((b) => b.gold === gold)?.graph,
);
const ofTables = rows.filter(({ key }) => key.startsWith("tables"));

describe("files of tables", () => {
  it("are of every format that holds tables", () => {
    expect(new Set(built.map(({ gold }) => gold.table))).toEqual(
      new Set(["csv", "docx", "html", "md", "pdf", "xls", "xlsx"]),
    );
  });
  it("say nothing wrong and miss nothing", () => {
    expect(errors.flatMap((e) => e.errors.map((error) => `${e.report}: ${error}`))).toEqual([]);
  });
  it.each(ofTables.filter(({ score }) => score.tp + score.fp + score.fn > 0))("$key", ({ score }) => {
    expect(score).toMatchObject({ fp: 0, fn: 0 });
  });
  it("are counted apart from prose", () => {
    expect(ofTables.find(({ key }) => key === "tables: figures")?.score.tp).toBeGreaterThan(40);
    expect(rows.filter(({ key }) => !key.startsWith("tables")).every(({ score }) => score.tp === 0)).toBe(
      true,
    );
  });
});
