/**
 * What is known of every node and edge without reading it: small columns, one entry an item. Everything that walks the graph
 * walks these; only what is shown is read.
 *
 * Items stand in the order of their ids; a place in that order is what `at` means here. Sentences and values are not here.
 * @module
 */
import type { GraphEdge, GraphNode } from "../../model/graph.ts";
import type { Steps } from "../../workspace/steps.ts";
import { fold, soundsOf } from "../folding.ts";
import {
  captionOf,
  countOf,
  listProperty,
  numberProperty,
  reportsOf,
  textProperty,
  typeOf,
} from "../graph-items.ts";
import { hundredths } from "../sure.ts";
import { ToldColumns } from "./told.ts";

/** Of what has no confidence: it is true by construction, and above every hundredth. */
export const CERTAIN = 255;
const NONE = -1;
/** Ids that are placed at once. */
const STEP = 20_000;

/** Most items have one report. */
export type Few = number | readonly number[];

/** Texts that stand at many items, by number. */
export class Words {
  readonly list: string[] = [];
  readonly #at = new Map<string, number>();

  of(word: string): number {
    const known = this.#at.get(word);
    if (known !== undefined) return known;
    this.#at.set(word, this.list.length);
    return this.list.push(word) - 1;
  }

  find(word: string): number | undefined {
    return this.#at.get(word);
  }

  few(words: readonly string[]): Few {
    const [only] = words;
    return only !== undefined && words.length === 1 ? this.of(only) : words.map((word) => this.of(word));
  }
}

/** What numbers in columns stand for; it only grows, so that a later state of the graph may share it. */
export class Vocabulary {
  readonly types: Words = new Words();
  readonly edgeTypes: Words = new Words();
  readonly statuses: Words = new Words();
  /** Ids of reports, as facts name them. */
  readonly reports: Words = new Words();
  readonly #labels = new Words();
  readonly #lists: string[][] = [];

  labels(list: string[]): number {
    const at = this.#labels.of(JSON.stringify(list));
    this.#lists[at] ??= list;
    return at;
  }

  labelsAt(at: number): string[] {
    return this.#lists[at] ?? [];
  }
}

export interface NodeColumns {
  ids: readonly string[];
  at: ReadonlyMap<string, number>;
  /** Where the source has it. */
  row: Int32Array;
  type: Uint16Array;
  labels: Uint16Array;
  caption: string[];
  sure: Uint8Array;
  reports: Few[];
  /** Reports that state it, where it says how many. */
  count: Int32Array;
  /** Of places, of reports. */
  code: (string | undefined)[];
  date: (string | undefined)[];
  /** For the search box: the folded caption; aliases; initials and pinyin. */
  folded: string[];
  aliases: (readonly string[] | undefined)[];
  initials: (string | undefined)[];
  pinyin: (string | undefined)[];
  /** Its place among those of its type. */
  rank: Int32Array;
}

export interface EdgeColumns {
  ids: readonly string[];
  row: Int32Array;
  type: Uint16Array;
  /** Places of its ends; an edge without both is none. */
  start: Int32Array;
  end: Int32Array;
  /** Number of the status, one more than in the vocabulary; 0: none. */
  status: Uint8Array;
  sure: Uint8Array;
  reports: Few[];
  /** Reports that state it, with those that its list leaves out. */
  count: Int32Array;
}

export interface Columns {
  words: Vocabulary;
  nodes: NodeColumns;
  edges: EdgeColumns;
  /** Place of a report's node by the number of the report's id. */
  reportNode: Int32Array;
  told: ToldColumns;
}

type EdgeHead = Omit<GraphEdge, "id" | "properties">;

const sureOf = (item: GraphNode | GraphEdge): number => {
  const confidence = numberProperty(item, "confidence");
  return confidence === undefined ? CERTAIN : Math.max(0, Math.min(100, hundredths(confidence)));
};

export interface NodeIds {
  ids: readonly string[];
  at: ReadonlyMap<string, number>;
}

/** Places of sorted ids, in steps. */
export function* placesOf(ids: readonly string[]): Steps<NodeIds> {
  const at = new Map<string, number>();
  for (const [place, id] of ids.entries()) {
    at.set(id, place);
    if (place % STEP === 0) yield;
  }
  return { ids, at };
}

/** Filled item by item in any order; each knows its place from the sorted ids. */
export class ColumnsBuilder {
  readonly #words: Vocabulary;
  readonly #nodes: NodeColumns;
  readonly #edges: EdgeColumns;

  /** @param nodeIds sorted, as `edgeIds` */
  constructor(nodeIds: NodeIds, edgeIds: readonly string[], words: Vocabulary = new Vocabulary()) {
    this.#words = words;
    const { ids, at } = nodeIds;
    const [n, m] = [ids.length, edgeIds.length];
    this.#nodes = {
      ids,
      at,
      row: new Int32Array(n),
      type: new Uint16Array(n),
      labels: new Uint16Array(n),
      caption: new Array<string>(n).fill(""),
      sure: new Uint8Array(n).fill(CERTAIN),
      reports: new Array<Few>(n).fill(0),
      count: new Int32Array(n),
      code: new Array<string | undefined>(n).fill(undefined),
      date: new Array<string | undefined>(n).fill(undefined),
      folded: new Array<string>(n).fill(""),
      aliases: new Array<readonly string[] | undefined>(n).fill(undefined),
      initials: new Array<string | undefined>(n).fill(undefined),
      pinyin: new Array<string | undefined>(n).fill(undefined),
      rank: new Int32Array(n),
    };
    this.#edges = {
      ids: edgeIds,
      row: new Int32Array(m),
      type: new Uint16Array(m),
      start: new Int32Array(m).fill(NONE),
      end: new Int32Array(m).fill(NONE),
      status: new Uint8Array(m),
      sure: new Uint8Array(m).fill(CERTAIN),
      reports: new Array<Few>(m).fill(0),
      count: new Int32Array(m),
    };
  }

  node(at: number, row: number, node: GraphNode): void {
    const columns = this.#nodes;
    const words = this.#words;
    const caption = captionOf(node);
    const folded = fold(caption);
    const aliases = listProperty(node, "aliases");
    const given = listProperty(node, "pinyin").map(fold);
    const [initials, pinyin] = given.length >= 2 ? given : soundsOf(caption);
    columns.row[at] = row;
    columns.type[at] = words.types.of(typeOf(node));
    columns.labels[at] = words.labels(node.labels);
    columns.caption[at] = caption;
    columns.sure[at] = sureOf(node);
    columns.reports[at] = words.reports.few(reportsOf(node));
    columns.count[at] = numberProperty(node, "reportCount") ?? 0;
    columns.code[at] = textProperty(node, "code");
    columns.date[at] = textProperty(node, "date");
    // One text in memory where both are the same.
    columns.folded[at] = folded === caption ? caption : folded;
    columns.aliases[at] = aliases.length === 0 ? undefined : aliases;
    columns.initials[at] = initials;
    columns.pinyin[at] = pinyin;
  }

  edge(at: number, row: number, edge: GraphEdge): void {
    const status = textProperty(edge, "status");
    this.#edge(at, row, edge);
    this.#edges.status[at] = status === undefined ? 0 : this.#words.statuses.of(status) + 1;
    this.#edges.sure[at] = sureOf(edge);
    this.#edges.reports[at] = this.#words.reports.few(listProperty(edge, "reports"));
    this.#edges.count[at] = countOf(edge, "reports");
  }

  /** An edge of a type that has neither status nor confidence, and that one report alone states. */
  tie(at: number, row: number, edge: EdgeHead, report: string): void {
    this.#edge(at, row, edge);
    this.#edges.reports[at] = this.#words.reports.of(report);
    this.#edges.count[at] = 1;
  }

  #edge(at: number, row: number, { type, start, end }: EdgeHead): void {
    const columns = this.#edges;
    columns.row[at] = row;
    columns.type[at] = this.#words.edgeTypes.of(type);
    columns.start[at] = this.#nodes.at.get(start) ?? NONE;
    columns.end[at] = this.#nodes.at.get(end) ?? NONE;
  }

  /** A node of an earlier state, with the same vocabulary. */
  copyNode(at: number, { nodes }: Columns, from: number): void {
    const columns = this.#nodes;
    for (const name of ["row", "type", "labels", "sure", "count"] as const)
      columns[name][at] = nodes[name][from] ?? 0;
    for (const name of ["caption", "folded"] as const) columns[name][at] = nodes[name][from] ?? "";
    for (const name of ["code", "date", "initials", "pinyin"] as const) columns[name][at] = nodes[name][from];
    columns.reports[at] = nodes.reports[from] ?? [];
    columns.aliases[at] = nodes.aliases[from];
  }

  /** An edge of an earlier state. @param places where the nodes of that state are now; -1: gone */
  copyEdge(at: number, { edges }: Columns, from: number, places: Int32Array): void {
    const columns = this.#edges;
    for (const name of ["row", "type", "status", "sure", "count"] as const)
      columns[name][at] = edges[name][from] ?? 0;
    for (const name of ["start", "end"] as const)
      columns[name][at] = places[edges[name][from] ?? NONE] ?? NONE;
    columns.reports[at] = edges.reports[from] ?? [];
  }

  /** To be called when every item is there. */
  finish(): Columns {
    const nodes = this.#nodes;
    const words = this.#words;
    const ranks = new Int32Array(words.types.list.length);
    for (let at = 0; at < nodes.ids.length; at += 1) {
      const type = nodes.type[at] ?? 0;
      nodes.rank[at] = ranks[type] ?? 0;
      ranks[type] = (ranks[type] ?? 0) + 1;
    }
    const reportNode = new Int32Array(words.reports.list.length).fill(NONE);
    const report = words.types.find("Report");
    for (let at = 0; at < nodes.ids.length; at += 1) {
      if (nodes.type[at] !== report) continue;
      const own = nodes.reports[at];
      if (typeof own === "number") reportNode[own] = at;
    }
    return { words, nodes, edges: this.#edges, reportNode, told: new ToldColumns() };
  }
}
