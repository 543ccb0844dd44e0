/** Speaks to the server; errors come as problems (RFC 9457). @module */
import type { Problem } from "../../../src/server/api-types.ts";
import { lost } from "./connection.ts";
import { askedLeast } from "./router.ts";

export class ApiError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = "ApiError";
    this.problem = problem;
  }
}

export async function problemOf(response: Response): Promise<ApiError> {
  const fallback: Problem = {
    type: "about:blank",
    title: response.statusText,
    status: response.status,
    code: "HTTP",
  };
  const body = (await response.json().catch(() => fallback)) as Problem;
  return new ApiError(body);
}

/** A request that reached no server; the banner tells so. */
async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    lost();
    throw new ApiError({ type: "about:blank", title: "no connection", status: 0, code: "CONNECTION" });
  }
}

type Query = Record<string, string | number | undefined>;

/** Every question goes with how sure relations must be. */
export function url(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") params.set(key, String(value));
  }
  const least = askedLeast();
  if (least !== undefined && !params.has("minConfidence")) params.set("minConfidence", least);
  const text = params.toString();
  return `/api${path}${text === "" ? "" : `?${text}`}`;
}

/** @throws ApiError */
export async function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  const response = await reach(url(path, query), signal ? { signal } : {});
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as T;
}

/** @throws ApiError */
export async function post<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  const response = await reach(url(path), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
  if (!response.ok) throw await problemOf(response);
  // Some changes have nothing to tell.
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** @throws ApiError */
export async function remove(path: string): Promise<void> {
  const response = await reach(url(path), { method: "DELETE" });
  if (!response.ok) throw await problemOf(response);
}

export const path = (...parts: string[]): string => `/${parts.map(encodeURIComponent).join("/")}`;

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
