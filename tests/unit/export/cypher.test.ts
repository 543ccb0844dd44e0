import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SchemaError } from "../../../src/errors.ts";
import { writeCypher } from "../../../src/export/cypher.ts";
import { cypherName, cypherString, cypherValue } from "../../../src/export/cypher-literal.ts";
import { writeNeo4jAdmin } from "../../../src/export/neo4j-admin/index.ts";
import { itemsOf } from "../../../src/graph/items.ts";
import { parseCypher } from "../../../src/query/parser.ts";
import { GrafeoDB } from "../../../src/store/embedded/grafeo.ts";
import { NASTY_ALIASES, NASTY_NAME, nastyGraph } from "./nasty.ts";

const graph = nastyGraph();
const statements = [...writeCypher(itemsOf(graph))];
/** Those that write data, the rest being Neo4j's own administration. */
const writes = statements
  .filter((statement) => statement.startsWith("UNWIND"))
  .map((statement) => statement.trim().replace(/;$/, ""));

describe("Cypher script", () => {
  it("is a statement a line, constraints first", () => {
    for (const statement of statements.slice(1)) expect(statement).toMatch(/^[^\n]*;\n$/);
    expect(statements.findIndex((s) => s.startsWith("UNWIND"))).toBeGreaterThan(
      statements.findLastIndex((s) => s.startsWith("CREATE")),
    );
  });

  it("makes no index on a property that has a text which Neo4j cannot index", () => {
    const named = (name: string): string => {
      const node = { id: "a", labels: ["Company", "Entity"], properties: { id: "a", name } };
      const items = itemsOf({ nodes: [node], edges: [] });
      return [...writeCypher(items), ...(writeNeo4jAdmin(items).get("after-import.cypher") ?? [])].join("");
    };
    const index = /CREATE INDEX \w+ IF NOT EXISTS FOR \(n:(?:Company|Entity)\) ON \(n\.name\);\n/g;
    expect(named("青禾".repeat(1_300)).match(index)?.length).toBeGreaterThan(1);
    const long = named("青禾".repeat(1_400));
    expect(long.match(index)).toBeNull();
    expect(long).toContain("DROP INDEX reportgraph_company_name IF EXISTS;\n");
    expect(long).toContain("REQUIRE n.id IS UNIQUE");
  });

  it("parses by Neo4j's own grammar, each statement as one", async () => {
    for (const statement of writes) expect(await parseCypher(statement)).toMatchObject({ ok: true });
  });

  it("makes the same graph when it is run, and the same again when it is run twice", async () => {
    const db = GrafeoDB.create();
    for (let run = 0; run < 2; run += 1) for (const statement of writes) await db.execute(statement);
    const nodes = (
      await db.executeCypher(
        "MATCH (n) RETURN n.id AS id, labels(n) AS labels, n.name AS name, n.aliases AS aliases",
      )
    ).toArray() as Record<string, unknown>[];
    expect(nodes).toHaveLength(graph.nodes.length);
    const read = new Map(nodes.map((row) => [row["id"], row]));
    for (const { id, labels, properties } of graph.nodes) {
      expect([...((read.get(id)?.["labels"] ?? []) as string[])].sort()).toEqual(labels);
      expect(read.get(id)?.["name"]).toEqual(properties["name"]);
    }
    const company = nodes.find(({ name }) => name === NASTY_NAME);
    expect(company?.["aliases"]).toEqual(NASTY_ALIASES);
    const edges = (
      await db.executeCypher(
        "MATCH (a)-[r]->(b) RETURN r.id AS id, type(r) AS type, a.id AS start, b.id AS end",
      )
    ).toArray() as Record<string, unknown>[];
    const key = (edge: object): string => JSON.stringify(edge);
    expect(edges.map(({ id, type, start, end }) => key({ id, type, start, end })).sort()).toEqual(
      graph.edges.map(({ id, type, start, end }) => key({ id, type, start, end })).sort(),
    );
  });
});

describe("Cypher literals", () => {
  it.each([
    ["it's", "'it\\'s'"],
    ["a\\", "'a\\\\'"],
    ["\\'", "'\\\\\\''"],
    ["\n\r\t", "'\\n\\r\\t'"],
    ["\u0000", "'\\u0000'"],
    // Neo4j turns \u0027 into a quote before it parses: no backslash of the data may stand before a u.
    ["\\u0027", "'\\\\' + 'u0027'"],
    ["\\\\u0027", "'\\\\\\\\' + 'u0027'"],
    ["\\\u001f", "'\\\\' + '\\u001f'"],
    ["\\U", "'\\\\' + 'U'"],
    ["\ud800", "'\ufffd'"],
  ])("writes %j as %s", (value, literal) => {
    expect(cypherString(value)).toBe(literal);
  });

  it.each([
    [5, undefined, "5"],
    [5, "double", "5.0"],
    [1e21, "double", "1e21"],
    [-0.5, undefined, "-0.5"],
    [true, undefined, "true"],
    [["a", "b"], undefined, "['a', 'b']"],
    [[1, 2], "double", "[1.0, 2.0]"],
  ] as const)("writes %j stored as %s as %s", (value, storage, literal) => {
    expect(cypherValue(typeof value === "object" ? ([...value] as string[]) : value, storage)).toBe(literal);
  });

  it.each(["a`b", "a b", "\\u0060", "", "1a", "a.b"])("refuses the name %j", (name) => {
    expect(() => cypherName(name)).toThrow(expect.objectContaining({ code: "EXPORT_NAME" }));
    expect(() => cypherName(name)).toThrow(SchemaError);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])("refuses %d", (value) => {
    expect(() => cypherValue(value)).toThrow(expect.objectContaining({ code: "EXPORT_NUMBER" }));
  });
});

describe("Cypher strings, whatever they hold", () => {
  const NAMED: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };
  const hex = (digits: string): string => String.fromCharCode(Number.parseInt(digits, 16));
  /** What a parser makes of an expression of string literals and `+`; undefined where there is anything else. */
  function read(expression: string): string | undefined {
    if (!/^'(?:[^'\\]|\\.)*'(?: \+ '(?:[^'\\]|\\.)*')*$/su.test(expression)) return undefined;
    const literals = expression.match(/'(?:[^'\\]|\\.)*'/gsu) ?? [];
    const decode = (literal: string): string =>
      literal
        .slice(1, -1)
        .replace(/\\(?:u([0-9a-f]{4})|(.))/gsu, (_, digits?: string, plain = "") =>
          digits ? hex(digits) : (NAMED[plain] ?? plain),
        );
    return literals.map(decode).join("");
  }
  /** Neo4j's first pass: it looks neither at quotes nor at the backslash before. */
  const firstPass = (expression: string): string =>
    expression.replace(/\\u([0-9a-fA-F]{4})/g, (_, digits: string) => hex(digits));

  const pieces = fc.constantFrom(
    "\\",
    "u",
    "U",
    "0027",
    "\\u0027",
    "\\u005c",
    "'",
    '"',
    "`",
    "\n",
    "\u0000",
    "\u001f",
    "\u0085",
    "\u2028",
    "😀",
    "}",
    "//",
    "*/",
    ";",
  );
  const text = fc
    .array(fc.oneof(pieces, fc.string({ unit: "binary" })), { maxLength: 12 })
    .map((parts) => parts.join(""));

  it("come back, with and without Neo4j's first pass over the query", () => {
    fc.assert(
      fc.property(text, (value) => {
        const literal = cypherString(value);
        const wellFormed = value.replace(/\p{Surrogate}/gu, "\ufffd");
        expect(read(literal)).toBe(wellFormed);
        expect(read(firstPass(literal))).toBe(wellFormed);
      }),
      { numRuns: 2000 },
    );
  });
});
