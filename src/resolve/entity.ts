/**
 * From a group of units to an entity: its name, its other forms, its id.
 *
 * The id is a hash of the identity key of the group's anchor: the fullest name in the earliest report that names the thing
 * (reports without a date come last, then by id). So later reports may add names and never change an id; only taking the
 * earliest report away, or adding an earlier one, can. Another thing's reports play no part.
 * @module
 */
import type { EntityType } from "../model/claim.ts";
import { shortHash } from "../model/hash.ts";
import { compareTexts } from "../model/order.ts";
import { identityKey } from "./keys.ts";
import type { Entity } from "./resolved.ts";
import type { ReportContext, Unit } from "./units.ts";

/** Entities of all groups, sorted by id. */
export function describe(
  list: readonly Unit[],
  groupOf: (u: Unit) => number,
  reports: ReadonlyMap<string, ReportContext>,
): Entity[] {
  const groups = new Map<number, Unit[]>();
  for (const u of list) {
    const known = groups.get(groupOf(u));
    if (known) known.push(u);
    else groups.set(groupOf(u), [u]);
  }
  const age = (u: Unit): string => `${reports.get(u.report)?.date ?? "~"}\u0000${u.report}`;
  const anchored = [...groups.values()].map((group) => ({ group, anchor: anchorOf(group, age) }));
  anchored.sort((a, b) => compareTexts(age(a.anchor), age(b.anchor)) || a.anchor.index - b.anchor.index);
  const taken = new Set<string>();
  const entities = anchored.map(({ group, anchor }): Entity => {
    const key = identityKey(anchor);
    let id = entityId(key);
    // Only what people keep apart although it has one name gets here twice: the report tells them apart.
    if (taken.has(id)) id = entityId(key, anchor);
    taken.add(id);
    return named(id, group);
  });
  return entities.sort((a, b) => compareTexts(a.id, b.id));
}

/** @param anchor where the key is not enough */
export const entityId = (key: string, anchor?: Pick<Unit, "report" | "name">): string =>
  shortHash(anchor ? [key, anchor.report, anchor.name] : [key]);

function anchorOf(group: readonly Unit[], age: (u: Unit) => string): Unit {
  return [...group].sort((a, b) => compareTexts(age(a), age(b)) || byFullness(a.name, b.name))[0] as Unit;
}

/** The fullest name first. */
export const byFullness = (a: string, b: string): number => b.length - a.length || compareTexts(a, b);

function named(id: string, group: Unit[]): Entity {
  const type = (group[0] as Unit).type;
  const name = nameOf(type, new Set(group.map((u) => u.name)));
  const counts = new Map<string, number>();
  for (const u of group) countForms(u, counts);
  const aliases = aliasesOf(name, counts);
  const code = group.flatMap((u) => u.code ?? []).sort()[0];
  return { id, type, name, aliases, ...(code === undefined ? {} : { code }), units: group };
}

/** Adds how often a unit is printed in each form; what it is never printed as counts nothing. */
export function countForms(
  { name, forms, aliases }: Pick<Unit, "name" | "forms" | "aliases">,
  counts: Map<string, number>,
): void {
  for (const [form, count] of forms) counts.set(form, (counts.get(form) ?? 0) + count);
  for (const form of [name, ...aliases]) counts.set(form, counts.get(form) ?? 0);
}

/** Every form but the name, most frequent first. */
export const aliasesOf = (name: string, counts: ReadonlyMap<string, number>): string[] =>
  [...counts]
    .filter(([form]) => form !== name)
    .sort(([a, m], [b, n]) => n - m || compareTexts(a, b))
    .map(([form]) => form);

export const nameOf = (type: EntityType, names: ReadonlySet<string>): string =>
  [...names].sort((a, b) => preferName(type, a, b))[0] as string;

/** Projects and industries go by their shortest full name, everything else by its fullest. */
function preferName(type: EntityType, a: string, b: string): number {
  const by = type === "Project" || type === "Industry" ? a.length - b.length : b.length - a.length;
  return by || compareTexts(a, b);
}
