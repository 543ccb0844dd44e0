import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openScorer } from "../../../src/extract/scorer.ts";
import { WEIGHTS_FILES } from "../../../src/extract/weights.ts";
import { dataPath } from "../../../src/paths.ts";

const PACK = fileURLToPath(new URL("../../../scripts/model/relations/pack.ts", import.meta.url));
const table = (name: string, weights: Record<string, number>): string =>
  JSON.stringify({ table: name, bias: 0.5, second: [1, 0, 0, 0, 0], secondBias: -0.5, weights });

describe("packed weights", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "weights-"));
    writeFileSync(join(folder, "manifest.json"), JSON.stringify({ seed: 7 }));
    writeFileSync(
      join(folder, "invests.json"),
      table("INVESTS", { "b1<投资": 1.25, verb: -0.031, "": 0.125 }),
    );
    writeFileSync(join(folder, "issues.json"), table("ISSUES", { "b1<投资": -2.003 }));
    execFileSync(process.execPath, ["--import", "tsx", PACK, folder]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("take the place of the tables", () => {
    expect(readdirSync(folder).sort()).toEqual([...WEIGHTS_FILES]);
  });

  it("give each table the numbers that were learned, a feature once", () => {
    const scorer = openScorer([folder]);
    expect(scorer?.score("INVESTS", ["b1<投资", "verb", "b1<投资", "unknown"])).toBe(0.5 + 1.25 - 0.031);
    expect(scorer?.score("INVESTS", ["b1<投资", ""])).toBe(0.5 + 1.25 + 0.125);
    expect(scorer?.score("ISSUES", ["b1<投资", "verb"])).toBe(0.5 - 2.003);
    expect(scorer?.alone("ISSUES", [])).toBe(0.5);
  });

  it("leave the features their names where someone asks why", () => {
    expect(openScorer([folder])?.reasons("INVESTS", ["verb", "b1<投资", "unknown"])).toEqual({
      for: [["b1<投资", 1.25]],
      against: [["verb", -0.031]],
    });
  });

  it("tell listed from right where readers have judged", () => {
    const judged = mkdtempSync(join(tmpdir(), "judged-"));
    const { tables, unit } = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
    cpSync(join(folder, "weights.bin"), join(judged, "weights.bin"));
    const [invests, issues] = tables;
    const offset = Math.log(3);
    writeFileSync(
      join(judged, "manifest.json"),
      JSON.stringify({
        unit,
        tables: [
          {
            ...invests,
            judged: [
              { features: ["in:prefix"], offset: 9, slope: 1 },
              { offset, slope: 1 },
            ],
          },
          issues,
        ],
      }),
    );
    const scorer = openScorer([judged]);
    rmSync(judged, { recursive: true });
    const name = invests.table as string;
    expect(scorer?.judged(name, 0.5, [])).toBeCloseTo(0.75, 6);
    expect(scorer?.judged(name, 0.25, ["in:suffix"])).toBeCloseTo(0.5, 6);
    expect(scorer?.judged(name, 0.25, ["in:prefix"])).toBeGreaterThan(0.99);
    expect(scorer?.judged(issues.table, 0.25, [])).toBe(0.25);
  });

  it("of the program: the odds of relations that readers judged rise with what annotators list", () => {
    const scorer = openScorer([dataPath("models", "relations")]);
    for (const table of ["INVESTS", "LOCATED_IN Agency", "WORKS_FOR"]) {
      const at = [0.2, 0.5, 0.9].map((p) => scorer?.judged(table, p, []) ?? 0);
      expect(at).toEqual([...at].sort());
    }
    expect(scorer?.judged("LOCATED_IN Agency", 0.3, [])).toBeGreaterThan(0.7);
  });

  it.each(["relations", "second-look", "figures"])(
    "are all that data/models/%s holds: pack what train.py wrote",
    (name) => {
      expect(readdirSync(dataPath("models", name)).sort()).toEqual([...WEIGHTS_FILES]);
    },
  );
});
