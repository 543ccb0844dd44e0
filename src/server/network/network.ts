/**
 * The graph as pages walk it: who is tied to whom, by columns in memory; what an item says is read when it is asked for. With
 * `least` it is a view of the same graph without what is less sure; a relation goes with its ends.
 * @module
 */
import type { Properties } from "../../model/graph.ts";
import { type Adjacency, adjacency } from "./adjacency.ts";
import { CERTAIN, type Columns } from "./columns.ts";
import { countTypes } from "./count-types.ts";
import type { ItemSource } from "./item-source.ts";
import { type EdgeBook, type NodeBook, RowEdge, RowNode } from "./rows.ts";
import type { Telling } from "./told.ts";

export class Network implements NodeBook, EdgeBook {
  readonly columns: Columns;
  /** Nodes and edges. */
  readonly order: number;
  readonly size: number;
  readonly #source: ItemSource;
  /** In hundredths. */
  readonly #least: number;
  readonly #out: Adjacency;
  readonly #in: Adjacency;
  readonly #nodes: (RowNode | undefined)[] = [];
  readonly #ofType = new Map<string, RowNode[]>();

  /** @param least in hundredths */
  constructor(columns: Columns, source: ItemSource, least = 0) {
    this.columns = columns;
    this.#source = source;
    this.#least = least;
    const { nodes, edges } = columns;
    const has = new Uint8Array(edges.ids.length);
    for (let edge = 0; edge < has.length; edge += 1) has[edge] = Number(this.#hasEdgeAt(edge));
    this.#out = adjacency(edges.start, has, nodes.ids.length);
    this.#in = adjacency(edges.end, has, nodes.ids.length);
    let order = 0;
    for (let at = 0; at < nodes.ids.length; at += 1) if (this.#hasNodeAt(at)) order += 1;
    this.order = order;
    this.size = this.#out.edges.length;
  }

  /** @param least in hundredths */
  surer(least: number): Network {
    return new Network(this.columns, this.#source, least);
  }

  #hasNodeAt(at: number): boolean {
    return (this.columns.nodes.sure[at] ?? CERTAIN) >= this.#least;
  }
  #hasEdgeAt(at: number): boolean {
    const { start, end, sure } = this.columns.edges;
    const [from, to] = [start[at] ?? -1, end[at] ?? -1];
    if (from < 0 || to < 0) return false;
    if (this.#least === 0) return true;
    return (sure[at] ?? CERTAIN) >= this.#least && this.#hasNodeAt(from) && this.#hasNodeAt(to);
  }

  hasAt(at: number): boolean {
    return this.#hasNodeAt(at);
  }
  /** The node's place; undefined where there is none. */
  at(id: string): number | undefined {
    const at = this.columns.nodes.at.get(id);
    return at !== undefined && this.#hasNodeAt(at) ? at : undefined;
  }
  hasNode(id: string): boolean {
    return this.at(id) !== undefined;
  }
  nodeAt(at: number): RowNode {
    const known = this.#nodes[at];
    if (known) return known;
    const { nodes, words } = this.columns;
    const made = new RowNode(nodes.ids.get(at) ?? "", words.labelsAt(nodes.labels[at] ?? 0), at, this);
    this.#nodes[at] = made;
    return made;
  }
  node(id: string): RowNode | undefined {
    const at = this.at(id);
    return at === undefined ? undefined : this.nodeAt(at);
  }
  /** Of a node that is there. */
  type(id: string): string {
    const at = this.at(id);
    return at === undefined ? "" : this.typeAt(at);
  }
  typeAt(at: number): string {
    return this.columns.words.types.list[this.columns.nodes.type[at] ?? 0] ?? "";
  }
  degree(id: string): number {
    const at = this.at(id);
    return at === undefined ? 0 : this.degreeAt(at);
  }
  /** A relation of a node with itself counts twice. */
  degreeAt(at: number): number {
    const of = ({ first }: Adjacency): number => (first[at + 1] ?? 0) - (first[at] ?? 0);
    return of(this.#out) + of(this.#in);
  }

  /** In the order of ids, as everything here. */
  *places(): Generator<number> {
    for (let at = 0; at < this.columns.nodes.ids.length; at += 1) if (this.#hasNodeAt(at)) yield at;
  }
  *nodes(): Generator<RowNode> {
    for (const at of this.places()) yield this.nodeAt(at);
  }
  /** Kept: the same list for the same type. */
  ofType(type: string): readonly RowNode[] {
    const known = this.#ofType.get(type);
    if (known) return known;
    const wanted = this.columns.words.types.find(type);
    const found: RowNode[] = [];
    if (wanted !== undefined)
      for (const at of this.places()) if (this.columns.nodes.type[at] === wanted) found.push(this.nodeAt(at));
    this.#ofType.set(type, found);
    return found;
  }

  edgeAt(at: number): RowEdge {
    return new RowEdge(at, this);
  }
  /** Each look-up gives another object. */
  edge(id: string): RowEdge | undefined {
    const { ids } = this.columns.edges;
    const at = ids.lowerBound(id);
    return ids.get(at) === id && this.#hasEdgeAt(at) ? this.edgeAt(at) : undefined;
  }
  hasEdge(id: string): boolean {
    return this.edge(id) !== undefined;
  }
  /** @param type all without it */
  *edges(type?: string): Generator<RowEdge> {
    const { edges, words } = this.columns;
    const wanted = type === undefined ? undefined : (words.edgeTypes.find(type) ?? -1);
    for (let at = 0; at < edges.ids.length; at += 1)
      if ((wanted === undefined || edges.type[at] === wanted) && this.#hasEdgeAt(at)) yield this.edgeAt(at);
  }
  /** Places of the edges of these types, all without them: for who goes through all and makes objects of few. */
  *edgePlaces(types?: ReadonlySet<string>): Generator<number> {
    const { edges, words } = this.columns;
    const wanted = words.edgeTypes.list.map((type) => types === undefined || types.has(type));
    for (let at = 0; at < edges.ids.length; at += 1)
      if (wanted[edges.type[at] ?? 0] && this.#hasEdgeAt(at)) yield at;
  }
  /** Places of the nodes that an edge ties. */
  startAt(edge: number): number {
    return this.columns.edges.start[edge] ?? 0;
  }
  endAt(edge: number): number {
    return this.columns.edges.end[edge] ?? 0;
  }
  /** Places of the ends of all edges, the start before the end. */
  *ends(): Generator<number> {
    const { ids, start, end } = this.columns.edges;
    for (let at = 0; at < ids.length; at += 1)
      if (this.#hasEdgeAt(at)) {
        yield start[at] ?? 0;
        yield end[at] ?? 0;
      }
  }
  edgesFrom(id: string, type?: string): RowEdge[] {
    return this.#edgesOf(this.#out, id, type);
  }
  edgesInto(id: string, type?: string): RowEdge[] {
    return this.#edgesOf(this.#in, id, type);
  }
  #edgesOf(of: Adjacency, id: string, type: string | undefined): RowEdge[] {
    const at = this.at(id);
    return at === undefined ? [] : this.#placesOf(of, at, type).map((edge) => this.edgeAt(edge));
  }
  #placesOf({ first, edges }: Adjacency, at: number, type: string | undefined): number[] {
    const wanted = type === undefined ? undefined : (this.columns.words.edgeTypes.find(type) ?? -1);
    const found: number[] = [];
    for (let i = first[at] ?? 0; i < (first[at + 1] ?? 0); i += 1) {
      const edge = edges[i] ?? 0;
      if (wanted === undefined || this.columns.edges.type[edge] === wanted) found.push(edge);
    }
    return found;
  }
  /** The same by places: of the node, and of its edges and their other ends. */
  placesFrom(at: number, type: string): { edge: number; end: number }[] {
    return this.#placesOf(this.#out, at, type).map((edge) => ({
      edge,
      end: this.columns.edges.end[edge] ?? 0,
    }));
  }
  placesInto(at: number, type: string): { edge: number; start: number }[] {
    const { start } = this.columns.edges;
    return this.#placesOf(this.#in, at, type).map((edge) => ({ edge, start: start[edge] ?? 0 }));
  }
  /** Those that end at the node, then those that start from it; one with itself once. */
  edgesOf(id: string): RowEdge[] {
    return [...this.edgesInto(id), ...this.edgesFrom(id).filter(({ end }) => end !== id)];
  }
  /** Places of the nodes at the other ends, each as often as there are edges. */
  *neighboursAt(at: number): Generator<number> {
    const { start, end } = this.columns.edges;
    for (const [{ first, edges }, other] of [
      [this.#in, start],
      [this.#out, end],
    ] as const)
      for (let i = first[at] ?? 0; i < (first[at + 1] ?? 0); i += 1) yield other[edges[i] ?? 0] ?? 0;
  }

  /** The node of a report, by the id that facts call it by. */
  report(id: string): RowNode | undefined {
    const word = this.columns.words.reports.find(id);
    const at = word === undefined ? -1 : (this.columns.reportNode[word] ?? -1);
    return at >= 0 && this.#hasNodeAt(at) ? this.nodeAt(at) : undefined;
  }
  /** Dates of the reports that state the node, of all where its list leaves some out; those without one left out. */
  reportDates(at: number): string[] {
    const { nodes, reportNode } = this.columns;
    const listed = nodes.reports.get(at);
    if (listed.length === 0)
      return [...new Set(this.placesInto(at, "OF").flatMap(({ start }) => nodes.reports.get(start)))].flatMap(
        (report) => this.#fact(nodes.date[reportNode[report] ?? -1]) ?? [],
      );
    const places =
      listed.length >= this.reportCount(at)
        ? listed.map((word) => reportNode[word] ?? -1)
        : this.placesFrom(at, "MENTIONED_IN").map(({ end }) => end);
    return places.flatMap((place) => (place < 0 || !this.#hasNodeAt(place) ? [] : (this.date(place) ?? [])));
  }
  counts(): { nodes: Record<string, number>; edges: Record<string, number> } {
    const { nodes, edges, words } = this.columns;
    return {
      nodes: countTypes(nodes.type, words.types.list, (at) => this.#hasNodeAt(at)),
      edges: countTypes(edges.type, words.edgeTypes.list, (at) => this.#hasEdgeAt(at)),
    };
  }

  told(at: number, name: string): { value: unknown } | undefined {
    const { nodes, told } = this.columns;
    const column = told.column(nodes.type[at] ?? 0, name);
    return column && { value: column.get(nodes.rank[at] ?? 0) };
  }
  /** Makes columns of what the nodes of a type say for themselves, hidden ones among them; in slices. */
  async tell(type: string, telling: Telling): Promise<void> {
    const { nodes, words, told } = this.columns;
    const number = words.types.find(type);
    if (number === undefined) return;
    const all = function* (this: Network): Generator<RowNode> {
      for (let at = 0; at < nodes.ids.length; at += 1) if (nodes.type[at] === number) yield this.nodeAt(at);
    };
    await told.make(number, telling, () => all.call(this));
  }
  nodeProperties(at: number): Properties {
    return this.#source.node(this.columns.nodes.row[at] ?? 0);
  }
  caption(at: number): string {
    return this.columns.nodes.caption.get(at) ?? "";
  }
  sound(at: number): string | undefined {
    return this.columns.nodes.pinyin.get(at);
  }
  nodeReports(at: number): string[] {
    return this.#reports(this.columns.nodes.reports.get(at));
  }
  reportCount(at: number): number {
    return this.columns.nodes.count[at] ?? 0;
  }
  nodeSure(at: number): number | undefined {
    const sure = this.columns.nodes.sure[at];
    return sure === CERTAIN ? undefined : sure;
  }
  code(at: number): string | undefined {
    return this.#fact(this.columns.nodes.code[at]);
  }
  date(at: number): string | undefined {
    return this.#fact(this.columns.nodes.date[at]);
  }

  edgeId(at: number): string {
    return this.columns.edges.ids.get(at) ?? "";
  }
  edgeType(at: number): string {
    return this.columns.words.edgeTypes.list[this.columns.edges.type[at] ?? 0] ?? "";
  }
  edgeStart(at: number): string {
    return this.columns.nodes.ids.get(this.columns.edges.start[at] ?? 0) ?? "";
  }
  edgeEnd(at: number): string {
    return this.columns.nodes.ids.get(this.columns.edges.end[at] ?? 0) ?? "";
  }
  edgeProperties(at: number): Properties {
    return this.#source.edge(this.columns.edges.row[at] ?? 0);
  }
  edgeReports(at: number): string[] {
    return this.#reports(this.columns.edges.reports.get(at));
  }
  edgeReportCount(at: number): number {
    return this.columns.edges.count[at] ?? 0;
  }
  edgeSure(at: number): number | undefined {
    const sure = this.columns.edges.sure[at];
    return sure === CERTAIN ? undefined : sure;
  }
  status(at: number): string | undefined {
    const status = this.columns.edges.status[at] ?? 0;
    return status === 0 ? undefined : this.columns.words.statuses.list[status - 1];
  }

  #reports(words: readonly number[]): string[] {
    const { list } = this.columns.words.reports;
    return words.map((word) => list[word] ?? "");
  }
  #fact(word: number | undefined): string | undefined {
    return this.columns.words.facts.list[word ?? -1];
  }
}
