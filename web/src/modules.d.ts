// The parts of ForceAtlas2 that have no types of their own.
declare module "graphology-layout-forceatlas2/iterate.js" {
  import type { ForceAtlas2Settings } from "graphology-layout-forceatlas2";
  export default function iterate(
    options: ForceAtlas2Settings,
    nodes: Float32Array,
    edges: Float32Array,
  ): void;
}
declare module "graphology-layout-forceatlas2/helpers.js" {
  import type Graph from "graphology-types";

  interface Helpers {
    graphToByteArrays(graph: Graph, weight: () => number): { nodes: Float32Array; edges: Float32Array };
  }
  const helpers: Helpers;
  export default helpers;
}
declare module "graphology-layout-forceatlas2/defaults.js" {
  import type { ForceAtlas2Settings } from "graphology-layout-forceatlas2";

  const defaults: ForceAtlas2Settings;
  export default defaults;
}
declare module "*.css";
