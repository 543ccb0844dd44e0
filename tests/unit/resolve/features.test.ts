/** The table of features: for each a pair of names in which it holds, and what the pair is worth. */
import { describe, expect, it } from "vitest";
import type { EntityType } from "../../../src/model/claim.ts";
import { compare, FEATURES, type Side } from "../../../src/resolve/features.ts";
import { profileOf } from "../../../src/resolve/profile.ts";

const [SUZHOU, KUNSHAN, NANJING] = ["320500", "320583", "320100"] as const;

function side(type: EntityType, name: string, home: string | undefined, more: Partial<Side> = {}): Side {
  const profile = profileOf(type, name, home);
  return {
    profile,
    core: profile.core,
    homes: new Set(home === undefined ? [] : [home]),
    investors: new Set(),
    wholes: new Set(),
    alias: false,
    ...more,
  };
}

type Pair = readonly [type: EntityType, a: Side, b: Side];

const pair = (
  type: EntityType,
  [a, homeOfA, ofA]: readonly [name: string, home?: string, more?: Partial<Side>],
  [b, homeOfB, ofB]: readonly [name: string, home?: string, more?: Partial<Side>],
): Pair => [type, side(type, a, homeOfA, ofA), side(type, b, homeOfB, ofB)];

const by = (...investors: number[]): Partial<Side> => ({ investors: new Set(investors) });
const BASE = "松柏特种电缆生产基地";

const PAIRS: readonly (readonly [pair: Pair, score: number, held: readonly string[]])[] = [
  [
    pair("Company", ["松柏电气股份有限公司", SUZHOU], ["松柏电气", SUZHOU]),
    1,
    [
      "brand equal +0.5",
      "sector equal +0.3",
      "same city +0.2",
      "place equal +0.15",
      "long core +0.1",
      "main company of the brand +0.1",
    ],
  ],
  [
    pair("Company", ["松柏集团", SUZHOU], ["松柏电气", NANJING]),
    0.45,
    [
      "brand equal +0.5",
      "brand of two and a sector on one side −0.2",
      "core of two −0.2",
      "place equal +0.15",
      "main company of the brand +0.1",
      "sector on one side only +0.1",
    ],
  ],
  [
    pair("Company", ["苏州松柏电气有限公司", SUZHOU], ["松柏电气", KUNSHAN]),
    1,
    [
      "brand equal +0.5",
      "sector equal +0.3",
      "place is the report's +0.2",
      "same city +0.2",
      "long core +0.1",
      "place on one side, no main company −0.1",
    ],
  ],
  [
    pair("Company", ["江苏松柏集团有限公司", NANJING], ["松柏集团", SUZHOU]),
    1,
    [
      "brand equal +0.5",
      "sector equal +0.3",
      "core of two −0.2",
      "place is the report's +0.2",
      "main company of the brand +0.1",
      "place on one side, a main company +0.1",
    ],
  ],
  [
    pair("Company", ["松柏股份有限公司"], ["松柏股份"]),
    1,
    [
      "brand equal +0.5",
      "sector equal +0.3",
      "core of two −0.2",
      "one less its legal ending +0.2",
      "place equal +0.15",
      "main company of the brand +0.1",
    ],
  ],
  [
    pair("Company", ["松柏云集团"], ["松柏云"]),
    1,
    [
      "brand equal +0.5",
      "sector equal +0.3",
      "place equal +0.15",
      "main company of the brand +0.1",
      "core of three +0.05",
    ],
  ],
  [
    pair("Company", ["松柏电子（苏州）有限公司"], ["松柏电子"]),
    0.7,
    [
      "brand equal +0.5",
      "place in brackets on one side −0.35",
      "sector equal +0.3",
      "place equal +0.15",
      "long core +0.1",
    ],
  ],
  [
    pair("Company", ["中铁十五局集团有限公司"], ["中铁"]),
    0.35,
    ["sector equal +0.3", "core of two −0.2", "place equal +0.15", "main company of the brand +0.1"],
  ],
  [
    pair("Company", ["中铁十五局集团有限公司"], ["松柏集团"]),
    0,
    [
      "one is a central or known company −0.4",
      "sector equal +0.3",
      "core of two −0.2",
      "place equal +0.15",
      "main company of the brand +0.1",
    ],
  ],
  [
    pair("Company", ["城投集团", SUZHOU], ["城投集团", SUZHOU]),
    0.65,
    [
      "brand equal +0.5",
      "no brand −0.4",
      "sector equal +0.3",
      "core of two −0.2",
      "same city +0.2",
      "place equal +0.15",
      "main company of the brand +0.1",
    ],
  ],
  [
    pair("Project", [BASE, SUZHOU, by(1)], [BASE, KUNSHAN, by(1)]),
    1,
    ["core equal +0.6", "same place of report +0.25", "investor shared +0.2", "long core +0.1"],
  ],
  [
    pair("Project", [BASE, SUZHOU, by(1)], [BASE, SUZHOU, by(2)]),
    0.65,
    ["core equal +0.6", "other investor −0.3", "same place of report +0.25", "long core +0.1"],
  ],
  [
    pair("Project", [BASE, SUZHOU, by(1)], [BASE, SUZHOU]),
    1,
    ["core equal +0.6", "same place of report +0.25", "long core +0.1", "investor unknown +0.05"],
  ],
  [
    pair(
      "Project",
      [BASE, SUZHOU, { ...by(1), wholes: new Set([5]) }],
      ["澄岳码头", SUZHOU, { ...by(2), wholes: new Set([5]) }],
    ),
    0.85,
    ["phase of one whole +0.6", "same place of report +0.25"],
  ],
  [
    pair("Project", ["松柏园", SUZHOU], ["松柏园", SUZHOU]),
    0.7,
    ["core equal +0.6", "same place of report +0.25", "short core −0.2", "investor unknown +0.05"],
  ],
  [
    pair("Project", ["新能源产业园", SUZHOU], ["新能源产业园", NANJING]),
    0.25,
    [
      "core equal +0.6",
      "core of common words −0.4",
      "long core +0.1",
      "other place of report −0.1",
      "investor unknown +0.05",
    ],
  ],
  [
    pair("Project", ["苏州松柏特种电缆基地", NANJING], ["苏州松柏特种电缆基地", SUZHOU]),
    0.9,
    [
      "core equal +0.6",
      "place equal +0.25",
      "long core +0.1",
      "other place of report −0.1",
      "investor unknown +0.05",
    ],
  ],
  [
    pair("Project", ["江苏松柏特种电缆基地", NANJING], ["苏州松柏特种电缆基地", SUZHOU]),
    0.7,
    [
      "core equal +0.6",
      "place equal +0.25",
      "place in the place of the other −0.2",
      "long core +0.1",
      "other place of report −0.1",
      "investor unknown +0.05",
    ],
  ],
  [
    pair("Project", ["云岭高铁", SUZHOU], ["云岭高铁", NANJING]),
    0.95,
    ["core equal +0.6", "a line through many places +0.3", "investor unknown +0.05"],
  ],
  [
    pair("Institution", ["松柏研究院", SUZHOU], ["松柏研究院", SUZHOU]),
    1,
    ["core equal +0.6", "place equal +0.35", "same city +0.05"],
  ],
  [
    pair("Institution", ["苏州松柏研究院", NANJING], ["松柏研究院", SUZHOU]),
    0.75,
    ["core equal +0.6", "place is the report's +0.35", "other place of report −0.2"],
  ],
  [
    pair("Event", ["产业大会", SUZHOU], ["2024产业大会", SUZHOU]),
    0.15,
    ["place equal +0.35", "mark on one side only −0.25", "same city +0.05"],
  ],
  [
    pair("Agency", ["苏州市发改委", SUZHOU], ["市发展和改革委员会", SUZHOU]),
    0.95,
    ["one body +0.5", "department or nameplate equal +0.45"],
  ],
  [pair("Agency", ["发改委"], ["发展和改革委员会"]), 0.45, ["department or nameplate equal +0.45"]],
];

describe("how alike two names are", () => {
  it.each(
    PAIRS.map(
      ([given, score, held]) => [given[1].profile.name, given[2].profile.name, given, score, held] as const,
    ),
  )("%s and %s", (_a, _b, [, a, b], score, held) => {
    const found = compare(a, b);
    expect(found).toEqual(compare(b, a));
    expect([found.score, found.reasons]).toEqual([score, held]);
  });

  it("every feature is held by one of these pairs", () => {
    const held = PAIRS.flatMap(([[type, a, b]]) =>
      FEATURES.filter(({ types, holds }) => types.includes(type) && holds(a, b)),
    );
    expect(FEATURES.filter((feature) => !held.includes(feature)).map(({ name }) => name)).toEqual([]);
  });
});
