/**
 * Serves a generated graph for `explorer.ts`, in a process of its own: what the clients use must not count as the server's.
 * Tells its parent the address, and its memory when asked.
 * @module
 */

import { serve } from "../../src/server/serve.ts";
import { memoryWatches } from "../../src/server/views/watch.ts";
import type { WorkspaceApi } from "../../src/server/workspace-api.ts";
import { openMemory } from "../../src/store/memory/index.ts";
import { regionGraph } from "./region.ts";

const [nodes = 10_000, edges = 50_000] = process.argv.slice(2).map(Number);
const store = openMemory();
await store.sync(regionGraph({ nodes, edges }));
const graph = await store.graph();
const workspace: WorkspaceApi = {
  name: "bench",
  indexedFolder: async () => undefined,
  indexed: async () => undefined,
  readIndex: async () => undefined,
  revision: async () => "1",
  reports: async () =>
    graph.nodes
      .filter(({ labels }) => labels.includes("Report"))
      .map(({ id, properties }) => ({
        id,
        title: String(properties["title"] ?? properties["name"]),
        ...(typeof properties["date"] === "string" ? { date: properties["date"] } : {}),
        source: id,
        characters: 0,
        sentences: 0,
      })),
  unread: async () => [],
  report: async () => undefined,
  textKey: async () => undefined,
  text: async () => undefined,
  add: async () => [],
  remove: async () => false,
  restore: async () => false,
  watches: memoryWatches(),
  savedQueries: async () => [],
};
const serving = await serve({
  store,
  workspace,
  port: 0,
  // All clients of the bench share one address.
  limits: { burst: 1e9, perSecond: 1e9, headersMs: 5_000, requestMs: 15_000 },
  logger: {
    info: () => undefined,
    error: (message, cause) => process.stderr.write(`${message} ${String(cause)}\n`),
  },
});
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ rss: process.memoryUsage().rss, cpu: (user + system) / 1_000, ids: [] });
});
process.send?.({
  url: serving.url,
  ids: graph.nodes.slice(0, 2_000).map(({ id }) => id),
  names: graph.nodes.slice(0, 2_000).map(({ properties }) => String(properties["name"] ?? "")),
});
