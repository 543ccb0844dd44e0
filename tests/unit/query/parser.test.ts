import { describe, expect, it } from "vitest";
import { parseCypher, type SyntaxNode, tokenize } from "../../../src/query/parser.ts";

const tokensOf = (node: SyntaxNode): SyntaxNode[] =>
  node.rule === "" ? [node] : node.children.flatMap(tokensOf);

describe("the words of a query", () => {
  it("stand by line and column from one, without comments and blanks", async () => {
    expect(await tokenize("MATCH (n)\n  RETURN n // 青禾")).toEqual([
      { text: "MATCH", line: 1, column: 1 },
      { text: "(", line: 1, column: 7 },
      { text: "n", line: 1, column: 8 },
      { text: ")", line: 1, column: 9 },
      { text: "RETURN", line: 2, column: 3 },
      { text: "n", line: 2, column: 10 },
    ]);
    expect((await tokenize("RETURN 1 /* 青 */ // 禾", true)).map(({ text }) => text.trim())).toEqual([
      "",
      "",
      "/* 青 */",
      "",
      "// 禾",
    ]);
    expect(await tokenize("")).toEqual([]);
  });
});

describe("a parsed query", () => {
  it("holds its words in order, at their code points", async () => {
    const text = "RETURN '𠮷' AS x";
    const parsed = await parseCypher(text);
    if (!parsed.ok) throw new Error(parsed.message);
    const tokens = tokensOf(parsed.tree).filter(({ to }) => to > 0);
    const points = [...text];
    expect(tokens.slice(0, 4).map(({ from, to }) => points.slice(from, to).join(""))).toEqual([
      "RETURN",
      "'𠮷'",
      "AS",
      "x",
    ]);
    expect(tokens.slice(0, 4).map(({ line, column }) => [line, column])).toEqual([
      [1, 1],
      [1, 8],
      [1, 12],
      [1, 15],
    ]);
    expect(parsed.tree).toMatchObject({
      rule: "statementsOrCommands",
      text: "",
      line: 1,
      column: 1,
      from: 0,
    });
  });

  it("that is none says where, and of what it would have taken a few words", async () => {
    const parsed = await parseCypher("MATCH (n)\nRETURN n LIMT 3");
    expect(parsed).toMatchObject({ ok: false, line: 2 });
    const { message } = parsed as { message: string };
    const [, list = ""] = /\{([^}]*)\}|expecting (.*)$/.exec(message) ?? [];
    expect(list.split(", ").length).toBeLessThanOrEqual(6);
    expect(message.length).toBeLessThanOrEqual(200);
    const long = await parseCypher(`RETURN ${"青".repeat(400)} ${"禾".repeat(400)}`);
    expect((long as { message: string }).message.length).toBeLessThanOrEqual(200);
  });
});
