/**
 * Who may speak to the server: the Host must be ours (DNS rebinding), a request that changes something must come from our
 * own page or from no page at all (CSRF), and beyond loopback a token is needed.
 * @module
 */
import { createHash, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { problemResponse } from "./problem.ts";

export interface GuardOptions {
  /** Host names under which the server is reached, beside loopback. */
  hosts: readonly string[];
  /** Needed on every request when set. */
  token: string | undefined;
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
export const TOKEN_COOKIE = "reportgraph_token";

export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.has(host) || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function hostName(header: string): string {
  return header.replace(/:\d{1,5}$/, "").toLowerCase();
}

function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** Refuses a foreign Host with 403 `HOST`, a foreign Origin with 403 `ORIGIN`, a missing token with 401 `TOKEN`. */
export function guard({ hosts, token }: GuardOptions): MiddlewareHandler {
  const known = new Set([...LOOPBACK, ...hosts.map((host) => host.toLowerCase())]);
  return async (context, next) => {
    const host = context.req.header("host");
    if (host === undefined || !known.has(hostName(host))) {
      return problemResponse(403, "HOST", "This server does not answer to that host name.");
    }
    const origin = context.req.header("origin");
    if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) {
      return problemResponse(403, "ORIGIN", "Requests from other web pages are refused.");
    }
    const site = context.req.header("sec-fetch-site");
    const isPageLoad = context.req.method === "GET" && context.req.header("sec-fetch-mode") === "navigate";
    if (site !== undefined && site !== "same-origin" && site !== "none" && !isPageLoad) {
      return problemResponse(403, "ORIGIN", "Requests from other web pages are refused.");
    }
    if (token !== undefined) {
      const fromQuery = context.req.method === "GET" ? context.req.query("token") : undefined;
      const bearer = context.req.header("authorization")?.replace(/^Bearer /i, "");
      const given = bearer ?? fromQuery ?? getCookie(context, TOKEN_COOKIE);
      if (given === undefined || !sameSecret(given, token)) {
        return problemResponse(401, "TOKEN", "Open the address that `reportgraph serve` printed.", {
          headers: { "www-authenticate": "Bearer" },
        });
      }
      if (fromQuery !== undefined) {
        setCookie(context, TOKEN_COOKIE, token, { httpOnly: true, sameSite: "Strict", path: "/" });
        // The token must not stay in the address bar, the history or a shared link.
        const url = new URL(context.req.url);
        url.searchParams.delete("token");
        // `//host/` would lead to another server.
        return context.redirect(`/${url.pathname.replace(/^[/\\]+/, "")}${url.search}`, 303);
      }
    }
    return next();
  };
}
