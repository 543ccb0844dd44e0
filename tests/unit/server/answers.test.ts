import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ANSWERS_FILE, renderAnswers } from "../../../scripts/schema/answers.ts";
import { packageRoot } from "../../../src/paths.ts";
import {
  mechanismSchema,
  queryResultSchema,
  reportTextSchema,
  summarySchema,
} from "../../../src/server/generated/schemas.ts";
import { body, harness } from "./harness.ts";

it("the schemas are made from the types as they are (else: npm run schema)", () => {
  expect(
    readFileSync(join(packageRoot, ANSWERS_FILE), "utf8") === renderAnswers(),
    `${ANSWERS_FILE} is stale`,
  ).toBe(true);
});

it("what the server answers is what they say", async () => {
  const app = await harness();
  const summary = summarySchema.parse(await body(await app.get("/api/summary")));
  expect(summary.newest[0]).toMatchObject({ id: expect.any(String), sentences: expect.any(Number) });
  const [report] = summary.newest;
  const text = reportTextSchema.parse(await body(await app.get(`/api/reports/${report?.id}`)));
  expect(text.lines.length).toBeGreaterThan(0);
});

it("a member may be absent where its type says so, and only there", () => {
  const answer = {
    columns: ["c"],
    rows: [[1, null]],
    truncated: false,
    hints: [],
    columnsZh: {},
    view: { nodes: [], edges: [], truncated: false },
    milliseconds: 1.5,
  };
  expect(queryResultSchema.safeParse(answer).success).toBe(true);
  expect(queryResultSchema.safeParse({ ...answer, cut: "bytes" }).success).toBe(true);
  expect(queryResultSchema.safeParse({ ...answer, cut: "rows" }).success).toBe(false);
  expect(queryResultSchema.safeParse({ ...answer, truncated: undefined }).success).toBe(false);
});

it("one that holds itself is checked all the way down", () => {
  const part = { id: "m", type: "Mechanism", name: "周调度", rhythm: [], leaders: [], parts: [] };
  expect(mechanismSchema.safeParse({ ...part, parts: [part] }).success).toBe(true);
  expect(mechanismSchema.safeParse({ ...part, parts: [{ ...part, rhythm: 1 }] }).success).toBe(false);
});
