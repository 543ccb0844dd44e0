/** Starts `worker.ts` when the program runs from source: worker threads do not inherit tsx. */
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
