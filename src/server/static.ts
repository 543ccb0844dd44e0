/**
 * Serves the built page from `dist/web`. All files are listed at start; a path that is none of them is never looked up on
 * the disk.
 * @module
 */
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import type { MiddlewareHandler } from "hono";
import { sha256 } from "../model/hash.ts";
import { contentSecurityPolicy } from "./headers.ts";
import { problemResponse } from "./problem.ts";

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

interface Asset {
  bytes: Uint8Array;
  type: string;
  etag: string;
}

function readAssets(folder: string): Map<string, Asset> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const bytes = readFileSync(path);
      const url = `/${relative(folder, path).split(sep).join("/")}`;
      return [
        url,
        {
          bytes,
          type: TYPES[extname(path)] ?? "application/octet-stream",
          etag: `"${sha256(bytes).slice(0, 16)}"`,
        },
      ];
    }),
  );
}

/**
 * The built files as they are; every other path is the page itself, which then shows what the path names, or with status 404
 * that there is no such thing.
 * @param isThere Whether an address leads to something; the path as it came, not decoded.
 */
export function servePage(folder: string, isThere: (path: string) => Promise<boolean>): MiddlewareHandler {
  const assets = readAssets(folder);
  return async (context) => {
    const { method, path } = context.req;
    if (method !== "GET" && method !== "HEAD")
      return problemResponse(405, "METHOD", undefined, { headers: { allow: "GET, HEAD" } });
    const asset = assets.get(path);
    if (asset && path !== "/index.html") {
      const headers = {
        "content-type": asset.type,
        etag: asset.etag,
        "cache-control": path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      };
      if (context.req.header("if-none-match") === asset.etag)
        return new Response(null, { status: 304, headers });
      return new Response(asset.bytes as ConstructorParameters<typeof Response>[0], { headers });
    }
    const found = path === "/index.html" || (await isThere(new URL(context.req.url).pathname));
    // A file that some program asks for is no page for people.
    if (!found && extname(path) !== "" && !context.req.header("accept")?.includes("text/html"))
      return problemResponse(404, "NOT_FOUND");
    const index = assets.get("/index.html");
    if (!index)
      return problemResponse(503, "PAGE_MISSING", "The page is not built yet: run `npm run build:web`.");
    const nonce = randomBytes(16).toString("base64url");
    const html = Buffer.from(index.bytes).toString("utf8").replace("__CSP_NONCE__", nonce);
    return new Response(html, {
      status: found ? 200 : 404,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-store",
        "content-security-policy": contentSecurityPolicy(nonce),
      },
    });
  };
}
