import { expect, it } from "vitest";
import { withSharedHead } from "../../../../src/extract/names/normalise.ts";
import type { Mention, TokenSentence } from "../../../../src/extract/types.ts";

const called = (norm: string, text: string): string => {
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
  return withSharedHead(m, { norm } as TokenSentence).name;
};

it("a route bears the head that its list shares", () => {
  const norm = "云岭—青禾、溪湾—南岗等特高压工程开工，澄湖至溪湾高铁、云岭至南岗等一批新线投产。";
  expect(called(norm, "云岭—青禾")).toBe("云岭—青禾特高压工程");
  expect(called(norm, "溪湾—南岗")).toBe("溪湾—南岗特高压工程");
  expect(called(norm, "澄湖至溪湾高铁")).toBe("澄湖至溪湾高铁");
  expect(called(norm, "云岭至南岗")).toBe("云岭至南岗新线");
  expect(called("云岭—青禾、溪湾—南岗等重大项目开工。", "溪湾—南岗")).toBe("溪湾—南岗");
});
