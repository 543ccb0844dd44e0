/**
 * Which page shows which address. Each is loaded when it is opened first; the start page carries none of the others.
 * @module
 */
import type { ComponentType } from "preact";
import { lazy } from "preact/compat";
import type { PageProps } from "./lib/page-props.ts";

type Load = () => Promise<{ default: ComponentType<PageProps> }>;

export interface PageEntry {
  /** First part of the path. */
  first: string;
  /** Whether more parts may follow; they are the page's `id`. */
  named: "never" | "always" | "maybe";
  page: ComponentType<PageProps>;
  /** Takes the whole window and scrolls by itself. */
  full?: true;
}

const entry = (
  first: string,
  load: Load,
  more: Partial<Omit<PageEntry, "first" | "page">> = {},
): PageEntry => ({
  first,
  named: "never",
  page: lazy(load) as ComponentType<PageProps>,
  ...more,
});

const list = lazy(() => import("./pages/list-page.tsx")) as ComponentType<PageProps>;

/** Addresses of the generic lists, as `schema/nodes/*.ts` declare them. */
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
];

/** The first that fits is shown: a page of its own stands before the generic list. */
export const PAGES: readonly PageEntry[] = [
  entry("", () => import("./pages/start.tsx")),
  entry("search", () => import("./pages/search.tsx")),
  entry("entity", () => import("./pages/entity.tsx"), { named: "always" }),
  entry("reports", () => import("./pages/report-pages.tsx"), { named: "maybe" }),
  entry("graph", () => import("./pages/graph.tsx")),
  entry("promises", () => import("./pages/promises.tsx")),
  entry("watch", () => import("./pages/watch.tsx")),
  entry("figures", () => import("./pages/figures.tsx")),
  entry("compare", () => import("./pages/compare.tsx")),
  entry("dossier", () => import("./pages/dossier.tsx")),
  entry("map", () => import("./pages/map.tsx")),
  entry("query", () => import("./pages/query.tsx")),
  ...LISTS.map((first): PageEntry => ({ first, named: "never", page: list })),
];

export function pageAt(path: string): { entry: PageEntry; id: string } | undefined {
  const [, first = "", ...rest] = path.split("/");
  let id: string;
  try {
    id = decodeURIComponent(rest.join("/"));
  } catch {
    return undefined;
  }
  const found = PAGES.find(
    (page) => page.first === first && (id === "" ? page.named !== "always" : page.named !== "never"),
  );
  return found && { entry: found, id };
}
