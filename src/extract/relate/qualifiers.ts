/**
 * Qualifiers that only the relations of a report tell. A project that could be anybody's (研发中心, 二期工程) and has no place or
 * owner printed before it is called by what it is part of, else by its investor, else by where it lies: 云岭集团研发中心. What is
 * printed stays an alias.
 * @module
 */
import type { EntityRef } from "../../model/claim.ts";
import { isAnyones, LONGEST } from "../names/qualify.ts";
import type { DocSentence, Draft, Mention } from "../types.ts";

/** A relation less likely than this gives no name. */
const SURE = 0.5;

type Relation = Extract<Draft, { kind: "relation" }>;

const projectsOf = (mentions: readonly Mention[]): Mention[] =>
  mentions.flatMap((m) => [...(m.type === "Project" && !m.anaphor ? [m] : []), ...projectsOf(m.parts ?? [])]);

/** All names of projects; true: the name could be anybody's wherever it stands. */
function projectNames(sentences: readonly DocSentence[]): ReadonlyMap<string, boolean> {
  const own = new Map<string, boolean>();
  for (const s of sentences)
    for (const m of projectsOf(s.mentions)) own.set(m.name, (own.get(m.name) ?? true) && isAnyones(m, s));
  return own;
}

/** 产业园 in a report of one 云岭产业园 is that one. */
function onlyLonger(name: string, all: readonly string[]): string | undefined {
  const longer = all.filter((other) => other.length > name.length && other.endsWith(name));
  const longest = longer.reduce((a, b) => (b.length > a.length ? b : a), "");
  return longest !== "" && longer.every((other) => longest.endsWith(other)) ? longest : undefined;
}

const isNamed = (x: EntityRef, name: string): boolean => x.type === "Project" && x.name === name;

/** The other end of each relation of the project that says whose or where it is. */
function qualifierOf(name: string, relations: readonly Relation[]): EntityRef[] {
  const of = (end: (r: Relation) => EntityRef | undefined): EntityRef[] =>
    relations
      .flatMap((r) => {
        const other = (r.confidence ?? 1) >= SURE && r.status !== "negated" ? end(r) : undefined;
        return other ? [{ other, p: r.confidence ?? 1 }] : [];
      })
      .sort((a, b) => b.p - a.p || (a.other.name < b.other.name ? -1 : 1))
      .map(({ other }) => other);
  const whole = of(({ predicate, subject, object }) =>
    predicate === "PART_OF" && object !== "REPORT" && isNamed(subject, name) && object.type === "Project"
      ? object
      : undefined,
  );
  const investor = of(({ predicate, subject, object }) =>
    predicate === "INVESTS" && object !== "REPORT" && isNamed(object, name) ? subject : undefined,
  );
  const place = of(({ predicate, subject, object }) =>
    predicate === "LOCATED_IN" && object !== "REPORT" && isNamed(subject, name) ? object : undefined,
  );
  const begun = whole.filter((w) => name.startsWith(w.name));
  const others = [...investor, ...whole, ...place];
  // 云岭新型储能 of 云岭集团 bears its name already.
  return others.some((other) => name.startsWith(other.name.slice(0, 2))) ? begun : [...begun, ...others];
}

/** By name, what each project is called whose own name could be anybody's. */
export function qualifiedNames(
  sentences: readonly DocSentence[],
  drafts: readonly Draft[],
): ReadonlyMap<string, string> {
  const names = projectNames(sentences);
  const plain = new Set([...names].flatMap(([name, is]) => (is ? [name] : [])));
  if (plain.size === 0) return new Map();
  const proper = [...names.keys()].filter((name) => !plain.has(name));
  const relations = drafts.filter((d): d is Relation => d.kind === "relation");
  const full = new Map<string, string>();
  // Wholes are shorter than what begins with them, so they come first.
  for (const name of [...plain].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    const longer = onlyLonger(name, proper);
    if (longer !== undefined) {
      full.set(name, longer);
      continue;
    }
    for (const { type, name: other } of qualifierOf(name, relations)) {
      if (type === "Project" && plain.has(other) && !full.has(other)) continue;
      const before = full.get(other) ?? other;
      const called =
        before + (name.startsWith(other) ? name.slice(other.length) : name.replace(/^新的/u, ""));
      if (called.length > LONGEST) continue;
      full.set(name, called);
      break;
    }
  }
  return full;
}
