/**
 * Puts a model on the screen with sigma: hover, selection, clicks and keys. The model decides what, this decides how.
 * @module
 */
import { effect, untracked } from "@preact/signals";
import Sigma from "sigma";
import { NodePointProgram } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import { edgeLegend, typeName } from "../lib/legend.ts";
import { theme } from "../lib/theme.ts";
import { drawHover } from "./draw.ts";
import { Labels } from "./labels.ts";
import type { Layout } from "./layout.ts";
import { type EdgeAttributes, type GraphModel, MANY_EDGES, type NodeAttributes } from "./model.ts";
import { ThinLine } from "./thin-line.ts";

/** Up to this many nodes, every name is shown. */
const NAMED = 160;
/** CSS pixels, as in the style sheets. */
const NARROW = 860;
const FONT = 'system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

export interface SceneEvents {
  onOpen(id: string): void;
}

export class Scene {
  readonly sigma: Sigma<NodeAttributes, EdgeAttributes>;
  readonly labels: Labels = new Labels();
  readonly #model: GraphModel;
  readonly #stop: (() => void)[] = [];
  #hovered: string | undefined;
  #near: ReadonlySet<string> = new Set();
  #moved = -1;
  /** The node that was brought to the middle and should be found there when the layout is done. */
  #aim: string | undefined;

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
      defaultDrawNodeLabel: this.labels.collect,
      defaultDrawNodeHover: drawHover,
      enableEdgeEvents: !large,
      hideEdgesOnMove: large,
      hideLabelsOnMove: large,
      zIndex: true,
      nodeProgramClasses: { point: NodePointProgram },
      edgeProgramClasses: { thin: ThinLine },
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
    this.sigma.on("afterRender", () => this.labels.flush());
    this.#listen(events, layout);
    this.#stop.push(
      effect(() => {
        void model.revision.value;
        const moved = layout.moved.value;
        void model.selection.value;
        void model.path.value;
        this.#mark();
        this.#settle();
        const fresh = (this.sigma.getGraph() as unknown) !== model.graph;
        if (fresh || moved !== this.#moved) this.#frame();
        this.#moved = moved;
        if ((this.sigma.getGraph() as unknown) === model.graph) this.sigma.scheduleRefresh();
        else this.sigma.setGraph(model.graph);
      }),
      effect(() => {
        if (layout.running.value || this.#aim === undefined) return;
        const aim = this.#aim;
        // After the last positions were drawn.
        requestAnimationFrame(() => {
          if (this.#aim === aim) this.centre(aim);
        });
      }),
      effect(() => {
        void theme.value;
        untracked(() => model.restyle());
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
  /** All that the filters let through. */
  fit(): void {
    this.#aim = undefined;
    this.#frame();
    // On a narrow screen the details cover the lower half.
    const covered = innerWidth <= NARROW && this.#model.selection.value !== undefined;
    const ratio = covered ? 1.25 : 1;
    void this.sigma
      .getCamera()
      .animate({ x: 0.5, y: covered ? 0.5 - 0.62 * ratio : 0.5, ratio, angle: 0 }, { duration: 300 });
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
    this.#aim = undefined;
    const place = this.sigma.getNodeDisplayData(id);
    if (!place) return;
    this.#aim = id;
    const camera = this.sigma.getCamera();
    const ratio = Math.min(camera.ratio, 0.6);
    const up = innerWidth <= NARROW ? 0.4 * ratio : 0;
    void camera.animate({ x: place.x, y: place.y - up, ratio }, { duration: 350 });
  }
  kill(): void {
    for (const stop of this.#stop) stop();
    this.sigma.kill();
  }

  /** What is hidden takes no room: the picture is framed by what is seen. */
  #frame(): void {
    let box: { x: [number, number]; y: [number, number] } | null = null;
    this.#model.graph.forEachNode((_, { x, y, hidden }) => {
      if (hidden) return;
      box ??= { x: [x, x], y: [y, y] };
      box.x = [Math.min(box.x[0], x), Math.max(box.x[1], x)];
      box.y = [Math.min(box.y[0], y), Math.max(box.y[1], y)];
    });
    this.sigma.setCustomBBox(box);
  }

  /** Settings that follow the size of the graph. Each change redraws, so they come before a new graph, not after it. */
  #settle(): void {
    const { order, size } = this.#model.graph;
    const many = size > MANY_EDGES;
    const threshold = order <= NAMED ? 0 : 7;
    const { hideEdgesOnMove, labelRenderedSizeThreshold } = this.sigma.getSettings();
    if (hideEdgesOnMove === many && labelRenderedSizeThreshold === threshold) return;
    this.sigma.setSettings({
      hideEdgesOnMove: many,
      hideLabelsOnMove: many,
      enableEdgeEvents: !many,
      renderEdgeLabels: !many,
      labelRenderedSizeThreshold: threshold,
    });
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
    const { selection, path } = this.#model;
    // Nothing is marked: the attributes are what is drawn, and ten thousand copies are saved.
    if (this.#near.size === 0) return data;
    const selected = selection.value?.kind === "nodes" && selection.value.ids.includes(id);
    if (!this.#near.has(id))
      return { ...data, color: theme.value === "dark" ? "#2b3442" : "#dde3ea", label: null, zIndex: 0 };
    if (selected || path.value.has(id)) return { ...data, highlighted: true, forceLabel: true, zIndex: 2 };
    return { ...data, zIndex: 1, forceLabel: this.#near.size < 40 };
  }

  #edge(id: string, data: EdgeAttributes): Partial<EdgeDisplayData> {
    const { selection, path, graph } = this.#model;
    const { size } = data;
    const named = (more: number): Partial<EdgeDisplayData> => {
      const type = data.data.type;
      return {
        ...data,
        // A thin line has no width to grow by.
        type: data.type === "thin" ? "line" : data.type,
        size: size + more,
        color: edgeLegend(type)?.color ?? data.color,
        zIndex: 2,
        label: typeName(type),
        forceLabel: true,
      };
    };
    if (selection.value?.kind === "edge" && selection.value.id === id) return named(3);
    if (this.#near.size === 0) return data;
    const [from, to] = graph.extremities(id);
    const onPath = path.value.has(from) && path.value.has(to);
    const touches =
      path.value.size > 0
        ? onPath
        : this.#near.has(from) && this.#near.has(to) && this.#touchesChosen(from, to);
    return touches ? named(1) : { ...data, color: theme.value === "dark" ? "#1d2530" : "#eaeef2", zIndex: 0 };
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
    captor.on("mousedown", () => {
      this.#aim = undefined;
      layout.hold(true);
    });
    captor.on("wheel", () => {
      this.#aim = undefined;
    });
    captor.on("mouseup", () => layout.hold(false));
  }
}
