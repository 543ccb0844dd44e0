/**
 * The scripted exports, on a graph made by the public API.
 */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import graphology from "graphology";
import gexf from "graphology-gexf";
import { afterAll, describe, expect, it } from "vitest";
import { centralEntities } from "../../../scripts/exports/central-entities.ts";
import { investmentsByDistrict } from "../../../scripts/exports/investments-by-district.ts";
import { mechanismTree } from "../../../scripts/exports/mechanism-tree.ts";
import { projectDossier } from "../../../scripts/exports/project-dossier.ts";
import { quotedTogether } from "../../../scripts/exports/quoted-together.ts";
import { graphOf } from "../../../scripts/exports/run.ts";
import { packageRoot } from "../../../src/paths.ts";

const graph = await graphOf([join(packageRoot, "data", "reports")]);
const folder = mkdtempSync(join(tmpdir(), "reportgraph-exports-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const named = (label: string): Set<string> =>
  new Set(
    graph
      .filterNodes((_, { labels }) => labels.includes(label))
      .map((id) => String(graph.getNodeAttribute(id, "properties")["name"])),
  );

describe("scripted exports", () => {
  it("investments by district: one row a project, sums as the graph has them", () => {
    const rows = parse(investmentsByDistrict(graph), { columns: true }) as Record<string, string>[];
    const wanted = graph.filterNodes(
      (_, { labels, properties }) =>
        labels.includes("Project") && properties["totalInvestment"] !== undefined,
    );
    expect(rows).toHaveLength(wanted.length);
    expect(rows.length).toBeGreaterThan(2);
    const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);
    expect(sum(rows.map((r) => Number(r["investment"])))).toBe(
      sum(wanted.map((id) => Number(graph.getNodeAttribute(id, "properties")["totalInvestment"]))),
    );
    const places = named("Place");
    const districts = rows.map((r) => r["district"] ?? "").filter((d) => d !== "");
    expect(districts.length).toBeGreaterThan(0);
    for (const district of districts) expect(places).toContain(district);
  });

  it("who is quoted with whom: GEXF that graphology reads, people of one report linked", () => {
    const network = gexf.parse(graphology.UndirectedGraph, quotedTogether(graph));
    const people = named("Person");
    expect(network.order).toBeGreaterThan(3);
    network.forEachNode((_, { label }) => expect(people).toContain(label));
    const perReport = graph
      .filterNodes((_, { labels }) => labels.includes("Report"))
      .map((r) => graph.inEdges(r).filter((e) => graph.getEdgeAttribute(e, "type") === "QUOTED_BY").length);
    // Nobody is quoted in both reports: each report is a clique of its own.
    expect(network.size).toBe(perReport.reduce((n, k) => n + (k * (k - 1)) / 2, 0));
  });

  it("one project's dossier: every footnote is cited and stands in the report", () => {
    const project = [...named("Project")].find((name) =>
      graph.someNode(
        (_, { properties }) => properties["name"] === name && properties["totalInvestment"] !== undefined,
      ),
    ) as string;
    const markdown = projectDossier(graph, project);
    expect(markdown.startsWith(`# ${project}\n`)).toBe(true);
    const notes = [...markdown.matchAll(/^\[\^(\d+)\]: /gm)].map((m) => m[1]);
    expect(notes.length).toBeGreaterThan(0);
    const cited = new Set([...markdown.matchAll(/\[\^(\d+)\](?!:)/g)].map((m) => m[1]));
    expect(cited).toEqual(new Set(notes));
    expect(() => projectDossier(graph, "没有这个项目")).toThrow(
      expect.objectContaining({ code: "PROJECT_UNKNOWN" }),
    );
  });

  it("the mechanisms as a Mermaid tree: an arrow for every PART_OF between mechanisms", () => {
    const lines = mechanismTree(graph).trimEnd().split("\n");
    expect(lines[0]).toBe("flowchart LR");
    const declared = new Set(lines.slice(1).flatMap((l) => /^ {2}(m[0-9a-f]+)\["/.exec(l)?.[1] ?? []));
    const arrows = lines.flatMap((l) => {
      const match = /^ {2}(m[0-9a-f]+) -->(?:\|".*"\|)? (m[0-9a-f]+)$/.exec(l);
      return match ? [match] : [];
    });
    const isMechanism = (id: string): boolean => graph.getNodeAttribute(id, "labels").includes("Mechanism");
    const edges = graph.filterEdges(
      (_, { type, properties }, a, b) =>
        type === "PART_OF" && properties["status"] === "stated" && isMechanism(a) && isMechanism(b),
    );
    expect(arrows).toHaveLength(edges.length);
    expect(arrows.length).toBeGreaterThan(5);
    for (const [, a = "", b = ""] of arrows) expect([...declared]).toEqual(expect.arrayContaining([a, b]));
  });

  it("the most central entities: sorted, with numbers that are numbers", () => {
    const rows = JSON.parse(centralEntities(graph, 10)) as {
      name: string;
      pagerank: number;
      betweenness: number;
      degree: number;
    }[];
    expect(rows).toHaveLength(10);
    expect(rows.map((r) => r.pagerank)).toEqual(rows.map((r) => r.pagerank).sort((a, b) => b - a));
    for (const r of rows) {
      expect(r.degree).toBeGreaterThan(0);
      expect(r.betweenness).toBeGreaterThanOrEqual(0);
    }
  });

  it("names of reports are no formulas in a spreadsheet, and no markup in a document", async () => {
    writeFileSync(join(folder, "a.txt"), "2024年5月6日，总投资3亿元的“=HYPERLINK(1)”产业园项目开工建设。\n");
    const odd = await graphOf([folder]);
    expect(investmentsByDistrict(odd)).not.toMatch(/(^|,)"?=/m);
  });
});
