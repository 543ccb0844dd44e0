/**
 * Every rule carries examples; here they are run with the real tagger and by rules alone, as where the models are missing:
 * which proposals hold is for recogniser and scorer to say, and has tests of its own. A `yes` text must give the described
 * claim from that very rule (a rule of names: must be proposed by it), a `no` text must get nothing from it.
 */
import { afterAll, describe, expect, it } from "vitest";
import { describeClaim } from "../../src/extract/describe.ts";
import { type ExtractTools, extract, openExtractTools } from "../../src/extract/extract.ts";
import { families } from "../../src/extract/families.ts";
import { tableRules } from "../../src/extract/table/index.ts";
import { readTokens } from "../../src/extract/tokens.ts";
import type { MentionRule } from "../../src/extract/types.ts";
import type { Claim } from "../../src/model/claim.ts";
import { reportFromText } from "../../src/report/read.ts";

const tools: ExtractTools = { ...(await openExtractTools()), recogniser: undefined, scorer: undefined };
afterAll(() => tools.tagger?.close());

/** The names that a rule proposes in a text, whichever of overlapping ones stay. */
async function proposed(text: string, { propose }: MentionRule): Promise<string[]> {
  const report = reportFromText(text, { id: "example", source: "example.txt", date: "2024-06-30" });
  const tokens = (await tools.tagger?.tag(report.sentences.map((s) => s.norm))) ?? [];
  const doc = readTokens(report, tokens, tools.gazetteer);
  return doc.sentences.flatMap((s) => propose(s, doc).map((m) => `${m.type}:${m.name}`));
}

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
    rules: [
      ...mentionRules.map((rule) => ({ name: rule.name, examples: rule.examples, names: rule })),
      ...claimRules.map(({ name, examples }) => ({ name, examples, names: undefined })),
    ],
  }),
);

describe.each(all)("$name", ({ rules }) => {
  describe.each(rules)("$name", ({ name, examples, names }) => {
    it.each(examples.yes)("%s → %s", async (text, gives) => {
      const { own, all } = await run(text, name);
      if (names) own.push(...(await proposed(text, names)));
      expect(own, `all claims: ${all.join(" | ")}`).toContain(gives);
    });
    it.each(examples.no)("nothing: %s", async (text) => {
      expect((await run(text, name)).own).toEqual([]);
    });
  });
});
