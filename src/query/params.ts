/**
 * What may be given as parameters of a query: nothing so large or so deeply nested that passing it on is a burden.
 * @module
 */
import { QueryError } from "../errors.ts";
import { limitsHere } from "../limits.ts";

/** @throws QueryError QUERY_PARAMS */
export function checkParams(params: Readonly<Record<string, unknown>>): void {
  const { queryParamsBytes, queryParamsDepth } = limitsHere();
  let bytes = 0;
  // A list instead of recursion: what nests too deeply for the call stack is just what is looked for.
  let level: unknown[] = [params];
  // The parameters themselves are the first level.
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > queryParamsDepth + 1)
      throw new QueryError(
        "QUERY_PARAMS",
        `a parameter has lists or maps more than ${queryParamsDepth} deep: flatten it`,
      );
    const inner: unknown[] = [];
    for (const value of level) {
      if (typeof value === "string") bytes += Buffer.byteLength(value);
      else if (typeof value !== "object" || value === null) bytes += 8;
      else
        for (const [key, item] of Object.entries(value)) {
          bytes += Buffer.byteLength(key);
          inner.push(item);
        }
      if (bytes > queryParamsBytes)
        throw new QueryError(
          "QUERY_PARAMS",
          `the parameters have more than ${Math.round(queryParamsBytes / 1024)} kB: give less`,
        );
    }
    level = inner;
  }
}
