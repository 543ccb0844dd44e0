import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../src/store/open.ts";
import { questionConformance } from "./questions.ts";
import { type OpenedStore, storeConformance } from "./suite.ts";

async function open(): Promise<OpenedStore> {
  const root = mkdtempSync(join(tmpdir(), "reportgraph-store-"));
  const path = join(root, "store");
  return {
    store: await openStore(path),
    reopen: () => openStore(path),
    dispose: async () => rmSync(root, { recursive: true, force: true }),
  };
}

storeConformance("embedded", open, { cypher: true, persistent: true, shared: false });
questionConformance("embedded", open);
