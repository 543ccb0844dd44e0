/** What the driver says, as errors of ours: no server is needed. */
import { describe, expect, it } from "vitest";
import { QueryError, StoreError } from "../../../../src/errors.ts";
import { queryError, storeError } from "../../../../src/store/neo4j/errors.ts";

const URL = "bolt://127.0.0.1:7687";
const driverError = (code: string, message = "it failed\nin two lines"): Error =>
  Object.assign(new Error(message), { code, name: "Neo4jError" });

describe("what a load met", () => {
  it.each([
    ["Neo.TransientError.General.Any", "No space left on device", "STORE_FULL"],
    // Unavailable because it is full.
    ["Neo.TransientError.General.DatabaseUnavailable", "disk is full", "STORE_FULL"],
    ["Neo.DatabaseError.Transaction.TransactionLogError", "", "STORE_FULL"],
    ["Neo.ClientError.Security.Unauthorized", "", "STORE_LOGIN"],
    ["Neo.ClientError.Database.DatabaseNotFound", "", "STORE_NO_DATABASE"],
    ["Neo.ClientError.Cluster.NotALeader", "", "STORE_NOT_LEADER"],
    ["Neo.ClientError.General.WriteOnReadOnlyAccessDatabase", "", "STORE_READ_ONLY"],
    ["Neo.ClientError.General.Any", "the file is read-only", "STORE_READ_ONLY"],
    ["Neo.ClientError.Any", "in read only access mode", "STORE_FAILED"],
    ["Neo.ClientError.Security.Forbidden", "", "STORE_FORBIDDEN"],
    ["ServiceUnavailable", "", "STORE_AWAY"],
    ["Neo.ClientError.Schema.ConstraintValidationFailed", "", "STORE_CONFLICT"],
    ["Neo.TransientError.General.OutOfMemoryError", "", "STORE_MEMORY"],
    ["Neo.ClientError.Something.New", "", "STORE_FAILED"],
  ])("%s %s is %s", (code, message, wanted) => {
    const error = driverError(code, message || undefined);
    const known = storeError(error, URL) as StoreError;
    expect(known).toBeInstanceOf(StoreError);
    expect([known.code, known.where, known.cause]).toEqual([wanted, URL, error]);
    expect(known.message).not.toContain("\n");
  });

  it("stays what it is where it is ours, or a bug", () => {
    const own = new StoreError("STORE_LOCKED", "locked");
    const bug = new TypeError("x is not a function");
    const other = Object.assign(new Error("no"), { code: "ERR_OTHER" });
    for (const error of [own, bug, other, "text"]) expect(storeError(error, URL)).toBe(error);
  });
});

describe("what a query met", () => {
  it.each([
    ["Neo.ClientError.Transaction.TransactionTimedOut", "", "QUERY_TIMEOUT"],
    ["Neo.TransientError.General.MemoryPoolOutOfMemoryError", "", "QUERY_MEMORY"],
    ["Neo.DatabaseError.General.StackOverFlowError", "", "QUERY_MEMORY"],
    ["Neo.ClientError.Statement.AccessMode", "", "QUERY_REFUSED"],
    ["Neo.ClientError.Statement.Any", "Writing in read access mode not allowed", "QUERY_REFUSED"],
    ["Neo.ClientError.Statement.SyntaxError", "", "QUERY_SYNTAX"],
    ["Neo.ClientError.Statement.ArgumentError", "", "QUERY_FAILED"],
    ["Neo.ClientError.Procedure.ProcedureNotFound", "", "QUERY_FAILED"],
    ["ServiceUnavailable", "", "STORE_AWAY"],
  ])("%s is %s", (code, message, wanted) => {
    const known = queryError(driverError(code, message || undefined), URL, 1_500) as StoreError;
    expect(known.code).toBe(wanted);
    expect(known.message).not.toContain("\n");
  });

  it("names the time that it had, and stays what it is where it is ours", () => {
    const late = queryError(driverError("Neo.ClientError.Transaction.TransactionTimedOut"), URL, 1_500);
    expect((late as QueryError).message).toContain("1500 ms");
    const own = new QueryError("QUERY_REFUSED", "no");
    expect(queryError(own, URL, 1)).toBe(own);
  });
});
