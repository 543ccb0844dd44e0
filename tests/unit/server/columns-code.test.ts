/** What makes the explorer's columns is named in their key: after an upgrade none are used that other code made. */
import { join, sep } from "node:path";
import { expect, it } from "vitest";
import { COLUMNS, hashCode } from "../../../src/hash-code.ts";
import { reachedFrom } from "../reached.ts";

/** What a column holds does not depend on them. */
const APART = ["src/errors.ts", "src/steps.ts"];
it("every file that columns are made by is in a folder of their key", () => {
  const folders = COLUMNS.map((folder) => `${join("src", folder).split(sep).join("/")}/`);
  expect(folders).toContain("schema/");
  const files = reachedFrom("src/server/network/of-index.ts");
  expect(files.length).toBeGreaterThan(20);
  expect(
    files.filter((file) => !APART.includes(file) && !folders.some((folder) => file.startsWith(folder))),
  ).toEqual([]);
  for (const folder of COLUMNS) expect(hashCode(folder).length, folder).toBeGreaterThan(3);
});
