/**
 * What the explorer must know of the schema: it is a program of its own and speaks HTTP, so it gets data, not modules.
 * @module
 */

import type { PropertySpecs, Shape } from "../define.ts";
import type { Label } from "../label.ts";
import { edgeTypes, endTypes, nodeTypes } from "../registry.ts";
import { observationKindLabels, stageLabels, statusLabels } from "../values.ts";

export interface LegendProperty extends Label {
  name: string;
  kind: string;
}

export interface LegendNode {
  type: string;
  labels: Label;
  plural: string;
  description: Label;
  color: string;
  shape: Shape;
  icon: string;
  caption: string;
  entity: boolean;
  extraLabels: { label: string; labels: Label; color: string }[];
  properties: LegendProperty[];
}

export interface LegendEdge {
  type: string;
  labels: Label;
  inverse: Label;
  description: Label;
  color: string;
  from: string[];
  to: string[];
  properties: LegendProperty[];
}

export interface Legend {
  nodes: LegendNode[];
  edges: LegendEdge[];
  /** Words for the values of enumerated kinds. */
  values: Record<string, Record<string, Label>>;
}

function legendProperties(properties: PropertySpecs): LegendProperty[] {
  return Object.entries(properties).map(([name, { kind, zh, en }]) => ({ name, kind, zh, en }));
}

export const legend: Legend = {
  nodes: nodeTypes.map(({ type, spec, properties }) => {
    const { extraLabels = [] } = spec as {
      extraLabels?: readonly { label: string; labels: Label; color: string }[];
    };
    return {
      type,
      labels: spec.labels,
      plural: spec.plural,
      description: spec.description,
      color: spec.color,
      shape: spec.shape,
      icon: spec.icon,
      caption: spec.caption,
      entity: spec.base === "entity",
      extraLabels: extraLabels.map(({ label, labels, color }) => ({ label, labels, color })),
      properties: legendProperties(properties),
    };
  }),
  edges: edgeTypes.map(({ type, spec, properties }) => ({
    type,
    labels: spec.labels,
    inverse: spec.inverse,
    description: spec.description,
    color: spec.color,
    from: [...endTypes(spec.from)],
    to: [...endTypes(spec.to)],
    properties: legendProperties(properties),
  })),
  values: { stage: stageLabels, status: statusLabels, observationKind: observationKindLabels },
};

export function renderLegend(): string {
  return `${JSON.stringify(legend, null, 2)}\n`;
}
