import { storeConformance } from "../conformance/suite.ts";
import { empty, openShared } from "./support.ts";

storeConformance(
  "neo4j",
  async () => {
    const store = await openShared();
    await empty(store);
    return { store, reopen: () => openShared() };
  },
  { cypher: true, persistent: true, shared: true },
);
