/** The loader as a process of its own, to be killed: `loader URI GRAPH.json`, the password in the environment. */
import { readFileSync } from "node:fs";
import type { Graph } from "../../src/model/graph.ts";
import { openNeo4j } from "../../src/store/neo4j/index.ts";

const [uri = "", file = ""] = process.argv.slice(2);
const graph = JSON.parse(readFileSync(file, "utf8")) as Graph;
const store = await openNeo4j(uri);
console.log("connected");
await store.sync(graph, ({ done }) => console.log(done));
console.log("done");
await store.close();
