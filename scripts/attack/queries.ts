/**
 * Hostile queries in classes: what must be refused, and what must end within its limits.
 * @module
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

export interface Hostile {
  class: string;
  cypher: string;
  params?: Record<string, unknown>;
}

type Row = { q: string } | { before: string; repeat: string; times: number; after: string };

const corpus = parse(
  readFileSync(fileURLToPath(new URL("../../tests/corpus/cypher-attacks.yaml", import.meta.url)), "utf8"),
) as Record<string, Row[]>;

/** The table of attacks, and each of a few writes hidden behind each of several disguises: all to be refused. */
export function refusedQueries(): Hostile[] {
  const known = Object.entries(corpus).flatMap(([name, rows]) =>
    rows.map((row) => ({
      class: `corpus ${name}`,
      cypher: "q" in row ? row.q : row.before + row.repeat.repeat(row.times) + row.after,
    })),
  );
  const writes = [
    "CREATE (:X)",
    "MATCH (n) SET n.x = 1",
    "MATCH (n) DETACH DELETE n",
    "MERGE (:X {id: 1})",
    "MATCH (n) REMOVE n.name",
    "DROP INDEX entity_id",
    "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l",
    "CALL dbms.shutdown()",
    "CALL apoc.load.json('http://127.0.0.1/') YIELD value RETURN value",
    "SHOW DATABASES",
  ];
  const disguises: ((write: string) => string)[] = [
    (w) => w.toLowerCase(),
    (w) => `/* RETURN 1 */ ${w}`,
    (w) => `// x\n${w}`,
    (w) => `RETURN 1 AS x;\n${w}`,
    (w) => `EXPLAIN ${w}; ${w}`,
    (w) => `CYPHER runtime=slotted ${w}`,
    (w) => `CALL { ${w} } RETURN 1`,
    (w) => `${w} UNION ${w}`,
    (w) => w.replace(/[A-Z]/u, (c) => `\\u00${c.charCodeAt(0).toString(16)}`),
    (w) => `\ufeff${w}`,
  ];
  return [
    ...known,
    ...disguises.flatMap((hide, i) =>
      writes.map((write) => ({ class: `disguise ${i}`, cypher: hide(write) })),
    ),
  ];
}

const repeat = (text: string, times: number): string => text.repeat(times);

/** Queries that eat time, memory, stack or answer: a hundred of them from twenty shapes. Each must end, with rows or a word why. */
export function bombs(): Hostile[] {
  const shapes: [string, (n: number) => string, number[]][] = [
    [
      "cross product",
      (n) => `MATCH ${Array.from({ length: n }, (_, i) => `(a${i})`).join(",")} RETURN count(*) AS c`,
      [4, 5, 6, 8, 10],
    ],
    ["range", (n) => `UNWIND range(1, ${n}) AS x RETURN count(x) AS c`, [1e6, 1e7, 1e8, 1e9, 1e12]],
    ["text doubled", (n) => `RETURN size(reduce(s='中', i IN range(1,${n})|s+s)) AS x`, [16, 20, 24, 28, 32]],
    [
      "long rows",
      (n) => `WITH reduce(s='中', i IN range(1,${n})|s+s) AS s UNWIND range(1,1000) AS i RETURN s`,
      [10, 12, 14, 16, 17],
    ],
    ["list doubled", (n) => `RETURN size(reduce(l=[1], i IN range(1,${n})|l+l)) AS x`, [16, 20, 24, 28, 32]],
    ["deep list", (n) => `RETURN reduce(l=[], i IN range(1,${n})|[l]) AS l`, [50, 200, 1e3, 1e4, 1e5]],
    [
      "patterns in a row",
      (n) => `MATCH (a) RETURN ${Array(n).fill("(a)").join("--")} AS x`,
      [10, 50, 100, 200, 1500],
    ],
    [
      "patterns with an error",
      (n) => `MATCH (a) RETURN ${Array(n).fill("(a)").join("--")} ORDER`,
      [20, 60, 100, 200, 1500],
    ],
    ["comparisons", (n) => `RETURN 1${repeat("=1", n)} AS x`, [10, 100, 1000, 4900, 9000]],
    ["sums", (n) => `RETURN 1${repeat("+1", n)} AS x`, [10, 100, 1000, 4900, 9000]],
    ["NOT", (n) => `RETURN ${repeat("NOT ", n)}true AS x`, [10, 100, 1000, 2000, 4500]],
    ["minus", (n) => `RETURN ${repeat("- ", n)}1 AS x`, [10, 100, 1000, 5000, 9000]],
    ["brackets", (n) => `RETURN ${repeat("(", n)}1${repeat(")", n)} AS x`, [10, 49, 60, 1000, 9000]],
    ["paths of any length", (n) => `MATCH p = (a)-[*..${n}]-(b) RETURN count(p) AS c`, [4, 8, 12, 20, 50]],
    ["regular expression", (n) => `RETURN '${repeat("a", n)}!' =~ '(a+)+b' AS x`, [20, 40, 100, 1000, 10000]],
    ["joined chain", (n) => `MATCH (a)${repeat("--()", n)} RETURN count(*) AS c`, [4, 8, 16, 32, 100]],
    [
      "nested comprehension",
      (n) => `RETURN size(${repeat("[x IN range(1,100) | ", n)}1${repeat("]", n)}) AS x`,
      [1, 2, 3, 4, 8],
    ],
    ["unions", (n) => Array(n).fill("MATCH (n) RETURN n").join(" UNION ALL "), [5, 20, 100, 400, 500]],
    [
      "unwinds",
      (n) =>
        `${repeat("UNWIND range(1,100) AS x ", 1)}${Array.from({ length: n }, (_, i) => `UNWIND range(1,100) AS x${i} `).join("")}RETURN count(*) AS c`,
      [1, 2, 3, 5, 10],
    ],
    [
      "many columns",
      (n) => `RETURN ${Array.from({ length: n }, (_, i) => `${i} AS c${i}`).join(",")}`,
      [10, 100, 500, 1000, 1800],
    ],
  ];
  return shapes.flatMap(([name, make, sizes]) => sizes.map((n) => ({ class: name, cypher: make(n) })));
}
