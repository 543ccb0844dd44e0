/**
 * The graph as RDF resources, for Turtle and JSON-LD alike: same triples, whatever the syntax. No blank nodes.
 *
 * - A node is `node:<id>`, its properties are `rg:<name>`; names are `rdfs:label` and `skos:altLabel` too.
 * - An edge is an `rdf:Statement` of its own (`edge:<id>`), with status and evidence. The bare triple stands beside it
 *   only where the report states it: what is planned or denied is described, not asserted.
 * - A sentence is `evidence:<hash>`, `prov:wasQuotedFrom` its report, with its place in the text (`oa:start`, `oa:end`,
 *   UTF-16 code units) and its words (`oa:exact`). Statements, nodes and values are `prov:wasDerivedFrom` it.
 *
 * Vocabularies: PROV-O (https://www.w3.org/TR/prov-o/), Web Annotation (https://www.w3.org/TR/annotation-vocab/), SKOS.
 * @module
 */
import {
  declaredStorage,
  edgeTypes,
  type Label,
  nodeTypeOf,
  nodeTypes,
  parseEvidence,
  type Storage,
} from "../../schema/index.ts";
import type { GraphItems } from "../graph/items.ts";
import { captionOf, typeOfNode } from "../graph/naming.ts";
import type { Properties, PropertyValue } from "../model/graph.ts";
import { shortHash } from "../model/hash.ts";
import { HashSet } from "./hash-set.ts";

/** Prefix → IRI. */
export const prefixes: Readonly<Record<string, string>> = {
  rg: "urn:reportgraph:schema#",
  node: "urn:reportgraph:node:",
  edge: "urn:reportgraph:edge:",
  evidence: "urn:reportgraph:evidence:",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  prov: "http://www.w3.org/ns/prov#",
  oa: "http://www.w3.org/ns/oa#",
};

/** `prefix:local`, the local part percent-encoded. */
export type CompactIri = `${string}:${string}`;

export type Term =
  | { iri: CompactIri }
  | { text: string; language?: "zh" | "en" }
  | { value: string | number | boolean; datatype: CompactIri };

export interface Resource {
  iri: CompactIri;
  types: CompactIri[];
  /** Predicate → objects, in the order in which they are written. */
  values: Map<CompactIri, Term[]>;
}

const encode = (local: string): string =>
  encodeURIComponent(local.replace(/\p{Surrogate}/gu, "\ufffd")).replace(
    /[!'()*~]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
const nodeIri = (id: string): CompactIri => `node:${encode(id)}`;
const schemaIri = (name: string): CompactIri => `rg:${encode(name)}`;
const clean = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");
const text = (value: string): Term => ({ text: clean(value) });

function scalar(value: string | number | boolean, storage: Storage | undefined): Term {
  if (typeof value === "string") return text(value);
  if (typeof value === "boolean") return { value, datatype: "xsd:boolean" };
  const isInteger = Number.isSafeInteger(value) && storage !== "double";
  return { value, datatype: isInteger ? "xsd:integer" : "xsd:double" };
}

function terms(element: "node" | "edge", name: string, value: PropertyValue): Term[] {
  const storage = declaredStorage(element, name);
  const items = Array.isArray(value) ? (value as (string | number | boolean)[]) : [value];
  // A set of triples holds nothing twice.
  return [...new Set(items)].map((item) => scalar(item, storage));
}

class Resources {
  /** By name, where the node's id does not follow from it. */
  readonly #reports = new Map<string, CompactIri>();
  readonly #written = new HashSet();

  constructor(graph: GraphItems) {
    for (const { id, properties } of graph.nodes({ type: "Report" })) {
      const name = String(properties["name"] ?? id);
      if (id !== `report:${name}`) this.#reports.set(name, nodeIri(id));
    }
  }

  /** The resource of one evidence entry, and itself where it has not been written yet. */
  #evidence(json: string): { term: Term; fresh?: Resource } {
    const entry = parseEvidence(json);
    if (!entry) return { term: text(json) };
    const { context = [] } = entry;
    const hash = shortHash([
      entry.report,
      String(entry.start),
      String(entry.end),
      entry.text,
      entry.rule,
      ...context.map((c) => c.text),
    ]);
    const iri: CompactIri = `evidence:${hash}`;
    if (!this.#written.add(hash)) return { term: { iri } };
    const source = this.#reports.get(entry.report) ?? nodeIri(`report:${entry.report}`);
    const values = new Map<CompactIri, Term[]>([
      ["prov:wasQuotedFrom", [{ iri: source }]],
      ["oa:start", [{ value: entry.start, datatype: "xsd:integer" }]],
      ["oa:end", [{ value: entry.end, datatype: "xsd:integer" }]],
      ["oa:exact", [text(entry.text)]],
      ["rg:rule", [text(entry.rule)]],
    ]);
    if (context.length > 0) values.set("rg:context", [...new Set(context.map((c) => c.text))].map(text));
    return { term: { iri }, fresh: { iri, types: ["prov:Entity", "oa:TextPositionSelector"], values } };
  }

  /** Fills in the properties; gives back the sentences that must be written with them. */
  fill(element: "node" | "edge", resource: Resource, properties: Properties): Resource[] {
    const fresh: Resource[] = [];
    for (const [name, value] of Object.entries(properties)) {
      if (name === "id") continue;
      if (!/^evidence$|Evidence$/.test(name) || !Array.isArray(value)) {
        resource.values.set(schemaIri(name), terms(element, name, value));
        continue;
      }
      const found = [...new Set(value.map(String))].map((json) => this.#evidence(json));
      for (const { fresh: sentence } of found) if (sentence) fresh.push(sentence);
      resource.values.set(
        name === "evidence" ? "prov:wasDerivedFrom" : schemaIri(name),
        found.map(({ term }) => term),
      );
    }
    return fresh;
  }
}

const labelTerms = ({ zh, en }: Label): Term[] => [
  { text: zh, language: "zh" },
  { text: en, language: "en" },
];

/** The schema's own words, so that a reader of the file alone understands it. */
function* vocabulary(): Generator<Resource> {
  for (const { type, spec } of nodeTypes) {
    const values = new Map<CompactIri, Term[]>([
      ["rdfs:label", labelTerms(spec.labels)],
      ["rdfs:comment", labelTerms(spec.description)],
    ]);
    if (spec.base === "entity") values.set("rdfs:subClassOf", [{ iri: "rg:Entity" }]);
    yield { iri: schemaIri(type), types: ["rdfs:Class"], values };
  }
  for (const { type, spec } of edgeTypes) {
    const values = new Map<CompactIri, Term[]>([
      ["rdfs:label", labelTerms(spec.labels)],
      ["rdfs:comment", labelTerms(spec.description)],
    ]);
    yield { iri: schemaIri(type), types: ["rdf:Property"], values };
  }
}

/** What is stated, and not planned or denied: predicate → objects. */
function asserted(graph: GraphItems, id: string): Map<CompactIri, Term[]> {
  const objects = new Map<string, Set<string>>();
  for (const { type, end, status } of graph.edgesFrom(id)) {
    if (status !== undefined && status !== "stated") continue;
    objects.set(type, (objects.get(type) ?? new Set()).add(end));
  }
  return new Map(
    [...objects].map(([type, ends]) => [schemaIri(type), [...ends].map((end) => ({ iri: nodeIri(end) }))]),
  );
}

/** Every resource once: vocabulary, then nodes (each with the triples that start at it), then edges. */
export function* rdfResources(graph: GraphItems): Generator<Resource> {
  yield* vocabulary();
  const resources = new Resources(graph);
  for (const node of graph.nodes()) {
    const values = new Map<CompactIri, Term[]>([["rdfs:label", [text(captionOf(node))]]]);
    const resource: Resource = { iri: nodeIri(node.id), types: node.labels.map(schemaIri), values };
    const aliases = node.properties["aliases"];
    if (Array.isArray(aliases) && aliases.length > 0)
      values.set("skos:altLabel", terms("node", "aliases", aliases));
    if (typeOfNode(node) === "Report" && nodeTypeOf(node.labels)) resource.types.push("prov:Entity");
    const sentences = resources.fill("node", resource, node.properties);
    for (const [predicate, objects] of asserted(graph, node.id)) values.set(predicate, objects);
    yield resource;
    yield* sentences;
  }
  for (const edge of graph.edges()) {
    const values = new Map<CompactIri, Term[]>([
      ["rdf:subject", [{ iri: nodeIri(edge.start) }]],
      ["rdf:predicate", [{ iri: schemaIri(edge.type) }]],
      ["rdf:object", [{ iri: nodeIri(edge.end) }]],
    ]);
    const resource: Resource = { iri: `edge:${encode(edge.id)}`, types: ["rdf:Statement"], values };
    const sentences = resources.fill("edge", resource, edge.properties);
    yield resource;
    yield* sentences;
  }
}

/** Canonical lexical form of an xsd:double (https://www.w3.org/TR/xmlschema-2/#double-canonical-representation), exact. */
export function lexicalDouble(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "INF" : "-INF";
  const [mantissa = "0", exponent = "0"] = value.toExponential().split("e");
  return `${mantissa.includes(".") ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
}
