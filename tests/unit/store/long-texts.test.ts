import { describe, expect, it } from "vitest";
import { indexOf, LongTexts } from "../../../src/store/long-texts.ts";
import { node } from "../../fixtures/big-graph.ts";

const index = (label: string, property: string): string =>
  `CREATE INDEX ${label}_${property} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`;

describe("texts that no index takes", () => {
  it("leave out the indexes of their property, under each label, and no other statement", () => {
    const texts = new LongTexts();
    texts.look(node("a", ["Entity", "Company"], { name: "禾".repeat(2_667), note: "x".repeat(8_000) }));
    expect(["Company.name", "Entity.name"].map((of) => texts.has(of))).toEqual([true, true]);
    expect(["Company.note", "Project.name", "Company.id"].map((of) => texts.has(of))).toEqual([
      false,
      false,
      false,
    ]);
    const constraint = "CREATE CONSTRAINT c IF NOT EXISTS FOR (n:Company) REQUIRE n.name IS UNIQUE";
    const statements = [index("Company", "name"), index("Company", "note"), constraint];
    expect([...texts.allowed(statements)]).toEqual([index("Company", "note"), constraint]);
  });

  it("have more than 8,000 bytes, whatever their characters", () => {
    const isLong = (text: string): boolean => {
      const texts = new LongTexts();
      texts.look(node("a", ["Company"], { name: text }));
      return texts.has("Company.name");
    };
    expect([8_000, 8_001].map((length) => isLong("x".repeat(length)))).toEqual([false, true]);
    expect(isLong(`${"禾".repeat(2_666)}xx`)).toBe(false);
    expect(isLong(`${"禾".repeat(2_666)}xxx`)).toBe(true);
  });
});

it("an index is known by its statement", () => {
  expect(indexOf(index("Company", "name"))).toEqual({ name: "Company_name", of: "Company.name" });
  expect(indexOf("RETURN 1")).toBeUndefined();
});
