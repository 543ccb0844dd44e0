import { describe, expect, it } from "vitest";
import { limitsHere } from "../../../src/limits.ts";
import { checkParams } from "../../../src/query/params.ts";

const { queryParamsBytes, queryParamsDepth } = limitsHere();
const refused = expect.objectContaining({ name: "QueryError", code: "QUERY_PARAMS" });

const nested = (depth: number): unknown =>
  Array.from({ length: depth }).reduce<unknown>((inner) => [inner], "x");

describe("parameters of a query", () => {
  it("may nest so deep and no deeper", () => {
    expect(() => checkParams({ p: nested(queryParamsDepth) })).not.toThrow();
    expect(() => checkParams({ p: nested(queryParamsDepth + 1) })).toThrow(refused);
    expect(() => checkParams({ p: { deep: nested(queryParamsDepth) } })).toThrow(refused);
  });

  it("may have so many bytes and no more: of texts, names and other values", () => {
    const room = queryParamsBytes - 1;
    expect(() => checkParams({ p: "x".repeat(room) })).not.toThrow();
    expect(() => checkParams({ p: "x".repeat(room + 1) })).toThrow(refused);
    expect(() => checkParams({ p: "禾".repeat(Math.ceil(room / 3) + 1) })).toThrow(refused);
    expect(() => checkParams({ ["x".repeat(queryParamsBytes)]: "" })).not.toThrow();
    expect(() => checkParams({ ["x".repeat(queryParamsBytes)]: "x" })).toThrow(refused);
    expect(() => checkParams({ p: Array(Math.floor(queryParamsBytes / 8)).fill(true) })).toThrow(refused);
    expect(() => checkParams({ n: null, t: true, i: 7 })).not.toThrow();
  });
});
