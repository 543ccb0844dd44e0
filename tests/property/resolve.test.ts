import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Claim, EntityRef, EntityType } from "../../src/model/claim.ts";
import { type ReportContext, type Resolution, resolve, type UserJudgement } from "../../src/resolve/index.ts";
import { alias, mention, ref, relation } from "../unit/resolve/claims.ts";

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
    "市委",
    "苏州市政协",
  ].map((n) => ref("Agency", n)),
  ...[
    "松柏特种电缆生产基地",
    "特种电缆生产基地",
    "特种电缆生产基地项目一期",
    "特种电缆生产基地二期",
    "物流中心",
    "沈白高铁",
  ].map((n) => ref("Project", n)),
  ...["林知遥", "张伟", "周文博"].map((n) => ref("Person", n)),
  ...["第二届云泽推介会", "第三届云泽推介会", "2024世界制造业大会"].map((n) => ref("Event", n)),
];
const HOMES = ["320500", "320100", "210300", undefined];
const REPORTS = ["a", "b", "c", "d"];

const claimOf: fc.Arbitrary<Claim> = fc
  .record({
    report: fc.constantFrom(...REPORTS),
    subject: fc.constantFrom(...NAMES),
    object: fc.constantFrom(...NAMES),
    kind: fc.constantFrom("mention", "alias", "tie"),
  })
  .map(({ report, subject, object, kind }) => {
    if (kind === "alias" && subject.type === object.type)
      return alias(report, subject.type, subject.name, object.name);
    if (kind === "tie" && subject.type === "Person" && object.type === "Agency")
      return relation(report, subject, "WORKS_FOR", object, { title: "主任" });
    if (kind === "tie" && subject.type === "Company" && object.type === "Project")
      return relation(report, subject, "INVESTS", object);
    return mention(report, subject.type, subject.name);
  });

const judgementOf: fc.Arbitrary<UserJudgement> = fc
  .record({
    left: fc.constantFrom(...NAMES),
    right: fc.constantFrom(...NAMES),
    decision: fc.constantFrom("same" as const, "different" as const),
    report: fc.option(fc.constantFrom(...REPORTS)),
  })
  .filter(({ left, right }) => left.type === right.type && left.name !== right.name)
  .map(({ left, right, decision, report }) => ({
    type: left.type as EntityType,
    left: { name: left.name, ...(report === null ? {} : { report }) },
    right: { name: right.name },
    decision,
  }));

const contexts = (
  homes: readonly (string | undefined)[],
  dates: readonly string[],
): Map<string, ReportContext> =>
  new Map(
    REPORTS.map((id, i) => [
      id,
      { id, ...(homes[i] === undefined ? {} : { home: homes[i] }), ...(dates[i] ? { date: dates[i] } : {}) },
    ]),
  );

const world = {
  claims: fc.array(claimOf, { minLength: 1, maxLength: 40 }),
  homes: fc.array(fc.constantFrom(...HOMES), { minLength: 4, maxLength: 4 }),
  dates: fc.array(fc.constantFrom("", "2022-01-01", "2024-05-01"), { minLength: 4, maxLength: 4 }),
};

/** Everything that can be seen of a resolution. */
const view = (r: Resolution): string =>
  JSON.stringify({
    judgements: r.judgements,
    left: r.openLeftOut,
    entities: r.entities.map((e) => ({ ...e, units: e.units.map((u) => `${u.report}/${u.type}/${u.name}`) })),
  });

describe("resolution", () => {
  it("does not depend on the order of claims, reports or judgements", () => {
    void fc.assert(
      fc.property(
        fc.record(world),
        fc.array(judgementOf, { maxLength: 5 }),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        ({ claims, homes, dates }, said, keys) => {
          const shuffled = <T>(list: readonly T[]): T[] =>
            list
              .map((item) => ({ item, key: keys.next().value as number }))
              .sort((a, b) => a.key - b.key)
              .map(({ item }) => item);
          const reports = contexts(homes, dates);
          const straight = view(resolve(claims, reports, said));
          expect(view(resolve(shuffled(claims), new Map(shuffled([...reports])), shuffled(said)))).toBe(
            straight,
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it("gives every unit one entity, every entity an id of its own, and never joins types", () => {
    void fc.assert(
      fc.property(
        fc.record(world),
        fc.array(judgementOf, { maxLength: 5 }),
        ({ claims, homes, dates }, said) => {
          const { entities } = resolve(claims, contexts(homes, dates), said);
          expect(new Set(entities.map((e) => e.id)).size).toBe(entities.length);
          const units = entities.flatMap((e) => e.units);
          expect(new Set(units).size).toBe(units.length);
          for (const e of entities) expect(new Set(e.units.map((u) => u.type)).size).toBe(1);
        },
      ),
    );
  });

  it("keeps the ids of all others when an unrelated report comes in", () => {
    void fc.assert(
      fc.property(
        fc.record(world),
        fc.constantFrom("2020-01-01", "2030-01-01", ""),
        ({ claims, homes, dates }, date) => {
          const reports = contexts(homes, dates);
          const before = resolve(claims, reports).entities.map((e) => `${e.id} ${e.name}`);
          const stranger = [
            mention("z", "Company", "巴颜克拉毛纺厂有限公司"),
            mention("z", "Project", "雪莲牧草种植园"),
            mention("z", "Person", "扎西多吉"),
            mention("z", "Agency", "玉树市文化和旅游局"),
          ];
          const with_ = resolve(
            [...stranger, ...claims],
            new Map([...reports, ["z", { id: "z", home: "632701", ...(date ? { date } : {}) }]]),
          );
          const after = new Set(with_.entities.map((e) => `${e.id} ${e.name}`));
          for (const entity of before) expect(after).toContain(entity);
        },
      ),
    );
  });

  it("never puts together what people keep apart, unless people joined it", () => {
    void fc.assert(
      fc.property(fc.record(world), judgementOf, ({ claims, homes, dates }, said) => {
        const resolution = resolve(claims, contexts(homes, dates), [{ ...said, decision: "different" }]);
        for (const entity of resolution.entities) {
          const own = (name: string, report?: string): boolean =>
            entity.units.some(
              (u) => u.type === said.type && u.name === name && (report === undefined || u.report === report),
            );
          expect(own(said.left.name, said.left.report) && own(said.right.name)).toBe(false);
        }
      }),
    );
  });

  it("joins what people join", () => {
    void fc.assert(
      fc.property(fc.record(world), judgementOf, ({ claims, homes, dates }, said) => {
        const resolution = resolve(claims, contexts(homes, dates), [{ ...said, decision: "same" }]);
        const holders = (name: string, report?: string) =>
          resolution.entities.filter(
            (e) =>
              e.type === said.type &&
              e.units.some((u) => u.name === name && (report === undefined || u.report === report)),
          );
        const [left, right] = [holders(said.left.name, said.left.report), holders(said.right.name)];
        if (left.length > 0 && right.length > 0) expect(new Set([...left, ...right]).size).toBe(1);
      }),
    );
  });

  it("never joins phases, sessions or towns that differ", () => {
    const apart: [string, string][] = [
      ["特种电缆生产基地项目一期", "特种电缆生产基地二期"],
      ["特种电缆生产基地", "特种电缆生产基地二期"],
      ["第二届云泽推介会", "第三届云泽推介会"],
      ["澄岳重工（苏州）有限公司", "澄岳重工（南京）有限公司"],
    ];
    void fc.assert(
      fc.property(fc.record(world), ({ claims, homes, dates }) => {
        for (const entity of resolve(claims, contexts(homes, dates)).entities)
          for (const [a, b] of apart)
            expect(entity.units.some((u) => u.name === a) && entity.units.some((u) => u.name === b)).toBe(
              false,
            );
      }),
    );
  });
});
