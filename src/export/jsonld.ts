/**
 * RDF as JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/): one object per resource and line, readable as plain JSON too.
 * The triples are those of the Turtle file.
 * @module
 */
import type { GraphItems } from "../graph/items.ts";
import { type CompactIri, lexicalDouble, prefixes, type Resource, rdfResources, type Term } from "./rdf.ts";

const CONTEXT: Readonly<Record<string, unknown>> = { "@version": 1.1, "@vocab": prefixes["rg"], ...prefixes };

/** Terms of the schema need no prefix. */
const short = (iri: CompactIri): string => (iri.startsWith("rg:") ? iri.slice(3) : iri);

/** What a JSON-LD reader turns a native number of this value into, if it is a double (JSON-LD 1.1 API, 8.6). */
const nativeDouble = (value: number): string => value.toExponential(15).replace(/(\d)0*e\+?/, "$1E");

function json(term: Term): unknown {
  if ("iri" in term) return { "@id": term.iri };
  if ("text" in term) return term.language ? { "@value": term.text, "@language": term.language } : term.text;
  if (term.datatype !== "xsd:double") return term.value;
  const value = Number(term.value);
  // A whole number would be read as an integer, and one with 17 digits would lose the last.
  if (!Number.isInteger(value) && nativeDouble(value) === lexicalDouble(value)) return value;
  return { "@value": lexicalDouble(value), "@type": "xsd:double" };
}

function object({ iri, types, values }: Resource): Record<string, unknown> {
  const out: Record<string, unknown> = { "@id": iri, "@type": types.map(short) };
  for (const [predicate, terms] of values) {
    if (terms.length > 0)
      out[short(predicate)] = terms.length === 1 ? json(terms[0] as Term) : terms.map(json);
  }
  return out;
}

/** The document in pieces, a resource each. */
export function* writeJsonld(graph: GraphItems): Generator<string> {
  yield `{"@context":${JSON.stringify(CONTEXT)},\n"@graph":[`;
  let separator = "\n";
  for (const resource of rdfResources(graph)) {
    yield `${separator}${JSON.stringify(object(resource))}`;
    separator = ",\n";
  }
  yield "\n]}\n";
}
