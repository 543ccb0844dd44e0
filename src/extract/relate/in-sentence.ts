/** Candidates within a sentence: which kinds of names are paired, how far apart, and which pairs are not worth a look. @module */
import type { EntityType, RelationType } from "../../model/claim.ts";
import type { Doc, DocSentence } from "../types.ts";
import { pairFeatures } from "./features.ts";
import { isRuledOut, maySpeak } from "./ruled-out.ts";
import { speakerFeatures } from "./speaker.ts";
import { type Add, newCandidate } from "./types.ts";
import { type Node, type Row, rowOf } from "./units.ts";

interface Pairing {
  predicate: RelationType;
  from: ReadonlySet<EntityType>;
  to: ReadonlySet<EntityType>;
  /** Farthest apart in one sentence, in units. */
  reach: number;
  /** How the tail may stand in another sentence of the passage. */
  far: "subject" | "last" | "ground" | "none";
}

const types = (...list: EntityType[]): ReadonlySet<EntityType> => new Set(list);
const PAIRINGS: readonly Pairing[] = [
  {
    predicate: "INVESTS",
    from: types("Company", "Agency"),
    to: types("Project", "Place"),
    reach: 40,
    far: "subject",
  },
  {
    predicate: "LOCATED_IN",
    from: types("Project", "Company", "Institution", "Agency", "Event", "Mechanism", "Place"),
    to: types("Place"),
    reach: 40,
    far: "ground",
  },
  {
    predicate: "WORKS_FOR",
    from: types("Person"),
    to: types("Agency", "Company", "Institution", "Project"),
    reach: 30,
    far: "last",
  },
  {
    predicate: "ISSUES",
    from: types("Agency", "Place"),
    to: types("Policy", "Mechanism"),
    reach: 40,
    far: "subject",
  },
];
/**
 * So many names may stand between two that are weighed together. In a crowded list each name would otherwise be paired with
 * dozens; with a fixed number for each, the cost grows as the text does. What a rule proposes is weighed at any distance.
 */
const MOST_NEARER = 12;
/** Names between two, nested ones too. */
const crowd = (row: Row, a: Node, b: Node): number => {
  const [l, r] = a.unit < b.unit ? [a.unit, b.unit] : [b.unit, a.unit];
  return (row.firstAt[r] ?? row.nodes.length) - (row.firstAt[l + 1] ?? row.nodes.length);
};
/** Farthest apart of a part and its whole, in units. */
const PARTS_REACH = 12;
const PARTS: ReadonlySet<EntityType> = types("Agency", "Project", "Mechanism");
const range = (...list: { start: number; end: number }[]): { start: number; end: number } => ({
  start: Math.min(...list.map((m) => m.start)),
  end: Math.max(...list.map((m) => m.end)),
});

/** Is the pair worth a look? Most places of a sentence are not where a thing is: only near ones are asked about. */
function allowed(p: Pairing, a: Node, b: Node, row: Row): boolean {
  if (a.mention.name === b.mention.name) return false;
  if (Math.abs(a.unit - b.unit) > p.reach) return false;
  if (p.predicate === "LOCATED_IN") {
    if (a.mention.type === "Place") {
      // Places in places: nested, or right behind one another.
      return b.unit <= a.unit && a.unit - b.unit <= 1 && b.mention.start < a.mention.start;
    }
    if (b.mention.code === "CN") return false;
    if (a.host === b.host) return a.mention.start <= b.mention.start && b.mention.end <= a.mention.end;
    if (a.mention.type === "Mechanism" || a.mention.type === "Agency") return Math.abs(a.unit - b.unit) <= 3;
    const nearer = row.nodes.filter(
      (n) =>
        n.mention.type === "Place" &&
        n.host === n.mention &&
        Math.abs(n.unit - a.unit) < Math.abs(b.unit - a.unit) &&
        n.unit < a.unit === b.unit < a.unit,
    ).length;
    return nearer < 4;
  }
  if (p.predicate === "INVESTS" && b.mention.type === "Place") {
    if (b.host !== b.mention || a.host !== a.mention) return false;
    return a.mention.type === "Company" && Math.abs(a.unit - b.unit) <= 15;
  }
  // 甲市|某局: whose office it is says nothing of what it issues; only outermost names act.
  if (p.predicate === "ISSUES")
    return b.host === b.mention && (a.host === a.mention || a.mention.type === "Agency");
  return true;
}

/** Wholes that a name may be part of. */
function inWhole(s: DocSentence, doc: Doc, row: Row, a: Node, add: Add): void {
  for (let i = row.firstAt[Math.max(0, a.unit - PARTS_REACH)] ?? 0; i < row.nodes.length; i++) {
    const b = row.nodes[i] as Node;
    if (b.unit > a.unit + PARTS_REACH) break;
    if (b.mention.type !== a.mention.type || b.mention.name === a.mention.name) continue;
    const nested = a.host === b.host && a.mention.start <= b.mention.start && b.mention.end <= a.mention.end;
    if (
      !nested &&
      (a.mention.type === "Agency" || Math.abs(a.unit - b.unit) > PARTS_REACH || a.host === b.host)
    )
      continue;
    const c = newCandidate("PART_OF", a.mention, b.mention, s, range(a.mention, b.mention));
    add(c, () => pairFeatures(s, doc, a, b, c.features));
  }
}

/** Pairs of names that the schema allows, and people who may be quoted. */
export function inSentence(s: DocSentence, doc: Doc, add: Add): void {
  const row = rowOf(s);
  for (const p of PAIRINGS)
    for (const a of row.nodes) {
      if (!p.from.has(a.mention.type)) continue;
      for (let i = row.firstAt[Math.max(0, a.unit - p.reach)] ?? 0; i < row.nodes.length; i++) {
        const b = row.nodes[i] as Node;
        if (b.unit > a.unit + p.reach) break;
        if (a === b || !p.to.has(b.mention.type)) continue;
        if (b.unit !== a.unit && crowd(row, a, b) > MOST_NEARER) continue;
        if (!allowed(p, a, b, row) || isRuledOut(p.predicate, a.mention, b.mention, s)) continue;
        const c = newCandidate(p.predicate, a.mention, b.mention, s, range(a.mention, b.mention));
        add(c, () => pairFeatures(s, doc, a, b, c.features));
      }
    }
  for (const a of row.nodes) {
    if (a.mention.type === "Person" && maySpeak(a.host, s) && s.sentence.kind !== "title") {
      const c = newCandidate("QUOTED_BY", a.mention, "REPORT", s, a.host);
      add(c, () => speakerFeatures(s, doc, a, c.features));
    }
    if (PARTS.has(a.mention.type)) inWhole(s, doc, row, a, add);
  }
}
