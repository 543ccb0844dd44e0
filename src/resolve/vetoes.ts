/**
 * What two names of one thing can never differ in. A veto beats every score, and a group of names is never joined to another
 * when any two of their names are under a veto.
 * @module
 */
import { compatible } from "./lead.ts";
import { differingMark } from "./marks.ts";
import type { Profile } from "./profile.ts";

interface Veto {
  name: string;
  /** Whether it also holds where the report itself calls the two one thing. */
  always: boolean;
  holds(a: Profile, b: Profile): boolean;
}

const both = (x: string | undefined, y: string | undefined): boolean =>
  x !== undefined && y !== undefined && x !== "" && y !== "";
const differ = (x: string | undefined, y: string | undefined): boolean => both(x, y) && x !== y;

const VETOES: readonly Veto[] = [
  {
    name: "place",
    always: true,
    holds: (a, b) =>
      both(a.place, b.place) &&
      a.place !== b.place &&
      (a.type === "Agency" ||
        a.type === "Company" ||
        a.type === "Institution" ||
        !compatible(a.place as string, b.place as string)),
  },
  { name: "code", always: true, holds: (a, b) => differ(a.code, b.code) },
  {
    name: "place in the name",
    always: true,
    holds: (a, b) =>
      a.about.length > 0 && b.about.length > 0 && !a.about.some((x) => b.about.some((y) => compatible(x, y))),
  },
  { name: "place in brackets", always: true, holds: (a, b) => differ(a.company?.seat, b.company?.seat) },
  { name: "mark", always: true, holds: (a, b) => differingMark(a.marks, b.marks) !== undefined },
  { name: "branch", always: true, holds: (a, b) => (a.company?.branch ?? "") !== (b.company?.branch ?? "") },
  { name: "registered company", always: true, holds: (a, b) => differ(a.company?.known, b.company?.known) },
  { name: "sector", always: false, holds: (a, b) => sectorsDiffer(a, b) },
  {
    name: "registered name",
    always: false,
    holds: ({ company: a }, { company: b }) =>
      a?.legal === true &&
      b?.legal === true &&
      !(a.known !== undefined && a.known === b.known) &&
      a.core !== b.core,
  },
  { name: "daughter", always: false, holds: (a, b) => isDaughter(a, b) || isDaughter(b, a) },
  {
    name: "department",
    always: false,
    holds: (a, b) => a.agency !== undefined && b.agency !== undefined && !sharesPlate(a, b),
  },
];

/** 电气 and 电气装备 may be one company, 电气 and 化工 not. */
function sectorsDiffer({ company: a }: Profile, { company: b }: Profile): boolean {
  return (
    a !== undefined &&
    b !== undefined &&
    both(a.sector, b.sector) &&
    !a.sector.startsWith(b.sector) &&
    !b.sector.startsWith(a.sector)
  );
}

/** 松柏集团矿业公司, 松柏矿业 beside 松柏集团. */
function isDaughter({ company: whole }: Profile, { company: part }: Profile): boolean {
  if (whole === undefined || part === undefined || whole.brand !== part.brand) return false;
  return (
    whole.group &&
    !whole.daughter &&
    whole.sector === "" &&
    part.sector !== "" &&
    (part.daughter || !part.group)
  );
}

/** One department, or the name in the brackets of the other. */
export function sharesPlate({ agency: a }: Profile, { agency: b }: Profile): boolean {
  if (a === undefined || b === undefined) return false;
  return a.department === b.department || a.plates.includes(b.department) || b.plates.includes(a.department);
}

const keys = new WeakMap<Profile, string>();

/** Everything that vetoes read of a profile: profiles with one key are under the same vetoes. */
export function vetoKey(profile: Profile): string {
  let key = keys.get(profile);
  if (key === undefined) {
    const { type, place, code, about, marks, company, agency } = profile;
    key = JSON.stringify([type, place, code, about, marks, company, agency]);
    keys.set(profile, key);
  }
  return key;
}

/**
 * Why the two cannot be one thing, or undefined.
 * @param claimed the report itself calls them one: then only places and marks forbid it.
 */
export function vetoOf(a: Profile, b: Profile, claimed = false): string | undefined {
  for (const veto of VETOES) {
    if ((veto.always || !claimed) && veto.holds(a, b))
      return veto.name === "mark" ? `${differingMark(a.marks, b.marks)} differs` : `${veto.name} differs`;
  }
  return undefined;
}
