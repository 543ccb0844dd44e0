/**
 * All files that are made from the schema. `npm run schema` writes them, a test compares them.
 * @module
 */
import { renderAdminHeaders } from "./admin-headers.ts";
import { renderConstraints } from "./constraints.ts";
import { renderGrass } from "./grass.ts";
import { renderJsonSchema } from "./json-schema.ts";
import { renderLegend } from "./legend.ts";
import { renderPage } from "./page.ts";

/** Path from the package's root → text. */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map([
    ["schema/generated/schema.json", renderJsonSchema()],
    ["schema/generated/constraints.cypher", renderConstraints()],
    ["schema/generated/style.grass", renderGrass()],
    ["schema/generated/admin-headers.json", renderAdminHeaders()],
    ["schema/generated/legend.json", renderLegend()],
    ["docs/schema.md", renderPage()],
  ]);
}
