/**
 * Names in a query that the schema does not have, each with the nearest that it has: such a query is right Cypher and finds
 * nothing, and does not say why.
 * @module
 */
import { ENTITY_LABEL, edgeTypes, nodeTypes } from "../../schema/index.ts";

export interface QueryHint {
  kind: "label" | "type" | "property";
  /** As written in the query. */
  name: string;
  /** The nearest name of the schema, where one is near. */
  meant?: string;
}

const specs = nodeTypes as unknown as readonly {
  type: string;
  properties: object;
  spec: { extraLabels?: readonly { label: string }[] };
}[];
const LABELS = new Set([
  ENTITY_LABEL,
  ...specs.flatMap(({ type, spec }) => [type, ...(spec.extraLabels ?? []).map(({ label }) => label)]),
]);
const TYPES = new Set<string>(edgeTypes.map(({ type }) => type));
const PROPERTIES = new Set(
  [...specs, ...(edgeTypes as readonly { properties: object }[])].flatMap(({ properties }) =>
    Object.keys(properties),
  ),
);

/** Strings, comments and names in quotes: what is in them names nothing, unless it is a plain name. One without an end goes to the last character. */
const QUOTED =
  /'(?:[^'\\]|\\[\s\S]?)*'?|"(?:[^"\\]|\\[\s\S]?)*"?|`(?:[^`]|``)*`?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g;
const QUOTED_NAME = /^`\w+`$/;
const NODE = /\( ?\w* ?((?:[:|&] ?`?\w+`? ?)+)/g;
const RELATION = /\[ ?\w* ?((?:[:|] ?:? ?`?\w+`? ?)+)/g;
/** `a.name`, not `toLower(…)`, not a number, not a map of parameters. */
const PROPERTY = /(?<![\w.$`])[A-Za-z_]\w*\.(\w+)(?! ?\(|\w)/g;
const NAME = /\w+/g;

/** More hints than a person reads. */
const MOST = 10;
/** Of a longer name none of the schema is near. */
const LONGEST = 40;

/** Number of single letters to change, add or leave out. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]),
        ),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

function nearest(name: string, known: ReadonlySet<string>): string | undefined {
  if (name.length > LONGEST) return undefined;
  const low = name.toLowerCase();
  const ranked = [...known]
    .map((each) => ({ each, far: distance(low, each.toLowerCase()) }))
    .sort((a, b) => a.far - b.far || (a.each < b.each ? -1 : 1));
  const [best] = ranked;
  return best && best.far <= Math.max(1, Math.floor(name.length / 3)) ? best.each : undefined;
}

/** In the order of the query, each name once; the first few. Takes no longer than the query is long: the caller waits. */
export function queryHints(cypher: string): QueryHint[] {
  const unquoted = cypher.replace(QUOTED, (text) => (QUOTED_NAME.test(text) ? text : " "));
  const plain = unquoted.replace(/\s+/g, " ");
  const found = new Map<string, QueryHint>();
  const look = (kind: QueryHint["kind"], name: string, known: ReadonlySet<string>): void => {
    const key = `${kind} ${name}`;
    if (known.has(name) || found.has(key) || found.size >= MOST) return;
    const meant = nearest(name, known);
    found.set(key, { kind, name, ...(meant === undefined ? {} : { meant }) });
  };
  for (const [, labels = ""] of plain.matchAll(NODE))
    for (const [name] of labels.matchAll(NAME)) look("label", name, LABELS);
  for (const [, types = ""] of plain.matchAll(RELATION))
    for (const [name] of types.matchAll(NAME)) look("type", name, TYPES);
  for (const [, name = ""] of plain.matchAll(PROPERTY)) look("property", name, PROPERTIES);
  return [...found.values()];
}
