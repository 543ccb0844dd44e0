/**
 * The addresses of the explorer's pages: the page itself goes by them, and the server knows by them which address is none.
 * Plain data, so that the page can carry it.
 * @module
 */

/** Whether more parts may follow the first; they are the `id` of what the page shows. */
export type Named = "never" | "always" | "maybe";

export interface Address {
  /** First part of the path. */
  first: string;
  named: Named;
}

/** Lists of all things of a type, as `schema/nodes/*.ts` declare them. */
const LISTS = [
  "projects",
  "companies",
  "agencies",
  "institutions",
  "people",
  "places",
  "mechanisms",
  "policies",
  "events",
  "industries",
  "figures",
  "indicators",
  "quotes",
  "milestones",
] as const;

const TOOLS = ["", "search", "graph", "promises", "watch", "compare", "dossier", "map", "query"] as const;

/** Pages with an address of their own, and the lists. */
export const ADDRESSES: readonly Address[] = [
  ...[...TOOLS, ...LISTS].map((first): Address => ({ first, named: "never" })),
  { first: "entity", named: "always" },
  { first: "reports", named: "maybe" },
];

/** What the path leads to; `undefined`: there is no such page. */
export function addressAt(path: string): (Address & { id: string }) | undefined {
  const [, first = "", ...rest] = path.replace(/(?<=.)\/+$/, "").split("/");
  let id: string;
  try {
    id = decodeURIComponent(rest.join("/"));
  } catch {
    return undefined;
  }
  const found = ADDRESSES.find((address) => address.first === first);
  if (!found || (id === "" ? found.named === "always" : found.named === "never")) return undefined;
  return { ...found, id };
}
