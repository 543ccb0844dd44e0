/** Names that more reports mention than their nodes show: what stays of a node is not read again, and is what a build from nothing shows. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { changeIndex, type Incoming } from "../../src/index-db/change.ts";
import { openIndex } from "../../src/index-db/index.ts";
import type { Claim } from "../../src/model/claim.ts";
import type { UserJudgement } from "../../src/resolve/index.ts";
import { alias, mention, ref, relation, value } from "../unit/resolve/claims.ts";
import { entryOf, type Held, linesOf, oracle, rowsOf } from "./index-world.ts";

const DATA = "清溪市数据局";
const WATER = "清溪市水务局";
const judgement = (name: string, decision: UserJudgement["decision"]): UserJudgement => ({
  type: "Agency",
  left: { name: DATA },
  right: { name },
  decision,
});
/** What people may say, one at a time: nothing, that two names are two bodies, that two bodies are one. */
const SAID: readonly (readonly UserJudgement[])[] = [
  [],
  [judgement("数据局", "different")],
  [judgement(WATER, "same")],
];

/** How a report speaks of what all mention. */
const MANNERS: readonly ((id: string) => Claim[])[] = [
  (id) => [mention(id, "Agency", DATA), mention(id, "Person", "林知远")],
  (id) => [mention(id, "Agency", DATA), mention(id, "Agency", DATA)],
  (id) => [
    mention(id, "Agency", DATA),
    value(id, ref("Agency", DATA), "description", "管数据"),
    value(id, ref("Agency", DATA), "description", `管数据的${id}`),
  ],
  (id) => [
    mention(id, "Agency", DATA),
    alias(id, "Agency", DATA, "数据局"),
    mention(id, "Event", "2026数据大会"),
  ],
  (id) => [relation(id, ref("Person", "林知远"), "WORKS_FOR", ref("Agency", DATA), { title: "局长" })],
  (id) => [mention(id, "Agency", "数据局"), value(id, ref("Person", "林知远"), "official", true)],
  (id) => [mention(id, "Event", "2026数据大会"), mention(id, "Agency", WATER)],
  (id) => [mention(id, "Agency", WATER), mention(id, "Agency", DATA)],
];

const idOf = (i: number): string => `r${String(i).padStart(3, "0")}`;
const heldOf = (i: number, manner: number): Held => ({
  entry: entryOf(idOf(i), "320500", i % 3 === 0 ? "" : `2026-0${1 + (i % 9)}-01`),
  claims: (MANNERS[manner] as (id: string) => Claim[])(idOf(i)),
});

type Step =
  | { put: readonly (readonly [report: number, manner: number])[] }
  | { remove: readonly number[] }
  | { said: number };
const report = fc.nat({ max: 125 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      put: fc.array(fc.tuple(report, fc.nat({ max: MANNERS.length - 1 })), { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ remove: fc.array(report, { minLength: 1, maxLength: 6 }) }) },
  { weight: 2, arbitrary: fc.record({ said: fc.nat({ max: SAID.length - 1 }) }) },
);

it("shows of what everything mentions what a build from nothing shows, whatever comes and goes", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 12, maxLength: 30 }), fc.nat({ max: 4 }), (steps, first) => {
      const held = new Map<string, Held>();
      const { index } = openIndex(":memory:", ({ id }) => held.get(id)?.claims ?? []);
      let judgements: readonly UserJudgement[] = [];
      const put = (all: readonly (readonly [number, number])[]): void => {
        const incoming = new Map<string, Incoming>();
        for (const [i, manner] of all) {
          const one = heldOf(i, manner);
          held.set(one.entry.id, one);
          incoming.set(one.entry.id, { ...one, kept: { entry: JSON.stringify(one.entry), claims: "" } });
        }
        changeIndex(index, { put: [...incoming.values()] });
      };
      put(Array.from({ length: 104 }, (_, i) => [i, i % 5 < 3 ? first : i % MANNERS.length] as const));
      for (const one of steps) {
        if ("put" in one) put(one.put);
        else if ("remove" in one) {
          for (const i of one.remove) held.delete(idOf(i));
          changeIndex(index, { remove: one.remove.map(idOf) });
        } else {
          judgements = SAID[one.said] as readonly UserJudgement[];
          changeIndex(index, { judgements });
        }
        expect(rowsOf(index)).toEqual(linesOf(oracle(held, judgements)));
      }
    }),
    { numRuns: 12 },
  );
});
