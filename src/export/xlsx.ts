/**
 * A workbook for people who know spreadsheets: a sheet per node and edge type with Chinese and English headers, an
 * overview first, and all sentences in a sheet of their own (in a cell they would be JSON, and longer than a cell may be).
 * @module
 */
import {
  edgeTypes,
  kinds,
  type Label,
  nodeTypes,
  observationKindLabels,
  type PropertySpec,
  type PropertySpecs,
  parseEvidence,
  stageLabels,
  statusLabels,
} from "../../schema/index.ts";
import type { GraphItems, LinkedEdge } from "../graph/items.ts";
import { captionOf, typeOfNode } from "../graph/naming.ts";
import type { Evidence, GraphNode, Properties, PropertyValue } from "../model/graph.ts";
import { type Table, tablesOf } from "./columns.ts";
import { type SheetCell, workbookText } from "./spreadsheet.ts";
import { type Sheet, workbookBytes } from "./workbook.ts";

/** Microsoft, “Excel specifications and limits”. */
const MOST_ROWS = 1_048_576;

const HEADER_ROWS = 2;
interface Column<T> {
  header: Label;
  width: number;
  format?: string;
  value: (item: T) => SheetCell;
}

const words: Partial<Record<PropertySpec["kind"], Readonly<Record<string, Label>>>> = {
  stage: stageLabels,
  stages: stageLabels,
  status: statusLabels,
  observationKind: observationKindLabels,
};

function cell(value: PropertyValue | undefined, spec: PropertySpec | undefined): SheetCell {
  const labels = spec && words[spec.kind];
  const word = (item: string | number | boolean): string => {
    const label = labels?.[String(item)];
    return label ? `${label.zh} ${item}` : String(item);
  };
  if (value === undefined) return undefined;
  if (Array.isArray(value))
    return value.length === 0 ? undefined : workbookText((value as (string | number)[]).map(word).join("; "));
  return typeof value === "string" ? workbookText(word(value)) : value;
}

function propertyColumns(specs: PropertySpecs, { columns }: Table): Column<{ properties: Properties }>[] {
  return columns
    .filter(({ name }) => specs[name]?.kind !== "evidence")
    .map(({ name, storage }) => {
      const spec = specs[name];
      const isMoney = spec?.kind === "money";
      return {
        header: spec ?? { zh: workbookText(name), en: workbookText(name) },
        width: isMoney ? 18 : spec && kinds[spec.kind].list ? 28 : storage === "string" ? 20 : 12,
        ...(isMoney ? { format: "#,##0.##" } : {}),
        value: ({ properties }) => cell(properties[name], spec),
      };
    });
}

/** The rows of one sheet after another, as many sheets as it takes; at least one. */
function* sheetsOf<T>(
  name: string,
  columns: readonly Column<T>[],
  items: Iterable<T>,
  mostRows: number,
): Generator<Sheet> {
  const rest = items[Symbol.iterator]();
  let next = rest.next();
  function* rows(): Generator<SheetCell[]> {
    for (let row = HEADER_ROWS; row < mostRows && next.done !== true; row++) {
      const item = next.value;
      next = rest.next();
      yield columns.map(({ value }) => value(item));
    }
  }
  const headed = columns.map(({ header, width, format }) => ({
    headers: [header.zh, header.en],
    width,
    format,
  }));
  for (let part = 1; part === 1 || next.done !== true; part++)
    yield { name: part === 1 ? name : `${name} (${part})`, columns: headed, frozen: 1, rows: rows() };
}

interface Sentence {
  element: string;
  name: string;
  property: string;
  evidence: Pick<Evidence, "report" | "text" | "rule"> & Partial<Evidence>;
}

function* sentencesOf(element: string, name: string, properties: Properties): Generator<Sentence> {
  for (const [property, value] of Object.entries(properties)) {
    if (!/^evidence$|Evidence$/.test(property) || !Array.isArray(value)) continue;
    for (const json of value) {
      const evidence = parseEvidence(String(json)) ?? { report: "", text: String(json), rule: "" };
      yield { element, name, property, evidence };
    }
  }
}

const EVIDENCE_COLUMNS: readonly Column<Sentence>[] = [
  { header: { zh: "所属标识", en: "id" }, width: 20, value: ({ element }) => workbookText(element) },
  { header: { zh: "所属", en: "belongs to" }, width: 28, value: ({ name }) => workbookText(name) },
  { header: { zh: "属性", en: "property" }, width: 22, value: ({ property }) => workbookText(property) },
  { header: { zh: "报告", en: "report" }, width: 26, value: ({ evidence }) => workbookText(evidence.report) },
  { header: { zh: "起", en: "start" }, width: 8, value: ({ evidence }) => evidence.start },
  { header: { zh: "止", en: "end" }, width: 8, value: ({ evidence }) => evidence.end },
  { header: { zh: "句子", en: "sentence" }, width: 80, value: ({ evidence }) => workbookText(evidence.text) },
  {
    header: { zh: "表头", en: "table header" },
    width: 30,
    value: ({ evidence: { header } }) => (header === undefined ? undefined : workbookText(header)),
  },
  {
    header: { zh: "前后文", en: "context" },
    width: 60,
    value: ({ evidence: { context } }) =>
      context === undefined ? undefined : workbookText(context.map((c) => c.text).join("\n")),
  },
  { header: { zh: "规则", en: "rule" }, width: 24, value: ({ evidence }) => workbookText(evidence.rule) },
];

function* allSentences(graph: GraphItems): Generator<Sentence> {
  for (const node of graph.nodes()) yield* sentencesOf(node.id, captionOf(node), node.properties);
  for (const { edge, start, end } of graph.linkedEdges())
    yield* sentencesOf(edge.id, `${start.caption} ${edge.type} ${end.caption}`, edge.properties);
}

const ENDS: readonly Column<LinkedEdge>[] = [
  { header: { zh: "从", en: "from" }, width: 28, value: ({ start }) => workbookText(start.caption) },
  { header: { zh: "到", en: "to" }, width: 28, value: ({ end }) => workbookText(end.caption) },
  {
    header: { zh: "从（标识）", en: "from id" },
    width: 20,
    value: ({ edge }) => workbookText(edge.start),
  },
  { header: { zh: "到（标识）", en: "to id" }, width: 20, value: ({ edge }) => workbookText(edge.end) },
];

function* sheets(graph: GraphItems, mostRows: number): Generator<Sheet> {
  const nodeTables = tablesOf("node", graph.nodes(), typeOfNode);
  const edgeTables = tablesOf("edge", graph.edges(), ({ type }) => type);
  const kindsOfThings = [
    ...nodeTypes.map(({ type, spec }) => ({
      type: type as string,
      labels: spec.labels as Label,
      count: nodeTables.get(type)?.count ?? 0,
    })),
    ...edgeTypes.map(({ type, spec }) => ({
      type: type as string,
      labels: spec.labels as Label,
      count: edgeTables.get(type)?.count ?? 0,
    })),
  ].filter(({ count }) => count > 0);
  yield* sheetsOf(
    "总览 Overview",
    [
      { header: { zh: "类型", en: "type" }, width: 18, value: ({ type }) => type },
      { header: { zh: "中文", en: "Chinese" }, width: 14, value: ({ labels }) => labels.zh },
      { header: { zh: "英文", en: "English" }, width: 18, value: ({ labels }) => labels.en },
      { header: { zh: "数量", en: "count" }, width: 10, value: ({ count }) => count },
    ],
    kindsOfThings,
    mostRows,
  );
  for (const { type, spec, properties } of nodeTypes) {
    const table = nodeTables.get(type);
    if (table)
      yield* sheetsOf<GraphNode>(
        `${spec.labels.zh} ${type}`,
        propertyColumns(properties, table),
        graph.nodes({ type }),
        mostRows,
      );
  }
  for (const { type, spec, properties } of edgeTypes) {
    const table = edgeTables.get(type);
    if (!table) continue;
    const own = propertyColumns(properties, table).map(
      ({ value, ...column }): Column<LinkedEdge> => ({ ...column, value: ({ edge }) => value(edge) }),
    );
    yield* sheetsOf(`${spec.labels.zh} ${type}`, [...ENDS, ...own], graph.linkedEdges({ type }), mostRows);
  }
  yield* sheetsOf("依据 Evidence", EVIDENCE_COLUMNS, allSentences(graph), mostRows);
}

/**
 * The workbook's bytes, in pieces.
 * @param mostRows Of a sheet, the headers among them
 * @throws UsageError EXPORT_TOO_BIG
 */
export const writeXlsx = (graph: GraphItems, mostRows: number = MOST_ROWS): Generator<Uint8Array> =>
  workbookBytes(sheets(graph, mostRows));
