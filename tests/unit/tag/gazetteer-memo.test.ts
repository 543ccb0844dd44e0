/**
 * The shared scan gives what a scan of its own gives, whatever was asked before, and forms are found as a plain map would.
 * @module
 */
import { describe, expect, it } from "vitest";
import { FormTable } from "../../../src/tag/gazetteer/forms.ts";
import { loadTables } from "../../../src/tag/gazetteer/load.ts";
import { ScanMemo } from "../../../src/tag/gazetteer/memo.ts";
import { scan } from "../../../src/tag/gazetteer/scan.ts";

const tables = loadTables();
const SENTENCES = [
  "长春市农安县哈拉海镇的粮食丰收了。",
  "和平与发展是时代的主题，团结村在农安县合隆镇。",
  "客商来自德国、新加坡和长三角。",
  "哈拉海、合隆等乡镇的公安民警到场。",
  "大理石的价格上涨，吉林省大理州也不例外。",
  "",
  "字",
];
const OPTIONS = [
  {},
  { common: true },
  { near: ["220122"] },
  { near: ["220122"], common: true },
  { near: ["220000"] },
];

describe("shared scan", () => {
  const memo = new ScanMemo(tables);
  for (const options of [...OPTIONS, ...OPTIONS])
    it(`equals a scan of its own with ${JSON.stringify(options)}`, () => {
      for (const norm of SENTENCES) expect(memo.scan(norm, options)).toEqual(scan(tables, norm, options));
    });

  it("keeps apart texts that were asked for in turn", () => {
    for (let i = 0; i < 3000; i++) memo.scan(`第${i}批项目在长春市开工。`, {});
    expect(memo.scan("项目在农安县开工。", {}).map((m) => m.text)).toEqual(["农安县"]);
  });
});

describe("table of forms", () => {
  it("gives every meaning of a form and nothing for others", () => {
    const text = "甲乙\t甲乙丙\t甲乙\t丁";
    const table = new FormTable(text, 8);
    table.add(0, 2, 8);
    table.add(3, 6, 16);
    table.add(7, 9, 24);
    const found: number[] = [];
    table.collect("在甲乙丙地", 1, 2, found);
    expect(found.sort((a, b) => a - b)).toEqual([8, 24]);
    expect(table.lengthsAt("在甲乙丙地", 1)).toBe((1 << 2) | (1 << 3));
    expect(table.lengthsAt("在甲乙丙地", 2)).toBe(0);
    const none: number[] = [];
    table.collect("乙丙", 0, 2, none);
    expect(none).toEqual([]);
  });

  it("finds every division by its code", () => {
    for (let row = 0; row < tables.rows.count; row++)
      expect(tables.rows.rowOf(tables.rows.code(row))).toBe(row);
  });
});
