/**
 * Puts a model on the screen with sigma: hover, selection, clicks and keys. The model decides what, this decides how.
 * @module
 */
import { effect } from "@preact/signals";
import Sigma from "sigma";
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import { typeName } from "../lib/legend.ts";
import { theme } from "../lib/theme.ts";
import { drawHover, drawLabel } from "./draw.ts";
import type { Layout } from "./layout.ts";
import type { EdgeAttributes, GraphModel, NodeAttributes } from "./model.ts";

/** Above these, edges hide while moving and cannot be clicked until fewer are shown. */
const MANY_EDGES = 8_000;
const LIGHT_GROUND = "#ffffff";
const DARK_GROUND = "#0f1620";
/** Up to this many nodes, every name is shown. */
const NAMED = 160;
const FONT = 'system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

const mixed = new Map<string, string>();

/** A colour faded into the ground; opaque, because overlapping half-transparent edges change their hue. */
function mix(color: string, ground: string, share: number): string {
  const key = `${color}${ground}`;
  const known = mixed.get(key);
  if (known !== undefined) return known;
  const channel = (at: number): string => {
    const own = Number.parseInt(color.slice(at, at + 2), 16);
    const other = Number.parseInt(ground.slice(at, at + 2), 16);
    return Math.round(own * (1 - share) + other * share)
      .toString(16)
      .padStart(2, "0");
  };
  const result = `#${channel(1)}${channel(3)}${channel(5)}`;
  mixed.set(key, result);
  return result;
}

export interface SceneEvents {
  onOpen(id: string): void;
}

export class Scene {
  readonly sigma: Sigma<NodeAttributes, EdgeAttributes>;
  readonly #model: GraphModel;
  readonly #stop: (() => void)[] = [];
  #hovered: string | undefined;
  #near: ReadonlySet<string> = new Set();

  constructor(model: GraphModel, layout: Layout, container: HTMLElement, events: SceneEvents) {
    this.#model = model;
    const large = model.graph.size > MANY_EDGES;
    this.sigma = new Sigma<NodeAttributes, EdgeAttributes>(model.graph, container, {
      allowInvalidContainer: true,
      labelFont: FONT,
      labelSize: 12,
      labelRenderedSizeThreshold: 7,
      labelDensity: 0.9,
      labelGridCellSize: 90,
      defaultDrawNodeLabel: drawLabel,
      defaultDrawNodeHover: drawHover,
      enableEdgeEvents: !large,
      hideEdgesOnMove: large,
      hideLabelsOnMove: large,
      zIndex: true,
      renderEdgeLabels: true,
      edgeLabelFont: FONT,
      edgeLabelSize: 11,
      edgeLabelColor: { attribute: "color" },
      minCameraRatio: 0.02,
      maxCameraRatio: 6,
      stagePadding: 40,
      nodeReducer: (id, data) => this.#node(id, data),
      edgeReducer: (id, data) => this.#edge(id, data),
    });
    this.#listen(events, layout);
    this.#stop.push(
      effect(() => {
        void model.revision.value;
        void layout.moved.value;
        void model.selection.value;
        void model.path.value;
        void theme.value;
        if ((this.sigma.getGraph() as unknown) !== model.graph) this.sigma.setGraph(model.graph);
        const many = model.graph.size > MANY_EDGES;
        if (this.sigma.getSetting("hideEdgesOnMove") !== many) {
          this.sigma.setSettings({ hideEdgesOnMove: many, hideLabelsOnMove: many, enableEdgeEvents: !many });
        }
        const threshold = model.graph.order <= NAMED ? 0 : 7;
        if (this.sigma.getSetting("labelRenderedSizeThreshold") !== threshold) {
          this.sigma.setSetting("labelRenderedSizeThreshold", threshold);
        }
        this.#mark();
        this.sigma.scheduleRefresh();
      }),
    );
  }

  /** Where the visible nodes stand in the canvas, by name, in CSS pixels. */
  places(): Record<string, { x: number; y: number }> {
    const all: Record<string, { x: number; y: number }> = {};
    this.#model.graph.forEachNode((_, { x, y, hidden, label }) => {
      if (!hidden) all[label] = this.sigma.graphToViewport({ x, y });
    });
    return all;
  }
  fit(): void {
    void this.sigma.getCamera().animatedReset({ duration: 300 });
  }
  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate({ ratio: camera.getBoundedRatio(camera.ratio * factor) }, { duration: 150 });
  }
  pan(dx: number, dy: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate(
      { x: camera.x + dx * camera.ratio, y: camera.y + dy * camera.ratio },
      { duration: 120 },
    );
  }
  /** Brings a node to the middle. */
  centre(id: string): void {
    const place = this.sigma.getNodeDisplayData(id);
    if (!place) return;
    const camera = this.sigma.getCamera();
    void camera.animate({ x: place.x, y: place.y, ratio: Math.min(camera.ratio, 0.6) }, { duration: 350 });
  }
  kill(): void {
    for (const stop of this.#stop) stop();
    this.sigma.kill();
  }

  /** Everything but the marked nodes fades. */
  #mark(): void {
    const { selection, path, graph } = this.#model;
    const near = new Set<string>();
    if (path.value.size > 0) for (const id of path.value) near.add(id);
    else {
      const chosen =
        this.#hovered === undefined
          ? selection.value?.kind === "nodes"
            ? selection.value.ids
            : []
          : [this.#hovered];
      for (const id of chosen) {
        if (!graph.hasNode(id)) continue;
        near.add(id);
        graph.forEachNeighbor(id, (other) => near.add(other));
      }
    }
    this.#near = near;
  }

  #node(id: string, data: NodeAttributes): Partial<NodeDisplayData> {
    const { selection } = this.#model;
    const selected = selection.value?.kind === "nodes" && selection.value.ids.includes(id);
    const faded = this.#near.size > 0 && !this.#near.has(id);
    const shown: Partial<NodeDisplayData> = {
      x: data.x,
      y: data.y,
      size: data.size,
      color: data.color,
      label: data.label,
      hidden: data.hidden,
    };
    if (faded)
      return { ...shown, color: theme.value === "dark" ? "#2b3442" : "#dde3ea", label: null, zIndex: 0 };
    if (selected || this.#model.path.value.has(id))
      return { ...shown, highlighted: true, forceLabel: true, zIndex: 2 };
    return {
      ...shown,
      zIndex: this.#near.has(id) ? 1 : 0,
      forceLabel: this.#near.has(id) && this.#near.size < 40,
    };
  }

  #edge(id: string, data: EdgeAttributes): Partial<EdgeDisplayData> {
    const { selection, path, graph } = this.#model;
    const { size, color, type, hidden } = data;
    const shown: Partial<EdgeDisplayData> = { size, color, type, hidden };
    if (selection.value?.kind === "edge" && selection.value.id === id)
      return { ...shown, size: size + 3, zIndex: 2, label: typeName(data.data.type), forceLabel: true };
    const dark = theme.value === "dark";
    if (this.#near.size === 0)
      return { ...shown, color: mix(color, dark ? DARK_GROUND : LIGHT_GROUND, dark ? 0.45 : 0.5) };
    const [from, to] = graph.extremities(id);
    const onPath = path.value.has(from) && path.value.has(to);
    const touches =
      path.value.size > 0
        ? onPath
        : this.#near.has(from) && this.#near.has(to) && this.#touchesChosen(from, to);
    return touches
      ? { ...shown, size: size + 1, zIndex: 1 }
      : { ...shown, color: dark ? "#1d2530" : "#eaeef2", zIndex: 0 };
  }

  #touchesChosen(from: string, to: string): boolean {
    if (this.#hovered !== undefined) return from === this.#hovered || to === this.#hovered;
    const chosen = this.#model.selection.value;
    return chosen?.kind === "nodes" && (chosen.ids.includes(from) || chosen.ids.includes(to));
  }

  #listen({ onOpen }: SceneEvents, layout: Layout): void {
    const { sigma } = this;
    const model = this.#model;
    const adding = (original: MouseEvent | TouchEvent): boolean =>
      original.shiftKey || original.ctrlKey || original.metaKey;
    sigma.on("clickNode", ({ node, event }) => model.select(node, adding(event.original)));
    sigma.on("clickEdge", ({ edge }) => {
      model.selection.value = { kind: "edge", id: edge };
    });
    sigma.on("clickStage", () => {
      model.selection.value = undefined;
      model.path.value = new Set();
    });
    sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      onOpen(node);
    });
    const hover = (id: string | undefined): void => {
      this.#hovered = id;
      sigma.getContainer().style.cursor = id === undefined ? "" : "pointer";
      // A large graph keeps its colours on hover: fading 50,000 edges takes longer than a glance.
      if (model.graph.size > MANY_EDGES) return;
      this.#mark();
      sigma.scheduleRefresh();
    };
    sigma.on("enterNode", ({ node }) => hover(node));
    sigma.on("leaveNode", () => hover(undefined));
    sigma.on("enterEdge", () => {
      sigma.getContainer().style.cursor = "pointer";
    });
    sigma.on("leaveEdge", () => {
      sigma.getContainer().style.cursor = "";
    });
    const captor = sigma.getMouseCaptor();
    captor.on("mousedown", () => layout.hold(true));
    captor.on("mouseup", () => layout.hold(false));
  }
}
