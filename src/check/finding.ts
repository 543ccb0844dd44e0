/**
 * One thing that `check` tells.
 * @module
 */

export type FindingKind = "schema" | "evidence" | "contradiction" | "dangling" | "figures" | "reading";

export interface Finding {
  kind: FindingKind;
  /** Id of a node, an edge or a report. */
  where: string;
  message: string;
}
