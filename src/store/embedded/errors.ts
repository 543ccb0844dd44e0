/**
 * Grafeo's messages as our errors.
 * @module
 */
import { asFileError, QueryError, ReportGraphError, StoreError } from "../../errors.ts";

/** Why a file could not be opened. Every store can be made again, so the way out is always the same. */
export function openError(message: string, file: string, cause?: unknown): StoreError {
  const again = "Everything in a store can be made again from the workspace";
  if (/\blocked\b/.test(message)) {
    return new StoreError(
      "STORE_LOCKED",
      `the store ${file} is in use by another process: end it (a running \`reportgraph serve\` or \`build\`?) and try again`,
      { cause, where: file },
    );
  }
  if (/magic|not a database|0\.5\.x/i.test(message)) {
    return new StoreError(
      "STORE_FOREIGN",
      `${file} is not a store of reportgraph and was left as it is: choose another path`,
      { cause, where: file },
    );
  }
  if (/No space|StorageFull|Storage is full|os error 28/i.test(message)) {
    return new StoreError("STORE_FULL", `no space left on the disk of ${file}: make room and run it again`, {
      cause,
      where: file,
    });
  }
  if (/[Pp]ermission denied|os error 13|[Rr]ead-only file system/.test(message)) {
    return new StoreError("STORE_DENIED", `no permission to use ${file}`, { cause, where: file });
  }
  return new StoreError(
    "STORE_CORRUPT",
    `the store ${file} is damaged. ${again}: delete the file and run \`reportgraph build\` again (${clean(message)})`,
    { cause, where: file },
  );
}

/** Why writing failed; what is none of the disk's faults comes as it was. */
export function writeError(error: unknown, file: string): unknown {
  if (error instanceof ReportGraphError) return error;
  const known = openError((error as Error).message, file, error);
  return known.code === "STORE_CORRUPT" ? asFileError(error, file) : known;
}

/** Why a query failed. `gqlStatus` is the ISO status: class 42 is about the text of the query, 25 about transactions. */
export function queryError(message: string, gqlStatus: string): QueryError {
  if (gqlStatus === "25G03") return new QueryError("QUERY_REFUSED", "query refused: it writes");
  if (message.includes("PatternComprehension reached the planner"))
    return new QueryError(
      "QUERY_SYNTAX",
      "query not understood: a pattern comprehension works in RETURN and WITH only, and not within another: write COUNT { (a)--(b) } or EXISTS { (a)--(b) } in WHERE, CALL (a) { … } for one within another",
    );
  if (gqlStatus.startsWith("42"))
    return new QueryError("QUERY_SYNTAX", `query not understood: ${clean(message)}`);
  return new QueryError("QUERY_FAILED", `query failed: ${clean(message)}`);
}

/** One line, without the database's own prefixes and drawing. */
function clean(message: string): string {
  const place = /-->\s*query:(\d+):(\d+)/.exec(message);
  const [first = ""] = message.split("\n");
  const text = first.replace(/^(\w+ error: )?GRAFEO-\w+: /, "");
  return place ? `${text} (line ${place[1]}, column ${place[2]})` : text;
}
