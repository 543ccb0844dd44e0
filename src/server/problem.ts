/**
 * Errors as RFC 9457 problem details. What reaches the client is a code, a title and what to do; never a stack.
 * @module
 */
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { InputError, QueryError, ReportGraphError, StoreError, UsageError } from "../errors.ts";

export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  /** Stable, for programs. */
  code: string;
  detail?: string;
  errors?: { path: string; message: string }[];
}

const TITLES: Record<number, string> = {
  400: "Bad request",
  401: "Token needed",
  403: "Refused",
  404: "Not found",
  405: "Method not allowed",
  408: "Too slow",
  409: "Conflict",
  413: "Too large",
  415: "Unsupported media type",
  422: "Cannot be processed",
  429: "Too many requests",
  500: "Server error",
  503: "Busy",
  504: "Query took too long",
};

/** An error that already knows its status. */
export class ProblemError extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly headers: Record<string, string>;
  constructor(
    status: ContentfulStatusCode,
    code: string,
    detail: string,
    headers: Record<string, string> = {},
  ) {
    super(detail);
    this.name = "ProblemError";
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export function problemResponse(
  status: ContentfulStatusCode,
  code: string,
  detail?: string,
  extra: { errors?: ProblemBody["errors"]; headers?: Record<string, string> } = {},
): Response {
  const body: ProblemBody = {
    type: `urn:reportgraph:problem:${code.toLowerCase().replaceAll("_", "-")}`,
    title: TITLES[status] ?? "Error",
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
    ...(extra.errors ? { errors: extra.errors } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json; charset=utf-8", ...extra.headers },
  });
}

const QUERY_STATUS: Record<string, ContentfulStatusCode> = {
  QUERY_REFUSED: 403,
  QUERY_TIMEOUT: 504,
  QUERY_SYNTAX: 400,
  QUERY_UNSUPPORTED: 422,
};

function statusOf(error: ReportGraphError): ContentfulStatusCode {
  if (error instanceof QueryError) return QUERY_STATUS[error.code] ?? 400;
  if (error instanceof InputError) return 422;
  if (error instanceof UsageError) return 400;
  return error instanceof StoreError ? 503 : 500;
}

/** Turns whatever was thrown into a problem; what nobody expected is logged and told as `INTERNAL` only. */
export function toProblem(error: unknown, context: Context, log: (error: unknown) => void): Response {
  if (error instanceof ProblemError) {
    return problemResponse(error.status, error.code, error.message, { headers: error.headers });
  }
  if (error instanceof ReportGraphError) {
    return problemResponse(statusOf(error), error.code, error.message);
  }
  if (error instanceof HTTPException) {
    return problemResponse(error.status as ContentfulStatusCode, "BAD_REQUEST", error.message);
  }
  if (context.req.raw.signal.aborted) return problemResponse(408, "CLIENT_GONE");
  log(error);
  return problemResponse(500, "INTERNAL", "The server failed; its log says why.");
}
