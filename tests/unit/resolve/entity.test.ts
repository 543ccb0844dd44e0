import { describe, expect, it } from "vitest";
import { aliasesOf, countForms, describe as entitiesOf, nameOf } from "../../../src/resolve/entity.ts";
import { collectUnits } from "../../../src/resolve/units.ts";
import { mention } from "./claims.ts";

it("entities stand in the order of their ids, whatever reports name first", () => {
  const names = ["青禾", "云岭", "松柏", "澄岳", "溪湾", "南岗"].map((name) => `${name}集团有限公司`);
  const units = [
    ...collectUnits(
      names.map((name) => mention("a", "Company", name)),
      new Map(),
    ).values(),
  ];
  const found = entitiesOf(units, ({ index }) => index, new Map()).map(({ id, name }) => ({ id, name }));
  expect(found.map(({ name }) => name).sort()).toEqual(names.toSorted());
  expect(found.map(({ id }) => id)).toEqual(found.map(({ id }) => id).sort());
});

it("of two that are kept apart although they have one name, that of the earlier report has the name's own id", () => {
  const claims = ["a", "b"].map((report) => mention(report, "Company", "松柏集团"));
  const reports = new Map(
    [
      ["a", "2024-01-01"],
      ["b", "2020-01-01"],
    ].map(([id = "", date = ""]) => [id, { id, date }]),
  );
  const units = [...collectUnits(claims, reports).values()];
  const idOf = (list: typeof units, report: string): string | undefined => {
    const own = list.find((unit) => unit.report === report);
    return entitiesOf(own ? [own] : [], ({ index }) => index, reports)[0]?.id;
  };
  for (const list of [units, units.toReversed()]) {
    const ids = entitiesOf(list, ({ index }) => index, reports).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(ids).toContain(idOf(units, "b"));
    expect(ids).toEqual(entitiesOf(units, ({ index }) => index, reports).map(({ id }) => id));
  }
});

describe("what an entity is called", () => {
  it("by its fullest name, a project or an industry by its shortest, of equals the first", () => {
    const names = new Set(["松柏", "松柏集团", "松柏股份"]);
    expect(nameOf("Company", names)).toBe(["松柏集团", "松柏股份"].sort()[0]);
    expect(nameOf("Project", new Set(["松柏产业园一期", "松柏产业园"]))).toBe("松柏产业园");
    expect(nameOf("Industry", new Set(["光伏产业", "光伏"]))).toBe("光伏");
  });

  it("and every other form, the most frequent first, then in their order", () => {
    const counts = new Map([
      ["青禾", 1],
      ["松柏集团", 9],
      ["松柏", 2],
      ["澄岳", 1],
      ["云岭", 5],
    ]);
    expect(aliasesOf("松柏集团", counts)).toEqual(["云岭", "松柏", ...["青禾", "澄岳"].sort()]);
  });

  it("a form counts as often as it is printed; a name that is never printed counts nothing, but is there", () => {
    const counts = new Map([["松柏", 2]]);
    countForms(
      { name: "松柏集团", forms: new Map([["松柏", 3]]), aliases: new Set(["松柏股份", "松柏"]) },
      counts,
    );
    expect(counts).toEqual(
      new Map([
        ["松柏", 5],
        ["松柏集团", 0],
        ["松柏股份", 0],
      ]),
    );
  });
});
