import { expect, it } from "vitest";
import { openDatabase } from "../../../src/index-db/database.ts";

it("gives all rows as the query has them: order, names, texts beyond the first plane, numbers and nothing", () => {
  const db = openDatabase(":memory:");
  db.exec('CREATE TABLE t (i INTEGER PRIMARY KEY, "end" TEXT, json TEXT)');
  for (const [end, json] of [
    ["（甲）", '{"a":"\\"\\n"}'],
    ["😀", null],
    ["甲", "[]"],
  ] as const)
    db.run('INSERT INTO t ("end", json) VALUES (?, ?)', end, json);
  expect(db.all('SELECT i, "end", json FROM t WHERE i > ?1 OR ?1 = 0 ORDER BY "end" DESC', 0)).toEqual([
    { i: 1, end: "（甲）", json: '{"a":"\\"\\n"}' },
    { i: 2, end: "😀", json: null },
    { i: 3, end: "甲", json: "[]" },
  ]);
  expect(db.all("SELECT i FROM t WHERE i > ?", 3)).toEqual([]);
  expect(db.all("SELECT json, count(*) AS n FROM t GROUP BY json ORDER BY n, json LIMIT 1")).toEqual([
    { json: null, n: 1 },
  ]);
  db.close();
});
