/** Where a name is borne by more than resolution compares: the index crosses the limits in both directions as a build from nothing does. */
import { describe, expect, it } from "vitest";
import { changeIndex } from "../../src/index-db/change.ts";
import { type GraphIndexDb, openIndex } from "../../src/index-db/index.ts";
import type { Claim } from "../../src/model/claim.ts";
import { BLOCK } from "../../src/resolve/similar.ts";
import { mention, ref, relation } from "../unit/resolve/claims.ts";
import { entryOf, type Held, linesOf, oracle, rowsOf } from "./index-world.ts";

class World {
  readonly held = new Map<string, Held>();
  readonly index: GraphIndexDb = openIndex(":memory:", ({ id }) => this.held.get(id)?.claims ?? []).index;

  put(id: string, home: string, claims: Claim[]): void {
    const entry = entryOf(id, home, "");
    this.held.set(id, { entry, claims });
    changeIndex(this.index, { put: [{ entry, claims, kept: { entry: JSON.stringify(entry), claims: "" } }] });
  }

  remove(id: string): void {
    this.held.delete(id);
    changeIndex(this.index, { remove: [id] });
  }

  check(): void {
    expect(rowsOf(this.index)).toEqual(linesOf(oracle(this.held, [])));
  }

  most(where: string): number {
    return (
      this.index.db.get<{ n: number }>(
        `SELECT max(n) AS n FROM (SELECT count(*) AS n FROM block WHERE ${where} GROUP BY block, city)`,
      )?.n ?? 0
    );
  }
}

/** Up over a limit and down again; compared near it. */
function crossed(
  world: World,
  { limit, add, size }: { limit: number; add: (i: number) => void; size: () => number },
): void {
  const isNear = (): boolean => Math.abs(size() - limit) <= 2;
  for (let i = 0; i < limit + 3; i++) {
    add(i);
    if (isNear()) world.check();
  }
  expect(size()).toBeGreaterThan(limit);
  for (const id of [...world.held.keys()].sort().slice(0, 6)) {
    world.remove(id);
    world.check();
  }
  expect(size()).toBeLessThan(limit);
}

/** A phase, and the whole under another report's name for it: what blocks are for. */
const project = (id: string): Claim[] => [
  mention(id, "Project", "特种电缆生产基地"),
  mention(id, "Project", "特种电缆生产基地项目"),
];

describe("the index with crowded names", () => {
  it("splits a block of more names than are compared by city", () => {
    const world = new World();
    crossed(world, {
      limit: BLOCK,
      add: (i) => {
        const id = `r${String(i).padStart(2, "0")}`;
        world.put(id, `${320105 + (i % 15) * 100 + Math.floor(i / 15)}`, project(id));
      },
      size: () => world.most("city = '' AND block LIKE 'Project|%'"),
    });
  });

  it("gives a block up that one city fills", () => {
    const world = new World();
    crossed(world, {
      limit: BLOCK,
      add: (i) => {
        const id = `r${String(i).padStart(2, "0")}`;
        world.put(id, `${320500 + i}`, project(id));
      },
      size: () => world.most("city <> '' AND block LIKE 'Project|%'"),
    });
  });

  it("chains more namesakes than are compared", () => {
    const world = new World();
    crossed(world, {
      limit: 30,
      add: (i) => {
        const id = `r${String(i).padStart(2, "0")}`;
        const bodies = ["市发改委", "市数据局", "省发改委"];
        world.put(id, i % 2 === 0 ? "320500" : "320100", [
          mention(id, "Person", "张伟"),
          relation(id, ref("Person", "张伟"), "WORKS_FOR", ref("Agency", bodies[i % 3] as string), {
            title: "主任",
          }),
        ]);
      },
      size: () => world.most("block LIKE 'Person|%'"),
    });
  });
});
