import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EdgesOf, type GraphItems, itemsOf } from "../../src/graph/items.ts";
import { typeOfNode } from "../../src/graph/naming.ts";
import { changeIndex } from "../../src/index-db/change.ts";
import { type GraphIndexDb, openIndex } from "../../src/index-db/index.ts";
import { lazyGraph } from "../../src/index-db/lazy-graph.ts";
import { deltaFor, follow } from "../../src/index-db/outbox.ts";
import { indexSource } from "../../src/index-db/source.ts";
import { type Claim, type EntityRef, type EntityType, makeClaim } from "../../src/model/claim.ts";
import type { Graph, GraphDelta } from "../../src/model/graph.ts";
import type { UserJudgement } from "../../src/resolve/index.ts";
import { openMemory } from "../../src/store/memory/index.ts";
import { alias, mention, ref, relation, value } from "../unit/resolve/claims.ts";
import { entryOf, type Held, linesOf, oracle, rowsOf } from "./index-world.ts";

/** Names that are close to each other, of every type that resolution treats in its own way; some above U+FFFF or full-width. */
const NAMES: readonly EntityRef[] = [
  ...[
    "松柏电气股份有限公司",
    "松柏电气",
    "松柏",
    "云泽松柏",
    "松柏集团",
    "松柏集团矿业有限公司",
    "澄岳重工（苏州）有限公司",
    "澄岳重工（南京）有限公司",
    "澄岳重工",
    "𠮷野电气有限公司",
    "中石油",
    "中国石油天然气集团有限公司",
  ].map((n) => ref("Company", n)),
  ...[
    "市发改委",
    "苏州市发展和改革委员会",
    "省发改委",
    "江苏省发改委",
    "市数据局（市营商局）",
    "市数据局",
    "发改委",
  ].map((n) => ref("Agency", n)),
  ...[
    "松柏特种电缆生产基地",
    "特种电缆生产基地",
    "特种电缆生产基地项目一期",
    "特种电缆生产基地二期",
    "特种电缆生产基地一期工程",
    "物流中心",
    "沈白高铁",
  ].map((n) => ref("Project", n)),
  ...["林知遥", "张伟", "周文博", "周 文博"].map((n) => ref("Person", n)),
  ...["第二届云泽推介会", "第三届云泽推介会", "2024世界制造业大会"].map((n) => ref("Event", n)),
  ...["苏州市", "苏州", "江苏", "鼓楼区"].map((n) => ref("Place", n)),
  ...["新能源产业", "新能源"].map((n) => ref("Industry", n)),
];
const HOMES = ["320500", "320100", "320581", "210300", undefined];
const REPORTS = ["a", "b", "c", "d", "e", "\u{20BB7}", "（f）"];

/** What a claim says, before it is known which report says it. */
const said = fc.record({
  subject: fc.constantFrom(...NAMES),
  object: fc.constantFrom(...NAMES),
  kind: fc.constantFrom("mention", "alias", "tie", "value", "figure", "quote"),
  number: fc.integer({ min: 1, max: 3 }),
});
type Said = typeof said extends fc.Arbitrary<infer T> ? T : never;

const CODES: Readonly<Record<string, string>> = { 苏州市: "320500", 苏州: "320500", 江苏: "320000" };

function claimOf(report: string, { subject, object, kind, number }: Said): Claim {
  const {
    report: _,
    id: __,
    ...base
  } = mention(report, subject.type, subject.name) as Claim & { kind: "mention" };
  const own = {
    report,
    sentence: base.sentence,
    span: base.span,
    rule: base.rule,
    confidence: base.confidence,
  };
  if (kind === "alias" && subject.type === object.type)
    return alias(report, subject.type, subject.name, object.name);
  if (kind === "tie") {
    if (subject.type === "Person") return relation(report, subject, "WORKS_FOR", object, { title: "主任" });
    if (object.type === "Project")
      return subject.type === "Project"
        ? relation(report, subject, "PART_OF", object)
        : relation(report, subject, "INVESTS", object, { amount: number });
    if (object.type === "Place") return relation(report, subject, "LOCATED_IN", object);
    return makeClaim({
      ...own,
      kind: "relation",
      predicate: "QUOTED_BY",
      subject,
      object: "REPORT",
      status: "stated",
    });
  }
  if (kind === "value")
    return subject.type === "Project"
      ? value(report, subject, "stage", number === 1 ? "started" : "signed")
      : value(report, subject, "description", `说法${number}`);
  if (kind === "figure")
    return makeClaim({
      ...own,
      kind: "observation",
      subject: number === 1 ? "city" : subject,
      indicator: "产值",
      value: number,
      unit: number === 2 ? "吨" : "亿元",
      observationKind: "actual",
      original: `${number}亿元`,
    });
  if (kind === "quote")
    return makeClaim({
      ...own,
      kind: "quote",
      speaker: subject,
      words: `话${number}`,
      direct: true,
      about: [object],
    });
  const code = CODES[subject.name];
  return mention(report, subject.type, subject.name, code === undefined || number === 3 ? {} : { code });
}

type Step =
  | { do: "put"; reports: { id: string; home: string | undefined; date: string; said: Said[] }[] }
  | { do: "remove"; ids: string[] }
  | { do: "judge"; judgement: UserJudgement }
  | { do: "forget"; at: number };

const report = fc.record({
  id: fc.constantFrom(...REPORTS),
  home: fc.constantFrom(...HOMES),
  date: fc.constantFrom("", "2022-01-01", "2024-05-01"),
  said: fc.array(said, { minLength: 1, maxLength: 14 }),
});

const judgement: fc.Arbitrary<UserJudgement> = fc
  .record({
    left: fc.constantFrom(...NAMES),
    right: fc.constantFrom(...NAMES),
    decision: fc.constantFrom("same" as const, "different" as const),
    report: fc.option(fc.constantFrom(...REPORTS)),
    other: fc.option(fc.constantFrom(...REPORTS)),
  })
  .filter(({ left, right }) => left.type === right.type)
  .map(({ left, right, decision, report: of, other }) => ({
    type: left.type as EntityType,
    left: { name: left.name, ...(of === null ? {} : { report: of }) },
    right: { name: right.name, ...(other === null ? {} : { report: other }) },
    decision,
  }))
  .filter(({ left, right }) => JSON.stringify(left) !== JSON.stringify(right));

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("put" as const),
      reports: fc.array(report, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("remove" as const),
      ids: fc.subarray(REPORTS, { minLength: 1, maxLength: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("judge" as const), judgement }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("forget" as const), at: fc.nat(5) }) },
);

class World {
  readonly held = new Map<string, Held>();
  judgements: UserJudgement[] = [];
  readonly index: GraphIndexDb;

  /** A store that follows: its items by kind and id, and how it calls what it holds. */
  readonly follower = new Map<string, string>();
  #followed = "0";
  steps = 0;

  constructor() {
    this.index = openIndex(":memory:", ({ id }) => this.held.get(id)?.claims ?? []).index;
    follow(this.index.db, "follower", 0, "0");
  }

  /** Every third step the store gets what it lacks. */
  catchUp({ nodes, edges }: Graph): void {
    if (this.steps++ % 3 !== 2) return;
    const { db, revision } = this.index;
    const delta = deltaFor(db, "follower", this.#followed) as GraphDelta;
    // What came and went meanwhile is gone, too, and was never there.
    for (const { id } of delta.gone.nodes) this.follower.delete(`node ${id}`);
    for (const { id } of delta.gone.edges) this.follower.delete(`edge ${id}`);
    for (const one of delta.nodes) this.follower.set(`node ${one.id}`, JSON.stringify(one));
    for (const one of delta.edges) this.follower.set(`edge ${one.id}`, JSON.stringify(one));
    const ends = new Set(delta.edges.flatMap(({ start, end }) => [start, end]));
    expect(new Map(delta.ends)).toEqual(
      new Map(nodes.filter(({ id }) => ends.has(id)).map(({ id, labels }) => [id, labels])),
    );
    expect(delta.total).toEqual({ nodes: nodes.length, edges: edges.length });
    expect(this.follower).toEqual(
      new Map([
        ...nodes.map((one): [string, string] => [`node ${one.id}`, JSON.stringify(one)]),
        ...edges.map((one): [string, string] => [`edge ${one.id}`, JSON.stringify(one)]),
      ]),
    );
    this.#followed = String(revision);
    follow(db, "follower", revision, this.#followed);
  }

  apply(one: Step): void {
    if (one.do === "put") {
      const put = [...new Map(one.reports.map((r) => [r.id, r])).values()].map(
        ({ id, home, date, said: all }) => {
          const entry = entryOf(id, home, date);
          const claims = [...new Map(all.map((s) => claimOf(id, s)).map((c) => [c.id, c])).values()];
          this.held.set(id, { entry, claims });
          return { entry, claims, kept: { entry: JSON.stringify(entry), claims: "" } };
        },
      );
      changeIndex(this.index, { put });
    } else if (one.do === "remove") {
      for (const id of one.ids) this.held.delete(id);
      changeIndex(this.index, { remove: one.ids });
    } else {
      if (one.do === "judge") this.judgements = [...this.judgements, one.judgement];
      else this.judgements = this.judgements.filter((_, i) => i !== one.at);
      changeIndex(this.index, { judgements: this.judgements });
    }
  }

  check(): void {
    const now = oracle(this.held, this.judgements);
    expect(rowsOf(this.index)).toEqual(linesOf(now));
    this.catchUp(now);
    const labels = now.nodes.flatMap((n) => n.labels);
    const counted = this.index.db.all<{ label: string; n: number }>(
      "SELECT label, n FROM tally WHERE kind = 'labels'",
    );
    expect(new Map(counted.map(({ label, n }) => [label, n]))).toEqual(
      new Map([...new Set(labels)].sort().map((label) => [label, labels.filter((l) => l === label).length])),
    );
  }
}

/** All that an export may ask, as text. */
function streamed(items: GraphItems, { nodes, edges }: Graph): string[] {
  const types = new Map(nodes.map((node) => [node.id, typeOfNode(node)]));
  const groups = new Map(
    edges.map(({ type, start, end }): [string, Required<EdgesOf>] => {
      const of = { type, startType: types.get(start) as string, endType: types.get(end) as string };
      return [JSON.stringify(of), of];
    }),
  );
  return [
    [...items.nodes()],
    [...items.edges()],
    [...items.linkedEdges()],
    nodes.map((node) => [...items.nodes({ type: typeOfNode(node), labels: node.labels })]),
    [...new Set(types.values())].map((type) => [...items.nodes({ type })]),
    nodes.map(({ id }) => [...items.edgesFrom(id)]),
    ...[...groups.values()].map((of) => [
      [...items.edges(of)],
      [...items.edges({ type: of.type })],
      [...items.linkedEdges(of)],
    ]),
  ].map((part) => JSON.stringify(part));
}

/** Two things of one name that people part; the earlier one goes, so the other goes by the name alone. */
const PARTED: Step[] = (() => {
  const [name, other] = [ref("Company", "松柏电气股份有限公司"), ref("Agency", "市发改委")];
  const said = (subject: EntityRef): Said[] => [{ subject, object: name, kind: "mention", number: 1 }];
  const put = (id: string, date: string, subject: EntityRef): Step => ({
    do: "put",
    reports: [{ id, home: "320500", date, said: said(subject) }],
  });
  return [
    put("a", "", name),
    {
      do: "judge",
      judgement: {
        type: "Company",
        left: { name: name.name },
        right: { name: name.name, report: "b" },
        decision: "different",
      },
    },
    put("b", "2022-01-01", name),
    put("b", "", other),
  ];
})();

describe("the index", () => {
  it("holds after every step of any history the graph that is made from scratch, byte for byte", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const world = new World();
        const store = openMemory();
        for (const [i, one] of steps.entries()) {
          world.apply(one);
          world.check();
          if (i % 4 === 0) await store.sync(lazyGraph(world.index.db));
        }
        const now = oracle(world.held, world.judgements);
        // A store that compares the whole graph, without holding it.
        await store.sync(lazyGraph(world.index.db));
        expect(linesOf(await store.graph())).toEqual(linesOf(now));
        expect(streamed(indexSource(world.index), now)).toEqual(streamed(itemsOf(now), now));
        world.index.close();
      }),
      { numRuns: Number(process.env["HISTORIES"] ?? 60), examples: [[PARTED]] },
    );
  });
});
