import { expect, it } from "vitest";
import { loginOf } from "../../../../src/store/neo4j/connect.ts";

const PLAIN = new URL("bolt://localhost:7687");
const WITH = new URL("bolt://%E6%9D%8E:p%40ss@localhost:7687");
const SET = { NEO4J_USER: "env", NEO4J_PASSWORD: "secret" };

it.each([
  [PLAIN, {}, {}, "neo4j", undefined],
  [PLAIN, {}, SET, "env", "secret"],
  [WITH, {}, SET, "李", "p@ss"],
  [WITH, { user: "me", password: "mine" }, SET, "me", "mine"],
  [PLAIN, { user: "me" }, SET, "me", "secret"],
])("%s with %j and %j logs in as %s", (address, given, environment, user, password) => {
  expect(loginOf(address, given, environment)).toEqual({ user, password });
});
