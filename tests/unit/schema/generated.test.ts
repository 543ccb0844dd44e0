import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import {
  adminHeaders,
  constraintStatements,
  edgeTypes,
  exampleGraph,
  legend,
  nodeTypes,
} from "../../../schema/public.ts";
import { generatedFiles } from "../../../schema/render/files.ts";
import { packageRoot } from "../../../src/paths.ts";

describe("generated files", () => {
  it.each([...generatedFiles()])("%s is fresh (else: npm run schema)", (file, text) => {
    expect(readFileSync(join(packageRoot, file), "utf8") === text, `${file} is stale`).toBe(true);
  });
});

describe("schema.json", () => {
  const schema = JSON.parse(generatedFiles().get("schema/generated/schema.json") ?? "") as object;
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  const validate = ajv.compile(schema);
  const graph = exampleGraph();

  it("accepts all examples", () => {
    for (const element of [...graph.nodes, ...graph.edges])
      expect(validate(element), JSON.stringify(element)).toBe(true);
  });

  it("refuses a node whose property is wrong or unknown", () => {
    const project = graph.nodes.find(({ labels }) => labels.includes("Project"));
    for (const wrong of [{ stage: "finished" }, { totalInvestment: "38亿" }, { colour: "red" }]) {
      expect(validate({ ...project, properties: { ...project?.properties, ...wrong } })).toBe(false);
    }
  });
});

describe("constraints", () => {
  it("makes ids unique for every type, before anything else", () => {
    for (const { type } of nodeTypes) {
      expect(
        constraintStatements.filter((text) => text.includes(`(n:${type}) REQUIRE n.id IS UNIQUE`)),
      ).toHaveLength(1);
    }
    for (const { type } of edgeTypes)
      expect(constraintStatements.some((text) => text.includes(`[r:${type}]`))).toBe(true);
    const names = constraintStatements.map(
      (text) => /(?:CONSTRAINT|INDEX) (\w+) IF NOT EXISTS/.exec(text)?.[1],
    );
    expect(new Set(names).size).toBe(constraintStatements.length);
  });

  it("indexes names for Chinese", () => {
    const names = constraintStatements.find((text) => text.includes("FULLTEXT INDEX reportgraph_names"));
    expect(names).toMatch(/Project\|Company.*ON EACH \[n\.name, n\.aliases\].*'cjk'/);
  });
});

describe("other clients", () => {
  it("gives neo4j-admin a typed column for every property", () => {
    expect(adminHeaders.nodes["Project"]).toEqual(
      expect.arrayContaining([
        "id:ID",
        "aliases:string[]",
        "totalInvestment:double",
        "mentions:long",
        ":LABEL",
      ]),
    );
    expect(adminHeaders.relationships["INVESTS"]).toEqual(
      expect.arrayContaining([":START_ID", ":END_ID", "amount:double", ":TYPE"]),
    );
  });

  it("styles every type in Neo4j Browser", () => {
    const grass = generatedFiles().get("schema/generated/style.grass") ?? "";
    for (const { type, spec } of nodeTypes)
      expect(grass).toContain(`node.${type} {\n  color: ${spec.color};`);
    for (const { type, spec } of edgeTypes)
      expect(grass).toContain(`relationship.${type} {\n  color: ${spec.color};`);
    expect(grass).toContain("node.Official {");
    expect((grass.match(/\{\n/g) ?? []).length).toBe((grass.match(/^\}$/gm) ?? []).length);
  });

  it("spells Entity out in the legend", () => {
    expect(legend.edges.find(({ type }) => type === "MENTIONED_IN")?.from).toHaveLength(10);
  });
});
