/**
 * Namesakes: people of one name in different reports. A name alone proves nothing; a body, a post or a place must tie them.
 * @module
 */
import { readAgency } from "./agency-key.ts";
import { sameCity } from "./lead.ts";
import { plainName } from "./normal.ts";
import { type SimilarContext, type SimilarPair, WORTH } from "./similar.ts";
import type { Unit } from "./units.ts";

interface Person {
  unit: Unit;
  /** Groups of the bodies worked for. */
  bodies: Set<number>;
  /** Divisions whose bodies are worked for. */
  owners: Set<string>;
  posts: Set<string>;
}

const meet = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean => [...a].some((x) => b.has(x));
/** Both have a post, in bodies that have nothing to do with each other. */
const elsewhere = (a: Person, b: Person): boolean =>
  a.bodies.size > 0 && b.bodies.size > 0 && !meet(a.bodies, b.bodies) && !meet(a.owners, b.owners);
const oneCity = (a: Unit, b: Unit): boolean =>
  a.home !== undefined && b.home !== undefined && (a.home === b.home || sameCity(a.home, b.home));

const FEATURES: readonly { name: string; weight: number; holds(a: Person, b: Person): boolean }[] = [
  { name: "name equal", weight: 0.5, holds: () => true },
  { name: "same body", weight: 0.45, holds: (a, b) => meet(a.bodies, b.bodies) },
  { name: "same city", weight: 0.25, holds: (a, b) => oneCity(a.unit, b.unit) },
  {
    name: "bodies of one place",
    weight: 0.15,
    holds: (a, b) => !meet(a.bodies, b.bodies) && meet(a.owners, b.owners),
  },
  {
    name: "same post",
    weight: 0.15,
    holds: (a, b) =>
      meet(a.posts, b.posts) && (a.bodies.size === 0 || b.bodies.size === 0 || meet(a.bodies, b.bodies)),
  },
  { name: "other body", weight: -0.15, holds: elsewhere },
  { name: "name of two characters", weight: -0.1, holds: (a) => a.unit.name.length <= 2 },
];

function read(unit: Unit, context: SimilarContext): Person {
  const person: Person = {
    unit,
    bodies: new Set(),
    owners: new Set(),
    posts: new Set([...unit.posts].map(plainName)),
  };
  for (const { edge, other } of unit.ties.values()) {
    const tied = edge === "WORKS_FOR>" ? context.tied(other) : undefined;
    if (!tied) continue;
    const { unit: body, group } = tied;
    person.bodies.add(group);
    const owner = body.type === "Agency" ? readAgency(body.name, body.home).owner : undefined;
    if (owner !== undefined && owner !== "central") person.owners.add(owner);
  }
  return person;
}

/** Pairs compared for one name: with more namesakes than this only those tied by a body or a place are looked at. */
const NAMESAKES = 30;

/** Pairs of namesakes, best first. Call it when companies and agencies are resolved. */
export function namesakes(units: readonly Unit[], context: SimilarContext): SimilarPair[] {
  const byName = new Map<string, Person[]>();
  for (const unit of units) {
    const name = plainName(unit.name);
    const list = byName.get(name);
    const person = read(unit, context);
    if (list) list.push(person);
    else byName.set(name, [person]);
  }
  const pairs: SimilarPair[] = [];
  for (const people of byName.values())
    for (const block of people.length <= NAMESAKES ? [people] : tied(people))
      for (let i = 0; i < block.length; i++)
        for (let j = i + 1; j < block.length; j++) {
          const [a, b] = [block[i] as Person, block[j] as Person];
          const held = FEATURES.filter((f) => f.holds(a, b));
          const score =
            Math.round(
              Math.min(
                1,
                held.reduce((sum, f) => sum + f.weight, 0),
              ) * 1000,
            ) / 1000;
          if (score >= WORTH)
            pairs.push({
              left: a.unit,
              right: b.unit,
              score,
              reasons: held.map((f) => `${f.name} ${f.weight > 0 ? "+" : "−"}${Math.abs(f.weight)}`),
            });
        }
  return pairs.sort(
    (x, y) => y.score - x.score || x.left.index - y.left.index || x.right.index - y.right.index,
  );
}

/** Neighbours in the order of their reports among those that share a body or a city: a chain is enough to join them all. */
function tied(people: readonly Person[]): Person[][] {
  const groups = new Map<string, Person[]>();
  for (const person of people)
    for (const key of [
      ...[...person.bodies].map((b) => `body ${b}`),
      ...(person.unit.home === undefined ? [] : [`city ${person.unit.home.slice(0, 4)}`]),
    ]) {
      const list = groups.get(key);
      if (list) list.push(person);
      else groups.set(key, [person]);
    }
  return [...groups.values()].flatMap((group) =>
    group.slice(1).map((person, i) => [group[i] as Person, person]),
  );
}
