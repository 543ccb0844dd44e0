/**
 * Extensions of files.
 * @module
 */

/** Lower-case extension of a path without its dot; empty where it has none. */
export function extensionOf(source: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(source)?.[1]?.toLowerCase() ?? "";
}
