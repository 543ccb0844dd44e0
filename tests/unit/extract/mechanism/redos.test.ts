/** No pattern of mechanisms, industries, events and policies can be driven into polynomial time. */
import { readdirSync, readFileSync } from "node:fs";
import { checkSync } from "recheck";
import { describe, expect, it } from "vitest";
import { BARE, HEAD } from "../../../../src/extract/event/names.ts";
import { KNOWN } from "../../../../src/extract/industry/names.ts";
import { HEADED } from "../../../../src/extract/mechanism/headed.ts";
import { NAMELESS, VERB } from "../../../../src/extract/mechanism/issues.ts";
import { OPENING } from "../../../../src/extract/mechanism/listed.ts";
import { WITH_HEAD } from "../../../../src/extract/mechanism/quoted.ts";
import { COUNTED, PAIR } from "../../../../src/extract/mechanism/shape.ts";
import { BROUGHT_IN } from "../../../../src/extract/mechanism/words.ts";

/** A regular expression as TypeScript writes it, on one line, behind something that is no operand. */
const LITERAL =
  /(?<=[(,=&|:[?!]\s*|^\s+|return\s)\/(?![*/])(?<source>(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/(?<flags>[dgimsuvy]*)/gm;

const literals = ["mechanism", "industry", "event", "policy"].flatMap((family) =>
  readdirSync(`src/extract/${family}`).flatMap((file) =>
    [...readFileSync(`src/extract/${family}/${file}`, "utf8").matchAll(LITERAL)].map(
      (m) => new RegExp(m.groups?.["source"] ?? "", m.groups?.["flags"] ?? ""),
    ),
  ),
);
const built = {
  BARE,
  HEAD,
  KNOWN,
  HEADED,
  NAMELESS,
  VERB,
  OPENING,
  WITH_HEAD,
  COUNTED,
  PAIR,
  BROUGHT_IN,
};

describe("patterns", () => {
  it("are found in the sources", () => expect(literals.length).toBeGreaterThan(60));
  it.each([...literals.map((p) => [p.source.slice(0, 60), p] as const), ...Object.entries(built)])(
    "%s",
    (_name, pattern) => {
      expect(checkSync(pattern.source, pattern.flags, { timeout: 20_000 }).status).toBe("safe");
    },
    60_000,
  );
});
