import { describe, expect, it } from "vitest";
import { formatEvidence } from "../../../../schema/index.ts";
import type { GraphEdge, GraphNode, Properties } from "../../../../src/model/graph.ts";
import { GraphIndex } from "../../../../src/server/graph-index.ts";
import { spanOf, spanWithin } from "../../../../src/server/views/periods.ts";
import { promisesOf } from "../../../../src/server/views/promises.ts";

const says = (report: string, text: string): string =>
  formatEvidence({ report, start: 0, end: text.length, text, rule: "test" });

class Made {
  readonly nodes: GraphNode[] = [];
  readonly edges: GraphEdge[] = [];

  node(id: string, labels: string[], properties: Properties): string {
    this.nodes.push({ id, labels, properties: { name: id, aliases: [], reports: [], ...properties } });
    return id;
  }
  edge(type: string, start: string, end: string, more: Properties = {}): void {
    this.edges.push({
      id: `${type}:${start}:${end}`,
      type,
      start,
      end,
      properties: { reports: [], evidence: [], ...more },
    });
  }
  report(name: string, date?: string): void {
    this.nodes.push({
      id: `report:${name}`,
      labels: ["Report"],
      properties: { name, title: name, ...(date === undefined ? {} : { date }) },
    });
  }
  figure(
    id: string,
    report: string,
    kind: string,
    value: number,
    period: string | undefined,
    more: Properties = {},
  ): void {
    const text = `${id}:${value}`;
    this.node(id, ["Observation"], {
      indicator: "投资",
      unit: "CNY",
      kind,
      value,
      original: String(value),
      reports: [report],
      evidence: [says(report, text)],
      ...(period === undefined ? {} : { period }),
      ...more,
    });
    this.edge("ABOUT", id, "place");
  }
  index(): GraphIndex {
    return new GraphIndex({ nodes: this.nodes, edges: this.edges }, "1");
  }
}

function world(): Made {
  const made = new Made();
  made.report("old", "2023-02-01");
  made.report("new", "2025-03-01");
  made.report("undated");
  made.node("place", ["Place", "Entity"], { code: "210300" });
  return made;
}

describe("periods", () => {
  it.each([
    ["2024", { first: "2024-01-01", last: "2024-12-31" }],
    ["2024-02", { first: "2024-02-01", last: "2024-02-29" }],
    ["2024-06-18", { first: "2024-06-18", last: "2024-06-18" }],
    ["2024-01/2024-10", { first: "2024-01-01", last: "2024-10-31" }],
    ["../2025", { last: "2025-12-31" }],
    ["2025/..", { first: "2025-01-01" }],
    ["someday", undefined],
    ["../..", undefined],
  ])("%s", (text, span) => expect(spanOf(text)).toEqual(span));

  it("one lies within another", () => {
    expect(spanWithin({ first: "2024-01-01", last: "2024-06-30" }, { last: "2024-12-31" })).toBe(true);
    expect(spanWithin({ first: "2023-01-01", last: "2024-06-30" }, { first: "2024-01-01" })).toBe(false);
  });
});

describe("targets", () => {
  it.each([
    ["came", "same-period", [100, "2024"], [110, "2024"]],
    ["missed", "same-period", [100, "2024"], [90, "2024"]],
    ["unknown", "too-far", [100, "2024"], [260, "2024"]],
    ["unknown", "too-far", [100, "2024"], [40, "2024"]],
    ["missed", "same-period", [100, "2024"], [51, "2024"]],
    ["silent", "no-later-word", [100, "2024"], [260, "2024-01/2024-10"]],
    ["came", "part-of-period", [100, "2024"], [100, "2024-01/2024-10"]],
    ["silent", "no-later-word", [100, "2024"], [90, "2024-01/2024-10"]],
    ["silent", "no-later-word", [100, "2024"], [110, "2023"]],
    ["open", "not-due", [100, "2026"], [110, "2024"]],
    ["unknown", "no-period", [100, undefined], [110, "2024"]],
  ] as const)("%s by %s", (state, rule, [wanted, due], [value, when]) => {
    const made = world();
    made.figure("t", "old", "target", wanted, due);
    made.figure("o", "new", "actual", value, when);
    const rows = promisesOf(made.index());
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ kind: "target", state, rule });
    expect(rows[0]?.promised.evidence[0]?.text).toBe(`t:${wanted}`);
    expect(rows[0]?.outcome?.evidence[0]?.text).toBe(
      state === "came" || state === "missed" || rule === "too-far" ? `o:${value}` : undefined,
    );
  });

  it("at most is kept by less, and other units never meet", () => {
    const made = world();
    made.figure("t", "old", "target", 5, "2024", { qualifier: "<=" });
    made.figure("o", "new", "actual", 4, "2024");
    expect(promisesOf(made.index())[0]?.state).toBe("came");
    const other = world();
    other.figure("t", "old", "target", 5, "2024");
    other.figure("o", "new", "actual", 9, "2024", { unit: "USD" });
    expect(promisesOf(other.index())[0]?.state).toBe("silent");
  });

  it("far below a ceiling is kept, far above it is none of it; nothing is far from nought", () => {
    for (const [wanted, value, qualifier, state] of [
      [100, 10, "<=", "came"],
      [100, 300, "<=", "unknown"],
      [0, 3, "<=", "missed"],
    ] as const) {
      const made = world();
      made.figure("t", "old", "target", wanted, "2024", { qualifier });
      made.figure("o", "new", "actual", value, "2024");
      expect(promisesOf(made.index())[0]?.state).toBe(state);
    }
  });

  it("what was decided stands before what nobody can decide, and its words are told once", () => {
    const made = world();
    made.figure("a", "old", "target", 100, undefined);
    made.figure("b", "old", "target", 200, "2024");
    made.figure("o", "new", "actual", 210, "2024");
    expect(promisesOf(made.index()).map(({ state }) => state)).toEqual(["came", "unknown"]);
  });

  it("of one state the soonest due stands first, what has no date last", () => {
    const made = world();
    made.figure("b", "old", "target", 100, "2026");
    made.figure("a", "old", "target", 100, "2027");
    made.figure("c", "old", "target", 100, "../2025-06");
    made.node("project", ["Project", "Entity"], {});
    made.node("company", ["Company", "Entity"], {});
    made.edge("INVESTS", "company", "project", { status: "planned", evidence: [says("new", "拟投资")] });
    const rows = promisesOf(made.index());
    expect(rows.map(({ state, due }) => [state, due])).toEqual([
      ["open", "../2025-06"],
      ["open", "2026"],
      ["open", "2027"],
      ["open", undefined],
    ]);
  });

  it("a rate of a part of the year says nothing of the whole", () => {
    const made = world();
    made.figure("t", "old", "target", 0.1, "2024", { unit: "ratio" });
    made.figure("o", "new", "actual", 0.2, "2024-01/2024-10", { unit: "ratio" });
    expect(promisesOf(made.index())[0]?.state).toBe("silent");
  });
});

describe("completions and relations", () => {
  const stage = (made: Made, report: string, name: string): void => {
    made.node(`m-${name}`, ["Milestone"], {
      stage: name,
      status: "stated",
      reports: [report],
      evidence: [says(report, name)],
    });
    made.edge("REACHED", "project", `m-${name}`);
  };
  const build = (completion: string, ...stages: [string, string][]): Made => {
    const made = world();
    made.node("project", ["Project", "Entity"], { completion, completionEvidence: [says("old", "将建成")] });
    for (const [report, name] of stages) stage(made, report, name);
    return made;
  };

  it.each([
    ["came", "stage-done", build("2024", ["new", "operating"])],
    ["came", "same-report", build("2022", ["old", "operating"])],
    ["missed", "stage-not-done", build("2024", ["new", "under-construction"])],
    ["silent", "no-later-word", build("2024", ["old", "started"])],
    ["silent", "no-later-word", build("2022", ["old", "under-construction"])],
    ["open", "not-due", build("2030", ["new", "started"])],
    ["unknown", "no-period", build("早日", ["new", "started"])],
  ] as const)("a completion: %s by %s", (state, rule, made) => {
    expect(promisesOf(made.index())).toMatchObject([{ kind: "completion", state, rule }]);
  });

  const planned = (report: string, ...stages: [string, string][]): Made => {
    const made = world();
    made.node("project", ["Project", "Entity"], {});
    made.node("company", ["Company", "Entity"], {});
    for (const [at, name] of stages) stage(made, at, name);
    made.edge("INVESTS", "company", "project", { status: "planned", evidence: [says(report, "拟投资")] });
    return made;
  };

  it.each([
    ["came", "project-begun", planned("old", ["new", "started"])],
    ["silent", "no-later-word", planned("old", ["old", "started"])],
    ["unknown", "no-report-date", planned("undated", ["new", "started"])],
    ["open", "newest-report", planned("new")],
    ["unknown", "no-report-date", planned("undated")],
  ] as const)("a planned investment: %s by %s", (state, rule, made) => {
    expect(promisesOf(made.index())).toMatchObject([{ kind: "relation", edge: "INVESTS", state, rule }]);
  });
});
