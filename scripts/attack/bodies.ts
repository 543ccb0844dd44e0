/**
 * Bodies of typed garbage for every route that takes one: what the description of the API allows, with wrong types, huge numbers,
 * lone surrogates, NUL, deep nesting, empty texts and names like `__proto__` in its places. Drawn from a seed, so that a run can be repeated.
 * @module
 */
import fc from "fast-check";

interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  items?: Schema;
}

interface Described {
  paths: Record<string, Record<string, { requestBody?: { content?: Record<string, { schema?: Schema }> } }>>;
}

export interface Garbage {
  method: string;
  /** Below `/api`. */
  path: string;
  type: string;
  body: string;
}

const TAKES_A_BODY = ["post", "put", "delete"];

function nested(depth: number, key?: string): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i += 1) value = key === undefined ? [value] : { [key]: value };
  return value;
}

const NASTY: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  ...[null, true, false, 0, -0, -1, 1.5, 1e308, 1e21, 2 ** 53, -(2 ** 63), 1e-320],
  ...["", " ", "\0", "a\0b", "\ud800", "\udfff中", "\u2028", "x".repeat(600), "中".repeat(5_000)],
  ...["__proto__", "constructor", "toString", "../../etc/passwd", "%00", "=1+1", "<script>"],
  ...["RETURN 1", "RETURN $a", "RETURN {kind:'path'}", "CREATE (n)", "MATCH (n) RETURN n LIMIT 3"],
  ...[[], {}, [[]], [null], [1, "a", {}], { "": 1 }, { length: 5 }, { toString: 1 }, { toJSON: "x" }],
  ...[nested(30), nested(3_000), nested(30, "a"), nested(3_000, "a"), Array(10_001).fill("a")],
);
const KEYS = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "", "\0", "\ud800", "a", "name"),
  fc.string(),
);
const ANY: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 3, arbitrary: NASTY },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.dictionary(KEYS, NASTY, { maxKeys: 4 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 30 }) },
  { weight: 1, arbitrary: fc.double() },
);

/** Mostly what is described, with garbage in one place or another. */
function shaped(schema: Schema): fc.Arbitrary<unknown> {
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  const right = (): fc.Arbitrary<unknown> => {
    if (schema.enum) return fc.constantFrom(...schema.enum);
    if (schema.anyOf) return fc.oneof(...schema.anyOf.map(shaped));
    if (schema.properties)
      return fc
        .tuple(
          fc.record(
            Object.fromEntries(Object.entries(schema.properties).map(([key, each]) => [key, shaped(each)])),
            { requiredKeys: [] },
          ),
          fc.dictionary(KEYS, ANY, { maxKeys: 1 }),
        )
        .map(([own, more]) => ({ ...more, ...own }));
    if (type === "object") return fc.dictionary(KEYS, ANY, { maxKeys: 4 });
    if (type === "array") return fc.array(shaped(schema.items ?? {}), { maxLength: 5 });
    if (type === "integer" || type === "number") return fc.oneof(fc.nat(1_000), fc.double({ noNaN: true }));
    return NASTY;
  };
  return fc.oneof({ weight: 5, arbitrary: right() }, { weight: 1, arbitrary: ANY });
}

/** Bodies that no value is written as. */
const RAW = fc.constantFrom(
  ...["", "{", "null", "\0", "[".repeat(100_000), '{"a":'.repeat(20_000), "\ufeff{}", '"\\ud800"'],
  ...['{"__proto__":{"x":1}}', '{"maxRows":1e400,"cypher":"RETURN 1"}', '{"cypher":"RETURN \\u0000"}'],
  ...['{"cypher":"RETURN $a","params":{"a":"\\ud800"}}', '{"cypher":"RETURN $a","params":{"a":1e400}}'],
  ...[
    '{"cypher":"RETURN $a","params":{"a":1,"__proto__":{"a":1}}}',
    '{"format":"__proto__"}',
    "--x\r\n\r\n--x--",
  ],
);
const TYPES = fc.oneof(
  { weight: 9, arbitrary: fc.constant("application/json") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "",
      "text/plain",
      "application/json; charset=gbk",
      "multipart/form-data; boundary=x",
    ),
  },
);
const NAMES = fc.constantFrom(
  "__proto__",
  "x",
  "%00",
  "%ff",
  "..%2f..",
  "%ED%A0%80",
  "constructor",
  "projects-by-investment",
);

/** @param described the API's own description, `/api/openapi.json` */
export function garbage(described: unknown, count: number, seed: number): Garbage[] {
  const { paths } = described as Described;
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) =>
      TAKES_A_BODY.includes(method)
        ? [{ method, path, schema: requestBody?.content?.["application/json"]?.schema ?? {} }]
        : [],
    ),
  );
  const one = fc.constantFrom(...routes).chain(({ method, path, schema }) =>
    fc.record({
      method: fc.constant(method),
      path: NAMES.map((name) => path.replace(/\{[^}]+\}/, name)),
      type: TYPES,
      body: fc.oneof(
        { weight: 7, arbitrary: shaped(schema).map((value) => JSON.stringify(value)) },
        { weight: 1, arbitrary: RAW },
      ),
    }),
  );
  return fc.sample(one, { numRuns: count, seed });
}
