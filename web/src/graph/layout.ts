/** Runs the layout for a while and moves the nodes of the graph; waits while the user is moving the picture. @module */
import { signal } from "@preact/signals";
import { inferSettings } from "graphology-layout-forceatlas2";
import defaults from "graphology-layout-forceatlas2/defaults.js";
import helpers from "graphology-layout-forceatlas2/helpers.js";
import type { LayoutStart, LayoutStep } from "./layout-worker.ts";
import type { Shown } from "./model.ts";

/** Values of one node in the layout's matrix; x and y come first. */
const PER_NODE = 10;
const LARGE = 3_000;

export class Layout {
  readonly running = signal(false);
  /** Goes up when nodes were moved. */
  readonly moved = signal(0);
  #worker: Worker | undefined;
  #pending: Float32Array | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #held = false;
  #graph: Shown | undefined;
  #order: string[] = [];

  start(graph: Shown): void {
    this.stop();
    if (graph.order < 2) return;
    this.running.value = true;
    // The first picture of a large graph should not have to share the processor.
    if (graph.order > LARGE) this.#timer = setTimeout(() => this.#begin(graph), 1_000);
    else this.#begin(graph);
  }

  #begin(graph: Shown): void {
    this.#graph = graph;
    this.#order = graph.nodes();
    const large = graph.order > LARGE;
    const { nodes, edges } = helpers.graphToByteArrays(graph, () => 1);
    const settings = {
      ...defaults,
      ...inferSettings(graph),
      barnesHutOptimize: graph.order > 500,
      barnesHutTheta: large ? 1 : 0.6,
      gravity: large ? 0.05 : 0.8,
      scalingRatio: 10,
      adjustSizes: false,
      slowDown: 1 + Math.log(graph.order),
    };
    const message: LayoutStart = {
      nodes,
      edges,
      settings,
      budget: large ? 12_000 : 2_500,
      every: large ? 2_000 : 60,
    };
    const worker = new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<LayoutStep>) => {
      this.#pending = data.nodes;
      if (data.done) this.#end();
      this.#apply();
    };
    worker.postMessage(message, [nodes.buffer, edges.buffer]);
    this.#worker = worker;
  }

  stop(): void {
    this.#end();
    this.#pending = undefined;
  }

  /** While held, positions are kept back: moving nodes under a moving hand stutters. */
  hold(held: boolean): void {
    this.#held = held;
    if (!held) this.#apply();
  }

  #end(): void {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = undefined;
    this.running.value = false;
  }

  #apply(): void {
    const matrix = this.#pending;
    const graph = this.#graph;
    if (!matrix || !graph || this.#held) return;
    this.#pending = undefined;
    const place = new Map(this.#order.map((id, at) => [id, at * PER_NODE]));
    graph.forEachNode((id, attributes) => {
      const at = place.get(id);
      if (at === undefined) return;
      attributes.x = matrix[at] ?? attributes.x;
      attributes.y = matrix[at + 1] ?? attributes.y;
    });
    this.moved.value += 1;
  }
}
