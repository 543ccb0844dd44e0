/**
 * What is drawn: nodes and edges with their filters, selection and history. Knows nothing of the screen.
 * @module
 */
import { batch, signal } from "@preact/signals";
import { MultiDirectedGraph } from "graphology";
import type { View, ViewEdge, ViewNode } from "../../../src/server/api-types.ts";
import { colorOf, legend, stageName } from "../lib/legend.ts";
import { theme } from "../lib/theme.ts";
import { mix } from "./colors.ts";
import { type Filters, noFilters, reportWindow } from "./filters.ts";
import { communityColor, seedAround, seedPositions } from "./seed.ts";

export interface NodeAttributes {
  x: number;
  y: number;
  size: number;
  color: string;
  label: string;
  /** `point` costs a third of `circle` and looks the same when small. */
  type: string;
  hidden: boolean;
  data: ViewNode;
}

export interface EdgeAttributes {
  size: number;
  color: string;
  type: string;
  hidden: boolean;
  data: ViewEdge;
}

export type Shown = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;
export type Selection = { kind: "nodes"; ids: string[] } | { kind: "edge"; id: string } | undefined;
export type Coloring = "type" | "community";
export type Sizing = "degree" | "investment";

interface Snapshot {
  nodes: { data: ViewNode; x: number; y: number }[];
  edges: ViewEdge[];
  selection: Selection;
}

const HISTORY = 40;
/** Above this many edges arrows cost too much. */
const ARROWS = 4_000;
/** Above this many, edges are thin, hide while moving and cannot be clicked until fewer are shown. */
export const MANY_EDGES = 8_000;

export class GraphModel {
  /** Replaced as a whole by `show` and `undo`: one exchange costs less than ten thousand small events. */
  graph: Shown = new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
  readonly selection = signal<Selection>(undefined);
  readonly path = signal<ReadonlySet<string>>(new Set());
  readonly filters = signal<Filters>(noFilters());
  readonly coloring = signal<Coloring>("type");
  readonly sizing = signal<Sizing>("degree");
  readonly truncated = signal(false);
  /** How many nodes and edges the filters let through. */
  readonly counts = signal({ nodes: 0, edges: 0 });
  /** Goes up whenever nodes or edges come, go, or change their look. */
  readonly revision = signal(0);
  readonly undoable = signal(0);
  communities: Record<string, number> = {};
  #history: Snapshot[] = [];
  #reportDates: ReadonlyMap<string, string> = new Map();

  setReportDates(dates: ReadonlyMap<string, string>): void {
    this.#reportDates = dates;
    this.restyle();
  }

  /** Shows exactly this view. */
  show(view: View, positions?: ReadonlyMap<string, { x: number; y: number }>): void {
    this.#remember();
    const known = new Map(this.graph.mapNodes((id, { x, y }) => [id, { x, y }] as const));
    this.graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
    const seeds = seedPositions(view.nodes, this.communities);
    for (const node of view.nodes) {
      this.#addNode(
        node,
        positions?.get(node.id) ?? known.get(node.id) ?? seeds.get(node.id) ?? { x: 0, y: 0 },
      );
    }
    this.#addEdges(view.edges);
    batch(() => {
      this.truncated.value = view.truncated;
      this.path.value = new Set();
      this.selection.value = undefined;
      this.restyle();
    });
  }

  /** Adds to what is shown; new nodes appear around `centre`. */
  merge(view: View, centre?: string): void {
    this.#remember();
    const around =
      centre !== undefined && this.graph.hasNode(centre) ? this.graph.getNodeAttributes(centre) : undefined;
    const fresh = view.nodes.filter(({ id }) => !this.graph.hasNode(id));
    const places = around ? seedAround(fresh, around) : seedPositions(fresh, this.communities);
    for (const node of fresh) this.#addNode(node, places.get(node.id) ?? { x: 0, y: 0 });
    this.#addEdges(view.edges);
    this.restyle();
  }

  /** Takes away neighbours that hang on this node alone. */
  collapse(id: string): void {
    this.#remember();
    const leaves = this.graph
      .neighbors(id)
      .filter((other) => this.graph.neighbors(other).every((far) => far === id || far === other));
    for (const leaf of leaves) this.graph.dropNode(leaf);
    this.restyle();
  }

  remove(ids: readonly string[]): void {
    this.#remember();
    for (const id of ids) if (this.graph.hasNode(id)) this.graph.dropNode(id);
    batch(() => {
      this.selection.value = undefined;
      this.restyle();
    });
  }

  undo(): void {
    const last = this.#history.pop();
    this.undoable.value = this.#history.length;
    if (!last) return;
    this.graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
    for (const { data, x, y } of last.nodes) this.#addNode(data, { x, y });
    this.#addEdges(last.edges);
    batch(() => {
      this.selection.value = last.selection;
      this.path.value = new Set();
      this.restyle();
    });
  }

  select(id: string, add: boolean): void {
    const current = this.selection.value;
    const ids = add && current?.kind === "nodes" ? current.ids : [];
    const next = ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
    this.selection.value = next.length === 0 ? undefined : { kind: "nodes", ids: next };
  }

  /** Nodes of what is visible now, filters applied. */
  visible(): { nodes: ViewNode[]; edges: ViewEdge[] } {
    return {
      nodes: this.graph
        .filterNodes((_, { hidden }) => !hidden)
        .map((id) => this.graph.getNodeAttribute(id, "data")),
      edges: this.graph
        .filterEdges((_, { hidden }, _s, _t, from, to) => !hidden && !from.hidden && !to.hidden)
        .map((id) => this.graph.getEdgeAttribute(id, "data")),
    };
  }

  /** Applies filters, colours and sizes to all, without an event for each: `revision` tells when it is done. */
  restyle(): void {
    const filters = this.filters.value;
    const inWindow = reportWindow(filters, this.#reportDates);
    const plain = this.graph.size > ARROWS;
    const edgeType = this.graph.size > MANY_EDGES ? "thin" : plain ? "line" : "arrow";
    const byCommunity = this.coloring.value === "community";
    const sizeOf = this.#sizer();
    const edgeColors = new Map(legend.value.edges.map(({ name, color }) => [name, mix(color, theme.value)]));
    let nodes = 0;
    let edges = 0;
    this.graph.forEachNode((id, attributes) => {
      const { data } = attributes;
      attributes.size = sizeOf(data);
      attributes.type = plain ? "point" : "circle";
      attributes.color = byCommunity ? communityColor(this.communities[id]) : colorOf(data.type);
      attributes.hidden =
        filters.hiddenNodes.has(data.type) || (data.type !== "Report" && !inWindow(data.reports));
      if (!attributes.hidden) nodes += 1;
    });
    this.graph.forEachEdge((_, attributes, _source, _target, from, to) => {
      const { data } = attributes;
      attributes.type = edgeType;
      attributes.size = plain ? 0.6 : 1.4;
      attributes.color = edgeColors.get(data.type) ?? "#888888";
      attributes.hidden =
        filters.hiddenEdges.has(data.type) ||
        filters.hiddenStatus.has(data.status) ||
        !inWindow(data.reports);
      if (!attributes.hidden && !from.hidden && !to.hidden) edges += 1;
    });
    this.counts.value = { nodes, edges };
    this.revision.value += 1;
  }

  #sizer(): (node: ViewNode) => number {
    const investments = this.graph.mapNodes((_, { data }) => data.investment ?? 0);
    const most = investments.reduce((a, b) => Math.max(a, b), 1);
    const many = this.graph.order > ARROWS;
    if (this.sizing.value === "investment") {
      return ({ investment }) =>
        investment === undefined ? (many ? 1.5 : 4) : 5 + 17 * Math.sqrt(investment / most);
    }
    const scale = many ? 0.7 : 2;
    return ({ degree }) => Math.min(many ? 12 : 24, (many ? 1.2 : 4.5) + scale * Math.sqrt(degree));
  }

  #addNode(data: ViewNode, { x, y }: { x: number; y: number }): void {
    this.graph.mergeNode(data.id, {
      x,
      y,
      size: 4,
      color: "#888888",
      type: "circle",
      label: data.type === "Milestone" ? stageName(data.label) : data.label,
      hidden: false,
      data,
    });
  }

  #addEdges(edges: readonly ViewEdge[]): void {
    for (const data of edges) {
      if (this.graph.hasEdge(data.id) || !this.graph.hasNode(data.source) || !this.graph.hasNode(data.target))
        continue;
      const attributes = { size: 1, color: "#888888", type: "line", hidden: false, data };
      this.graph.addDirectedEdgeWithKey(data.id, data.source, data.target, attributes);
    }
  }

  #remember(): void {
    if (this.graph.order === 0) return;
    this.#history.push({
      nodes: this.graph.mapNodes((_, { data, x, y }) => ({ data, x, y })),
      edges: this.graph.mapEdges((_, { data }) => data),
      selection: this.selection.value,
    });
    if (this.#history.length > HISTORY) this.#history.shift();
    this.undoable.value = this.#history.length;
  }
}
