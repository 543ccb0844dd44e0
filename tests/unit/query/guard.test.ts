import { describe, expect, it } from "vitest";
import { limitsHere } from "../../../src/limits.ts";
import { readingOf } from "../../../src/query/examiner.ts";
import { guardQuery } from "../../../src/query/guard.ts";
import { attacks, reads } from "../../fixtures/cypher.ts";

describe("the query guard", () => {
  it("has a table of at least 80 attacks and 60 reads", () => {
    expect(attacks.length).toBeGreaterThanOrEqual(80);
    expect(reads.length).toBeGreaterThanOrEqual(60);
    expect(new Set(attacks.map((attack) => attack.q)).size).toBe(attacks.length);
    expect(new Set(reads.map((read) => read.q)).size).toBe(reads.length);
  });

  it.each(attacks)("refuses: $group, $why", async ({ q }) => {
    expect(await guardQuery(q)).toMatchObject({
      ok: false,
      code: expect.stringMatching(/^QUERY_(REFUSED|SYNTAX)$/),
    });
  });

  it.each(reads)("lets pass: $q", async ({ q }) => {
    expect(await guardQuery(q)).toEqual({ ok: true });
  });

  it("lets the clocks of Neo4j pass", async () => {
    for (const of of ["time", "localtime", "localdatetime", "date", "datetime"])
      for (const clock of ["realtime", "statement", "transaction"])
        expect(await guardQuery(`RETURN ${of}.${clock}() AS now`)).toEqual({ ok: true });
  });

  it("says what is refused, and where", async () => {
    const verdicts: [string, string, RegExp, number, number][] = [
      ["MATCH (n)\n  SET n.x = 1", "QUERY_REFUSED", /SET writes/, 2, 3],
      ["MATCH (n)\nCALL apoc.x.y() YIELD z RETURN z", "QUERY_REFUSED", /apoc\.x\.y/, 2, 6],
      ["RETURN 1;\nRETURN 2", "QUERY_REFUSED", /one statement/, 2, 1],
      ["MATCH (n\nRETURN n", "QUERY_SYNTAX", /./, 2, 1],
      ["RETURN a.b(1) AS x", "QUERY_REFUSED", /a\.b/, 1, 8],
    ];
    for (const [q, code, reason, line, column] of verdicts) {
      const verdict = await guardQuery(q);
      expect(verdict).toEqual({ ok: false, code, reason: expect.stringMatching(reason), line, column });
    }
  });

  it("caps length and depth exactly", async () => {
    const long = (length: number): string => `RETURN '${"x".repeat(length - "RETURN '' AS x".length)}' AS x`;
    const { queryChars, queryDepth } = limitsHere();
    expect((await readingOf(long(queryChars), 10, false)).explained).toBe(false);
    await expect(readingOf(long(queryChars + 1), 10, false)).rejects.toMatchObject({ code: "QUERY_REFUSED" });
    const deep = (depth: number): string => `RETURN ${"[".repeat(depth)}${"]".repeat(depth)} AS x`;
    expect(await guardQuery(deep(queryDepth))).toEqual({ ok: true });
    const beside = Array.from({ length: queryDepth }, () => "[(1)], CASE 1 WHEN 1 THEN 2 END").join(", ");
    expect(await guardQuery(`RETURN [${beside}] AS x`)).toEqual({ ok: true });
    expect(await guardQuery(deep(queryDepth + 1))).toMatchObject({ ok: false, code: "QUERY_REFUSED" });
  });

  it("throws for callers that want an exception", async () => {
    await expect(readingOf("CREATE (n)", 10, false)).rejects.toMatchObject({
      name: "QueryError",
      code: "QUERY_REFUSED",
    });
    await expect(readingOf("RETRUN 1", 10, false)).rejects.toMatchObject({
      name: "QueryError",
      code: "QUERY_SYNTAX",
    });
    expect(await readingOf("RETURN 1", 10, false)).toEqual({ text: "RETURN 1\nLIMIT 10", explained: false });
    expect(await readingOf("EXPLAIN RETURN 1", 10, false)).toEqual({
      text: "EXPLAIN RETURN 1",
      explained: true,
    });
  });
});
