/** No pattern of the places, neither of the gazetteer's nor of the rules', can be driven into polynomial time. */
import { readdirSync, readFileSync } from "node:fs";
import { checkSync } from "recheck";
import { describe, expect, it } from "vitest";
import { HELD_PATTERNS, STANDS_PATTERNS } from "../../../../src/extract/place/stated.ts";

/** A regular expression as TypeScript writes it, on one line, behind something that is no operand. */
const LITERAL =
  /(?<=[(,=&|:[?!]\s*|^\s+|return\s)\/(?![*/])(?<source>(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/(?<flags>[dgimsuvy]*)/gm;

function literalsIn(folder: string): RegExp[] {
  return readdirSync(folder).flatMap((file) =>
    [...readFileSync(`${folder}/${file}`, "utf8").matchAll(LITERAL)].map(
      (m) => new RegExp(m.groups?.["source"] ?? "", m.groups?.["flags"] ?? ""),
    ),
  );
}

const patterns = [
  ...STANDS_PATTERNS,
  ...HELD_PATTERNS,
  ...literalsIn("src/extract/place"),
  ...literalsIn("src/tag/gazetteer"),
];

describe("patterns", () => {
  it("are found in the sources", () => expect(patterns.length).toBeGreaterThan(25));
  it.each(patterns.map((p) => [p.source.slice(0, 60), p] as const))(
    "%s",
    (_name, pattern) => {
      expect(checkSync(pattern.source, pattern.flags, { timeout: 20_000 }).status).toBe("safe");
    },
    60_000,
  );
});
