/**
 * What is said of folders that take long.
 * @module
 */

import type { DiskOptions } from "../workspace/disk.ts";

/** Reports from which on those who open all of the graph are told what that costs. */
const LARGE = 10_000;

/** What to say before all of the graph is loaded into memory; undefined where it is small. */
export function largeWarning(reports: number): string | undefined {
  if (reports <= LARGE) return undefined;
  return `reportgraph: ${reports} reports: a Cypher query of a folder loads the whole graph into memory, which takes a while and grows. Without that: \`reportgraph build … --store bolt://HOST\`, and ask Neo4j (docs/scale.md). The explorer, \`status\`, \`show\` and \`export\` need little.`;
}

/** Says it before all of the graph is loaded. */
export function warnOfSize(reports: number, say: (line: string) => void): void {
  const warning = largeWarning(reports);
  if (warning !== undefined) say(warning);
}

/** Says why it takes long, once, before a folder of an earlier version is brought into the form of this one. */
export const upgradesTold = (say: (line: string) => void): DiskOptions => ({
  onUpgrade: (reports) => say(upgradeNotice(reports)),
});

const upgradeNotice = (reports: number): string =>
  `reportgraph: this folder was written by an earlier version: it is taken over once, ${reports} reports (about a minute for 4,000). If it is interrupted, the next command goes on`;
