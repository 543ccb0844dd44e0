/**
 * A folder that `neo4j-admin database import full` (Neo4j 5) makes a database of: per type a header and a CSV file, the
 * arguments of the command, and statements to run after: constraints, and the empty lists, which the importer drops. The
 * files carry the marks of the sync (`rgHash`, `rgKeys`),
 * so an imported database is the same as a loaded one, and the next `build --store` changes only what changed.
 * @module
 */
import { constraintStatements } from "../../../schema/index.ts";
import { SchemaError } from "../../errors.ts";
import type { GraphItems } from "../../graph/items.ts";
import { typeOfNode } from "../../graph/naming.ts";
import type { GraphEdge, GraphNode, Properties, PropertyValue } from "../../model/graph.ts";
import { HASH_PROPERTY, hashEdge, hashNode, KEYS_PROPERTY, keysOf } from "../../store/diff.ts";
import { LongTexts } from "../../store/long-texts.ts";
import { type Column, tablesOf } from "../columns.ts";
import { cypherName, cypherString } from "../cypher-literal.ts";

/** Evidence is JSON and names hold any punctuation: the first of these that stands in no text of a list separates its items. */
const SEPARATORS = ["\u001f", "\u001e", "\u001d", "\u001c", "\u0001", "\u0002", "\u0003", "\u0004"];

/** What must be known of all items before the first line. */
class Survey {
  readonly #free = new Set(SEPARATORS);
  /** Names of the lists that are empty in some item, by element and type. */
  readonly #empty = new Map<string, Set<string>>();

  look(kind: string, item: GraphNode | GraphEdge): void {
    if ("labels" in item) for (const label of item.labels) this.#lookAt(label);
    if (keysOf(item).length === 0) this.#note(kind, KEYS_PROPERTY);
    for (const [name, value] of Object.entries(item.properties)) {
      this.#lookAt(name);
      if (!Array.isArray(value)) continue;
      if (value.length === 0) this.#note(kind, name);
      for (const entry of value) if (typeof entry === "string") this.#lookAt(entry);
    }
  }

  #lookAt(text: string): void {
    for (const separator of this.#free) if (text.includes(separator)) this.#free.delete(separator);
  }

  #note(kind: string, name: string): void {
    this.#empty.set(kind, (this.#empty.get(kind) ?? new Set()).add(name));
  }

  separator(): string {
    const [first] = this.#free;
    if (first === undefined)
      throw new SchemaError(
        "EXPORT_UNSUITED",
        "every control character that could separate a list stands in a text",
      );
    return first;
  }

  /** Gives the items of one file back the empty lists that the importer dropped; `rgKeys` tells where one belongs. */
  restoreEmpty(kind: string, pattern: string): string[] {
    return [...(this.#empty.get(kind) ?? [])].sort().map((name) => {
      const ours =
        name === KEYS_PROPERTY
          ? `x.${HASH_PROPERTY} IS NOT NULL`
          : `${cypherString(name)} IN x.${KEYS_PROPERTY}`;
      return `MATCH ${pattern} WHERE ${ours} AND x.${cypherName(name)} IS NULL SET x.${cypherName(name)} = []`;
    });
  }
}

const MARKS: readonly Column[] = [
  { name: HASH_PROPERTY, storage: "string", list: false },
  { name: KEYS_PROPERTY, storage: "string", list: true },
];

/** The files of the folder. @throws SchemaError EXPORT_UNSUITED for a list that CSV cannot tell from another */
export function writeNeo4jAdmin(graph: GraphItems): ReadonlyMap<string, Iterable<string>> {
  const survey = new Survey();
  const tooLong = new LongTexts();
  const nodeTables = tablesOf("node", graph.nodes(), typeOfNode, (node) => {
    survey.look(`node ${typeOfNode(node)}`, node);
    tooLong.look(node);
  });
  const edgeTables = tablesOf(
    "edge",
    graph.edges(),
    ({ type }) => type,
    (edge) => survey.look(`edge ${edge.type}`, edge),
  );
  const separator = survey.separator();
  const files = new Map<string, Iterable<string>>();
  const emptyLists: string[] = [];
  const args = [
    "--id-type=string",
    "--multiline-fields=true",
    `--array-delimiter=U+${separator.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
    "--input-encoding=UTF-8",
    "--bad-tolerance=0",
  ];
  const marked = (columns: readonly Column[]): Column[] => [
    ...columns.filter(({ name }) => name !== "id"),
    ...MARKS,
  ];
  for (const [type, table] of nodeTables) {
    const columns = marked(table.columns);
    files.set(`nodes-${type}.header.csv`, [line(["id:ID", ...columns.map(headerOf), ":LABEL"])]);
    files.set(`nodes-${type}.csv`, nodeLines(graph, type, columns, separator));
    emptyLists.push(...survey.restoreEmpty(`node ${type}`, `(x:${cypherName(type)})`));
    args.push(`--nodes=nodes-${type}.header.csv,nodes-${type}.csv`);
  }
  for (const [type, table] of edgeTables) {
    const columns = marked(table.columns);
    files.set(`edges-${type}.header.csv`, [
      line([":START_ID", ":END_ID", "id:string", ...columns.map(headerOf), ":TYPE"]),
    ]);
    files.set(`edges-${type}.csv`, edgeLines(graph, type, columns, separator));
    emptyLists.push(...survey.restoreEmpty(`edge ${type}`, `()-[x:${cypherName(type)}]->()`));
    args.push(`--relationships=edges-${type}.header.csv,edges-${type}.csv`);
  }
  files.set("import.args", [`${args.join("\n")}\n`]);
  const after = [...tooLong.allowed(constraintStatements), ...emptyLists];
  files.set(
    "after-import.cypher",
    after.map((statement) => `${statement};\n`),
  );
  return files;
}

const headerOf = ({ name, storage, list }: Column): string => `${name}:${storage}${list ? "[]" : ""}`;

function* nodeLines(
  graph: GraphItems,
  type: string,
  columns: readonly Column[],
  separator: string,
): Generator<string> {
  for (const node of graph.nodes({ type })) {
    const marked: Properties = {
      ...node.properties,
      [HASH_PROPERTY]: hashNode(node),
      [KEYS_PROPERTY]: keysOf(node),
    };
    yield line([
      field(node.id, node.id, separator),
      ...columns.map(({ name }) => field(marked[name], node.id, separator)),
      field(node.labels, node.id, separator),
    ]);
  }
}

function* edgeLines(
  graph: GraphItems,
  type: string,
  columns: readonly Column[],
  separator: string,
): Generator<string> {
  for (const edge of graph.edges({ type })) {
    const marked: Properties = {
      ...edge.properties,
      [HASH_PROPERTY]: hashEdge(edge),
      [KEYS_PROPERTY]: keysOf(edge),
    };
    yield line([
      field(edge.start, edge.id, separator),
      field(edge.end, edge.id, separator),
      field(edge.id, edge.id, separator),
      ...columns.map(({ name }) => field(marked[name], edge.id, separator)),
      field(edge.type, edge.id, separator),
    ]);
  }
}

const line = (fields: readonly string[]): string => `${fields.join(",")}\n`;

/** Absent is an empty field; an empty text or list is `""`. Text is always quoted. */
function field(value: PropertyValue | undefined, of: string, separator: string): string {
  if (value === undefined) return "";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (typeof value === "string") return quoted(value);
  if (value.length === 1 && value[0] === "")
    throw unsuited(of, "a list of one empty text, which CSV cannot tell from an empty list");
  return quoted(value.join(separator));
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const unsuited = (id: string, what: string): SchemaError =>
  new SchemaError("EXPORT_UNSUITED", `${id} has ${what}: neo4j-admin cannot import it`, { where: id });
