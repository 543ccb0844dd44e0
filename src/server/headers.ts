/**
 * Response headers that keep the page to itself: nothing inline runs, nothing is loaded from elsewhere, no frame.
 * @module
 */
import type { MiddlewareHandler } from "hono";
import { secureHeaders as honoHeaders } from "hono/secure-headers";

/** Styles may carry the nonce (CodeMirror mounts its style sheet from script); scripts are files of ours only. */
export function contentSecurityPolicy(nonce?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${nonce === undefined ? "" : ` 'nonce-${nonce}'`}`,
    // The editor measures with style attributes, which no nonce can allow; what the page shows is never HTML.
    ...(nonce === undefined ? [] : ["style-src-attr 'unsafe-inline'"]),
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export function secureHeaders(): MiddlewareHandler {
  const others = honoHeaders({
    xFrameOptions: "DENY",
    // Served without TLS on loopback; a proxy that adds TLS says so itself.
    strictTransportSecurity: false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  });
  return async (context, next) => {
    await others(context, next);
    const { headers } = context.res;
    // A page has one with a nonce of its own.
    if (!headers.has("content-security-policy"))
      headers.set("content-security-policy", contentSecurityPolicy());
  };
}
