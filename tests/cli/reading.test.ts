/**
 * The commands that read a store: query, show, export, explain, check, judgements.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import stringWidth from "string-width";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeOldFolder } from "../../scripts/attack/old-folder.ts";
import type { Dossier } from "../../src/query/dossier.ts";
import type { StoredReport } from "../../src/workspace/contract.ts";
import { openWorkspace } from "../../src/workspace/workspace.ts";
import { folder, REPORTS, run } from "./program.ts";

const cwd = mkdtempSync(join(tmpdir(), "reportgraph-cli-"));
beforeAll(async () => {
  mkdirSync(join(cwd, "reports"));
  for (const [name, text] of Object.entries(REPORTS)) writeFileSync(join(cwd, "reports", name), text);
  expect((await run(["build", "reports"], cwd)).code).toBe(0);
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe("query", () => {
  it("prints a table whose columns align although Chinese characters are wide", async () => {
    const { code, out } = await run(["query", "--saved", "projects-by-investment"], cwd);
    expect(code).toBe(0);
    const [head = "", rule = "", ...rows] = out.trimEnd().split("\n");
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.join("\n")).toContain("云岭新材料产业园");
    const second = stringWidth(/^─+ {2}/.exec(rule)?.[0] ?? "");
    expect(stringWidth(head.slice(0, head.indexOf("investment")))).toBeGreaterThanOrEqual(second);
    for (const row of rows) {
      let width = 0;
      for (const char of row) {
        if (width === second - 2) expect(char).toBe(" ");
        width += stringWidth(char);
      }
    }
  });

  it("gives JSON and CSV, and takes parameters", async () => {
    const cypher =
      "MATCH (p:Project) WHERE p.totalInvestment >= $least RETURN p.name AS name, p.totalInvestment AS cny ORDER BY cny";
    const json = await run(["query", cypher, "--param", "least=800000000", "--json"], cwd);
    const rows = JSON.parse(json.out) as { name: string; cny: number }[];
    expect(rows.map((r) => r.cny)).toEqual([800_000_000, 2_000_000_000]);
    const csv = await run(["query", cypher, "--param", "least=900000000", "--csv"], cwd);
    expect(csv.out).toBe(`name,cny\r\n${rows[1]?.name},2000000000\r\n`);
  });

  it("reads only", async () => {
    const { code, err } = await run(["query", "MATCH (n) DETACH DELETE n"], cwd);
    expect(code).toBe(1);
    expect(err).toContain("refused");
    const left = await run(["query", "MATCH (n) RETURN count(n) AS n", "--json"], cwd);
    expect((JSON.parse(left.out) as { n: number }[])[0]?.n).toBeGreaterThan(10);
  });

  it("lists the saved queries and cuts at --rows", async () => {
    expect(JSON.parse((await run(["query", "--list", "--json"], cwd)).out).length).toBeGreaterThanOrEqual(15);
    const { out, err } = await run(["query", "MATCH (n) RETURN n.name", "--rows", "3", "--json"], cwd);
    expect(JSON.parse(out)).toHaveLength(3);
    expect(err).toContain("--rows");
  });
});

describe("show", () => {
  it("prints facts, timeline and the sentences behind each", async () => {
    const { code, out } = await run(["show", "云岭新材料产业园"], cwd);
    expect(code).toBe(0);
    for (const part of [
      "totalInvestment: 20亿元",
      "timeline",
      "总投资20亿元的云岭新材料产业园项目日前开工建设",
      "spring 78–118",
    ])
      expect(out).toContain(part);
  });

  it("gives the same as JSON, evidence as objects whose ranges are those of the file", async () => {
    const [dossier] = JSON.parse((await run(["show", "云岭新材料产业园", "--json"], cwd)).out) as [Dossier];
    expect(dossier.timeline.map((m) => m.node.name)).toEqual(expect.arrayContaining(["started"]));
    const evidence = [...dossier.facts, ...dossier.relations, ...dossier.timeline].flatMap((f) => f.evidence);
    expect(evidence.length).toBeGreaterThan(2);
    for (const e of evidence)
      expect(readFileSync(join(cwd, "reports", `${e.report}.txt`), "utf8").slice(e.start, e.end)).toBe(
        e.text,
      );
  });

  it("says what was meant when nothing is called so", async () => {
    const { code, err } = await run(["show", "云岭材料产业园区"], cwd);
    expect(code).toBe(2);
    expect(err).toContain("did you mean 云岭新材料产业园");
  });
});

describe("export", () => {
  it.each(["jsonl", "graphml", "gexf", "cypher", "turtle", "jsonld"])(
    "%s to stdout and to a file, the same bytes",
    async (format) => {
      const { code, out } = await run(["export", "--format", format], cwd);
      expect(code).toBe(0);
      expect(out).toContain("云岭新材料产业园");
      await run(["export", "--format", format, "-o", `graph.${format}`], cwd);
      expect(readFileSync(join(cwd, `graph.${format}`), "utf8")).toBe(out);
    },
  );

  it("only what a query returns, with the ends of its edges", async () => {
    const { out } = await run(
      ["export", "--format", "jsonl", "--cypher", "MATCH (:Person)-[r:QUOTED_BY]->() RETURN r"],
      cwd,
    );
    const items = out
      .trimEnd()
      .split("\n")
      .map((l) => JSON.parse(l) as { type: string; label?: string; labels?: string[] });
    expect(new Set(items.flatMap((i) => i.label ?? []))).toEqual(new Set(["QUOTED_BY"]));
    expect(new Set(items.flatMap((i) => i.labels ?? []))).toEqual(
      new Set(["Entity", "Official", "Person", "Report"]),
    );
    const paths = await run(
      ["export", "--format", "jsonl", "--cypher", "MATCH p = (:Person)-[:QUOTED_BY]->() RETURN p"],
      cwd,
    );
    expect(paths.out).toBe(out);
    expect(
      (await run(["export", "--format", "jsonl", "--cypher", "MATCH (n) RETURN n.name"], cwd)).code,
    ).toBe(1);
  });

  it("CSV as a folder", async () => {
    expect((await run(["export", "--format", "csv", "-o", "tables"], cwd)).code).toBe(0);
    expect(readFileSync(join(cwd, "tables", "nodes.csv"), "utf8")).toContain("云岭新材料产业园");
  });
});

describe("explain", () => {
  it("prints the rules behind a sentence on stdin, and of one line of a file", async () => {
    const { out } = await run(["explain"], cwd, "总投资20亿元的云岭新材料产业园项目日前开工建设。");
    expect(out).toMatch(/├─ project\//);
    const line = await run(["explain", "reports/spring.txt:4", "--json"], cwd);
    const [sentence] = JSON.parse(line.out) as { sentence: string; claims: { rule: string }[] }[];
    expect(sentence?.sentence).toContain("云岭新材料产业园");
    expect(sentence?.claims.length).toBeGreaterThan(0);
  });
});

describe("check", () => {
  it("finds no fault in a graph of its own, and tells the coverage", async () => {
    const { code, out } = await run(["check", "--json"], cwd);
    expect(code).toBe(0);
    const { findings, coverage } = JSON.parse(out) as {
      findings: { kind: string }[];
      coverage: { report: string; characters: number; read: number }[];
    };
    expect(findings.filter((f) => f.kind === "schema" || f.kind === "evidence")).toEqual([]);
    for (const c of coverage) expect(c.characters - c.read).toBeLessThan(12);
  });
});

describe("merge, split, judgements", () => {
  it("overrule resolution, survive a rebuild, and are listed", async () => {
    const names = async (): Promise<string[]> =>
      (
        JSON.parse((await run(["query", "MATCH (p:Project) RETURN p.name AS name", "--json"], cwd)).out) as {
          name: string;
        }[]
      ).map((r) => r.name);
    const before = await names();
    expect((await run(["merge", "云岭新材料产业园", "远帆冷链物流基地", "--note", "test"], cwd)).code).toBe(
      0,
    );
    expect(await names()).toHaveLength(before.length - 1);
    await run(["build", "reports"], cwd);
    expect(await names()).toHaveLength(before.length - 1);
    const listed = JSON.parse((await run(["judgements", "--json"], cwd)).out) as {
      by: string;
      decision: string;
    }[];
    expect(listed).toContainEqual(expect.objectContaining({ by: "user", decision: "same" }));
    expect((await run(["split", "云岭新材料产业园"], cwd)).code).toBe(0);
    expect((await names()).sort()).toEqual(before.sort());
    expect((await run(["merge", "云岭新材料产业园", "周启明"], cwd)).code).toBe(2);
  });
});

describe("status", () => {
  it("takes a folder of the first format over, says so, and tells of it what it told before", async () => {
    const workspace = openWorkspace(join(cwd, ".reportgraph"));
    const old = folder();
    writeOldFolder(
      join(old, ".reportgraph"),
      workspace.entries().map(({ id }) => workspace.read(id) as StoredReport),
    );
    workspace.close();
    const now = await run(["status", "--json", "--store", join(old, ".reportgraph")], cwd);
    expect(now.code).toBe(0);
    expect(now.err).toContain("taken over once, 3 reports");
    expect(existsSync(join(old, ".reportgraph", "index.db"))).toBe(true);
    const storeIn = ({ out }: { out: string }): unknown => (JSON.parse(out) as { store: unknown }).store;
    expect(storeIn(now)).toEqual(storeIn(await run(["status", "--json"], cwd)));
    expect((await run(["status"], old)).err).toBe("");
  });
});
