import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../src/store/open.ts";
import { storeConformance } from "./suite.ts";

storeConformance(
  "embedded",
  async () => {
    const root = mkdtempSync(join(tmpdir(), "reportgraph-store-"));
    const path = join(root, "store");
    return {
      store: await openStore(path),
      reopen: () => openStore(path),
      dispose: async () => rmSync(root, { recursive: true, force: true }),
    };
  },
  { cypher: true, persistent: true, shared: false },
);
