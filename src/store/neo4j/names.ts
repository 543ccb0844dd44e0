/**
 * The labels and types that may enter query text: those of the schema, nothing else. Names from reports never do.
 * @module
 */
import { declaredStorage, ENTITY_LABEL, edgeType, nodeTypeOf, nodeTypes } from "../../../schema/index.ts";
import { SchemaError } from "../../errors.ts";

/** What a node keeps when reportgraph takes its facts back but a user's relationships still hang on it. */
export const RETRACTED_LABEL = "RetractedByReportgraph";

/** Second labels, as `Official`. */
export const extraLabels: readonly string[] = nodeTypes.flatMap(({ spec }) =>
  "extraLabels" in spec ? spec.extraLabels.map(({ label }) => label) : [],
);

const labels: ReadonlySet<string> = new Set([
  ENTITY_LABEL,
  ...nodeTypes.map(({ type }) => type),
  ...extraLabels,
]);
/** `:A:B`, quoted. @throws SchemaError LABEL_UNKNOWN */
export function labelText(names: readonly string[]): string {
  return names.map((name) => `:\`${checkedLabel(name)}\``).join("");
}

function checkedLabel(name: string): string {
  if (name === RETRACTED_LABEL || labels.has(name)) return name;
  throw new SchemaError(
    "LABEL_UNKNOWN",
    `the schema has no node type "${name}": it cannot be written to Neo4j`,
  );
}

/** `` `TYPE` ``. @throws SchemaError TYPE_UNKNOWN */
export function typeText(name: string): string {
  if (edgeType(name)) return `\`${name}\``;
  throw new SchemaError(
    "TYPE_UNKNOWN",
    `the schema has no edge type "${name}": it cannot be written to Neo4j`,
  );
}

/** `` `name` ``, of a property that the schema declares. @throws SchemaError PROPERTY_UNKNOWN */
export function propertyText(name: string): string {
  if (isDeclared("node", name) || isDeclared("edge", name)) return `\`${name}\``;
  throw new SchemaError(
    "PROPERTY_UNKNOWN",
    `the schema has no property "${name}": it cannot stand in a statement`,
  );
}

/** Whether the schema knows the property. Others are written, too, but their names are sent as parameters. */
export const isDeclared = (element: "node" | "edge", name: string): boolean =>
  declaredStorage(element, name) !== undefined;

/** The label whose uniqueness constraint finds the node. @throws SchemaError LABEL_UNKNOWN */
export function keyLabel(names: readonly string[]): string {
  const type = nodeTypeOf(names)?.type ?? (names.includes(ENTITY_LABEL) ? ENTITY_LABEL : undefined);
  if (type) return type;
  throw new SchemaError(
    "LABEL_UNKNOWN",
    `a node with the labels ${names.join(", ") || "(none)"} is of no type of the schema`,
  );
}
