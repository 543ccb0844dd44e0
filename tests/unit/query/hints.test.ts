import { describe, expect, it } from "vitest";
import { queryHints } from "../../../src/query/hints.ts";
import { loadSavedQueries } from "../../../src/query/saved.ts";
import { wordsOfQueries } from "../../../src/query/words.ts";

describe("names that the schema does not have", () => {
  it.each([
    ["MATCH (c:Compny) RETURN c", [{ kind: "label", name: "Compny", meant: "Company" }]],
    [
      "MATCH (c:company)-[:INVEST]->(p) RETURN p",
      [
        { kind: "label", name: "company", meant: "Company" },
        { kind: "type", name: "INVEST", meant: "INVESTS" },
      ],
    ],
    [
      "MATCH (p:Project) RETURN p.totalInvestmnt",
      [{ kind: "property", name: "totalInvestmnt", meant: "totalInvestment" }],
    ],
    ["MATCH (x:Zzzzzzzz) RETURN x", [{ kind: "label", name: "Zzzzzzzz" }]],
    // In a short name one letter may be left out, be too many or be another; two may not.
    ["MATCH (x:Plac) RETURN x", [{ kind: "label", name: "Plac", meant: "Place" }]],
    ["MATCH (x:Plqce) RETURN x", [{ kind: "label", name: "Plqce", meant: "Place" }]],
    ["MATCH (x)-[:LEADQS]->(y) RETURN y", [{ kind: "type", name: "LEADQS", meant: "LEADS" }]],
    ["MATCH (x:Plq) RETURN x", [{ kind: "label", name: "Plq" }]],
  ])("%s", (cypher, hints) => {
    expect(queryHints(cypher)).toEqual(hints);
  });

  it.each([
    "MATCH (c:Company:Entity)-[i:INVESTS|LOCATED_IN]->(p) WHERE c.name = 'a:Compny' RETURN c, i.amount // :Compny",
    "MATCH (n) WHERE n.name CONTAINS $text RETURN toLower(n.name), 1.5",
  ])("nothing is said of %s", (cypher) => {
    expect(queryHints(cypher)).toEqual([]);
  });

  it("are few, whatever a query is made of, and no sentence of it is looked through twice", () => {
    const many = Array.from({ length: 4_000 }, (_, i) => `n.b${i}`).join(",");
    expect(queryHints(`MATCH (n) RETURN ${many}`)).toHaveLength(10);
    const long = "A".repeat(19_000);
    expect(queryHints(`MATCH (n:${long}) RETURN n`)).toEqual([{ kind: "label", name: long }]);
    expect(queryHints(`MATCH (${" ".repeat(19_000)}n : Compny) RETURN n`)).toHaveLength(1);
    expect(queryHints(`MATCH (n:\`Compny\`) RETURN n.\`a'b.c\`, n.name`)).toEqual([
      { kind: "label", name: "Compny", meant: "Company" },
    ]);
  });

  it("no saved query names what there is not", async () => {
    for (const { name, cypher } of await loadSavedQueries()) {
      const nodeNames = queryHints(cypher).filter(({ kind }) => kind !== "property");
      expect(nodeNames, name).toEqual([]);
    }
  });
});

it("every column and parameter of the saved queries has a Chinese name", async () => {
  const words = wordsOfQueries();
  for (const { name, cypher, params } of await loadSavedQueries()) {
    const last = cypher.slice(cypher.lastIndexOf("RETURN"));
    const columns = [...last.matchAll(/\bAS (\w+)/g)].map(([, column = ""]) => column);
    for (const each of [...columns, ...params.map((param) => param.name)])
      expect(words.get(each), `${name}: ${each}`).toMatch(/\p{Script=Han}/u);
  }
});
