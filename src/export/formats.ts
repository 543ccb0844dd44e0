/**
 * All export formats. To add one, write its file and name it here; the command line and the API read this list.
 * @module
 */
import type { Label } from "../../schema/index.ts";
import type { GraphItems } from "../graph/items.ts";

/**
 * `text`: pieces of one document. `bytes`: those of one binary file. `folder`: several files by name, each in pieces that are
 * made as they are written, one file after another. `load` brings the writer with the libraries it needs.
 */
export type Writer =
  | { shape: "text"; load: () => Promise<(graph: GraphItems) => Iterable<string>> }
  | { shape: "bytes"; load: () => Promise<(graph: GraphItems) => Iterable<Uint8Array>> }
  | { shape: "folder"; load: () => Promise<(graph: GraphItems) => ReadonlyMap<string, Iterable<string>>> };

export type Format = Writer & {
  /** Of the file, with the dot. A folder is packed as `.zip` where one file is wanted. */
  extension: string;
  mediaType: string;
  /** What it is for. */
  label: Label;
};

export type FormatName =
  | "jsonl"
  | "graphml"
  | "gexf"
  | "csv"
  | "neo4j-admin"
  | "cypher"
  | "turtle"
  | "jsonld"
  | "xlsx";

export const exportFormats: Readonly<Record<FormatName, Format>> = {
  jsonl: {
    shape: "text",
    load: async () => (await import("./jsonl.ts")).writeJsonl,
    extension: ".jsonl",
    mediaType: "application/x-ndjson",
    label: { zh: "JSON Lines（Neo4j APOC）", en: "JSON Lines (Neo4j APOC)" },
  },
  graphml: {
    shape: "text",
    load: async () => (await import("./graphml.ts")).writeGraphml,
    extension: ".graphml",
    mediaType: "application/graphml+xml",
    label: { zh: "GraphML（Gephi、yEd、networkx）", en: "GraphML (Gephi, yEd, networkx)" },
  },
  gexf: {
    shape: "text",
    load: async () => (await import("./gexf.ts")).writeGexf,
    extension: ".gexf",
    mediaType: "application/gexf+xml",
    label: { zh: "GEXF（Gephi）", en: "GEXF (Gephi)" },
  },
  csv: {
    shape: "folder",
    load: async () => (await import("./csv.ts")).writeCsv,
    extension: ".zip",
    mediaType: "text/csv",
    label: { zh: "CSV：节点表和关系表", en: "CSV: a table of nodes and one of edges" },
  },
  "neo4j-admin": {
    shape: "folder",
    load: async () => (await import("./neo4j-admin/index.ts")).writeNeo4jAdmin,
    extension: ".zip",
    mediaType: "application/zip",
    label: { zh: "neo4j-admin 批量导入", en: "Bulk import with neo4j-admin" },
  },
  cypher: {
    shape: "text",
    load: async () => (await import("./cypher.ts")).writeCypher,
    extension: ".cypher",
    mediaType: "application/x-cypher-query",
    label: { zh: "Cypher 脚本（cypher-shell）", en: "Cypher script (cypher-shell)" },
  },
  turtle: {
    shape: "text",
    load: async () => (await import("./turtle.ts")).writeTurtle,
    extension: ".ttl",
    mediaType: "text/turtle",
    label: { zh: "RDF Turtle，含出处", en: "RDF as Turtle, with provenance" },
  },
  jsonld: {
    shape: "text",
    load: async () => (await import("./jsonld.ts")).writeJsonld,
    extension: ".jsonld",
    mediaType: "application/ld+json",
    label: { zh: "RDF JSON-LD，含出处", en: "RDF as JSON-LD, with provenance" },
  },
  xlsx: {
    shape: "bytes",
    load: async () => (await import("./xlsx.ts")).writeXlsx,
    extension: ".xlsx",
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    label: { zh: "Excel 工作簿", en: "Excel workbook" },
  },
};
