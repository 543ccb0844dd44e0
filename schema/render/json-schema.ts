/**
 * The schema as JSON Schema (draft 2020-12), for tools of other languages. The document describes one node or one edge
 * as `Graph` holds it; `$defs` has the properties of each type under `properties.<type>`.
 * @module
 */
import * as z from "zod";
import type { PropertySpecs } from "../define.ts";
import { evidenceSchema } from "../evidence-schema.ts";
import { ENTITY_LABEL, edgeTypes, nodeTypes } from "../registry.ts";
import { schemaOf } from "../value-schemas.ts";

type Json = Record<string, unknown>;

function plain(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: "draft-2020-12", io: "input" });
  return rest;
}

/** Adds to zod's own JSON Schema what it does not know: titles, and what is inside an evidence string. */
function propertiesSchema(title: string, schema: z.ZodType, specs: PropertySpecs): Json {
  const json = plain(schema);
  const properties = json["properties"] as Record<string, Json>;
  for (const [name, { kind, zh, en }] of Object.entries(specs)) {
    const property: Json = { title: zh, description: en, ...properties[name] };
    if (kind === "evidence") {
      property["items"] = {
        type: "string",
        contentMediaType: "application/json",
        contentSchema: { $ref: "#/$defs/evidence" },
      };
    }
    properties[name] = property;
  }
  return { title, ...json };
}

function element(title: string, description: string, fields: Record<string, Json>): Json {
  return {
    title,
    description,
    type: "object",
    properties: fields,
    required: Object.keys(fields),
    additionalProperties: false,
  };
}

const text: Json = { type: "string", minLength: 1 };

export function renderJsonSchema(): string {
  const defs: Record<string, Json> = { evidence: plain(evidenceSchema) };
  const references: Json[] = [];
  for (const definition of nodeTypes) {
    const { type, spec, properties } = definition;
    const labels = [type, ...(spec.base === "entity" ? [ENTITY_LABEL] : [])];
    defs[`properties.${type}`] = propertiesSchema(spec.labels.zh, schemaOf(definition), properties);
    defs[`node.${type}`] = element(spec.labels.zh, spec.description.en, {
      id: text,
      labels: {
        type: "array",
        items: text,
        uniqueItems: true,
        allOf: labels.map((label) => ({ contains: { const: label } })),
      },
      properties: { $ref: `#/$defs/properties.${type}` },
    });
    references.push({ $ref: `#/$defs/node.${type}` });
  }
  for (const definition of edgeTypes) {
    const { type, spec, properties } = definition;
    defs[`properties.${type}`] = propertiesSchema(spec.labels.zh, schemaOf(definition), properties);
    defs[`edge.${type}`] = element(spec.labels.zh, spec.description.en, {
      id: text,
      type: { const: type },
      start: text,
      end: text,
      properties: { $ref: `#/$defs/properties.${type}` },
    });
    references.push({ $ref: `#/$defs/edge.${type}` });
  }
  const document = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "urn:reportgraph:schema",
    title: "reportgraph: a node or an edge",
    oneOf: references,
    $defs: defs,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
