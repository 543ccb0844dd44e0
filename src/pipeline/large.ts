/**
 * From when on a folder is too large to be opened lightly.
 * @module
 */

/** Reports from which on those who open all of the graph are told what that costs. */
const LARGE = 10_000;

/** What to say before all of the graph is loaded into memory; undefined where it is small. */
export function largeWarning(reports: number): string | undefined {
  if (reports <= LARGE) return undefined;
  return `reportgraph: ${reports} reports: \`query\` and \`serve\` load the whole graph of a folder into memory, which takes a while and grows with it. Neo4j does not: \`reportgraph build … --store bolt://HOST\` (docs/scale.md). \`status\`, \`show\` and \`export\` need neither.`;
}
