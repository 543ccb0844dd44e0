/**
 * The schema of the graph: which nodes and edges there are, what they hold, how they are called and shown. The single
 * source of truth: no other place lists types. Nothing here loads zod; `public.ts` adds what checks values.
 * @module
 */

export type {
  EdgeDefinition,
  EdgeSpec,
  ExtraLabel,
  NodeDefinition,
  NodeSpec,
  PropertySpec,
  PropertySpecs,
  Shape,
} from "./define.ts";
export { formatEvidence, parseEvidence } from "./evidence.ts";
export { type Kind, type KindName, kinds, type ObservationKind, type Storage } from "./kinds.ts";
export type { Label } from "./label.ts";
export type {
  PageColumn,
  PageEdge,
  PageFacet,
  PageField,
  PageList,
  PagePart,
  PageSection,
  PageSpec,
} from "./page.ts";
export {
  type EdgeProperties,
  type EdgeType,
  ENTITY_LABEL,
  type EntityNodeType,
  edgeType,
  edgeTypes,
  endTypes,
  entityTypes,
  type NodeProperties,
  type NodeType,
  nodeType,
  nodeTypeOf,
  nodeTypes,
} from "./registry.ts";
export { type AdminHeaders, adminHeaders } from "./render/admin-headers.ts";
export { constraintStatements, fulltextIndexes } from "./render/constraints.ts";
export { type Legend, type LegendEdge, type LegendNode, legend } from "./render/legend.ts";
export { type Declared, declaredStorage, declaredStorages, isWhole, mergeStorage } from "./storage.ts";
export {
  levelLabels,
  observationKindLabels,
  placeKindLabels,
  stageLabels,
  statusLabels,
} from "./values.ts";
