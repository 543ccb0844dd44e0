/**
 * Rules are about the language: no name of a person, company or project of the sample reports stands in code or word lists.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { readGold } from "../../src/evaluate/gold.ts";
import { packageRoot } from "../../src/paths.ts";

const ROOTS = ["src", "schema", "data/lexicon"];
const KINDS = new Set([".ts", ".tsx", ".json", ".tsv", ".csv", ".txt", ".yaml", ".yml"]);
const SHORTEST = 3;
/** A list of the whole country, as the gazetteer is one: every central enterprise stands in it, some are in the samples. */
const NATIONAL_LISTS = new Set(["data/lexicon/central-enterprises.tsv"]);
/** A project of a sample bears a common noun as its name; rules about such nouns must name it. */
const COMMON_NOUNS = new Set(["物流中心"]);

const names = readGold(join(packageRoot, "data", "gold"))
  .flatMap((gold) => gold.entities.filter((e) => ["Person", "Company", "Project"].includes(e.type)))
  .flatMap((e) => [e.name, ...e.names])
  .filter((name) => name.length >= SHORTEST && !COMMON_NOUNS.has(name));

const files = ROOTS.flatMap((root) =>
  readdirSync(join(packageRoot, root), { recursive: true, encoding: "utf8" })
    .map((name) => join(root, name))
    .filter(
      (path) =>
        !NATIONAL_LISTS.has(path) && KINDS.has(extname(path)) && statSync(join(packageRoot, path)).isFile(),
    ),
);

describe("sample names", () => {
  it("are known, and files are found", () => {
    expect(new Set(names).size).toBeGreaterThan(80);
    expect(files.length).toBeGreaterThan(100);
  });
  it("stand in no code and no word list", () => {
    const hits = files.flatMap((path) => {
      const text = readFileSync(join(packageRoot, path), "utf8");
      return names.filter((name) => text.includes(name)).map((name) => `${path}: ${name}`);
    });
    expect(hits).toEqual([]);
  });
});
