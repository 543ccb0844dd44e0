/**
 * Builds the explorer into `dist/web`. During development `npx vite web` forwards the API to a running `reportgraph serve`.
 * @module
 */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  base: "/",
  build: {
    outDir: here("../dist/web"),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    // The Cypher language worker holds Neo4j's whole grammar; it is loaded on the query page only.
    chunkSizeWarningLimit: 12_000,
    // How long a slow machine took is no news to who starts the program.
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  worker: { format: "es" },
  server: { proxy: { "/api": "http://127.0.0.1:4280" } },
});
