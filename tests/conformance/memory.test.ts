import { openMemory } from "../../src/store/memory/index.ts";
import { storeConformance } from "./suite.ts";

storeConformance("memory", async () => ({ store: openMemory() }), {
  cypher: false,
  persistent: false,
  shared: false,
});
