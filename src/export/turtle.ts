/**
 * RDF as Turtle (https://www.w3.org/TR/turtle/), written with N3.js.
 * @module
 */
import { DataFactory, type NamedNode, type Quad_Object, Writer } from "n3";
import type { GraphItems } from "../graph/items.ts";
import { type CompactIri, lexicalDouble, prefixes, rdfResources, type Term } from "./rdf.ts";

const { literal, namedNode, quad } = DataFactory;

function expand(iri: CompactIri): NamedNode {
  const colon = iri.indexOf(":");
  return namedNode(`${prefixes[iri.slice(0, colon)]}${iri.slice(colon + 1)}`);
}

function object(term: Term): Quad_Object {
  if ("iri" in term) return expand(term.iri);
  if ("text" in term) return literal(term.text, term.language);
  const lexical = term.datatype === "xsd:double" ? lexicalDouble(Number(term.value)) : String(term.value);
  return literal(lexical, expand(term.datatype));
}

/** The document in pieces, a resource each. */
export function* writeTurtle(graph: GraphItems): Generator<string> {
  let pending = "";
  const sink = {
    write(chunk: string, _encoding?: string, done?: () => void): void {
      pending += chunk;
      done?.();
    },
    end(done?: () => void): void {
      done?.();
    },
  };
  const writer = new Writer(sink as unknown as NodeJS.WritableStream, { prefixes: { ...prefixes } });
  const type = expand("rdf:type");
  for (const { iri, types, values } of rdfResources(graph)) {
    const subject = expand(iri);
    for (const name of types) writer.addQuad(quad(subject, type, expand(name)));
    for (const [predicate, terms] of values) {
      for (const term of terms) writer.addQuad(quad(subject, expand(predicate), object(term)));
    }
    if (pending === "") continue;
    yield pending;
    pending = "";
  }
  writer.end();
  yield pending;
}
