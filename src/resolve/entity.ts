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
import { identityKey } from "./keys.ts";
import type { Entity } from "./resolve.ts";
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
  anchored.sort((a, b) => order(age(a.anchor), age(b.anchor)) || a.anchor.index - b.anchor.index);
  const taken = new Set<string>();
  const entities = anchored.map(({ group, anchor }): Entity => {
    const key = identityKey(anchor);
    let id = shortHash([key]);
    // Only what people keep apart although it has one name gets here twice: the report tells them apart.
    if (taken.has(id)) id = shortHash([key, anchor.report, anchor.name]);
    taken.add(id);
    return named(id, group);
  });
  return entities.sort((a, b) => order(a.id, b.id));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function anchorOf(group: readonly Unit[], age: (u: Unit) => string): Unit {
  return [...group].sort(
    (a, b) => order(age(a), age(b)) || b.name.length - a.name.length || order(a.name, b.name),
  )[0] as Unit;
}

function named(id: string, group: Unit[]): Entity {
  const type = (group[0] as Unit).type;
  const name = [...new Set(group.map((u) => u.name))].sort((a, b) => preferName(type, a, b))[0] as string;
  const counts = new Map<string, number>();
  for (const u of group) {
    for (const [form, count] of u.forms) counts.set(form, (counts.get(form) ?? 0) + count);
    for (const form of [u.name, ...u.aliases]) counts.set(form, counts.get(form) ?? 0);
  }
  counts.delete(name);
  const aliases = [...counts].sort(([a, m], [b, n]) => n - m || order(a, b)).map(([form]) => form);
  const code = group.flatMap((u) => u.code ?? []).sort()[0];
  return { id, type, name, aliases, ...(code === undefined ? {} : { code }), units: group };
}

/** Projects and industries go by their shortest full name, everything else by its fullest. */
function preferName(type: EntityType, a: string, b: string): number {
  const by = type === "Project" || type === "Industry" ? a.length - b.length : b.length - a.length;
  return by || order(a, b);
}
