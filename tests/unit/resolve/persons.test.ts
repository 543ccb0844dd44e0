import { describe, expect, it } from "vitest";
import { namesakes } from "../../../src/resolve/persons.ts";
import { profileOf } from "../../../src/resolve/profile.ts";
import type { SimilarContext } from "../../../src/resolve/similar.ts";
import { collectUnits, type Unit } from "../../../src/resolve/units.ts";
import { mention, ref, relation, reportsOf } from "./claims.ts";

interface Told {
  home?: string;
  /** Type and name of the body, and the post in it. */
  works?: [type: "Company" | "Agency", body: string, post?: string][];
}

/** One person of a name in each report; bodies of one name and home are one group. */
function pairsOf(name: string, told: Record<string, Told>): [string, string, number, string[]][] {
  const claims = Object.entries(told).flatMap(([report, { works = [] }]) => [
    mention(report, "Person", name),
    ...works.flatMap(([type, body, title]) => [
      mention(report, type, body),
      relation(
        report,
        ref("Person", name),
        "WORKS_FOR",
        ref(type, body),
        title === undefined ? {} : { title },
      ),
    ]),
  ]);
  const homes = Object.fromEntries(Object.entries(told).map(([report, { home }]) => [report, home]));
  const units = collectUnits(claims, reportsOf(homes));
  const groups = new Map<string, number>();
  const groupOf = (unit: Unit): number => {
    const key = `${unit.type} ${unit.name} ${unit.type === "Agency" ? unit.home : ""}`;
    if (!groups.has(key)) groups.set(key, groups.size);
    return groups.get(key) as number;
  };
  const context: SimilarContext = {
    profile: ({ type, name: of, home, code }) => profileOf(type, of, home, code),
    group: groupOf,
    tied: (key) => {
      const unit = units.get(key);
      return unit && { unit, group: groupOf(unit) };
    },
  };
  return namesakes(
    [...units.values()].filter(({ type }) => type === "Person"),
    context,
  ).map(({ left, right, score, reasons }) => [left.report, right.report, score, reasons]);
}
const scoreOf = (name: string, a: Told, b: Told): number | undefined => pairsOf(name, { a, b })[0]?.[2];

describe("people of one name", () => {
  const firm: NonNullable<Told["works"]>[number] = ["Company", "云岭集团", "董事长"];

  it.each([
    ["nothing else", {}, {}, 0.5],
    ["one city", { home: "320500" }, { home: "320581" }, 0.75],
    ["two cities", { home: "320500" }, { home: "210300" }, 0.5],
    ["one body", { works: [["Company", "云岭集团"]] }, { works: [["Company", "云岭集团"]] }, 0.95],
    ["one body and post", { works: [firm] }, { works: [firm] }, 1],
    ["other bodies", { works: [firm] }, { works: [["Company", "青禾集团", "总经理"]] }, undefined],
    [
      "one post in other bodies",
      { works: [firm] },
      { works: [["Company", "青禾集团", "董事长"]] },
      undefined,
    ],
    [
      "other bodies in one city",
      { home: "320500", works: [firm] },
      { home: "320500", works: [["Company", "青禾集团"]] },
      0.6,
    ],
    [
      "bodies of one place",
      { home: "320500", works: [["Agency", "市发改委"]] },
      { home: "320500", works: [["Agency", "市商务局"]] },
      0.9,
    ],
    ["a post against none", { works: [firm] }, {}, 0.5],
  ] as [string, Told, Told, number | undefined][])("tied by %s", (_, a, b, score) => {
    expect(scoreOf("周文博", a, b)).toBe(score);
  });

  it("whose name is short need more", () => {
    expect(scoreOf("周文", {}, {})).toBeUndefined();
    expect(scoreOf("周文", { home: "320500" }, { home: "320500" })).toBe(0.65);
  });

  it("are paired best first, with what speaks for it", () => {
    const pairs = pairsOf("周文博", {
      a: { home: "320500" },
      b: { works: [firm] },
      c: { home: "320500", works: [firm] },
    });
    expect(pairs).toEqual([
      ["b", "c", 1, ["name equal +0.5", "same body +0.45", "same post +0.15"]],
      ["a", "c", 0.75, ["name equal +0.5", "same city +0.25"]],
      ["a", "b", 0.5, ["name equal +0.5"]],
    ]);
  });

  it("that are too many are compared only with their neighbours of one body or city", () => {
    const ids = Array.from({ length: 31 }, (_, i) => `r${String(i).padStart(2, "0")}`);
    const told = (ties: (i: number) => Told): [string, string][] =>
      pairsOf("张文博", Object.fromEntries(ids.map((id, i) => [id, ties(i)]))).map(([a, b]) => [a, b]);
    expect(told(() => ({}))).toEqual([]);
    expect(told((i) => (i === 3 || i === 9 || i === 20 ? { home: "320500" } : {}))).toEqual([
      ["r03", "r09"],
      ["r09", "r20"],
    ]);
    expect(told((i) => (i < 2 ? { works: [firm] } : {}))).toEqual([["r00", "r01"]]);
  });
});
