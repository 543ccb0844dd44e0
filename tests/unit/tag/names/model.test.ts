import { cpSync, mkdtempSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dataPath } from "../../../../src/paths.ts";
import { openRecogniser } from "../../../../src/tag/names/recogniser.ts";
import type { NameSentence } from "../../../../src/tag/names/types.ts";

const sentence = (norm: string, words: readonly (readonly [string, string])[]): NameSentence => {
  let at = 0;
  const tokens = words.map(([text, tag]) => {
    const token = { text, tag, start: at, end: at + text.length };
    at = token.end;
    return token;
  });
  return { norm, kind: "body", tokens, settled: [], proposed: [], places: [], values: [] };
};
const SPEECH = sentence("局长邹延宁表示，进展顺利。", [
  ["局长", "n"],
  ["邹延宁", "PER"],
  ["表示", "v"],
  ["，", "w"],
  ["进展", "vn"],
  ["顺利", "a"],
  ["。", "w"],
]);

describe("recogniser", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "names-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("reads a person between post and verb, with a probability", () => {
    const [reading] = openRecogniser()?.read([SPEECH]) ?? [];
    const person = reading?.best.find((b) => b.type === "Person");
    expect(person).toMatchObject({ start: 2, end: 5 });
    expect(person?.probability).toBeGreaterThan(0.5);
    expect(reading?.probability("Person", 2, 5)).toBe(person?.probability);
    expect(reading?.probability("Company", 2, 5)).toBeLessThan(0.1);
  });

  it("tells what spoke for it", () => {
    const [reading] = openRecogniser()?.read([SPEECH]) ?? [];
    const reasons = reading?.reasons("Person", 2, 5);
    expect(reasons?.for.length).toBe(5);
    expect(reasons?.for.every((r) => r.weight > 0)).toBe(true);
    expect(reasons?.against.every((r) => r.weight < 0)).toBe(true);
  });

  it("gives an empty sentence no names", () => {
    const [reading] = openRecogniser()?.read([sentence("", [])]) ?? [];
    expect(reading?.best).toEqual([]);
    expect(reading?.probability("Person", 0, 0)).toBe(0);
  });

  it("is absent where its model is", () => {
    expect(openRecogniser(folder)).toBeUndefined();
  });

  it("refuses a model that was cut short", () => {
    cpSync(dataPath("models", "names"), folder, { recursive: true });
    truncateSync(join(folder, "weights.bin"), 1000);
    expect(() => openRecogniser(folder)).toThrow(expect.objectContaining({ code: "name-model-broken" }));
  });
});
