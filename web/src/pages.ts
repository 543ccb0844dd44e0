/**
 * Which page shows which address. Each is loaded when it is opened first; the start page carries none of the others.
 * @module
 */
import type { ComponentType } from "preact";
import { lazy } from "preact/compat";
import { addressAt } from "../../src/server/addresses.ts";
import type { PageProps } from "./lib/page-props.ts";

type Load = () => Promise<{ default: ComponentType<PageProps> }>;

type Page = ComponentType<PageProps>;

const page = (load: Load): Page => lazy(load) as Page;

/** By the first part of the address; addresses without an entry are generic lists. */
const PAGES: Readonly<Record<string, Page>> = {
  "": page(() => import("./pages/start.tsx")),
  search: page(() => import("./pages/search.tsx")),
  entity: page(() => import("./pages/entity.tsx")),
  reports: page(() => import("./pages/report-pages.tsx")),
  graph: page(() => import("./pages/graph.tsx")),
  promises: page(() => import("./pages/promises.tsx")),
  watch: page(() => import("./pages/watch.tsx")),
  figures: page(() => import("./pages/figures.tsx")),
  compare: page(() => import("./pages/compare.tsx")),
  dossier: page(() => import("./pages/dossier.tsx")),
  map: page(() => import("./pages/map.tsx")),
  query: page(() => import("./pages/query.tsx")),
};
const list = page(() => import("./pages/list-page.tsx"));

export function pageAt(path: string): { page: Page; id: string } | undefined {
  const found = addressAt(path);
  return found && { page: PAGES[found.first] ?? list, id: found.id };
}
