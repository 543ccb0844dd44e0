import { expect, it } from "vitest";
import type { Page } from "../../../src/server/api-types.ts";
import type { ReportFactsBody } from "../../../src/server/page-types.ts";
import type { ReportBody } from "../../../src/server/report-types.ts";
import { body, harness } from "./harness.ts";

it("a sentence that states a stage tells it once: the milestone, not the project's value again", async () => {
  const app = await harness();
  const { items } = await body<Page<ReportBody>>(await app.get("/api/reports?limit=100"));
  const milestones: string[] = [];
  for (const { id } of items) {
    const { facts, silent } = await body<ReportFactsBody>(await app.get(`/api/reports/${id}/facts`));
    const key = ({ subject, start }: (typeof facts)[number]): string => `${id} ${start} ${subject.name}`;
    const reached = facts.filter(({ name }) => name === "Milestone").map(key);
    const values = facts.filter(({ name }) => name === "stage").map(key);
    milestones.push(...reached);
    expect(values.filter((value) => reached.includes(value))).toEqual([]);
    // What the milestone tells is told: its sentence is not one from which nothing was read.
    expect(silent.filter(({ start }) => reached.some((one) => one.startsWith(`${id} ${start} `)))).toEqual(
      [],
    );
  }
  expect(milestones.length).toBeGreaterThan(3);
});
