/** Between JavaScript's numbers and Neo4j's: no server is needed. */
import neo4j from "neo4j-driver";
import { describe, expect, it } from "vitest";
import { queryParameter, readProperties, writtenProperties } from "../../../../src/store/neo4j/values.ts";

describe("what is written", () => {
  it("is an integer where the schema calls the property whole, or says nothing and the number is", () => {
    const written = writtenProperties("node", {
      characters: 5,
      confidence: 1,
      own: 7,
      ownHalf: 7.5,
      ownList: [1, 2],
      ownHalves: [1, 2.5],
      names: ["a"],
      none: [],
      text: "5",
      flag: true,
    });
    expect(written).toEqual({
      characters: 5n,
      confidence: 1,
      own: 7n,
      ownHalf: 7.5,
      ownList: [1n, 2n],
      ownHalves: [1, 2.5],
      names: ["a"],
      none: [],
      text: "5",
      flag: true,
    });
  });
});

describe("what is read", () => {
  it("are numbers, lists of them, and texts for what a graph has no value for", () => {
    const date = new neo4j.types.Date(2024, 5, 6);
    expect(readProperties({ a: 5n, b: [1n, 2n], c: 1.5, d: "x", e: date, f: true })).toEqual({
      a: 5,
      b: [1, 2],
      c: 1.5,
      d: "x",
      e: "2024-05-06",
      f: true,
    });
  });
});

describe("a parameter", () => {
  it("is an integer where it is whole, at every depth", () => {
    expect(queryParameter({ n: 5, half: 0.5, list: [1, { deep: 2 }], text: "5", none: null })).toEqual({
      n: 5n,
      half: 0.5,
      list: [1n, { deep: 2n }],
      text: "5",
      none: null,
    });
    const integer = neo4j.int(5);
    expect(queryParameter(integer)).toBe(integer);
  });
});
