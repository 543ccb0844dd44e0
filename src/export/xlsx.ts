/**
 * A workbook for people who know spreadsheets: a sheet per node and edge type with Chinese and English headers, an
 * overview first, and all sentences in a sheet of their own (in a cell they would be JSON, and longer than a cell may be).
 * @module
 */
import { PassThrough, type Writable } from "node:stream";
import { setImmediate as breathe, setTimeout as pause } from "node:timers/promises";
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
import type { GraphItems, LinkedEdge } from "../graph/items.ts";
import { captionOf, typeOfNode } from "../graph/naming.ts";
import type { Evidence, GraphNode, Properties, PropertyValue } from "../model/graph.ts";
import { EPOCH } from "./archive.ts";
import { type Table, tablesOf } from "./columns.ts";
import { type SheetCell, workbookText } from "./spreadsheet.ts";

/** Microsoft, “Excel specifications and limits”. */
const MOST_ROWS = 1_048_576;

const HEADER_ROWS = 2;
/** Rows after which the packer gets its turn; without one, all of the text would wait for it. */
const BREATH = 500;
/** Pieces of 64 KB that may wait for the packer. */
const WAITING = 16;

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

/** The part of archiver that the workbook packs with. */
interface Packer {
  append(source: unknown, entry: Record<string, unknown>): unknown;
}

/** Every member of its archive bears the same time. The library takes the clock's, and makes members in its constructor. */
class Book extends exceljs.stream.xlsx.WorkbookWriter {
  // Declared only: a field would be set to undefined after the constructor of the library has set it.
  declare protected packer: Packer;

  set zip(packer: Packer) {
    const append = packer.append.bind(packer);
    packer.append = (source, entry) => append(source, { ...entry, date: EPOCH });
    this.packer = packer;
  }

  get zip(): Packer {
    return this.packer;
  }
}

/** What a sheet writes to: the stream takes all that it is given and keeps it until the packer has room. */
interface Waiting {
  stream: { buffers: readonly unknown[]; pipes: readonly Writable[] };
}

/** Waits until the packer has taken most of what a sheet has written. */
async function drained(sheet: exceljs.Worksheet): Promise<void> {
  const { stream } = sheet as unknown as Waiting;
  await breathe();
  while (stream.buffers.length > WAITING || stream.pipes.some(({ writableNeedDrain }) => writableNeedDrain))
    await pause(1);
}

/** Adds a sheet, or several where one cannot hold all rows. Rows are packed as they come and are not kept. */
async function addSheets<T>(
  workbook: Book,
  name: string,
  columns: readonly Column<T>[],
  items: Iterable<T>,
): Promise<void> {
  const addSheet = (part: number): exceljs.Worksheet => {
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
    return sheet;
  };
  const finish = async (sheet: exceljs.Worksheet, rows: number): Promise<void> => {
    sheet.autoFilter = {
      from: { row: HEADER_ROWS, column: 1 },
      to: { row: HEADER_ROWS + rows, column: columns.length },
    };
    (sheet as unknown as { commit(): void }).commit();
    await drained(sheet);
  };
  let part = 1;
  let sheet = addSheet(part);
  let rows = 0;
  for (const item of items) {
    if (rows === MOST_ROWS - HEADER_ROWS) {
      await finish(sheet, rows);
      part += 1;
      sheet = addSheet(part);
      rows = 0;
    }
    sheet.addRow(columns.map(({ value }) => value(item))).commit();
    rows += 1;
    if (rows % BREATH === 0) await drained(sheet);
  }
  await finish(sheet, rows);
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

async function fill(workbook: Book, graph: GraphItems): Promise<void> {
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
    const table = nodeTables.get(type);
    if (table)
      await addSheets<GraphNode>(
        workbook,
        `${spec.labels.zh} ${type}`,
        propertyColumns(properties, table),
        graph.nodes({ type }),
      );
  }
  for (const { type, spec, properties } of edgeTypes) {
    const table = edgeTables.get(type);
    if (!table) continue;
    const own = propertyColumns(properties, table).map(
      ({ value, ...column }): Column<LinkedEdge> => ({ ...column, value: ({ edge }) => value(edge) }),
    );
    await addSheets(workbook, `${spec.labels.zh} ${type}`, [...ENDS, ...own], graph.linkedEdges({ type }));
  }
  await addSheets(workbook, "依据 Evidence", EVIDENCE_COLUMNS, allSentences(graph));
  await workbook.commit();
}

/** The workbook's bytes, in pieces. */
export async function* writeXlsx(graph: GraphItems): AsyncGenerator<Uint8Array> {
  const stream = new PassThrough();
  const workbook = new Book({ stream, useStyles: true });
  workbook.creator = "reportgraph";
  workbook.lastModifiedBy = "reportgraph";
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  const filled = fill(workbook, graph).catch((error: Error) => void stream.destroy(error));
  for await (const chunk of stream) yield chunk as Uint8Array;
  await filled;
}
