/**
 * Every rule carries examples; here they are run through the whole engine with the real tagger. A `yes` text must give
 * the described claim from that very rule, a `no` text must get nothing from it.
 */
import { afterAll, describe, expect, it } from "vitest";
import { describeClaim } from "../../src/extract/describe.ts";
import { type ExtractTools, extract, openExtractTools } from "../../src/extract/extract.ts";
import { families } from "../../src/extract/families.ts";
import { tableRules } from "../../src/extract/table/index.ts";
import type { Claim } from "../../src/model/claim.ts";
import { reportFromText } from "../../src/report/read.ts";

// Rules alone: which of their proposals hold is for the scorer to say, and has tests of its own.
const tools: ExtractTools = { ...(await openExtractTools()), scorer: undefined };
afterAll(() => tools.tagger?.close());

/** Descriptions of what a rule makes of a text, and of what all others do. */
async function run(text: string, rule: string): Promise<{ own: string[]; all: string[] }> {
  const report = reportFromText(text, { id: "example", source: "example.txt", date: "2024-06-30" });
  const { claims } = await extract(report, tools);
  const describeAll = (list: readonly Claim[]): string[] => list.map(describeClaim);
  return { own: describeAll(claims.filter((c) => c.rule === rule)), all: describeAll(claims) };
}

const all = [...families, { name: "table", mentionRules: [], claimRules: tableRules }].map(
  ({ name, mentionRules = [], claimRules = [] }) => ({
    name,
    rules: [...mentionRules, ...claimRules].map((rule) => ({ name: rule.name, examples: rule.examples })),
  }),
);

describe.each(all)("$name", ({ rules }) => {
  describe.each(rules)("$name", ({ name, examples }) => {
    it.each(examples.yes)("%s → %s", async (text, gives) => {
      const { own, all } = await run(text, name);
      expect(own, `all claims: ${all.join(" | ")}`).toContain(gives);
    });
    it.each(examples.no)("nothing: %s", async (text) => {
      expect((await run(text, name)).own).toEqual([]);
    });
  });
});
