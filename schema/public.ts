/**
 * `reportgraph/schema`: the schema of the graph, with what checks a graph and single values against it.
 * @module
 */
export { evidenceSchema } from "./evidence-schema.ts";
export { exampleGraph } from "./examples.ts";
export * from "./index.ts";
export { type Violation, type ViolationCode, validateGraph } from "./validate.ts";
export { schemaOf } from "./value-schemas.ts";
