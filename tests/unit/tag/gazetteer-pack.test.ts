import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dataPath } from "../../../src/paths.ts";
import { divisionTables } from "../../../src/tag/gazetteer/load.ts";
import { packPath, packTables, readPack } from "../../../src/tag/gazetteer/pack.ts";

const file = readFileSync(dataPath("gazetteer", "divisions.tsv"));

test("the packed divisions are those of the file (else: npx tsx scripts/gazetteer/pack.ts)", () => {
  const { forms, rows } = divisionTables(`${file.toString("utf8")}\n`);
  const packed = packTables(file, { forms: forms.arrays(), rows: rows.arrays() });
  expect(packed.equals(readFileSync(packPath()))).toBe(true);
});

test("what is read from the packed tables is what was packed", () => {
  const read = readPack(file);
  expect(read && packTables(file, read).equals(readFileSync(packPath()))).toBe(true);
});

test("tables of another file do not count", () => {
  expect(readPack(Buffer.concat([file, Buffer.from("990000\t云岭省\n")]))).toBeUndefined();
});
