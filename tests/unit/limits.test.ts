import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LIMIT_TABLE, limitsHere, readingLimits, variableOf } from "../../src/limits.ts";

describe("limits", () => {
  it("are shown in docs/security.md as they are", () => {
    const shown = /<!-- limits:start -->\n([\s\S]*)<!-- limits:end -->/.exec(
      readFileSync("docs/security.md", "utf8"),
    )?.[1];
    const rows = Object.entries(LIMIT_TABLE).map(
      ([name, { value, unit, what }]) => `| \`${name}\` | ${value.toLocaleString("en")} ${unit} | ${what} |`,
    );
    const table = ["| limit | value | of what |", "|---|---|---|", ...rows].join("\n");
    expect(shown?.trim()).toBe(table);
  });

  it("are changed by the environment, and only by whole numbers", () => {
    expect(variableOf("queryRows")).toBe("REPORTGRAPH_LIMIT_QUERY_ROWS");
    expect(limitsHere({ REPORTGRAPH_LIMIT_QUERY_ROWS: "5" }).queryRows).toBe(5);
    expect(limitsHere({ REPORTGRAPH_LIMIT_QUERY_ROWS: "" }).queryRows).toBe(LIMIT_TABLE.queryRows.value);
    expect(readingLimits({ REPORTGRAPH_LIMIT_PAGES: "7" }).pages).toBe(7);
    for (const bad of ["0", "-1", "1.5", "many"])
      expect(() => limitsHere({ REPORTGRAPH_LIMIT_QUERY_ROWS: bad })).toThrow(
        expect.objectContaining({ code: "LIMIT_INVALID" }),
      );
  });
});
