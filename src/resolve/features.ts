/**
 * How alike two names are: one table of features and weights. Every feature that holds adds its weight to the score and its
 * name to the reasons. From 0.9 a pair is merged, from 0.5 it is shown to people.
 * @module
 */

import type { EntityType } from "../model/claim.ts";
import { compatible, isAround, sameCity } from "./lead.ts";
import { unmatchedMark } from "./marks.ts";
import type { Profile } from "./profile.ts";
import { isCommonCore, isLine } from "./project-name.ts";

/** One side of a comparison: a name and the reports' places that use it. */
export interface Side {
  profile: Profile;
  /** Core to compare: a project may be compared without its investor. */
  core: string;
  homes: ReadonlySet<string>;
  /** Groups of the investors, for projects. */
  investors: ReadonlySet<number>;
  /** Groups of the wholes that it is a phase of. */
  wholes: ReadonlySet<number>;
  /** The report itself calls it the core that is compared. */
  alias: boolean;
}

interface Feature {
  name: string;
  types: readonly EntityType[];
  weight: number;
  holds(a: Side, b: Side): boolean;
}

const shorter = (a: Side, b: Side): number => Math.min(a.core.length, b.core.length);
const oneHas = (x: string | undefined, y: string | undefined): boolean =>
  ((x ?? "") !== "") !== ((y ?? "") !== "");
const company = (s: Side): NonNullable<Profile["company"]> =>
  s.profile.company as NonNullable<Profile["company"]>;
const placed = (a: Side, b: Side): Side => (a.profile.place === undefined ? b : a);
const unplaced = (a: Side, b: Side): Side => (a.profile.place === undefined ? a : b);
const oneCity = (a: Side, b: Side): boolean =>
  [...a.homes].some((x) => [...b.homes].some((y) => x === y || sameCity(x, y)));
const sharedInvestor = (a: Side, b: Side): boolean => [...a.investors].some((i) => b.investors.has(i));
const sharedWhole = (a: Side, b: Side): boolean => [...a.wholes].some((w) => b.wholes.has(w));
/** 松柏股份 and 松柏股份有限公司. */
function lessEnding(a: Side, b: Side): boolean {
  const [short, long] = [a.profile.plain, b.profile.plain].sort((x, y) => x.length - y.length) as [
    string,
    string,
  ];
  return (
    /(?:集团|股份|控股)$/u.test(short) &&
    long.startsWith(short) &&
    /^(?:股份)?有限(?:责任)?公司$|^公司$/u.test(long.slice(short.length))
  );
}
/** The place in the one name is where the other name's reports are. */
const placeIsHome = (a: Side, b: Side): boolean =>
  oneHas(a.profile.place, b.profile.place) &&
  [...unplaced(a, b).homes].some((home) => compatible(placed(a, b).profile.place as string, home));

const COMPANY = ["Company"] as const;
const PROJECT = ["Project"] as const;
const OTHER = ["Institution", "Policy", "Mechanism", "Event", "Place", "Industry"] as const;

export const FEATURES: readonly Feature[] = [
  {
    name: "brand equal",
    types: COMPANY,
    weight: 0.5,
    holds: (a, b) => company(a).brand === company(b).brand,
  },
  {
    name: "sector equal",
    types: COMPANY,
    weight: 0.3,
    holds: (a, b) => company(a).sector === company(b).sector,
  },
  {
    name: "sector on one side only",
    types: COMPANY,
    weight: 0.1,
    holds: (a, b) => company(a).sector !== company(b).sector,
  },
  { name: "place equal", types: COMPANY, weight: 0.15, holds: (a, b) => a.profile.place === b.profile.place },
  { name: "place is the report's", types: COMPANY, weight: 0.2, holds: placeIsHome },
  {
    name: "place on one side, a main company",
    types: COMPANY,
    weight: 0.1,
    holds: (a, b) => oneHas(a.profile.place, b.profile.place) && company(placed(a, b)).parent,
  },
  {
    name: "place on one side, no main company",
    types: COMPANY,
    weight: -0.1,
    holds: (a, b) => oneHas(a.profile.place, b.profile.place) && !company(placed(a, b)).parent,
  },
  { name: "same city", types: COMPANY, weight: 0.2, holds: oneCity },
  {
    name: "main company of the brand",
    types: COMPANY,
    weight: 0.1,
    holds: (a, b) => company(a).parent || company(b).parent,
  },
  { name: "one less its legal ending", types: COMPANY, weight: 0.2, holds: lessEnding },
  { name: "long core", types: COMPANY, weight: 0.1, holds: (a, b) => shorter(a, b) >= 4 },
  { name: "core of three", types: COMPANY, weight: 0.05, holds: (a, b) => shorter(a, b) === 3 },
  {
    name: "brand of two and a sector on one side",
    types: COMPANY,
    weight: -0.2,
    holds: (a, b) => shorter(a, b) <= 2 && company(a).sector !== company(b).sector,
  },
  { name: "core of two", types: COMPANY, weight: -0.2, holds: (a, b) => shorter(a, b) <= 2 },
  {
    name: "place in brackets on one side",
    types: COMPANY,
    weight: -0.35,
    holds: (a, b) => oneHas(company(a).seat, company(b).seat),
  },
  {
    name: "one is a central or known company",
    types: COMPANY,
    weight: -0.4,
    holds: (a, b) => oneHas(company(a).known, company(b).known),
  },
  {
    name: "no brand",
    types: COMPANY,
    weight: -0.4,
    holds: (a, b) => company(a).generic || company(b).generic,
  },

  { name: "core equal", types: PROJECT, weight: 0.6, holds: (a, b) => a.core === b.core },
  { name: "same place of report", types: PROJECT, weight: 0.25, holds: oneCity },
  { name: "investor shared", types: PROJECT, weight: 0.2, holds: sharedInvestor },
  { name: "phase of one whole", types: PROJECT, weight: 0.6, holds: sharedWhole },
  {
    name: "investor unknown",
    types: PROJECT,
    weight: 0.05,
    holds: (a, b) => a.investors.size === 0 || b.investors.size === 0,
  },
  {
    name: "other investor",
    types: PROJECT,
    weight: -0.3,
    holds: (a, b) =>
      a.investors.size > 0 && b.investors.size > 0 && !sharedInvestor(a, b) && !sharedWhole(a, b),
  },
  { name: "long core", types: PROJECT, weight: 0.1, holds: (a, b) => shorter(a, b) >= 6 },
  { name: "short core", types: PROJECT, weight: -0.2, holds: (a, b) => shorter(a, b) < 4 },
  {
    name: "core of common words",
    types: PROJECT,
    weight: -0.4,
    holds: (a, b) =>
      !sharedInvestor(a, b) &&
      !sharedWhole(a, b) &&
      !samePlace(a, b) &&
      !(placeIsHome(a, b) && a.core === b.core && shorter(a, b) >= 4 && !a.alias && !b.alias) &&
      isCommonCore(a.core),
  },
  { name: "place equal", types: PROJECT, weight: 0.25, holds: (a, b) => samePlace(a, b) && !oneCity(a, b) },
  {
    name: "place in the place of the other",
    types: PROJECT,
    weight: -0.2,
    holds: (a, b) => samePlace(a, b) && a.profile.place !== b.profile.place,
  },
  { name: "a line through many places", types: PROJECT, weight: 0.3, holds: (a) => isLine(a.core) },
  {
    name: "other place of report",
    types: PROJECT,
    weight: -0.1,
    holds: (a, b) => !oneCity(a, b) && !isLine(a.core),
  },

  { name: "core equal", types: OTHER, weight: 0.6, holds: (a, b) => a.core === b.core },
  { name: "place equal", types: OTHER, weight: 0.35, holds: (a, b) => a.profile.place === b.profile.place },
  { name: "place is the report's", types: OTHER, weight: 0.35, holds: placeIsHome },
  { name: "same city", types: OTHER, weight: 0.05, holds: oneCity },
  {
    name: "other place of report",
    types: OTHER,
    weight: -0.2,
    holds: (a, b) =>
      !oneCity(a, b) && !(a.profile.place !== undefined && a.profile.place === b.profile.place),
  },

  {
    name: "one body",
    types: ["Agency"],
    weight: 0.5,
    holds: (a, b) => a.profile.place !== undefined && a.profile.place === b.profile.place,
  },
  { name: "department or nameplate equal", types: ["Agency"], weight: 0.45, holds: () => true },

  {
    name: "mark on one side only",
    types: [...COMPANY, ...PROJECT, ...OTHER, "Agency"],
    weight: -0.25,
    holds: (a, b) => unmatchedMark(a.profile.marks, b.profile.marks) !== undefined,
  },
];

const samePlace = (a: Side, b: Side): boolean =>
  a.profile.place !== undefined &&
  b.profile.place !== undefined &&
  (isAround(a.profile.place, b.profile.place) || isAround(b.profile.place, a.profile.place));

/** Score 0..1 and the features that made it, heaviest first. */
export function compare(a: Side, b: Side): { score: number; reasons: string[] } {
  const held = FEATURES.filter((f) => f.types.includes(a.profile.type) && f.holds(a, b));
  const sum = held.reduce((total, f) => total + f.weight, 0);
  return {
    score: Math.round(Math.min(1, Math.max(0, sum)) * 1000) / 1000,
    reasons: held
      .sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight) || (x.name < y.name ? -1 : 1))
      .map((f) => `${f.name} ${f.weight > 0 ? "+" : "−"}${Math.abs(f.weight)}`),
  };
}
