/**
 * One Neo4j for all files of the project: that of `NEO4J_URI` if it is set, else a fresh one on a free port.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startNeo4j } from "../../scripts/neo4j/server.ts";

export interface SharedNeo4j {
  uri: string;
  httpUri: string;
  user: string;
  password: string;
  /** The server's folder; empty for a server that is not ours. */
  home: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    neo4j: SharedNeo4j;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["NEO4J_URI"];
  if (given) {
    project.provide("neo4j", {
      uri: given,
      httpUri: process.env["NEO4J_HTTP_URI"] ?? "http://127.0.0.1:7474",
      user: process.env["NEO4J_USER"] ?? "neo4j",
      password: process.env["NEO4J_PASSWORD"] ?? "",
      home: "",
    });
    return async () => {};
  }
  const home = mkdtempSync(join(tmpdir(), "reportgraph-neo4j-"));
  const server = await startNeo4j({
    dataDir: home,
    boltPort: 0,
    httpPort: 0,
    password: "test-password",
    heapMb: 768,
    pageCacheMb: 128,
  });
  const { uri, httpUri, user, password } = server;
  project.provide("neo4j", { uri, httpUri, user, password, home });
  return async () => {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  };
}
