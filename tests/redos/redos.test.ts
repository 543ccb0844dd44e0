/**
 * Reports come from anywhere: no pattern that reads them may be made to run for minutes. Every regular expression of the
 * stages that read is checked, written or constructed: its proof stands in the record, or is made here.
 */
import { describe, expect, it } from "vitest";
import { verdict } from "./attack.ts";
import { type Pattern, patternsOfReading } from "./patterns.ts";
import { hashOf, proofVersion, readProven } from "./record.ts";

const { written, constructed, all } = await patternsOfReading();
const version = proofVersion();
const proven = readProven(version);
const unproven = all.filter((pattern) => !proven.has(hashOf(pattern)));

describe("patterns", () => {
  it("are found, literals and constructed ones", () => {
    expect(written.length).toBeGreaterThan(150);
    expect(constructed.length).toBeGreaterThan(10);
  });

  it.each([
    ["exponential", "^(a+)+$", ""],
    ["polynomial, found by proof", "[一二三]+局$", "u"],
    ["polynomial, found by trial", "(?<=，)?投[^。；]*资[^。；]*(?!x)产$", "u"],
  ])(
    "a vulnerable one is told: %s",
    async (_, source, flags) => {
      expect((await verdict(source, flags)).safe).toBe(false);
      expect(proven).not.toContain(hashOf({ where: "", source, flags }));
    },
    120_000,
  );

  it.concurrent.each(unproven.map((p): [string, Pattern] => [`${p.where} /${p.source.slice(0, 80)}/`, p]))(
    "%s",
    async (_, { source, flags }) => {
      const { safe, because } = await verdict(source, flags);
      expect(safe, `/${source}/${flags} ${because}`).toBe(true);
    },
    600_000,
  );
});

describe("the record", () => {
  const pattern = { where: "", source: "a+", flags: "u" };
  const text = `# head\n# ${version}\n${hashOf(pattern)}\n`;

  it("knows a pattern with its flags, and no other", () => {
    expect([...readProven(version, text)]).toEqual([hashOf(pattern)]);
    expect(hashOf({ ...pattern, flags: "" })).not.toBe(hashOf(pattern));
    expect(hashOf({ ...pattern, source: "a*" })).not.toBe(hashOf(pattern));
  });

  it("holds nothing for a proof of another version", () => {
    expect(readProven("recheck 0.0.0, attack.ts 0", text).size).toBe(0);
  });
});
