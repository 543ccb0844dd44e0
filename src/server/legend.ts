/**
 * Names, colours and shapes of all types for the page, straight from the schema.
 * @module
 */

import type { EdgeDefinition, NodeDefinition } from "../../schema/index.ts";
import {
  edgeTypes,
  endTypes,
  nodeTypes,
  type PropertySpecs,
  stageLabels,
  statusLabels,
} from "../../schema/index.ts";
import type { GraphIndex } from "./graph-index.ts";
import type { LegendBody, LegendProperty } from "./legend-types.ts";
import { unitNames } from "./units.ts";
import { valueWords } from "./value-words.ts";

function properties(specs: PropertySpecs): LegendProperty[] {
  return Object.entries(specs).map(([name, { zh, en, kind }]) => ({ name, label: { zh, en }, kind }));
}

export function legendBody(index: GraphIndex): LegendBody {
  const counts = index.counts();
  const nodes = nodeTypes as unknown as readonly NodeDefinition[];
  const edges = edgeTypes as unknown as readonly EdgeDefinition[];
  return {
    nodes: nodes.map(({ type, spec, properties: specs }) => ({
      name: type,
      label: { ...spec.labels },
      color: spec.color,
      shape: spec.shape,
      icon: spec.icon,
      entity: spec.base === "entity",
      count: counts.nodes[type] ?? 0,
      properties: properties(specs),
    })),
    edges: edges.map(({ type, spec, properties: specs }) => ({
      name: type,
      label: { ...spec.labels },
      inverse: { ...spec.inverse },
      ...(spec.question ? { question: { ...spec.question } } : {}),
      color: spec.color,
      from: [...endTypes(spec.from)],
      to: [...endTypes(spec.to)],
      count: counts.edges[type] ?? 0,
      properties: properties(specs),
    })),
    stages: { ...stageLabels },
    statuses: { ...statusLabels },
    values: { ...valueWords },
    units: { ...unitNames },
  };
}
