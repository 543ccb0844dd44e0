/**
 * Pairs of units that are not equal by key but may be the same. Names are first grouped (one node per identity key), then only
 * names in one block are compared: blocks are cores and brands, and for what people may want to look at, rare character pairs.
 * @module
 */
import type { EntityType } from "../model/claim.ts";
import { compare, type Side } from "./features.ts";
import { identityKey, localScope } from "./keys.ts";
import { lookAlikes } from "./ngrams.ts";
import { plainName } from "./normal.ts";
import type { Profile } from "./profile.ts";
import { readProject, withoutInvestors } from "./project-name.ts";
import type { Unit } from "./units.ts";
import { sharesPlate, vetoOf } from "./vetoes.ts";

export interface SimilarPair {
  left: Unit;
  right: Unit;
  /** 0..1 */
  score: number;
  reasons: string[];
}

/** What a unit is tied to, and the number of the group that it is in now. */
export interface Tied {
  unit: Pick<Unit, "type" | "name" | "home" | "aliases" | "forms">;
  group: number;
}

export interface SimilarContext {
  profile(unit: Unit): Profile;
  /** Number of the group that a unit is in now. */
  group(unit: Unit): number;
  /** The other end of a tie, by the key that the tie holds. */
  tied(other: string): Tied | undefined;
  /**
   * Where the units are not all there are: how many names there are in a block, or in its part of one city. Then pairs that
   * only people may join are not looked for.
   */
  crowd?(block: string, city?: string): number;
}

/** Score from which a pair is merged; below it people decide. */
export const SAME = 0.9;
/** Below this a pair is not worth showing. */
export const WORTH = 0.5;
/** A block of more names than this is split by the reports' places, and given up where even that does not help. */
export const BLOCK = 40;
const LOOK_ALIKE = 0.62;
const LOCAL: ReadonlySet<EntityType> = new Set([
  "Project",
  "Mechanism",
  "Event",
  "Agency",
  "Place",
  "Institution",
  "Policy",
]);

/** One name with all units that bear it. */
export interface Node {
  unit: Unit;
  side: Side;
  /** Cores under which it can be found; the first is its own. */
  cores: string[];
  scope: string;
}

/** What parts the units of one identity key into nodes. */
export const nodeScope = (unit: Pick<Unit, "type" | "home" | "report">): string =>
  unit.type === "Company" ? "" : localScope(unit);

/** Names with the cores under which they are found, in the order of their first units. */
export function nodesOf(units: readonly Unit[], context: SimilarContext): Node[] {
  const nodes = new Map<string, Node>();
  for (const unit of units) {
    const key = `${identityKey(unit)}|${nodeScope(unit)}`;
    const known = nodes.get(key);
    if (known) {
      if (unit.home !== undefined) (known.side.homes as Set<string>).add(unit.home);
      for (const core of coresOf(unit, known.side, context))
        if (!known.cores.includes(core)) known.cores.push(core);
      continue;
    }
    const profile = context.profile(unit);
    const side: Side = {
      profile,
      core: profile.core,
      homes: new Set(unit.home === undefined ? [] : [unit.home]),
      investors: new Set(),
      wholes: new Set(),
      alias: false,
    };
    nodes.set(key, {
      unit,
      side,
      cores: coresOf(unit, side, context),
      scope: LOCAL.has(unit.type) ? localScope(unit) : "",
    });
  }
  return [...nodes.values()];
}

/** Names of a unit's investors are no part of a project's core; its aliases are other cores. */
function coresOf(unit: Unit, side: Side, context: SimilarContext): string[] {
  const { profile } = side;
  if (profile.company) return [profile.company.brand];
  if (profile.agency)
    return [...new Set([profile.agency.department, ...profile.agency.plates].map(plainName))];
  if (!profile.project) return [profile.core];
  for (const { edge, other } of unit.ties.values()) {
    const whole = edge === "PART_OF>" ? context.tied(other) : undefined;
    if (whole) (side.wholes as Set<number>).add(whole.group);
  }
  const investors = [...unit.ties.values()].flatMap(({ edge, other }) =>
    edge === "INVESTS<" ? (context.tied(other) ?? []) : [],
  );
  for (const investor of investors) (side.investors as Set<number>).add(investor.group);
  const names = investors.flatMap(({ unit: i }) => [i.name, ...i.aliases, ...i.forms.keys()].map(plainName));
  const full = [profile.core, ...[...unit.aliases].map((alias) => readProject(alias, unit.home).core)];
  return [...new Set(full.flatMap((core) => [core, withoutInvestors(core, names)]))].filter(
    (core) => core.length >= 2,
  );
}

function* pairsIn(block: readonly Node[]): Generator<[Node, Node]> {
  for (let i = 0; i < block.length; i++)
    for (let j = i + 1; j < block.length; j++) yield [block[i] as Node, block[j] as Node];
}

/** Cities of the reports that use a name. */
export const citiesOf = (homes: Iterable<string>): string[] => [
  ...new Set([...homes].map((home) => home.slice(0, 4))),
];

/** Splits a block that is too large by the city of the reports. */
function manageable(
  key: string,
  block: readonly Node[],
  crowd: NonNullable<SimilarContext["crowd"]> | undefined,
): readonly Node[][] {
  if ((crowd?.(key) ?? block.length) <= BLOCK) return [[...block]];
  const cities = new Map<string, Node[]>();
  for (const node of block)
    for (const city of citiesOf(node.side.homes)) {
      const list = cities.get(city);
      if (list) list.push(node);
      else cities.set(city, [node]);
    }
  return [...cities].flatMap(([city, list]) => ((crowd?.(key, city) ?? list.length) <= BLOCK ? [list] : []));
}

/** The block of a name under one of its cores. */
export const blockOf = ({ unit, side }: Pick<Node, "unit" | "side">, core: string): string =>
  `${unit.type}|${unit.type === "Agency" ? `${side.profile.place}|` : ""}${core}`;

/** How alike two names of one block are; undefined where a veto parts them. */
export function alike(
  [a, b]: readonly [Pick<Node, "side" | "cores">, Pick<Node, "side" | "cores">],
  core: string,
): { score: number; reasons: string[] } | undefined {
  const [pa, pb] = [a.side.profile, b.side.profile];
  if (vetoOf(pa, pb, pa.agency !== undefined && sharesPlate(pa, pb)) !== undefined) return undefined;
  const side = (n: Pick<Node, "side" | "cores">): Side =>
    pa.project ? { ...n.side, core, alias: core !== n.cores[0] } : n.side;
  return compare(side(a), side(b));
}

/** Candidate pairs with their scores, best first, in an order that depends on the units alone. Types must not be mixed with persons. */
export function similarPairs(units: readonly Unit[], context: SimilarContext): SimilarPair[] {
  const nodes = nodesOf(units, context);
  const crowd = context.crowd?.bind(context);
  const best = new Map<string, SimilarPair & { a: Node; b: Node }>();
  const number = new Map(nodes.map((node, i) => [node, i]));
  const add = (a: Node, b: Node, score: number, reasons: string[]): void => {
    const key = `${number.get(a)},${number.get(b)}`;
    const known = best.get(key);
    if (!known || known.score < score) best.set(key, { a, b, left: a.unit, right: b.unit, score, reasons });
  };

  const blocks = new Map<string, Node[]>();
  for (const node of nodes)
    for (const core of node.cores) {
      const key = blockOf(node, core);
      const block = blocks.get(key);
      if (block) block.push(node);
      else blocks.set(key, [node]);
    }
  for (const [key, whole] of blocks) {
    if (whole.length < 2) continue;
    const core = key.slice(key.lastIndexOf("|") + 1);
    for (const block of manageable(key, whole, crowd))
      for (const [a, b] of pairsIn(block)) {
        if (context.group(a.unit) === context.group(b.unit)) continue;
        const found = alike([a, b], core);
        if (found && found.score >= WORTH) add(a, b, found.score, found.reasons);
      }
  }
  const decided = withoutAmbiguous([...best.values()]);
  for (const group of crowd ? [] : byScope(nodes))
    for (const { left, right, share } of lookAlikes(
      group.map((n) => n.side.profile.core),
      LOOK_ALIKE,
    )) {
      const [a, b] = [group[left] as Node, group[right] as Node];
      if (best.has(`${number.get(a)},${number.get(b)}`) || best.has(`${number.get(b)},${number.get(a)}`))
        continue;
      if (
        context.group(a.unit) === context.group(b.unit) ||
        vetoOf(a.side.profile, b.side.profile) !== undefined
      )
        continue;
      const score = WORTH + (SAME - WORTH - 0.05) * ((share - LOOK_ALIKE) / (1 - LOOK_ALIKE));
      const reasons = [`${Math.round(share * 100)} % of character pairs shared`];
      decided.push({ left: a.unit, right: b.unit, score: Math.round(score * 1000) / 1000, reasons });
    }
  return decided.sort(
    (x, y) => y.score - x.score || x.left.index - y.left.index || x.right.index - y.right.index,
  );
}

function byScope(nodes: readonly Node[]): Node[][] {
  const groups = new Map<string, Node[]>();
  for (const node of nodes) {
    const key = `${node.unit.type}|${node.scope}`;
    const list = groups.get(key);
    if (list) list.push(node);
    else groups.set(key, [node]);
  }
  return [...groups.values()];
}

/** A name that fits several things that cannot be one is left to people, unless one of them fits best. */
function withoutAmbiguous(pairs: (SimilarPair & { a: Node; b: Node })[]): SimilarPair[] {
  const partners = new Map<Node, { other: Node; score: number }[]>();
  for (const { a, b, score } of pairs) {
    if (score < SAME) continue;
    for (const [node, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const list = partners.get(node);
      if (list) list.push({ other, score });
      else partners.set(node, [{ other, score }]);
    }
  }
  const rivals = (node: Node, partner: Node, score: number): boolean =>
    (partners.get(node) ?? []).some(
      (p) =>
        p.other !== partner &&
        p.score >= score &&
        vetoOf(p.other.side.profile, partner.side.profile) !== undefined,
    );
  return pairs.map(({ a, b, left, right, score, reasons }) =>
    score >= SAME && (rivals(a, b, score) || rivals(b, a, score))
      ? { left, right, score: 0.85, reasons: [...reasons, "fits several that are different"] }
      : { left, right, score, reasons },
  );
}
