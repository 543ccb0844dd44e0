/**
 * How a node or edge type is written down, and the TypeScript types that follow from it. A file holds one `spec`, a plain
 * constant; `defineNode` and `defineEdge` add the properties of its base.
 *
 * What one spec cannot know (two types with one colour, an end that names no type) is checked in `check.ts`.
 * @module
 */
import { type EdgeBase, edgeBases, type NodeBase, nodeBases } from "./bases.ts";
import type { KindName, KindValues } from "./kinds.ts";
import type { Label } from "./label.ts";
import type { PageSpec } from "./page.ts";

export interface PropertySpec extends Label {
  readonly kind: KindName;
  readonly optional?: true;
}

export type PropertySpecs = Readonly<Record<string, PropertySpec>>;

/** A form that tells types apart where colour does not. */
export type Shape = "circle" | "square" | "diamond" | "triangle" | "hexagon";

/** A second label that a node carries when one of its flags is true. */
export interface ExtraLabel {
  readonly label: string;
  /** Name of a property of kind `flag`. */
  readonly when: string;
  readonly labels: Label;
  readonly color: string;
}

/** A sentence that states such a thing. All names in it are invented. */
export interface NodeExample extends Label {
  /** Own properties and, for entities, `name`. */
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface NodeSpec {
  readonly type: string;
  readonly base: NodeBase;
  readonly labels: Label;
  /** English plural; Chinese has none. */
  readonly plural: string;
  readonly description: Label;
  /** Properties that together are unique among nodes of the type. */
  readonly key: readonly string[];
  /** Property that is shown as the node's caption. */
  readonly caption: string;
  /** `#rrggbb`, at least 3:1 on white and on the dark background. */
  readonly color: string;
  readonly shape: Shape;
  /** One Chinese character that stands for the type where there is no room for a word. */
  readonly icon: string;
  readonly extraLabels?: readonly ExtraLabel[];
  /** What the explorer's page and list of the type show. */
  readonly page: PageSpec;
  readonly properties: PropertySpecs;
  readonly example: NodeExample;
}

/** Names one example node: its type's own example, or another with that name. */
export interface ExampleEnd {
  readonly type: string;
  readonly name?: string;
}

export interface EdgeExample extends Label {
  readonly from: ExampleEnd;
  readonly to: ExampleEnd;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface EdgeSpec {
  readonly type: string;
  readonly base: EdgeBase;
  readonly labels: Label;
  /** Read from end to start: 投资 / 投资方. */
  readonly inverse: Label;
  /** What people ask of it. The graph page begins with the edges that have one. */
  readonly question?: Label;
  readonly description: Label;
  /** Node types, or `Entity` for every type with the base `entity`. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Both ends are of one type. */
  readonly sameType?: true;
  readonly color: string;
  readonly properties: PropertySpecs;
  readonly example: EdgeExample;
}

type OptionalKeys<P extends PropertySpecs> = {
  [K in keyof P]: P[K] extends { optional: true } ? K : never;
}[keyof P];
type Values<P extends PropertySpecs> = { -readonly [K in keyof P]: KindValues[P[K]["kind"]] };
type Flat<T> = { [K in keyof T]: T[K] };

/** The TypeScript type of what a list of property specs describes. */
export type PropertiesOf<P extends PropertySpecs> = Flat<
  Omit<Values<P>, OptionalKeys<P>> & Partial<Pick<Values<P>, OptionalKeys<P>>>
>;

/** Base and own properties of a node. */
export type NodePropertiesOf<S extends NodeSpec> = PropertiesOf<
  (typeof nodeBases)[S["base"]] & S["properties"]
>;
/** Base and own properties of an edge. */
export type EdgePropertiesOf<S extends EdgeSpec> = PropertiesOf<
  (typeof edgeBases)[S["base"]] & S["properties"]
>;

interface Definition {
  /** Path in the repository, for messages. */
  readonly file: string;
  /** Base and own properties, in the order in which people are shown them. */
  readonly properties: PropertySpecs;
}

export interface NodeDefinition<S extends NodeSpec = NodeSpec> extends Definition {
  readonly spec: S;
  readonly type: S["type"];
}

export interface EdgeDefinition<S extends EdgeSpec = EdgeSpec> extends Definition {
  readonly spec: S;
  readonly type: S["type"];
}

/** `MilestoneNode` → `milestone-node`, `LOCATED_IN` → `located-in`. */
function fileStem(type: string): string {
  return type
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();
}

/** A type of node: the base's properties, then its own. */
export function defineNode<const S extends NodeSpec>(spec: S): NodeDefinition<S> {
  const properties: PropertySpecs = { ...nodeBases[spec.base], ...spec.properties };
  return { spec, type: spec.type, file: `schema/nodes/${fileStem(spec.type)}.ts`, properties };
}

/** A type of edge: its own properties, then the base's. */
export function defineEdge<const S extends EdgeSpec>(spec: S): EdgeDefinition<S> {
  const properties: PropertySpecs = { ...spec.properties, ...edgeBases[spec.base] };
  return { spec, type: spec.type, file: `schema/edges/${fileStem(spec.type)}.ts`, properties };
}
