/**
 * The one list of node and edge types, in the order in which people are shown them. To add a type, write its file and
 * name it here; everything else (types, JSON Schema, constraints, legend, docs) follows.
 * @module
 */
import { checkSchema } from "./check.ts";
import type {
  EdgeDefinition,
  EdgePropertiesOf,
  EdgeSpec,
  NodeDefinition,
  NodePropertiesOf,
  NodeSpec,
} from "./define.ts";
import { about } from "./edges/about.ts";
import { invests } from "./edges/invests.ts";
import { issues } from "./edges/issues.ts";
import { leads } from "./edges/leads.ts";
import { locatedIn } from "./edges/located-in.ts";
import { mentionedIn } from "./edges/mentioned-in.ts";
import { of } from "./edges/of.ts";
import { partOf } from "./edges/part-of.ts";
import { quotedBy } from "./edges/quoted-by.ts";
import { reached } from "./edges/reached.ts";
import { reportedIn } from "./edges/reported-in.ts";
import { spokenBy } from "./edges/spoken-by.ts";
import { worksFor } from "./edges/works-for.ts";
import { agency } from "./nodes/agency.ts";
import { company } from "./nodes/company.ts";
import { event } from "./nodes/event.ts";
import { indicator } from "./nodes/indicator.ts";
import { industry } from "./nodes/industry.ts";
import { institution } from "./nodes/institution.ts";
import { mechanism } from "./nodes/mechanism.ts";
import { milestone } from "./nodes/milestone.ts";
import { observation } from "./nodes/observation.ts";
import { person } from "./nodes/person.ts";
import { place } from "./nodes/place.ts";
import { policy } from "./nodes/policy.ts";
import { project } from "./nodes/project.ts";
import { quote } from "./nodes/quote.ts";
import { report } from "./nodes/report.ts";

type Nodes = readonly [
  typeof project,
  typeof company,
  typeof agency,
  typeof institution,
  typeof person,
  typeof place,
  typeof mechanism,
  typeof policy,
  typeof event,
  typeof industry,
  typeof report,
  typeof indicator,
  typeof observation,
  typeof quote,
  typeof milestone,
];
type Edges = readonly [
  typeof locatedIn,
  typeof invests,
  typeof quotedBy,
  typeof worksFor,
  typeof leads,
  typeof partOf,
  typeof issues,
  typeof mentionedIn,
  typeof spokenBy,
  typeof about,
  typeof of,
  typeof reportedIn,
  typeof reached,
];

export const nodeTypes: Nodes = [
  project,
  company,
  agency,
  institution,
  person,
  place,
  mechanism,
  policy,
  event,
  industry,
  report,
  indicator,
  observation,
  quote,
  milestone,
];
export const edgeTypes: Edges = [
  locatedIn,
  invests,
  quotedBy,
  worksFor,
  leads,
  partOf,
  issues,
  mentionedIn,
  spokenBy,
  about,
  of,
  reportedIn,
  reached,
];
checkSchema(nodeTypes, edgeTypes);

/** Names of the node types. */
export type NodeType = Nodes[number]["type"];
/** Names of the edge types. */
export type EdgeType = Edges[number]["type"];
type SpecOfNode<T extends NodeType> = Extract<Nodes[number], { type: T }>["spec"];
type SpecOfEdge<T extends EdgeType> = Extract<Edges[number], { type: T }>["spec"];
/** Names of the types of real things: those with the base `entity`. */
export type EntityNodeType = Extract<Nodes[number]["spec"], { base: "entity" }>["type"];

/** What a node of the type holds, base properties included. */
export type NodeProperties<T extends NodeType> = NodePropertiesOf<SpecOfNode<T>>;
/** What an edge of the type holds, base properties included. */
export type EdgeProperties<T extends EdgeType> = EdgePropertiesOf<SpecOfEdge<T>>;

/** The label that every node with the base `entity` has beside its type. */
export const ENTITY_LABEL = "Entity";

/** Names of the types with the base `entity`, in order. */
export const entityTypes: readonly EntityNodeType[] = nodeTypes
  .filter((node) => node.spec.base === "entity")
  .map((node) => node.type as EntityNodeType);

const nodeByType: ReadonlyMap<string, NodeDefinition<NodeSpec>> = new Map(
  nodeTypes.map((node) => [node.type, node as unknown as NodeDefinition]),
);
const edgeByType: ReadonlyMap<string, EdgeDefinition<EdgeSpec>> = new Map(
  edgeTypes.map((edge) => [edge.type, edge as unknown as EdgeDefinition]),
);

/** The definition of a node type, `undefined` for a name that is none. */
export function nodeType(type: string): NodeDefinition | undefined {
  return nodeByType.get(type);
}

/** The definition of an edge type, `undefined` for a name that is none. */
export function edgeType(type: string): EdgeDefinition | undefined {
  return edgeByType.get(type);
}

/** The definition that a node's labels name; the labels `Entity` and `Official` name none. */
export function nodeTypeOf(labels: readonly string[]): NodeDefinition | undefined {
  for (const label of labels) {
    const found = nodeByType.get(label);
    if (found) return found;
  }
  return undefined;
}

/** Node types that may stand at an end: `Entity` spelt out. */
export function endTypes(end: readonly string[]): readonly string[] {
  return end.flatMap((name): readonly string[] => (name === ENTITY_LABEL ? entityTypes : [name]));
}
