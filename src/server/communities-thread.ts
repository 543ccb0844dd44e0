/**
 * Looks for communities in a thread of its own: in 100,000 nodes that takes seconds, in which the server answers others.
 * @module
 */
import { parentPort } from "node:worker_threads";
import { communitiesOf, type Ties } from "./louvain.ts";

parentPort?.once("message", (ties: Ties) => {
  parentPort?.postMessage(communitiesOf(ties));
});
