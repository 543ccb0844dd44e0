import { describe, expect, it } from "vitest";
import { keepNested, NESTED, nestedCandidates } from "../../../../src/extract/names/nested.ts";
import type { Scorer } from "../../../../src/extract/scorer.ts";
import { readTokens } from "../../../../src/extract/tokens.ts";
import type { Mention, NamedSentence, TokenDoc } from "../../../../src/extract/types.ts";
import { readReport } from "../../../../src/report/read.ts";
import { openGazetteer } from "../../../../src/tag/gazetteer/index.ts";

const report = await readReport(Buffer.from("云岭集团在鞍山市建厂。浙江云岭大学与鞍山青禾产业园签约。"), {
  source: "a.txt",
});
const gazetteer = openGazetteer();
const doc: TokenDoc = readTokens(report, [], gazetteer);

/** A mention of the words in the sentence that holds them. */
function mention(type: Mention["type"], text: string, parts: Mention[] = [], name = text): Mention {
  const norm = doc.sentences.find((s) => s.norm.includes(text))?.norm ?? "";
  const start = norm.indexOf(text);
  const place = type === "Place" ? gazetteer.resolve(text) : undefined;
  return {
    type,
    start,
    end: start + text.length,
    text,
    name,
    rule: "test/rule",
    confidence: 0.9,
    ...(place ? { code: place.code } : {}),
    ...(parts.length > 0 ? { parts } : {}),
  };
}
const sentences: NamedSentence[] = doc.sentences.map((s, i) => ({
  ...s,
  mentions:
    i === 0
      ? [mention("Company", "云岭集团"), mention("Place", "鞍山市")]
      : [
          mention("Institution", "浙江云岭大学", [mention("Place", "浙江", [], "浙江省")]),
          mention("Project", "鞍山青禾产业园", [mention("Place", "鞍山", [], "鞍山市")]),
        ],
}));
const scorer = (p: number): Scorer => ({
  has: (table) => table === NESTED,
  score: () => 0,
  probability: () => p,
  judged: (_, q) => q,
  alone: () => p,
  reasons: () => ({ for: [], against: [] }),
});
const parts = (list: readonly NamedSentence[]): string[] =>
  list.flatMap((s) => s.mentions.flatMap((m) => (m.parts ?? []).map((p) => `${m.text} > ${p.text}`)));

describe("names inside names", () => {
  it("are candidates with what holds them as features", () => {
    const all = nestedCandidates(sentences, doc);
    expect(all.map(({ part }) => part.text)).toEqual(["浙江", "鞍山"]);
    expect(all[0]?.features).toContain("Place/Institution");
    expect(all[0]?.features).toContain("position:prefix");
    expect(all[1]?.features).toContain("Place/Project");
    expect(all[1]?.features).toContain("named:1");
  });

  it("stay where the scorer takes them for things of the report", () => {
    const { sentences: kept, dropped } = keepNested(sentences, doc, scorer(0.9));
    expect(parts(kept)).toEqual(["浙江云岭大学 > 浙江", "鞍山青禾产业园 > 鞍山"]);
    expect(dropped.flat()).toEqual([]);
    expect(kept[1]?.mentions[0]?.parts?.[0]?.confidence).toBe(0.9);
  });

  it("go where it does not, with the reason, unless the report names them by themselves", () => {
    const { sentences: kept, dropped } = keepNested(sentences, doc, scorer(0.1));
    expect(parts(kept)).toEqual(["鞍山青禾产业园 > 鞍山"]);
    expect(dropped.flat().map((d) => d.reason)).toEqual(["only inside Institution 浙江云岭大学"]);
  });

  it("without a scorer stay only at home or where they are named elsewhere", () => {
    expect(parts(keepNested(sentences, { ...doc, home: undefined }, undefined).sentences)).toEqual([
      "鞍山青禾产业园 > 鞍山",
    ]);
  });
});
