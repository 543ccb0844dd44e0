/**
 * Qualifiers that only the relations of a report tell. A project that could be anybody's (研发中心, 二期工程) and has no place or
 * owner printed before it is called by what it is part of, else by its investor, else by where it lies: 云岭集团研发中心. What is
 * printed stays an alias.
 * @module
 */
import type { EntityRef } from "../../model/claim.ts";
import { longestForm, longestForms } from "../mentions.ts";
import { GENERIC_END, isAnyones, isNoName, LONGEST } from "../names/qualify.ts";
import type { Doc, DocSentence, Draft, Mention } from "../types.ts";
import { RAISED } from "./of-else.ts";

/**
 * A relation less likely than this gives no name. Where something lies is often said of its neighbour in a list only, if it is not
 * the place that the report is about.
 */
const SURE = 0.5;
const SURE_PLACE = 0.7;

/** 市民健身中心: so short a name without a name in it is anybody's in a report that is about no place; in characters. */
const SHORT = 7;

type Relation = Extract<Draft, { kind: "relation" }>;

const projectsOf = (mentions: readonly Mention[]): Mention[] =>
  mentions.flatMap((m) => [...(m.type === "Project" && !m.anaphor ? [m] : []), ...projectsOf(m.parts ?? [])]);

/** 公司拟募资，用于甲、乙: such names are short for the company's, unless they bear a name themselves. */
const isRaisedFor = (m: Mention, s: DocSentence): boolean =>
  RAISED.test(s.norm) && (m.parts ?? []).length === 0 && !/[“《]/u.test(m.name);

/** All names of projects; true: the name could be anybody's wherever it stands. */
function projectNames(sentences: readonly DocSentence[]): ReadonlyMap<string, boolean> {
  const own = new Map<string, boolean>();
  for (const s of sentences)
    for (const m of projectsOf(s.mentions))
      own.set(m.name, (own.get(m.name) ?? true) && (isAnyones(m, s) || isRaisedFor(m, s)));
  return own;
}

/** With the place that is printed right before the name or at the head of the printed form: 澄湖市|工人文化宫. */
function placed(m: Mention, before: Mention | undefined): string | undefined {
  const inside = m.parts?.find(({ type, start }) => type === "Place" && start === m.start);
  const own = m.text.replace(GENERIC_END, "");
  const core = m.name.replace(GENERIC_END, "");
  if (inside && own === inside.text + core) return inside.text + m.name;
  return before?.type === "Place" &&
    !before.anaphor &&
    before.end === m.start &&
    m.text.startsWith(core) &&
    !core.startsWith(before.text)
    ? before.text + m.name
    : undefined;
}

/** What each project is called that is printed with its place, if that is one form and its shorter ones. */
const placedNames = (sentences: readonly DocSentence[]): Map<string, string> =>
  longestForms(
    sentences.flatMap(({ mentions }) =>
      mentions.flatMap((m, at): [string, string][] => {
        const full = m.type === "Project" && !m.anaphor ? placed(m, mentions[at - 1]) : undefined;
        return full !== undefined && full.length <= LONGEST ? [[m.name, full]] : [];
      }),
    ),
  );

/** 产业园 in a report of one 云岭产业园 is that one. */
const onlyLonger = (name: string, all: readonly string[]): string | undefined =>
  longestForm(all.filter((other) => other.length > name.length && other.endsWith(name)));

const isNamed = (x: EntityRef, name: string): boolean => x.type === "Project" && x.name === name;

/** The other end of each relation of the project that says whose or where it is. */
function qualifierOf(name: string, relations: readonly Relation[], home: string | undefined): EntityRef[] {
  const of = (end: (r: Relation) => EntityRef | undefined, least = SURE): EntityRef[] =>
    relations
      .flatMap((r) => {
        const [other, p] = [r.status === "negated" ? undefined : end(r), r.confidence ?? 1];
        return other && p >= (other.name === home ? SURE : least) ? [{ other, p }] : [];
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
  const place = of(
    ({ predicate, subject, object }) =>
      predicate === "LOCATED_IN" && object !== "REPORT" && isNamed(subject, name) ? object : undefined,
    SURE_PLACE,
  );
  const begun = whole.filter((w) => name.startsWith(w.name));
  const others = [...investor, ...whole, ...place];
  // 云岭新型储能 of 云岭集团 bears its name already.
  return others.some((other) => name.startsWith(other.name.slice(0, 2))) ? begun : [...begun, ...others];
}

const PHASE_OF = /^(?<whole>.{3,}?)(?:项目|工程)?第?[一二三四五六七八九十首]期$/u;

/** Projects that drafts speak of and no mention names. */
function unnamed(drafts: readonly Draft[], names: ReadonlyMap<string, boolean>): Set<string> {
  const found = new Set<string>();
  for (const d of drafts) {
    if (d.kind === "quote") continue;
    for (const end of [d.subject, ...(d.kind === "relation" ? [d.object] : [])])
      if (typeof end !== "string" && end.type === "Project" && !names.has(end.name)) found.add(end.name);
  }
  return found;
}

export interface Called {
  /** By name, what a project is called instead. */
  names: ReadonlyMap<string, string>;
  /** Names that could be anybody's, where nothing says whose. */
  anyones: ReadonlySet<string>;
}

/** What the projects of a report are called. */
export function callProjects(
  { sentences, home }: Pick<Doc, "sentences" | "home">,
  drafts: readonly Draft[],
): Called {
  const names = projectNames(sentences);
  const plain = new Set([...names].flatMap(([name, is]) => (is ? [name] : [])));
  const proper = [...names.keys()].filter((name) => !plain.has(name));
  const relations = drafts.filter((d): d is Relation => d.kind === "relation");
  const full = placedNames(sentences);
  // Wholes are shorter than what begins with them, so they come first.
  for (const name of [...plain].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    const longer = onlyLonger(name, proper);
    if (longer !== undefined) {
      full.set(name, full.get(longer) ?? longer);
      continue;
    }
    for (const { type, name: other } of qualifierOf(name, relations, home?.name)) {
      if (type === "Project" && plain.has(other) && !full.has(other)) continue;
      const before = full.get(other) ?? other;
      const called =
        before + (name.startsWith(other) ? name.slice(other.length) : name.replace(/^新的/u, ""));
      if (called.length > LONGEST) continue;
      full.set(name, called);
      break;
    }
  }
  // What no sentence names by itself (the whole of 项目一期) is called as what the report names, and so is its phase.
  const others = unnamed(drafts, names);
  for (const name of others) {
    const longer = onlyLonger(name, [...names.keys()]);
    if (longer !== undefined) full.set(name, full.get(longer) ?? longer);
  }
  for (const name of [...names.keys(), ...others]) {
    const whole = full.has(name) ? undefined : PHASE_OF.exec(name)?.groups?.["whole"];
    const called = whole === undefined ? undefined : full.get(whole);
    if (whole !== undefined && called !== undefined) full.set(name, called + name.slice(whole.length));
  }
  return {
    names: full,
    anyones: new Set(
      [...plain].filter(
        (name) => !full.has(name) && (isNoName(name) || (home === undefined && name.length <= SHORT)),
      ),
    ),
  };
}
