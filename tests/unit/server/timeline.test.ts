import { describe, expect, it } from "vitest";
import { formatEvidence } from "../../../schema/index.ts";
import type { GraphNode } from "../../../src/model/graph.ts";
import { timelineOf } from "../../../src/server/answers/timeline.ts";
import { GraphIndex } from "../../../src/server/graph-index.ts";
import { edge, graphOf, node } from "../../fixtures/big-graph.ts";

const says = (report: string): string =>
  formatEvidence({ report, start: 0, end: 2, text: "说", rule: "test" });
const report = (name: string, date?: string): GraphNode =>
  node(`report:${name}`, ["Report"], { name, title: `《${name}》`, ...(date === undefined ? {} : { date }) });

const reports = Array.from({ length: 30 }, (_, i) =>
  report(`r${i}`, `2020-01-${String(i + 1).padStart(2, "0")}`),
);
const index = new GraphIndex(
  graphOf(
    [
      node("park", ["Entity", "Project"], {
        name: "青禾光伏电站",
        completion: "2019",
        completionEvidence: [says("r0"), says("r1")],
      }),
      node("m-dated", ["Milestone"], { name: "m", stage: "started", date: "2018-05" }),
      node("m-told", ["Milestone"], { name: "m", stage: "signed", status: "planned" }),
      node("m-none", ["Milestone"], { name: "m", stage: "suspended" }),
      report("undated"),
      ...reports,
    ],
    [
      edge("1", "REACHED", "park", "m-dated", { reports: ["r3"], evidence: [says("r3")] }),
      edge("2", "REACHED", "park", "m-told", { reports: ["r3", "r9"], evidence: [says("r3"), says("r9")] }),
      edge("3", "REACHED", "park", "m-none", { reports: ["undated"], evidence: [says("undated")] }),
      ...[...reports.map(({ id }) => id), "report:undated"].map((id) =>
        edge(`m:${id}`, "MENTIONED_IN", "park", id),
      ),
    ],
  ),
  "1",
);

describe("what is known of a thing in time", () => {
  const { items, total, limit } = timelineOf(index, index.node("park") as GraphNode);

  it("stands in order, what has no date last, and says which day it is", () => {
    expect(items.slice(0, 2).map(({ date, basis, status }) => [date, basis, status])).toEqual([
      ["2018-05", "stated", "stated"],
      ["2019", "stated", "stated"],
    ]);
    // The newest of the reports that tell it.
    expect(items.find(({ node: id }) => id === "m-told")).toMatchObject({
      date: "2020-01-10",
      basis: "report",
      status: "planned",
      evidence: [{ report: "r9" }],
    });
    expect(items.at(-1)).toMatchObject({ node: "m-none", basis: "none" });
    expect(items.at(-1)).not.toHaveProperty("date");
    const dates = items.flatMap(({ date }) => date ?? []);
    expect(dates).toEqual([...dates].sort());
  });

  it("shows of more than fits what happened, then the newest reports, and counts all", () => {
    expect([items.length, total, limit]).toEqual([24, 35, 24]);
    const shown = items.filter(({ kind }) => kind === "report").map(({ date }) => date);
    expect(shown[0]).toBe("2020-01-11");
    expect(shown).toHaveLength(20);
  });
});

it("a report's own date is no event, nor a figure's period", () => {
  expect(timelineOf(index, index.node("report:r0") as GraphNode)).toMatchObject({ items: [], total: 0 });
});
