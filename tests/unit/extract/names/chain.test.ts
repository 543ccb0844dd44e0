import { describe, expect, it } from "vitest";
import { ofItsChain } from "../../../../src/extract/names/chain.ts";
import type { Mention, TokenSentence } from "../../../../src/extract/types.ts";

const mention = (norm: string, text: string, name = text, type: Mention["type"] = "Agency"): Mention => {
  const start = norm.lastIndexOf(text);
  return { type, start, end: start + text.length, text, name, rule: "test/rule", confidence: 1 };
};
const named = (norm: string, before: Mention, body: Mention): string =>
  ofItsChain(body, before, { norm } as TokenSentence).name;

describe("a bare body in a chain of posts", () => {
  it.each([
    ["青禾区委副书记、区委政法委书记", "青禾区委", "区委政法委", "青禾区委政法委"],
    ["青禾县县长、县委书记", "青禾县", "县委", "青禾县委"],
    ["青禾经开区党工委副书记、管委会主任", "青禾经开区党工委", "管委会", "青禾经开区管委会"],
    ["青禾区委副书记到会，区委政法委书记", "青禾区委", "区委政法委", "区委政法委"],
    ["青禾省委常委、市委书记", "青禾省委", "市委", "市委"],
    ["青禾县委书记、云岭县委书记", "青禾县委", "云岭县委", "云岭县委"],
  ])("%s", (norm, before, body, expected) => {
    const first = { ...mention(norm, before), start: 0, end: before.length };
    expect(named(norm, first, mention(norm, body))).toBe(expected);
  });

  it("keeps nothing of another place that it was taken for", () => {
    const norm = "青禾区委副书记、区委政法委书记";
    const body = mention(norm, "区委政法委", "云岭区委政法委");
    const found = ofItsChain(body, mention(norm, "青禾区委"), { norm } as TokenSentence);
    expect(found.name).toBe("青禾区委政法委");
    expect(found.aliases).toEqual(["区委政法委"]);
  });
});
