/**
 * Packs `data/gazetteer/divisions.tsv` into tables that need no reading, `divisions.bin`: `npx tsx scripts/gazetteer/pack.ts`,
 * after every change of the file or of how it is read.
 * @module
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dataPath } from "../../src/paths.ts";
import { divisionTables } from "../../src/tag/gazetteer/load.ts";
import { packPath, packTables } from "../../src/tag/gazetteer/pack.ts";

const file = readFileSync(dataPath("gazetteer", "divisions.tsv"));
const { forms, rows } = divisionTables(`${file.toString("utf8")}\n`);
const packed = packTables(file, { forms: forms.arrays(), rows: rows.arrays() });
writeFileSync(packPath(), packed);
console.log(`${packPath()}: ${packed.length} bytes`);
