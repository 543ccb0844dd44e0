/** Grafeo's messages as errors of ours. */
import { describe, expect, it } from "vitest";
import { StoreError } from "../../../../src/errors.ts";
import { openError, queryError, writeError } from "../../../../src/store/embedded/errors.ts";

const FILE = "/store/graph.grafeo";

describe("errors of the embedded database", () => {
  it.each([
    ["file is locked by another process", "STORE_LOCKED"],
    ["bad magic number", "STORE_FOREIGN"],
    ["file is not a database", "STORE_FOREIGN"],
    ["written by 0.5.3, an older format: 0.5.x", "STORE_FOREIGN"],
    ["No space left on device (os error 28)", "STORE_FULL"],
    ["Permission denied (os error 13)", "STORE_DENIED"],
    ["Read-only file system", "STORE_DENIED"],
    ["checksum of section 3 is wrong", "STORE_CORRUPT"],
    ["unblocked the reader", "STORE_CORRUPT"],
  ])("%s: %s", (message, code) => {
    expect(openError(message, FILE)).toMatchObject({ name: "StoreError", code, where: FILE });
  });

  it("name what a query did wrong, on one line, with the place", () => {
    expect(queryError("whatever", "25G03")).toMatchObject({ code: "QUERY_REFUSED" });
    const syntax = queryError("syntax error: GRAFEO-S001: unexpected token\n --> query:3:7\n |", "42000");
    expect(syntax).toMatchObject({
      code: "QUERY_SYNTAX",
      message: "query not understood: unexpected token (line 3, column 7)",
    });
    expect(queryError("GRAFEO-X: no such thing\nmore", "22000")).toMatchObject({
      code: "QUERY_FAILED",
      message: "query failed: no such thing",
    });
  });

  it("of writing are those of the disk; what is none of its faults comes as it was", () => {
    const own = new StoreError("STORE_LOCKED", "locked");
    expect(writeError(own, FILE)).toBe(own);
    expect(writeError(new Error("No space left on device"), FILE)).toMatchObject({ code: "STORE_FULL" });
    const bug = new TypeError("x is not a function");
    expect(writeError(bug, FILE)).toBe(bug);
  });
});
