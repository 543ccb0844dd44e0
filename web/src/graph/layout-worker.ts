/**
 * ForceAtlas2 in a worker file of ours: the one that comes with the package is made from a string, which the page's
 * content security policy forbids.
 * @module
 */
import type { ForceAtlas2Settings } from "graphology-layout-forceatlas2";
import iterate from "graphology-layout-forceatlas2/iterate.js";

export interface LayoutStart {
  nodes: Float32Array;
  edges: Float32Array;
  settings: ForceAtlas2Settings;
  /** Milliseconds of work, and between two answers. */
  budget: number;
  every: number;
}

export interface LayoutStep {
  nodes: Float32Array;
  done: boolean;
}

const scope = self as unknown as { postMessage(message: LayoutStep): void; onmessage: unknown };

scope.onmessage = ({ data }: MessageEvent<LayoutStart>): void => {
  const { nodes, edges, settings, budget, every } = data;
  const started = performance.now();
  let told = started;
  for (;;) {
    iterate(settings, nodes, edges);
    const now = performance.now();
    const done = now - started >= budget;
    if (done || now - told >= every) {
      told = now;
      scope.postMessage({ nodes: nodes.slice(), done });
    }
    if (done) return;
  }
};
