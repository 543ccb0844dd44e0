/**
 * The cells of a list: for every column that a type declares, what stands in it, what it sorts by, whether there is anything.
 * @module
 */
import { nodeType, type PageColumn, parseEvidence } from "../../../schema/index.ts";
import type { GraphEdge, GraphNode, PropertyValue } from "../../model/graph.ts";
import type { Label } from "../api-types.ts";
import { confidenceOf, labelOf, nodeRef } from "../facts.ts";
import type { GraphIndex } from "../graph-index.ts";
import {
  captionOf,
  listedReports,
  listProperty,
  numberProperty,
  propertyOf,
  soundOf,
  textProperty,
  unitOf,
} from "../graph-items.ts";
import { listProperties } from "../network/kept.ts";
import { properties, type Telling } from "../network/told.ts";
import type { Cell, CellRef } from "../page-types.ts";
import { allReports, newestDate } from "./dates.ts";
import { edgeLabel, edgesOf, sectionName, statusOf } from "./sections.ts";

export type SortKey = string | number | undefined;

export interface ColumnReader {
  name: string;
  label: Label;
  kind: string;
  /** `undefined`: nothing is known. */
  key(node: GraphNode): SortKey;
  cell(node: GraphNode): Cell;
}

const FIELDS: Readonly<Record<string, { label: Label; kind: string }>> = {
  reports: { label: { zh: "报告数", en: "reports" }, kind: "count" },
  reportDate: { label: { zh: "最近报道", en: "last reported" }, kind: "date" },
  relations: { label: { zh: "关系数", en: "relations" }, kind: "count" },
  place: { label: { zh: "地点", en: "place" }, kind: "names" },
  subject: { label: { zh: "对象", en: "subject" }, kind: "names" },
};

const NAMES_SHOWN = 3;
/** CNY. Above it a misreading is likelier than a project of that size. */
const TO_BE_CHECKED = 1e11;
/** Reports that differ by more than this factor do not speak of one thing. */
const FAR_APART = 3;

function fieldReader(index: GraphIndex, field: string): ColumnReader {
  const { label, kind } = FIELDS[field] ?? { label: { zh: field, en: field }, kind: "text" };
  const key = (node: GraphNode): SortKey => {
    if (field === "reports") return allReports(index, node).length;
    if (field === "reportDate") return newestDate(index, node);
    if (field === "relations") return index.network.degree(node.id);
    return textProperty(node, "subject") ?? index.edgesFrom(node.id, "ABOUT")[0]?.end;
  };
  return {
    name: field,
    label,
    kind,
    key,
    cell: (node) => {
      if (field !== "subject") {
        const value = key(node);
        return value === undefined ? {} : { value };
      }
      const refs = index
        .edgesFrom(node.id, "ABOUT")
        .map(({ end, type: _ }) => ({ ...nodeRef(index, end), status: "stated" }));
      const text = textProperty(node, "subject");
      return { ...(text === undefined ? {} : { value: text }), ...(refs.length > 0 ? { refs } : {}) };
    },
  };
}

function propertyReader(type: string, property: string): ColumnReader {
  const kind = nodeType(type)?.properties[property]?.kind ?? "text";
  return {
    name: property,
    label: labelOf(type, property),
    kind,
    key: (node) => {
      const value = propertyOf(node, property);
      if (Array.isArray(value)) return value.length === 0 ? undefined : value.join("、");
      return typeof value === "boolean" ? Number(value) : value;
    },
    cell: (node) => {
      const value = node.properties[property];
      if (value === undefined || (Array.isArray(value) && value.length === 0)) return {};
      const qualifier =
        textProperty(node, `${property}Qualifier`) ??
        (property === "value" ? textProperty(node, "qualifier") : undefined);
      const all: PropertyValue | undefined = node.properties[`${property}All`];
      const unit = property === "value" ? unitOf(node) : undefined;
      const confidence = confidenceOf(node, property);
      return {
        value,
        ...(qualifier === undefined ? {} : { qualifier }),
        ...(Array.isArray(all) && all.length > 1 ? { all } : {}),
        ...(kind === "money" && isDoubtful(node, property) ? { check: true } : {}),
        ...(unit === undefined ? {} : { unit }),
        ...(confidence === undefined ? {} : { confidence }),
      };
    },
  };
}

function noteOf(edge: GraphEdge): string | undefined {
  return textProperty(edge, "title") ?? textProperty(edge, "role");
}

/** @param all The cell names every other end, for downloads. */
function edgeReader(
  index: GraphIndex,
  column: Extract<PageColumn, { edge: string }>,
  all: boolean,
): ColumnReader {
  const edges = (node: GraphNode): GraphEdge[] => edgesOf(index, node.id, column);
  const label = edgeLabel(column.edge, column.dir);
  const type = column.types?.length === 1 ? nodeType(column.types[0] ?? "")?.spec.labels : undefined;
  const several = column.types?.map((name) => nodeType(name)?.spec.labels ?? { zh: name, en: name }) ?? [];
  return {
    name: sectionName(column),
    label: type
      ? { zh: type.zh, en: type.en }
      : several.length > 0
        ? { zh: several.map(({ zh }) => zh).join("、"), en: several.map(({ en }) => en).join(", ") }
        : label,
    kind: "names",
    // What is denied is shown, and is nothing that is known: a place facet counts it under “no place”.
    key: (node) => edges(node).filter((edge) => statusOf(edge) !== "negated").length || undefined,
    cell: (node) => {
      const found = edges(node);
      const other = (edge: GraphEdge): string => (column.dir === "out" ? edge.end : edge.start);
      const ends = new Map<string, GraphEdge>();
      for (const edge of found.sort(
        (a, b) =>
          Number(statusOf(a) !== "stated") - Number(statusOf(b) !== "stated") ||
          listedReports(b).length - listedReports(a).length ||
          (a.id < b.id ? -1 : 1),
      ))
        if (!ends.has(other(edge))) ends.set(other(edge), edge);
      if (ends.size === 0) return {};
      const refs = [...ends].slice(0, all ? ends.size : NAMES_SHOWN).map(([id, edge]): CellRef => {
        const note = noteOf(edge);
        const confidence = numberProperty(edge, "confidence");
        return {
          ...nodeRef(index, id),
          status: statusOf(edge),
          ...(note === undefined ? {} : { note }),
          ...(confidence === undefined ? {} : { confidence }),
        };
      });
      return { refs, total: ends.size };
    },
  };
}

export function columnsOf(index: GraphIndex, type: string, all = false): ColumnReader[] {
  const columns = nodeType(type)?.spec.page.list.columns ?? [];
  return columns.map((column) =>
    "property" in column
      ? propertyReader(type, column.property)
      : "edge" in column
        ? edgeReader(index, column, all)
        : fieldReader(index, column.field),
  );
}

/** What columns of the graph or of relations tell, not a property of that name. */
const COUNTED: ReadonlySet<string> = new Set(["name", "reports", "reportDate", "relations"]);

/** What a list sorts and counts by of what its items say for themselves, for columns of it; `sort` as in `sorterOf`. */
export function tellingOf(type: string, sort: string): Telling {
  const isProperty = nodeType(type)?.properties[sort] !== undefined && !COUNTED.has(sort);
  const names = [...listProperties(type), ...(isProperty ? [sort] : [])];
  return properties(...names);
}

/** What items of a type can be sorted by: columns, the name, and what the schema sorts by at first. */
export function sorterOf(
  index: GraphIndex,
  type: string,
  name: string,
): ((node: GraphNode) => SortKey) | undefined {
  if (name === "name") return soundOf;
  const column = columnsOf(index, type).find((each) => each.name === name);
  if (column) return column.key;
  if (COUNTED.has(name)) return fieldReader(index, name).key;
  return nodeType(type)?.properties[name] ? propertyReader(type, name).key : undefined;
}

export function rangeKey(type: string): ((node: GraphNode) => number | undefined) | undefined {
  const range = nodeType(type)?.spec.page.list.range;
  return range === undefined ? undefined : (node) => numberProperty(node, range);
}

/** “青禾水电站等五座水电站总投资…”: the sum of several, told under the name of the first. */
function isOfSeveral(node: GraphNode, property: string): boolean {
  const names = [captionOf(node), ...listProperty(node, "aliases")].map((name) => `${name}等`);
  return listProperty(node, `${property}Evidence`).some((entry) => {
    const text = parseEvidence(entry)?.text ?? "";
    return names.some((name) => text.includes(name));
  });
}

/** For start pages and cells alike: a value to be read again in the text, very large, told very differently, or of several things. */
export function isDoubtful(node: GraphNode, property = "totalInvestment"): boolean {
  // Columns tell what has no value; most have none, and bodies are read for sentences alone.
  if (propertyOf(node, property) === undefined) return false;
  const all = listProperty(node, `${property}All`).map(Number);
  const spread = all.length > 1 && Math.max(...all) > Math.min(...all) * FAR_APART;
  return spread || (numberProperty(node, property) ?? 0) > TO_BE_CHECKED || isOfSeveral(node, property);
}
