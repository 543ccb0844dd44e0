/**
 * What is known of every node and edge without reading it: small columns, one entry an item. Everything that walks the graph
 * walks these; only what is shown is read.
 *
 * Items stand in the order of their ids; a place in that order is what `at` means here. Sentences and values are not here.
 * @module
 */
import type { GraphEdge, GraphNode } from "../../model/graph.ts";
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
import { KeptDrafts } from "./kept.ts";
import type { Places } from "./places.ts";
import { NumberLists, signatureOf, Texts } from "./texts.ts";
import { ToldColumns } from "./told.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Of what has no confidence: it is true by construction, and above every hundredth. */
export const CERTAIN = 255;
const NONE = -1;

export interface NodeColumns {
  ids: Texts;
  at: Places;
  /** Where the source has it. */
  row: Int32Array;
  type: Uint16Array;
  labels: Uint16Array;
  caption: Texts;
  sure: Uint8Array;
  reports: NumberLists;
  /** Reports that state it, where it says how many. */
  count: Int32Array;
  /** Of places, of reports: numbers of facts; -1: none. */
  code: Int32Array;
  date: Int32Array;
  /** For the search box: the folded caption; aliases, and they folded; initials and pinyin. */
  folded: Texts;
  aliases: Texts;
  foldedAliases: Texts;
  initials: Texts;
  pinyin: Texts;
  /** Signatures of the folded names together, and of initials and pinyin. */
  nameBits: Uint32Array;
  soundBits: Uint32Array;
  /** Its place among those of its type. */
  rank: Int32Array;
}

export interface EdgeColumns {
  ids: Texts;
  row: Int32Array;
  type: Uint16Array;
  /** Places of its ends; an edge without both is none. */
  start: Int32Array;
  end: Int32Array;
  /** Number of the status, one more than in the vocabulary; 0: none. */
  status: Uint8Array;
  sure: Uint8Array;
  reports: NumberLists;
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
  ids: Texts;
  at: Places;
}

/** Items that lie beside each other, before and after a change. */
export interface Span {
  from: number;
  at: number;
  count: number;
}

/** For so many nodes; their ids and places are known. */
export const noNodes = ({ ids, at }: NodeIds, { texts, lists }: Vocabulary): NodeColumns => {
  const n = ids.length;
  return {
    ids,
    at,
    row: new Int32Array(n),
    type: new Uint16Array(n),
    labels: new Uint16Array(n),
    caption: Texts.of(n, texts),
    sure: new Uint8Array(n).fill(CERTAIN),
    reports: new NumberLists(new Int32Array(n).fill(NONE), lists),
    count: new Int32Array(n),
    code: new Int32Array(n).fill(NONE),
    date: new Int32Array(n).fill(NONE),
    folded: Texts.of(n, texts),
    aliases: Texts.of(n, texts),
    foldedAliases: Texts.of(n, texts),
    initials: Texts.of(n, texts),
    pinyin: Texts.of(n, texts),
    nameBits: new Uint32Array(n),
    soundBits: new Uint32Array(n),
    rank: new Int32Array(n),
  };
};

export const noEdges = (ids: Texts, { lists }: Vocabulary): EdgeColumns => {
  const m = ids.length;
  return {
    ids,
    row: new Int32Array(m),
    type: new Uint16Array(m),
    start: new Int32Array(m).fill(NONE),
    end: new Int32Array(m).fill(NONE),
    status: new Uint8Array(m),
    sure: new Uint8Array(m).fill(CERTAIN),
    reports: new NumberLists(new Int32Array(m).fill(NONE), lists),
    count: new Int32Array(m),
  };
};

/** Filled item by item in any order; each knows its place from the sorted ids. */
export class ColumnsBuilder {
  readonly #words: Vocabulary;
  readonly #nodes: NodeColumns;
  readonly #edges: EdgeColumns;
  readonly #kept: KeptDrafts | undefined;

  /** @param nodeIds sorted, as `edgeIds` @param isWhole no columns are carried over from an earlier state */
  constructor(nodeIds: NodeIds, edgeIds: Texts, words: Vocabulary, isWhole: boolean) {
    this.#words = words;
    this.#nodes = noNodes(nodeIds, words);
    this.#edges = noEdges(edgeIds, words);
    this.#kept = isWhole ? new KeptDrafts(words) : undefined;
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
    const type = words.types.of(typeOf(node));
    columns.type[at] = type;
    this.#kept?.add(at, type, node);
    columns.labels[at] = words.labels(node.labels);
    columns.caption.set(at, caption);
    columns.sure[at] = sureOf(node);
    columns.reports.set(at, words.reports.all(reportsOf(node)));
    columns.count[at] = numberProperty(node, "reportCount") ?? 0;
    for (const name of ["code", "date"] as const) {
      const fact = textProperty(node, name);
      columns[name][at] = fact === undefined ? NONE : words.facts.of(fact);
    }
    // One text in memory where both are the same.
    if (folded === caption) columns.folded.share(at, columns.caption, at);
    else columns.folded.set(at, folded);
    columns.aliases.setList(at, aliases);
    const foldedAliases = aliases.map(fold);
    if (foldedAliases.every((each, i) => each === aliases[i]))
      columns.foldedAliases.share(at, columns.aliases, at);
    else columns.foldedAliases.setList(at, foldedAliases);
    columns.initials.set(at, initials);
    columns.pinyin.set(at, pinyin);
    columns.nameBits[at] = signatureOf(`${folded}${foldedAliases.join("")}`);
    columns.soundBits[at] = signatureOf(`${initials ?? ""}${pinyin ?? ""}`);
  }

  edge(at: number, row: number, edge: GraphEdge): void {
    const status = textProperty(edge, "status");
    this.#edge(at, row, edge);
    this.#edges.status[at] = status === undefined ? 0 : this.#words.statuses.of(status) + 1;
    this.#edges.sure[at] = sureOf(edge);
    this.#edges.reports.set(at, this.#words.reports.all(listProperty(edge, "reports")));
    this.#edges.count[at] = countOf(edge, "reports");
  }

  /** An edge of a type that has neither status nor confidence, and that one report alone states. */
  tie(at: number, row: number, edge: EdgeHead, report: string): void {
    this.#edge(at, row, edge);
    this.#edges.reports.set(at, [this.#words.reports.of(report)]);
    this.#edges.count[at] = 1;
  }

  #edge(at: number, row: number, { type, start, end }: EdgeHead): void {
    const columns = this.#edges;
    columns.row[at] = row;
    columns.type[at] = this.#words.edgeTypes.of(type);
    columns.start[at] = this.#nodes.at.get(start) ?? NONE;
    columns.end[at] = this.#nodes.at.get(end) ?? NONE;
  }

  /** Nodes of an earlier state, with the same vocabulary. */
  copyNodes({ nodes }: Columns, { from, at, count }: Span): void {
    const columns = this.#nodes;
    for (const name of [
      "row",
      "type",
      "labels",
      "sure",
      "count",
      "code",
      "date",
      "nameBits",
      "soundBits",
    ] as const)
      columns[name].set(nodes[name].subarray(from, from + count), at);
    for (const name of ["caption", "folded", "aliases", "foldedAliases", "initials", "pinyin"] as const)
      columns[name].copy(at, nodes[name], from, count);
    columns.reports.heads.set(nodes.reports.heads.subarray(from, from + count), at);
  }

  /** Edges of an earlier state. @param places where the nodes of that state are now; -1: gone */
  copyEdges({ edges }: Columns, { from, at, count }: Span, places: Int32Array): void {
    const columns = this.#edges;
    for (const name of ["row", "type", "status", "sure", "count"] as const)
      columns[name].set(edges[name].subarray(from, from + count), at);
    columns.reports.heads.set(edges.reports.heads.subarray(from, from + count), at);
    for (const name of ["start", "end"] as const)
      for (let i = 0; i < count; i += 1)
        columns[name][at + i] = places[edges[name][from + i] ?? NONE] ?? NONE;
  }

  /** To be called when every item is there. */
  finish(): Columns {
    const columns = finished(this.#words, this.#nodes, this.#edges);
    this.#kept?.finish(columns.told, columns.nodes.type, columns.nodes.rank);
    return columns;
  }
}

/** With what follows from them. */
export function finished(words: Vocabulary, nodes: NodeColumns, edges: EdgeColumns): Columns {
  const ranks = new Int32Array(words.types.list.length);
  const reportNode = new Int32Array(words.reports.list.length).fill(NONE);
  const report = words.types.find("Report");
  for (let at = 0; at < nodes.ids.length; at += 1) {
    const type = nodes.type[at] ?? 0;
    nodes.rank[at] = ranks[type] ?? 0;
    ranks[type] = (ranks[type] ?? 0) + 1;
    const own = nodes.reports.heads[at] ?? NONE;
    if (type === report && own >= 0) reportNode[own] = at;
  }
  return { words, nodes, edges, reportNode, told: new ToldColumns() };
}
