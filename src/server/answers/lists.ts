/**
 * One page of the list of a type: filtered, sorted, with facets whose counts hold with all other filters applied.
 * @module
 */
import { nodeType, nodeTypes } from "../../../schema/index.ts";
import type { GraphNode } from "../../model/graph.ts";
import { atOnce, inSlices, type Steps } from "../../steps.ts";
import { inEnglish } from "../english-name.ts";
import { evidenceOf, plain } from "../facts.ts";
import { fold } from "../folding.ts";
import type { GraphIndex } from "../graph-index.ts";
import { captionOf, textProperty, toldOf, typeOf } from "../graph-items.ts";
import { eachInSlices, sorting } from "../network/slices.ts";
import type { ListBody, ListRow } from "../page-types.ts";
import { type ColumnReader, columnsOf, rangeKey, type SortKey, sorterOf, tellingOf } from "./cells.ts";
import { newestFirst } from "./dates.ts";
import { countFacet, type FacetReader, facetsOf } from "./facets.ts";
import { once, Recent } from "./memo.ts";

export interface ListQuery {
  q?: string | undefined;
  /** Column or field, `-` in front sorts down; without it the type's own order. */
  sort?: string | undefined;
  offset: number;
  limit: number;
  /** Values of the type's facets. */
  filters: Readonly<Record<string, readonly string[]>>;
  /** Of the property that the type's `range` names. */
  min?: number | undefined;
  max?: number | undefined;
  /** Choices of each facet at most; 0: no facets. */
  facetValues: number;
  /** Name of the facet of which many more are wanted. */
  wide?: string | undefined;
}

/** Lists of a large store have a hundred thousand items. */
const RECENT = 32;
/** So many choices, with titles of reports for names, keep an answer small. */
const WIDE = 300;
const TEXTS = ["indicator", "subject", "text", "outlet"];

const cached = once((_: GraphIndex) => new Recent<GraphNode[]>(RECENT));

export function typeOfPath(path: string): string | undefined {
  return nodeTypes.find(({ spec }) => spec.page.path === path)?.type;
}

const TEXTS_TO_FIND = "words to find";

/** Words beside the name. */
const textsOf = (type: string): readonly string[] =>
  TEXTS.filter((name) => nodeType(type)?.properties[name] !== undefined);

/** Its own words beside its names. */
const wordsOf = (node: GraphNode): string =>
  textsOf(typeOf(node))
    .map((name) => fold(textProperty(node, name) ?? ""))
    .join("\n");

/** Tells of nodes whether they have the words: in a name, in its sound, or in what they say. */
function finderOf(index: GraphIndex, type: string, text: string): (node: GraphNode) => boolean {
  const { folded, foldedAliases, initials, pinyin } = index.network.columns.nodes;
  const finders = [folded, foldedAliases, initials, pinyin].map((names) => names.finder(text));
  const hasTexts = textsOf(type).length > 0;
  return (node) => {
    const at = index.network.at(node.id) ?? -1;
    return (
      finders.some((has) => has(at)) || (hasTexts && toldOf(node, TEXTS_TO_FIND, wordsOf).includes(text))
    );
  };
}

const orderOf = (type: string, sort: string | undefined): string =>
  sort ?? nodeType(type)?.spec.page.list.sort ?? "name";

const ready = once((_: GraphIndex) => new Set<string>());

/** Reads, in slices, what answering about the whole list takes; then it is answered at once. */
export async function prepareList(
  index: GraphIndex,
  type: string,
  { q, sort }: Pick<ListQuery, "q" | "sort">,
): Promise<void> {
  const order = orderOf(type, sort).replace(/^-/, "");
  await index.network.tell(type, {
    ...tellingOf(type, order),
    ...(q === undefined || q === "" || textsOf(type).length === 0 ? {} : { [TEXTS_TO_FIND]: wordsOf }),
  });
  // Where things lie is worked out for each state of the graph.
  if (ready(index).has(type)) return;
  const facets = facetsOf(index, type);
  await eachInSlices(index.ofType(type), (node) => {
    for (const facet of facets) facet.values(node, []);
  });
  ready(index).add(type);
}

/** The same for one page of it. */
export async function prepareListPage(index: GraphIndex, type: string, query: ListQuery): Promise<void> {
  await prepareList(index, type, query);
  await inSlices(framing(index, type, query));
}

interface Chosen {
  facet: FacetReader;
  values: readonly string[];
}

function chosenOf(facets: readonly FacetReader[], filters: ListQuery["filters"]): Chosen[] {
  return facets.flatMap((facet) => {
    const values = filters[facet.name] ?? [];
    return values.length > 0 ? [{ facet, values }] : [];
  });
}

function compare(a: SortKey, b: SortKey): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}

/** Items without the value come last, whichever way is sorted. */
function* sortedBy(
  nodes: readonly GraphNode[],
  key: (node: GraphNode) => SortKey,
  down: boolean,
): Steps<GraphNode[]> {
  const keys = new Map<GraphNode, SortKey>();
  for (const node of nodes) {
    keys.set(node, key(node));
    yield;
  }
  return yield* sorting(nodes, (a, b) => {
    const [x, y] = [keys.get(a), keys.get(b)];
    if (x === undefined || y === undefined)
      return Number(x === undefined) - Number(y === undefined) || (a.id < b.id ? -1 : 1);
    return compare(x, y) * (down ? -1 : 1) || (a.id < b.id ? -1 : 1);
  });
}

/** Whether an item has the words, and a value in the range. */
function plainFilter(
  index: GraphIndex,
  type: string,
  { q, min, max }: ListQuery,
): (node: GraphNode) => boolean {
  const text = q === undefined ? "" : fold(q);
  const has = finderOf(index, type, text);
  const range = rangeKey(type);
  return (node) => {
    if (text !== "" && !has(node)) return false;
    if (range && (min !== undefined || max !== undefined)) {
      const value = range(node);
      if (value === undefined || value < (min ?? -Infinity) || value > (max ?? Infinity)) return false;
    }
    return true;
  };
}

const isLeft = (node: GraphNode, chosen: readonly Chosen[]): boolean =>
  chosen.every(({ facet, values }) => facet.matches(node, values));

function* filtered(nodes: Iterable<GraphNode>, keep: (node: GraphNode) => boolean): Steps<GraphNode[]> {
  const kept: GraphNode[] = [];
  for (const node of nodes) {
    if (keep(node)) kept.push(node);
    yield;
  }
  return kept;
}

/** All that match, in order; the last few answers are kept. */
function* finding(index: GraphIndex, type: string, query: ListQuery): Steps<readonly GraphNode[]> {
  const { q, sort, filters, min, max } = query;
  const given = Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1));
  const key = JSON.stringify([type, q ?? "", sort ?? "", given, min, max]);
  const known = cached(index).find(key);
  if (known) return known;
  const chosen = chosenOf(facetsOf(index, type), filters);
  const isWanted = plainFilter(index, type, query);
  const nodes = yield* filtered(index.ofType(type), (node) => isWanted(node) && isLeft(node, chosen));
  const order = orderOf(type, sort);
  const by = sorterOf(index, type, order.replace(/^-/, ""));
  return cached(index).put(key, by ? yield* sortedBy(nodes, by, order.startsWith("-")) : nodes);
}

/** All that match, in order. */
export function matching(index: GraphIndex, type: string, query: ListQuery): readonly GraphNode[] {
  return atOnce(finding(index, type, query));
}

export function rowOf(
  index: GraphIndex,
  type: string,
  node: GraphNode,
  columns: readonly ColumnReader[],
): ListRow {
  const range = nodeType(type)?.spec.page.list.range;
  const own = range === undefined ? [] : evidenceOf(index, node, `${range}Evidence`);
  const [evidence] = newestFirst(own.length > 0 ? own : evidenceOf(index, node));
  return {
    id: node.id,
    type,
    name: captionOf(node),
    ...inEnglish(index, node),
    cells: columns.map((column) => column.cell(node)),
    ...(evidence ? { evidence } : {}),
  };
}

type Framing = Pick<ListBody, "columns" | "facets">;
const framings = once((_: GraphIndex) => new Recent<Framing>(RECENT));

/** What is the same on every page of a list: how much is known, and what it can be narrowed by. */
function* framing(index: GraphIndex, type: string, query: ListQuery): Steps<Framing> {
  const { offset: _, limit: __, sort: ___, ...same } = query;
  const key = JSON.stringify([type, same]);
  const known = framings(index).find(key);
  if (known) return known;
  const found = yield* finding(index, type, query);
  const columns: Framing["columns"] = [];
  for (const { name, label, kind, key: keyOf } of columnsOf(index, type)) {
    const covering = yield* filtered(found, (node) => keyOf(node) !== undefined);
    columns.push({ name, label, kind, sortable: true, covered: covering.length });
  }
  const chosen = chosenOf(facetsOf(index, type), query.filters);
  const isWanted = plainFilter(index, type, query);
  const facets: Framing["facets"] = [];
  for (const facet of query.facetValues === 0 ? [] : facetsOf(index, type)) {
    const rest = chosen.filter((each) => each.facet.name !== facet.name);
    const nodes =
      rest.length === chosen.length
        ? found
        : yield* filtered(index.ofType(type), (node) => isWanted(node) && isLeft(node, rest));
    const most = facet.name === query.wide ? WIDE : query.facetValues;
    facets.push(yield* countFacet(facet, nodes, query.filters[facet.name] ?? [], most));
  }
  return framings(index).put(key, { columns, facets });
}

/** @param whole The graph with what is less sure; where it is another, the answer says how many items it would have more. */
export function listBody(index: GraphIndex, type: string, query: ListQuery, whole: GraphIndex): ListBody {
  const { spec } = nodeType(type) ?? {};
  const found = matching(index, type, query);
  const columns = columnsOf(index, type);
  const { offset, limit, sort } = query;
  return {
    type,
    path: spec?.page.path ?? "",
    label: spec ? plain(spec.labels) : { zh: type, en: type },
    ...atOnce(framing(index, type, query)),
    items: found.slice(offset, offset + limit).map((node) => rowOf(index, type, node, columns)),
    total: found.length,
    hidden: whole === index ? 0 : Math.max(0, matching(whole, type, query).length - found.length),
    all: index.ofType(type).length,
    offset,
    limit,
    sort: orderOf(type, sort),
    filters: chosenOf(facetsOf(index, type), query.filters).flatMap(({ facet, values }) =>
      values.map((value) => ({ name: facet.name, value, label: facet.valueLabel(value) })),
    ),
  };
}
