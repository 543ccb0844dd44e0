/**
 * Things that hang together closely, as groups. Of a small graph they are found at once; of a larger one in a thread, and what
 * asks for them is answered when they are there.
 * @module
 */
import { once } from "node:events";
import { startThread } from "../thread.ts";
import type { GraphIndex } from "./graph-index.ts";
import { communitiesOf, type Ties } from "./louvain.ts";
import { ProblemError } from "./problem.ts";

/** Nodes up to which communities are found: they take a second for 20,000, and ten times the memory of all else. */
const MOST_NODES = 100_000;
const MEGABYTES = 1_536;
/** Nodes of which they are found within some milliseconds. */
const AT_ONCE = 500;

/** Whether communities of so many nodes are found at all. */
export const hasCommunities = (index: GraphIndex): boolean => index.network.order <= MOST_NODES;

type Communities = Record<string, number>;

const known = new WeakMap<GraphIndex, Communities>();
const coming = new WeakMap<GraphIndex, Promise<Communities>>();
/** One graph after another: each takes memory. */
let turn: Promise<unknown> = Promise.resolve();

/** Without direction and reports, which tie everything to everything. */
function tiesOf({ network }: GraphIndex): Ties {
  const nodes = Int32Array.from([...network.places()].filter((at) => network.typeAt(at) !== "Report"));
  return { nodes, ends: Int32Array.from(network.ends()) };
}

function keep(index: GraphIndex, { nodes }: Ties, found: Int32Array): Communities {
  const { network } = index;
  const made = Object.fromEntries(
    [...found].map((community, i) => [network.nodeAt(nodes[i] ?? 0).id, community]),
  );
  known.set(index, made);
  return made;
}

async function lookFor(index: GraphIndex): Promise<Communities> {
  const ties = tiesOf(index);
  const thread = startThread("./communities-thread", import.meta.url, undefined, {
    maxOldGenerationSizeMb: MEGABYTES,
  });
  try {
    thread.postMessage(ties);
    const [found] = (await once(thread, "message")) as [Int32Array];
    return keep(index, ties, found);
  } finally {
    await thread.terminate();
  }
}

function prepared(index: GraphIndex): Promise<Communities> {
  const made =
    coming.get(index) ??
    turn
      .catch(() => undefined)
      .then(() => lookFor(index))
      .finally(() => coming.delete(index));
  coming.set(index, made);
  turn = made;
  return made;
}

/** Without reports, numbered by size; the same graph always gives the same numbers. @throws ProblemError 413 `GRAPH_TOO_LARGE` */
export async function communities(index: GraphIndex): Promise<Communities> {
  if (!hasCommunities(index))
    throw new ProblemError(413, "GRAPH_TOO_LARGE", "The graph is too large to look for communities in it.");
  const found = known.get(index);
  if (found) return found;
  if (index.network.order > AT_ONCE) return prepared(index);
  const ties = tiesOf(index);
  return keep(index, ties, communitiesOf(ties));
}
