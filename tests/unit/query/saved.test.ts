import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { bindParams, loadSavedQueries, parseSavedQuery, savedQuery } from "../../../src/query/saved.ts";
import { expectedRows } from "../../fixtures/saved-rows.ts";

const root = mkdtempSync(join(tmpdir(), "reportgraph-saved-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

it("at least 18 saved queries come with the program, each with an expected answer", async () => {
  const names = (await loadSavedQueries()).map((query) => query.name);
  expect(names.length).toBeGreaterThanOrEqual(18);
  expect([...new Set(expectedRows.map((expected) => expected.query))].sort()).toEqual(names);
});

describe("files of saved queries", () => {
  const good = "// title: T\n// title.zh: 题\n// question: Q?\n// param n: 5 — how many\nRETURN $n AS n\n";

  it("are read into title, question, parameters and text", () => {
    expect(parseSavedQuery("x", good.replaceAll("\n", "\r\n"))).toEqual({
      name: "x",
      title: "T",
      titleZh: "题",
      question: "Q?",
      params: [{ name: "n", default: 5, description: "how many" }],
      cypher: "RETURN $n AS n",
    });
  });

  it.each([
    ["no title", good.replace("// title: T\n", "")],
    ["no Chinese title", good.replace("// title.zh: 题\n", "")],
    ["an unknown line in the header", `// author: me\n${good}`],
    ["a line twice", `// title: again\n${good}`],
    ["a default that is not JSON", good.replace("5", "five")],
    ["a parameter that is not used", good.replace("$n AS", "1 AS")],
    ["a parameter that is not declared", good.replace("$n AS n", "$n AS n, $m AS m")],
    ["a query that writes", good.replace("RETURN", "CREATE (:X) RETURN")],
    ["a query that does not parse", good.replace("RETURN", "RETRUN")],
  ])("are refused with %s", async (_what, text) => {
    const folder = mkdtempSync(join(root, "q-"));
    writeFileSync(join(folder, "bad.cypher"), text);
    await expect(loadSavedQueries(folder)).rejects.toMatchObject({
      code: "QUERY_FILE_INVALID",
      where: "bad.cypher",
    });
  });

  it("are checked once, and again when they change", async () => {
    const folder = mkdtempSync(join(root, "q-"));
    writeFileSync(join(folder, "a.cypher"), good);
    const [first] = await loadSavedQueries(folder);
    expect((await loadSavedQueries(folder))[0]).toBe(first);
    writeFileSync(join(folder, "a.cypher"), good.replace("Q?", "Q2?"));
    expect((await loadSavedQueries(folder))[0]?.question).toBe("Q2?");
  });

  it("take parameters as text, in the type of their default", async () => {
    const query = parseSavedQuery("x", good);
    expect(bindParams(query)).toEqual({ n: 5 });
    expect(bindParams(query, { n: "7" })).toEqual({ n: 7 });
    expect(() => bindParams(query, { n: "x" })).toThrow(expect.objectContaining({ code: "QUERY_PARAM" }));
    const unknown = { code: "QUERY_PARAM", message: expect.stringMatching(/it has: n$/) };
    expect(() => bindParams(query, { m: "1" })).toThrow(expect.objectContaining(unknown));
    const none = { code: "QUERY_PARAM", message: expect.stringMatching(/it has: none$/) };
    expect(() => bindParams({ ...query, params: [] }, { m: "1" })).toThrow(expect.objectContaining(none));
    await expect(savedQuery("no-such")).rejects.toMatchObject({ code: "QUERY_UNKNOWN" });
  });

  it.each<[string, unknown, string, unknown]>([
    ["a number", 5, " 7.5 ", 7.5],
    ["no number: blanks", 5, " ", undefined],
    ["no number: without end", 5, "Infinity", undefined],
    ["yes", false, "true", true],
    ["no", true, "false", false],
    ["neither", true, "1", undefined],
    ["a text", "青禾", "7", "7"],
    ["an empty text", "青禾", "", ""],
    ["anything, where nothing is the default", null, "7", "7"],
  ])("take as a parameter %s", (_, given, text, bound) => {
    const query = parseSavedQuery("x", good.replace("n: 5", `n: ${JSON.stringify(given)}`));
    if (bound === undefined)
      expect(() => bindParams(query, { n: text })).toThrow(expect.objectContaining({ code: "QUERY_PARAM" }));
    else expect(bindParams(query, { n: text })).toEqual({ n: bound });
  });

  it("may begin with a mark of order, describe no parameter, and have comments behind the header", () => {
    const text = `\ufeff${good.replace(" — how many", "").replace("RETURN", "RETURN // no header\n")}`;
    expect(parseSavedQuery("x", text)).toMatchObject({
      params: [{ name: "n", default: 5, description: "" }],
      cypher: "RETURN // no header\n $n AS n",
    });
    const more = good
      .replace("$n AS n", "$n AS n, $m AS m")
      .replace("RETURN", "// param m: [1] — list — of one\nRETURN");
    expect(parseSavedQuery("x", more).params).toEqual([
      { name: "n", default: 5, description: "how many" },
      { name: "m", default: [1], description: "list" },
    ]);
  });

  it("are those that end in .cypher, by name, and one is found by it", async () => {
    const folder = mkdtempSync(join(root, "q-"));
    for (const name of ["b.cypher", "a.cypher", "notes.txt"]) writeFileSync(join(folder, name), good);
    expect((await loadSavedQueries(folder)).map(({ name }) => name)).toEqual(["a", "b"]);
    expect((await savedQuery("b", folder)).name).toBe("b");
    await expect(savedQuery("notes", folder)).rejects.toMatchObject({
      code: "QUERY_UNKNOWN",
      message: 'no saved query is called "notes"; there are: a, b',
    });
  });

  it("say where they are wrong", () => {
    expect(() => parseSavedQuery("x", `// title: T\n// author: me\n${good}`)).toThrow(
      "saved query x: line 2 of the header: // author: me",
    );
    expect(() => parseSavedQuery("x", "RETURN 1")).toThrow('the header lacks "// title: …"');
  });
});
