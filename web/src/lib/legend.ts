/** Names and colours of types, as the server's schema gives them. Asked for once. @module */
import { signal } from "@preact/signals";
import type { LegendBody, LegendEdge, LegendNode, StatusBody } from "../../../src/server/legend-types.ts";
import { get } from "./api.ts";
import { words } from "./i18n.ts";

const NONE: LegendBody = { nodes: [], edges: [], stages: {}, statuses: {}, values: {}, units: {} };

export const legend = signal<LegendBody>(NONE);
export const status = signal<StatusBody | undefined>(undefined);

/** To be called at start and after reports came or went. */
export async function refreshLegend(): Promise<void> {
  [legend.value, status.value] = await Promise.all([get<LegendBody>("/schema"), get<StatusBody>("/status")]);
}

export const nodeLegend = (type: string): LegendNode | undefined =>
  legend.value.nodes.find(({ name }) => name === type);
export const edgeLegend = (type: string): LegendEdge | undefined =>
  legend.value.edges.find(({ name }) => name === type);
export const colorOf = (type: string): string => nodeLegend(type)?.color ?? "#888888";

export function typeName(type: string): string {
  const found = nodeLegend(type) ?? edgeLegend(type);
  return found ? words(found.label) : type;
}

export function stageName(stage: string): string {
  const label = legend.value.stages[stage];
  return label ? words(label) : stage;
}

export function statusName(name: string): string {
  const label = legend.value.statuses[name];
  return label ? words(label) : name;
}

export function kindOf(type: string, property: string): string | undefined {
  return (nodeLegend(type) ?? edgeLegend(type))?.properties.find(({ name }) => name === property)?.kind;
}

/** The word for a value of a property that has words of its own; else `undefined`. */
export function valueName(type: string, property: string, value: unknown): string | undefined {
  const label = legend.value.values[`${type}.${property}`]?.[String(value)];
  return label && words(label);
}
