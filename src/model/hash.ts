/**
 * The one way in which ids are made from content.
 * @module
 */
import { hash } from "node:crypto";

/** First 16 hex digits (64 bits) of SHA-256 over the parts, separated so that no two lists collide. */
export function shortHash(parts: readonly string[]): string {
  return hash("sha256", parts.join("\u0000")).slice(0, 16);
}

/** SHA-256 of bytes or text, hex. */
export function sha256(content: Uint8Array | string): string {
  return hash("sha256", content);
}
