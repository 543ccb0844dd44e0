import { describe, expect, it } from "vitest";
import type { Claim, EntityType } from "../../../src/model/claim.ts";
import { OPEN_PER_NAME, type Resolution, resolve, type UserJudgement } from "../../../src/resolve/index.ts";
import { alias, mention, ref, relation, reportsOf } from "./claims.ts";

const homes = reportsOf(
  { a: "320500", b: "320500", c: "320500" },
  { a: "2022-01-01", b: "2023-01-01", c: "2024-01-01" },
);
const FULL = "松柏云测电气股份有限公司";
const claims: Claim[] = [
  mention("a", "Company", FULL),
  mention("b", "Company", "松柏云测"),
  mention("c", "Company", "松柏云测电气"),
];

const one = (r: Resolution, type: EntityType, ...sides: [string, string][]): boolean =>
  new Set(sides.map(([report, name]) => r.entityOf(report, ref(type, name)))).size === 1;
const said = (
  decision: "same" | "different",
  left: string,
  right: string,
  report?: string,
): UserJudgement => ({
  type: "Company",
  left: { name: left, ...(report === undefined ? {} : { report }) },
  right: { name: right },
  decision,
});

describe("judgements of the program", () => {
  it("explain a merge by its features", () => {
    const { judgements } = resolve(claims, homes);
    const same = judgements.filter((j) => j.decision === "same");
    expect(same.length).toBe(2);
    for (const j of same) {
      expect(j).toMatchObject({ by: "rule", type: "Company" });
      expect(j.score).toBeGreaterThanOrEqual(0.9);
      expect(j.reasons[0]).toBe("brand equal +0.5");
    }
  });

  it("leave what is unsure open, a few for each name, and count the others", () => {
    const many = Array.from({ length: 12 }, (_, i) =>
      mention("a", "Project", `松柏特种电缆${"甲乙丙丁戊己庚辛壬癸子丑"[i]}号基地`),
    );
    const { judgements, openLeftOut, entities } = resolve(many, homes);
    expect(entities.length).toBe(12);
    const open = judgements.filter((j) => j.decision === "undecided");
    expect(open.length).toBeGreaterThan(0);
    for (const j of open) {
      expect(j.score).toBeGreaterThanOrEqual(0.5);
      expect(j.score).toBeLessThan(0.9);
    }
    const perName = new Map<string, number>();
    for (const j of open)
      for (const { name } of [j.left, j.right]) perName.set(name, (perName.get(name) ?? 0) + 1);
    expect(Math.max(...perName.values())).toBeLessThanOrEqual(OPEN_PER_NAME);
    expect(open.length + openLeftOut).toBe(66);
  });

  it("leave a short name open that fits two companies", () => {
    const rival = mention("c", "Company", "松柏云测化工股份有限公司");
    const r = resolve([claims[0] as Claim, claims[1] as Claim, rival], homes);
    expect(r.entities.length).toBe(3);
    expect(
      r.judgements.filter(
        (j) => j.decision === "undecided" && j.reasons.includes("fits several that are different"),
      ).length,
    ).toBe(2);
  });

  it("say why a name of the same report was not joined", () => {
    const r = resolve(
      [
        mention("a", "Project", "松柏基地一期"),
        alias("a", "Project", "松柏基地一期", "松柏基地"),
        mention("a", "Project", "松柏基地二期"),
        alias("a", "Project", "松柏基地二期", "松柏基地"),
      ],
      homes,
    );
    expect(r.entities.length).toBe(2);
    expect(r.judgements.find((j) => j.decision === "different")?.reasons).toContain("phase differs");
  });
});

describe("judgements of people", () => {
  it("mean the one that goes by the name, not those that were once printed so", () => {
    const named = mention("a", "Company", "松柏矿业");
    const printed = [mention("b", "Company", "青禾化工"), alias("b", "Company", "青禾化工", "松柏矿业")];
    const meant = mention("c", "Company", "澄岳建材");
    const r = resolve([named, ...printed, meant], homes, [said("same", "松柏矿业", "澄岳建材")]);
    expect(one(r, "Company", ["a", "松柏矿业"], ["c", "澄岳建材"])).toBe(true);
    expect(one(r, "Company", ["b", "青禾化工"], ["c", "澄岳建材"])).toBe(false);
  });

  it("separate what rules join, and only that", () => {
    const r = resolve(claims, homes, [said("different", FULL, "松柏云测")]);
    expect(one(r, "Company", ["a", FULL], ["b", "松柏云测"])).toBe(false);
    expect(r.judgements.some((j) => j.reasons.includes("overruled by a person"))).toBe(true);
  });

  it("separate names that are equal, in the report that they name", () => {
    const twins = [
      mention("a", "Company", FULL),
      mention("b", "Company", FULL),
      mention("c", "Company", FULL),
    ];
    const r = resolve(twins, homes, [said("different", FULL, FULL, "a")]);
    expect(one(r, "Company", ["a", FULL], ["b", FULL])).toBe(false);
    expect(one(r, "Company", ["b", FULL], ["c", FULL])).toBe(true);
    expect(new Set(r.entities.map((e) => e.id)).size).toBe(2);
    // The oldest keeps the id that it has without the judgement.
    expect(r.entityOf("a", ref("Company", FULL))?.id).toBe(resolve(twins, homes).entities[0]?.id);
  });

  it("join what no rule would, against a veto too", () => {
    const two = [mention("a", "Company", "松柏矿业有限公司"), mention("b", "Company", "澄岳化工有限公司")];
    const r = resolve(two, homes, [said("same", "松柏矿业有限公司", "澄岳化工有限公司")]);
    expect(r.entities.length).toBe(1);
    expect(r.judgements).toMatchObject([{ by: "user", decision: "same", score: 1 }]);
  });

  it("hold for reports that come later", () => {
    const judgement = said("different", FULL, "松柏云测");
    const before = resolve(claims.slice(0, 2), homes, [judgement]);
    const after = resolve(claims, homes, [judgement]);
    for (const r of [before, after]) expect(one(r, "Company", ["a", FULL], ["b", "松柏云测"])).toBe(false);
    expect(after.entityOf("a", ref("Company", FULL))?.id).toBe(
      before.entityOf("a", ref("Company", FULL))?.id,
    );
  });

  it("wait for names that are not there yet", () => {
    expect(resolve(claims, homes, [said("same", "某某", "松柏云测")]).entities.length).toBe(1);
  });
});

describe("ids", () => {
  it("stay when later reports add other and fuller names", () => {
    const early = mention("a", "Company", "松柏云测");
    const alone = resolve([early], homes).entities[0]?.id;
    const grown = resolve(
      [early, mention("b", "Company", FULL), mention("c", "Company", "松柏云测电气")],
      homes,
    );
    expect(grown.entities.map((e) => e.id)).toEqual([alone]);
    expect(grown.entities[0]?.name).toBe(FULL);
  });

  it("are the same in every report on an agency, under every name", () => {
    const id = (report: string, name: string) =>
      resolve([mention(report, "Agency", name)], reportsOf({ a: "320500", b: "320200" })).entities[0]?.id;
    expect(id("a", "省发改委")).toBe(id("b", "江苏省发展和改革委员会"));
    expect(id("a", "市住建局")).toBe(id("b", "苏州市住房和城乡建设局"));
    expect(id("a", "市住建局")).not.toBe(id("b", "市住建局"));
  });
});

describe("people", () => {
  const chair = (report: string, name: string, body: string, post: string): Claim[] => [
    mention(report, "Company", body),
    relation(report, ref("Person", name), "WORKS_FOR", ref("Company", body), { title: post }),
  ];

  it("of one name are joined by a body, whatever the reports call it", () => {
    const away = reportsOf({ a: "320500", b: "210300" });
    const r = resolve(
      [...chair("a", "周文博", FULL, "董事长"), ...chair("b", "周文博", "松柏云测", "总经理")],
      away,
    );
    expect(one(r, "Person", ["a", "周文博"], ["b", "周文博"])).toBe(true);
  });

  it("stay apart and open where only the city ties them", () => {
    const r = resolve([mention("a", "Person", "周文博"), mention("b", "Person", "周文博")], homes);
    expect(one(r, "Person", ["a", "周文博"], ["b", "周文博"])).toBe(false);
    expect(r.judgements).toMatchObject([{ decision: "undecided", type: "Person", score: 0.75 }]);
  });

  it("are not listed when nothing but the name ties them and there are many", () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`r${i}`, undefined]));
    const r = resolve(
      Object.keys(many).map((id) => mention(id, "Person", "张伟")),
      reportsOf(many),
    );
    expect(r.entities.length).toBe(60);
    expect(r.judgements.length).toBe(0);
  });
});
