/**
 * A workbook for people who know spreadsheets: a sheet per node and edge type with Chinese and English headers, an
 * overview first, and all sentences in a sheet of their own (in a cell they would be JSON, and longer than a cell may be).
 * @module
 */
import { once } from "node:events";
import { PassThrough } from "node:stream";
import { setImmediate as breathe } from "node:timers/promises";
import exceljs from "exceljs";
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
import type { Graph, GraphEdge, GraphNode, Properties, PropertyValue } from "../model/graph.ts";
import { withoutTime } from "./archive.ts";
import { captionOf, columnsOf, typeOfNode } from "./columns.ts";
import { groupBy } from "./group.ts";
import { type SheetCell, workbookText } from "./spreadsheet.ts";

/** Microsoft, “Excel specifications and limits”. */
const MOST_ROWS = 1_048_576;

const HEADER_ROWS = 2;
/** Rows after which the packer gets its turn; without one, all of the text would wait for it. */
const BREATH = 500;

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

function propertyColumns(
  element: "node" | "edge",
  specs: PropertySpecs,
  items: readonly { properties: Properties }[],
): Column<{ properties: Properties }>[] {
  return columnsOf(element, items)
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

type Book = InstanceType<typeof exceljs.stream.xlsx.WorkbookWriter>;

/** Adds a sheet, or several where one cannot hold all rows. Rows are packed as they come and are not kept. */
async function addSheets<T>(
  workbook: Book,
  name: string,
  columns: readonly Column<T>[],
  items: readonly T[],
): Promise<void> {
  const perSheet = MOST_ROWS - HEADER_ROWS;
  for (let from = 0, part = 1; from < Math.max(items.length, 1); from += perSheet, part += 1) {
    const sheet = workbook.addWorksheet(part === 1 ? name : `${name} (${part})`, {
      views: [{ state: "frozen", xSplit: 1, ySplit: HEADER_ROWS }],
    });
    for (const [index, { width, format }] of columns.entries()) {
      const column = sheet.getColumn(index + 1);
      column.width = width;
      if (format) column.numFmt = format;
    }
    const chinese = sheet.addRow(columns.map(({ header }) => header.zh));
    chinese.font = { bold: true };
    chinese.commit();
    const english = sheet.addRow(columns.map(({ header }) => header.en));
    english.font = { bold: true, color: { argb: "FF666666" } };
    english.commit();
    const rows = items.slice(from, from + perSheet);
    for (const [index, item] of rows.entries()) {
      sheet.addRow(columns.map(({ value }) => value(item))).commit();
      if (index % BREATH === BREATH - 1) await breathe();
    }
    sheet.autoFilter = {
      from: { row: HEADER_ROWS, column: 1 },
      to: { row: HEADER_ROWS + rows.length, column: columns.length },
    };
    sheet.commit();
  }
}

interface Sentence {
  element: string;
  name: string;
  property: string;
  evidence: { report: string; start?: number; end?: number; text: string; rule: string };
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
  { header: { zh: "规则", en: "rule" }, width: 24, value: ({ evidence }) => workbookText(evidence.rule) },
];

/** The workbook's bytes. */
export async function writeXlsx(graph: Graph): Promise<Uint8Array> {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  workbook.creator = "reportgraph";
  workbook.lastModifiedBy = "reportgraph";
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  const names = new Map(graph.nodes.map((node) => [node.id, captionOf(node)]));
  const nodesByType = groupBy(graph.nodes, typeOfNode);
  const edgesByType = groupBy(graph.edges, ({ type }) => type);

  const kindsOfThings = [
    ...nodeTypes.map(({ type, spec }) => ({
      type: type as string,
      labels: spec.labels as Label,
      count: nodesByType.get(type)?.length ?? 0,
    })),
    ...edgeTypes.map(({ type, spec }) => ({
      type: type as string,
      labels: spec.labels as Label,
      count: edgesByType.get(type)?.length ?? 0,
    })),
  ].filter(({ count }) => count > 0);
  await addSheets(
    workbook,
    "总览 Overview",
    [
      { header: { zh: "类型", en: "type" }, width: 18, value: ({ type }) => type },
      { header: { zh: "中文", en: "Chinese" }, width: 14, value: ({ labels }) => labels.zh },
      { header: { zh: "英文", en: "English" }, width: 18, value: ({ labels }) => labels.en },
      { header: { zh: "数量", en: "count" }, width: 10, value: ({ count }) => count },
    ],
    kindsOfThings,
  );
  for (const { type, spec, properties } of nodeTypes) {
    const nodes = nodesByType.get(type) ?? [];
    if (nodes.length > 0)
      await addSheets<GraphNode>(
        workbook,
        `${spec.labels.zh} ${type}`,
        propertyColumns("node", properties, nodes),
        nodes,
      );
  }
  for (const { type, spec, properties } of edgeTypes) {
    const edges = edgesByType.get(type) ?? [];
    if (edges.length === 0) continue;
    const ends: Column<GraphEdge>[] = [
      {
        header: { zh: "从", en: "from" },
        width: 28,
        value: ({ start }) => workbookText(names.get(start) ?? start),
      },
      { header: { zh: "到", en: "to" }, width: 28, value: ({ end }) => workbookText(names.get(end) ?? end) },
      { header: { zh: "从（标识）", en: "from id" }, width: 20, value: ({ start }) => workbookText(start) },
      { header: { zh: "到（标识）", en: "to id" }, width: 20, value: ({ end }) => workbookText(end) },
    ];
    await addSheets(
      workbook,
      `${spec.labels.zh} ${type}`,
      [...ends, ...propertyColumns("edge", properties, edges)],
      edges,
    );
  }
  const sentences = [
    ...graph.nodes.flatMap((node) => [...sentencesOf(node.id, captionOf(node), node.properties)]),
    ...graph.edges.flatMap(({ id, type, start, end, properties }) => [
      ...sentencesOf(id, `${names.get(start) ?? start} ${type} ${names.get(end) ?? end}`, properties),
    ]),
  ];
  await addSheets(workbook, "依据 Evidence", EVIDENCE_COLUMNS, sentences);
  const packed = once(stream, "end");
  await workbook.commit();
  await packed;
  return withoutTime(Buffer.concat(chunks));
}
