import { expect, it } from "vitest";
import { withSharedHead } from "../../../../src/extract/names/normalise.ts";
import type { Mention, TokenSentence } from "../../../../src/extract/types.ts";
import { mentionIn } from "../sentence.ts";

const called = (
  norm: string,
  text: string,
  next?: Mention,
  tokens: readonly { start: number; end: number; tag: string }[] = [],
): string => {
  const start = norm.indexOf(text);
  const m: Mention = {
    type: "Project",
    start,
    end: start + text.length,
    text,
    name: text,
    rule: "test/rule",
    confidence: 1,
  };
  return withSharedHead(m, next, { norm, tokens } as TokenSentence).name;
};

it("a route bears the head that its list shares", () => {
  const norm = "云岭—青禾、溪湾—南岗等特高压工程开工，澄湖至溪湾高铁、云岭至南岗等一批新线投产。";
  expect(called(norm, "云岭—青禾")).toBe("云岭—青禾特高压工程");
  expect(called(norm, "溪湾—南岗")).toBe("溪湾—南岗特高压工程");
  expect(called(norm, "澄湖至溪湾高铁")).toBe("澄湖至溪湾高铁");
  expect(called(norm, "云岭至南岗")).toBe("云岭至南岗新线");
  expect(called("云岭—青禾、溪湾—南岗等重大项目开工。", "溪湾—南岗")).toBe("溪湾—南岗");
});

it("a place bears the head of the next in a list, where both begin with a word of one kind", () => {
  const norm = "溪峡、青峡储气库";
  const next = mentionIn(norm, "青峡储气库", "Project");
  const tokens = (own: string, other: string) => [
    { start: 0, end: 2, tag: own },
    { start: 3, end: 5, tag: other },
    { start: 5, end: 8, tag: "n" },
  ];
  expect(called(norm, "溪峡", next, tokens("LOC", "LOC"))).toBe("溪峡储气库");
  expect(called(norm, "溪峡", next, tokens("n", "LOC"))).toBe("溪峡");
  expect(called(norm, "溪峡", { ...next, type: "Place" }, tokens("LOC", "LOC"))).toBe("溪峡");
  expect(called("溪峡和青峡储气库", "溪峡", next, tokens("LOC", "LOC"))).toBe("溪峡");
});
