import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataPath } from "../../../src/paths.ts";
import { openTagger, type Tagger, type Token, whyNoTagger } from "../../../src/tag/lac/index.ts";

interface Sample {
  text: string;
  tokens: [string, string][];
}

/** Tags of the original model, written by scripts/model/convert_lac.py. */
const samples: Sample[] = readFileSync(new URL("./lac-expected.jsonl", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));

let tagger: Tagger;
beforeAll(async () => {
  const opened = await openTagger();
  if (opened === undefined) throw new Error((await whyNoTagger())?.message);
  tagger = opened;
});
afterAll(() => tagger.close());

const one = async (text: string): Promise<Token[]> => (await tagger.tag([text]))[0] ?? [];

function expectCover(text: string, tokens: readonly Token[]): void {
  let at = 0;
  for (const token of tokens) {
    expect(token.start).toBe(at);
    expect(token.end).toBeGreaterThan(token.start);
    expect(token.text).toBe(text.slice(token.start, token.end));
    at = token.end;
  }
  expect(at).toBe(text.length);
}

describe("tags", () => {
  it.each(samples)("are those of the original model: $text", async ({ text, tokens }) => {
    expect((await one(text)).map((token) => [token.text, token.tag])).toEqual(tokens);
  });

  it("name people, places, organisations and times", async () => {
    const tokens = await one("2024年3月18日，临江市委副书记周文博到北京市会见华远新材料集团董事长李建国。");
    const names = tokens
      .filter((token) => /^[A-Z]+$/.test(token.tag))
      .map((token) => [token.tag, token.text]);
    expect(names).toEqual(
      expect.arrayContaining([
        ["TIME", "2024年3月18日"],
        ["PER", "周文博"],
        ["LOC", "北京市"],
        ["ORG", "华远新材料集团"],
        ["PER", "李建国"],
      ]),
    );
  });
});

describe("tokens", () => {
  const pieces = [
    "临江市",
    "😀",
    "𩽾𩾌",
    " ",
    "　",
    "\n",
    "\t",
    "\ud83d",
    "，",
    "。",
    "Ａ",
    "e\u0301",
    "12.5%",
    "集团",
    "周文博",
  ];
  const anyText = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 200 }).map((parts) => parts.join("")),
  );

  it("cover the sentence exactly, whatever it holds", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { maxLength: 5 }), async (sentences) => {
        const tagged = await tagger.tag(sentences);
        expect(tagged).toHaveLength(sentences.length);
        for (const [index, text] of sentences.entries()) expectCover(text, tagged[index] ?? []);
      }),
      { numRuns: 60 },
    );
  });

  it("cover a sentence that is too long for one piece, and begin anew after its commas", async () => {
    const text = "临江市华远新材料集团有限公司董事长周文博出席签约仪式，".repeat(40);
    const tokens = await one(text);
    expectCover(text, tokens);
    const firsts = tokens.filter((token) => token.start % 27 === 0).length;
    expect(firsts).toBe(40);
    expectCover("万".repeat(1000), await one("万".repeat(1000)));
    expectCover("𩽾".repeat(1000), await one("𩽾".repeat(1000)));
  });

  it("are none for an empty sentence and an empty list", async () => {
    expect(await tagger.tag([])).toEqual([]);
    expect(await tagger.tag(["", "好", ""])).toEqual([[], [expect.objectContaining({ text: "好" })], []]);
  });
});

describe("batches", () => {
  it("do not change a sentence's tags", async () => {
    const sentences = samples.flatMap(({ text }, index) => [
      text,
      text.slice(0, 3 + index),
      text.repeat(1 + (index % 4)),
    ]);
    const together = await tagger.tag(sentences);
    const reversed = (await tagger.tag([...sentences].reverse())).reverse();
    const alone = [];
    for (const sentence of sentences) alone.push(await one(sentence));
    expect(together).toEqual(alone);
    expect(reversed).toEqual(alone);
  });

  it("may be asked for at the same time", async () => {
    const texts = samples.map(({ text }) => text);
    const [a, b] = await Promise.all([tagger.tag(texts), tagger.tag([...texts].reverse())]);
    expect(b).toEqual([...a].reverse());
  });
});

describe("absence", () => {
  const folder = mkdtempSync(join(tmpdir(), "reportgraph-lac-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("of the model gives no tagger and the reason", async () => {
    const options = { folder: join(folder, "nowhere") };
    expect(await openTagger(options)).toBeUndefined();
    expect(await whyNoTagger(options)).toMatchObject({ code: "model-absent" });
    expect(await whyNoTagger()).toBeUndefined();
  });

  it("of the runtime gives no tagger and the reason", async () => {
    const options = { importRuntime: () => import("no-such-runtime" as string) };
    expect(await openTagger(options)).toBeUndefined();
    expect(await whyNoTagger(options)).toMatchObject({ code: "runtime-absent" });
  });

  it("is not the same as a broken model, which is an error", async () => {
    const broken = join(folder, "broken");
    mkdirSync(broken);
    cpSync(dataPath("models", "lac"), broken, { recursive: true });
    writeFileSync(join(broken, "model.onnx"), "not a model");
    expect(existsSync(join(broken, "tags.json"))).toBe(true);
    await expect(openTagger({ folder: broken })).rejects.toMatchObject({ code: "tagger-model-broken" });
  });
});
