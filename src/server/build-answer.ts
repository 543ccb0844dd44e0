/**
 * What the thread that builds a view answers.
 * @module
 */
import type { Failure } from "../failure.ts";
import type { Graph } from "../model/graph.ts";

export interface BuiltView {
  graph: Graph;
}

export type BuildAnswer = { built: BuiltView } | { failure: Failure };
