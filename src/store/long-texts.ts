/**
 * Texts that Neo4j cannot index: one of more than about 8 kB makes the load of its node fail where its property has an
 * index. Such an index is left out, rather than losing the text.
 * @module
 */
import { nodeTypeOf } from "../../schema/index.ts";
import type { GraphNode } from "../model/graph.ts";

/** Bytes of UTF-8; the limit of Neo4j 5's range indexes is 8,167 with the rest of the key. */
const LONGEST = 8_000;

const INDEX = /^CREATE INDEX (\w+) IF NOT EXISTS FOR \(n:(\w+)\) ON \(n\.(\w+)\)$/;

/** The name of the index that a statement makes, and the `Label.property` that it is on; undefined for other statements. */
export function indexOf(statement: string): { name: string; of: string } | undefined {
  const [, name, label, property] = INDEX.exec(statement) ?? [];
  return name === undefined ? undefined : { name, of: `${label}.${property}` };
}

/** `Label.property` of every text that no index takes, of the nodes that were looked at. */
export class LongTexts {
  readonly #found = new Set<string>();

  look({ labels, properties }: GraphNode): void {
    for (const [property, value] of Object.entries(properties)) {
      if (typeof value !== "string" || value.length * 3 <= LONGEST || Buffer.byteLength(value) <= LONGEST)
        continue;
      for (const label of labels) this.#found.add(`${label}.${property}`);
      const type = nodeTypeOf(labels)?.type;
      if (type) this.#found.add(`${type}.${property}`);
    }
  }

  has(of: string): boolean {
    return this.#found.has(of);
  }

  /** Those of the statements that can be run over these nodes. */
  *allowed(statements: Iterable<string>): Generator<string> {
    for (const statement of statements) {
      const index = indexOf(statement);
      if (!index || !this.#found.has(index.of)) yield statement;
    }
  }
}
