/** What the explorer walks is the same whether it was read from the index whole, after each change alone, or from the graph in memory. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { changeIndex } from "../../src/index-db/change.ts";
import { openIndex } from "../../src/index-db/index.ts";
import { changedSince, follow } from "../../src/index-db/outbox.ts";
import type { Claim } from "../../src/model/claim.ts";
import { readColumns, writeColumns } from "../../src/server/network/columns-file.ts";
import type { Network } from "../../src/server/network/network.ts";
import { networkOf } from "../../src/server/network/of-graph.ts";
import { laterNetwork, networkOfIndex, networkOver } from "../../src/server/network/of-index.ts";
import { properties, propertyColumn } from "../../src/server/network/told.ts";
import { SearchIndex } from "../../src/server/search.ts";
import { atOnce } from "../../src/steps.ts";
import { alias, mention, ref, relation } from "../unit/resolve/claims.ts";
import { entryOf, type Held, oracle } from "./index-world.ts";

const folder = mkdtempSync(join(tmpdir(), "reportgraph-network-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, "columns.bin");

const COMPANIES = ["云岭集团有限公司", "云岭集团", "青禾光伏有限公司", "澄岳重工（苏州）有限公司"];
/** Characters of bodies that stay in memory: one or two. */
const FEW = 1_000;
const REPORTS = ["a", "b", "c", "d", "（e）"];

const report = fc.record({
  id: fc.constantFrom(...REPORTS),
  date: fc.constantFrom("2024-03-01", "2023-12-31", ""),
  names: fc.array(fc.constantFrom(...COMPANIES), { minLength: 1, maxLength: 3 }),
  status: fc.constantFrom("stated" as const, "planned" as const, "negated" as const),
  confidence: fc.constantFrom(0.55, 0.7, 0.95),
});
const step = fc.oneof(
  fc.record({ put: fc.array(report, { minLength: 1, maxLength: 3 }) }),
  fc.record({ remove: fc.array(fc.constantFrom(...REPORTS), { minLength: 1, maxLength: 2 }) }),
);

const claimsOf = ({
  id,
  names,
  status,
  confidence,
}: Omit<typeof report extends fc.Arbitrary<infer T> ? T : never, "date">): Claim[] =>
  names
    .flatMap((name, i) => [
      mention(id, "Company", name),
      mention(id, "Place", "苏州市", { code: "320500" }),
      alias(id, "Company", name, "云岭"),
      relation(id, ref("Company", name), "LOCATED_IN", ref("Place", "苏州市"), { status }),
      relation(id, ref("Company", names[0] ?? name), "INVESTS", ref("Project", `青禾电站${i}期`), { status }),
    ])
    .map((claim) => ({ ...claim, confidence }));

/** All that may be asked of a network, row numbers left out. */
function all(network: Network): unknown {
  const nodes = [...network.nodes()].map(({ id, labels, at, properties: own }) => {
    const { folded, aliases, foldedAliases, initials, pinyin, rank } = network.columns.nodes;
    const found = [
      folded.get(at),
      aliases.list(at),
      foldedAliases.list(at),
      initials.get(at),
      pinyin.get(at),
      rank[at],
      network.told(at, "property name"),
      Object.keys(own).map((name) => network.told(at, propertyColumn(name))),
    ];
    const tells = [network.caption(at), network.type(id), network.nodeReports(at), network.reportCount(at)];
    const sure = [network.nodeSure(at), network.code(at), network.date(at), network.degreeAt(at)];
    const edges = [network.edgesFrom(id), network.edgesInto(id)].map((list) => list.map((edge) => edge.id));
    return [id, labels, own, found, tells, sure, edges];
  });
  const edges = [...network.edges()].map(({ id, type, start, end, at, properties: own }) => {
    const tells = [
      network.edgeReports(at),
      network.edgeReportCount(at),
      network.edgeSure(at),
      network.status(at),
    ];
    return [id, type, start, end, own, tells, network.hasEdge(id)];
  });
  const reports = REPORTS.map((id) => network.report(id)?.id);
  return [
    network.order,
    network.size,
    network.counts(),
    nodes,
    edges,
    reports,
    ...["云岭", "苏州", "sz", "集团有限", "（苏", ""].map((words) => new SearchIndex(network).find(words)),
  ];
}

it("after any history", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), fc.nat(8), async (steps, followedAt) => {
      const held = new Map<string, Held>();
      const { index } = openIndex(":memory:", ({ id }) => held.get(id)?.claims ?? []);
      let before: { network: Network; change: number } | undefined;
      for (const [i, one] of steps.entries()) {
        if ("put" in one) {
          const put = [...new Map(one.put.map((each) => [each.id, each])).values()].map(
            ({ date, ...each }) => {
              const made = { entry: entryOf(each.id, "320500", date), claims: claimsOf(each) };
              held.set(each.id, made);
              return { ...made, kept: { entry: JSON.stringify(made.entry), claims: "" } };
            },
          );
          changeIndex(index, { put });
        } else {
          for (const id of one.remove) held.delete(id);
          changeIndex(index, { remove: one.remove });
        }
        // A store that takes the changes up must not take them away.
        if (i === followedAt) follow(index.db, "store", index.revision, "1");
        const changed = before && changedSince(index.db, before.change);
        if (before) expect(changed).toBeDefined();
        const whole = atOnce(networkOfIndex(index.db, FEW));
        const network =
          before && changed ? atOnce(laterNetwork(before.network, index.db, changed, FEW)) : whole;
        const inMemory = networkOf(oracle(held, []));
        // What is written of a state that shares its texts with those before is that state.
        await writeColumns(file, "key", network.columns);
        const read = await readColumns(file, (key) => key === "key");
        if (!read) throw new Error("the columns cannot be read");
        const kept = networkOver(read.columns, index.db, FEW);
        for (const each of [network, whole, inMemory, kept]) await each.tell("Company", properties("name"));
        for (const least of [0, 60, 80]) {
          const expected = all(inMemory.surer(least));
          expect(all(whole.surer(least))).toEqual(expected);
          expect(all(network.surer(least))).toEqual(expected);
          expect(all(kept.surer(least))).toEqual(expected);
        }
        // What changes next is worked out from what was kept as from what was never written.
        before = { network: i % 2 === 0 ? kept : network, change: index.revision };
      }
      index.close();
    }),
    { numRuns: 25 },
  );
}, 300_000);

it("says that it does not know what changed before the log began", () => {
  const { index } = openIndex(":memory:", () => []);
  const many = Array.from({ length: 60 }, (_, i) => entryOf(`r${i}`, "320500", ""));
  changeIndex(index, {
    put: many.map((entry) => ({ entry, claims: [], kept: { entry: JSON.stringify(entry), claims: "" } })),
  });
  expect(changedSince(index.db, 0)).toBeUndefined();
  expect(changedSince(index.db, 1)).toEqual({ nodes: [], edges: [] });
  changeIndex(index, { remove: ["r1"] });
  expect(changedSince(index.db, 1)).toEqual({ nodes: ["report:r1"], edges: [] });
  for (let i = 2; i < 20; i += 1) changeIndex(index, { remove: [`r${i}`] });
  expect(changedSince(index.db, 1)).toBeUndefined();
  expect(changedSince(index.db, index.revision - 2)?.nodes).toHaveLength(2);
  index.close();
});
