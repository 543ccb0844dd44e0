/**
 * What every route is given, and the small helpers that routes share.
 * @module
 */
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Limits } from "../limits.ts";
import type { GraphEdge, GraphNode } from "../model/graph.ts";
import type { Store } from "../store/contract.ts";
import type { Answers } from "./answers/contract.ts";
import { problemSchema } from "./generated/schemas.ts";
import type { GraphHolder } from "./graph-holder.ts";
import type { GraphIndex } from "./graph-index.ts";
import { ProblemError } from "./problem.ts";
import type { Gate } from "./throttle.ts";
import type { WorkspaceApi } from "./workspace-api.ts";
import type { HeldAnswers } from "./written-body.ts";

export interface Logger {
  info(message: string): void;
  error(message: string, cause?: unknown): void;
}

export interface Routes {
  store: Store;
  workspace: WorkspaceApi;
  holder: GraphHolder;
  /** What pages ask; use it in place of the holder wherever it answers. */
  answers: Answers;
  limits: Limits;
  /** For queries, for downloads of the graph, and for what changes the store. */
  queries: Gate;
  exports: Gate;
  changes: Gate;
  /** From the first byte of an upload to its answer. */
  uploads: Gate;
  /** Large answers that their clients have not taken yet. */
  held: HeldAnswers;
  logger: Logger;
}

export type Api = OpenAPIHono;

interface JsonContent<T> {
  description: string;
  content: { "application/json": { schema: z.ZodType<T> } };
}

export function json<T>(schema: z.ZodType<T>, description: string): JsonContent<T> {
  return { description, content: { "application/json": { schema } } };
}

interface ProblemContent {
  description: string;
  content: { "application/problem+json": { schema: typeof problemSchema } };
}

/** Every route can answer with a problem (RFC 9457). */
export const problems: { readonly default: ProblemContent } = {
  default: {
    description: "Problem details (RFC 9457)",
    content: { "application/problem+json": { schema: problemSchema } },
  },
};

/** Query parameter of every question about facts. */
export const sureQuery: { minConfidence: z.ZodOptional<z.ZodCoercedNumber> } = {
  minConfidence: z.coerce.number().min(0).max(1).optional().openapi({
    description:
      "0 to 1: leaves out relations and figures that are less sure; without it, as `serve --min-confidence` says",
  }),
};

export const idParam: z.ZodObject<{ id: z.ZodString }> = z.object({
  id: z
    .string()
    .min(1)
    .max(500)
    .openapi({ param: { name: "id", in: "path" } }),
});

/** `a,b,c` → set; absent → `undefined`. */
export function setOf(list: string | undefined): Set<string> | undefined {
  const items = list?.split(",").filter((item) => item !== "");
  return items && items.length > 0 ? new Set(items) : undefined;
}

export function nodeOr404(index: GraphIndex, id: string): GraphNode {
  const node = index.node(id);
  if (!node) throw new ProblemError(404, "ENTITY_UNKNOWN", "There is no such node in the graph.");
  return node;
}

export function edgeOr404(index: GraphIndex, id: string): GraphEdge {
  const edge = index.edge(id);
  if (!edge) throw new ProblemError(404, "EDGE_UNKNOWN", "There is no such edge in the graph.");
  return edge;
}
