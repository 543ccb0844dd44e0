/** The question of the graph page as it stands in the address. @module */
import { listed, route, withQuery } from "../lib/router.ts";

const PARTS = ["root", "edges", "types", "status", "depth", "grow", "in", "group", "best"] as const;

/** What the server is asked. */
export function graphQuery(query: URLSearchParams = route.value.query): Record<string, string> {
  return Object.fromEntries(
    PARTS.flatMap((name) => {
      const value = query.get(name);
      return value === null || value === "" ? [] : [[name, value]];
    }),
  );
}

export const isAsked = (query: URLSearchParams): boolean =>
  ["root", "edges", "grow"].some((name) => (query.get(name) ?? "") !== "");

/** Sets a list, or takes it out where nothing is left. */
export const withList = (name: string, values: readonly string[]): string =>
  withQuery({ [name]: values.length === 0 ? undefined : values.join("~"), sel: undefined });

export function toggled(name: string, value: string): string {
  const now = listed(name);
  return withList(name, now.includes(value) ? now.filter((each) => each !== value) : [...now, value]);
}

/** A graph around one or more things. */
export function graphAddress(roots: readonly string[], more: Record<string, string> = {}): string {
  return withQuery({ root: roots.join("~"), ...more }, { path: "/graph", query: new URLSearchParams() });
}
