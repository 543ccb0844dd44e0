import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { writeJsonl } from "../../../src/export/jsonl.ts";
import type { Claim } from "../../../src/model/claim.ts";
import type { Workspace } from "../../../src/workspace/contract.ts";
import { buildGraph, sourceFor } from "../../../src/workspace/graph-of.ts";
import { withSureness } from "../../../src/workspace/reweighed.ts";
import { openWorkspace } from "../../../src/workspace/workspace.ts";
import { entryOf } from "../../property/index-world.ts";
import { mention, ref, relation } from "../resolve/claims.ts";

const folder = mkdtempSync(join(tmpdir(), "reportgraph-sure-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sure = (claim: Claim, confidence: number): Claim => ({ ...claim, confidence });

function filled(): Workspace {
  const workspace = openWorkspace(folder);
  for (const id of ["a", "b", "c"]) {
    const [firm, park] = [ref("Company", `青禾${id}有限公司`), ref("Project", `云泽${id}产业园项目`)];
    const claims = [
      mention(id, firm.type, firm.name),
      mention(id, park.type, park.name),
      sure(relation(id, firm, "INVESTS", park, { amount: 1 }), 0.6),
      mention(id, "Place", "云泽市"),
      sure(relation(id, park, "LOCATED_IN", ref("Place", "云泽市")), 0.3),
    ];
    const entry = { ...entryOf(id, "320500", ""), key: `00000000000000${id}0`, tagged: true };
    workspace.put({ entry: { ...entry, read: 1, silent: 0, claims: claims.length }, claims, dropped: [] });
  }
  const [left, right] = [{ name: "青禾a有限公司" }, { name: "青禾b有限公司" }];
  workspace.addJudgement({ type: "Company", left, right, decision: "same" });
  workspace.commit();
  return workspace;
}

const copies = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith("reportgraph-copy-"));

it("makes the graph of other claims in memory and on disk alike, and leaves the workspace as it was", async () => {
  const workspace = filled();
  const before = [...writeJsonl(sourceFor(workspace))].join("");
  const there = copies();
  const sizes = new Set<number>();
  for (const least of [0.2, 0.5, 0.8]) {
    const { graph } = buildGraph(workspace, { minConfidence: least });
    sizes.add(graph.edges.length);
    for (const inMemory of [0, 10])
      await withSureness(
        workspace,
        least,
        async (copy) => {
          const source = sourceFor(copy);
          expect([...source.nodes()]).toEqual(graph.nodes);
          expect([...source.edges()]).toEqual(graph.edges);
        },
        inMemory,
      );
  }
  expect(sizes.size).toBe(3);
  expect([...writeJsonl(sourceFor(workspace))].join("")).toBe(before);
  expect(copies()).toEqual(there);
  workspace.close();
});
