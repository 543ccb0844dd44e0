/**
 * One undertaking, one name: abbreviations in brackets, two names on one plate (甲——乙), and short forms that the report comes
 * back to (某市甲新城乙项目 … 某市乙项目).
 * @module
 */
import { allMatches } from "../../matches.ts";
import type { Sentence } from "../../model/report.ts";
import type { KnownCompanies } from "../company/types.ts";
import type { CompanyDoc, TokenSentence } from "../types.ts";
import { PHASE, plainWords } from "./lists.ts";
import type { FoundProject } from "./types.ts";

const SHORT =
  /^(?:项目|工程)?（(?:以下|下)?(?:简称|称)(?:为|：|:)?[“‘]?(?<short>[^”’（），。]{2,20})[”’]?）/du;

/** 甲文化宫（北宫）, to which the report comes back as 北宫项目. */
const BRACKET = /^（(?<short>\p{Script=Han}{2,8})）/u;

/** 甲新建工程（简称乙项目）: the second is the first. */
export function abbreviated(s: TokenSentence, all: FoundProject[]): void {
  for (const p of [...all]) {
    const match = SHORT.exec(s.norm.slice(p.end));
    const [from = 0, to = 0] = match?.indices?.groups?.["short"] ?? [];
    if (!match || to === 0) continue;
    p.aliases = [...p.aliases, s.norm.slice(p.end + from, p.end + to)];
    for (const other of [...all])
      if (other !== p && other.start >= p.end + from && other.end <= p.end + to) {
        p.aliases.push(other.name, ...other.aliases);
        all.splice(all.indexOf(other), 1);
      }
  }
}

/** 某集团首发项目——某国际中心: two names of one thing, where no list follows. */
export function joinPlates(s: TokenSentence, all: FoundProject[]): void {
  for (let i = all.length - 2; i >= 0; i--) {
    const [first, second, third] = all.slice(i, i + 3);
    if (!first || !second || !/^(?:项目|工程)?(?:——|—|－)$/u.test(s.norm.slice(first.end, second.start)))
      continue;
    if (third && /^[^，。；]{0,3}(?:、|和|及|与)/u.test(s.norm.slice(second.end, third.start))) continue;
    second.aliases = [...new Set([...second.aliases, first.name, ...first.aliases])];
    if (first.owner && !second.owner)
      second.owner = { ...first.owner, start: second.start, end: second.start };
    all.splice(i, 1);
  }
}

const key = (name: string): string => name.replace(/[（）“”‘’·\s]/gu, "").replace(/(?:建设)?项目$/u, "");

/** One thing, one name: forms that occur as another's alias take its name; 甲公司项目 is the one undertaking of 甲公司. */
export function joinNames(
  bySentence: ReadonlyMap<Sentence, FoundProject[]>,
  doc: CompanyDoc,
  companies: KnownCompanies,
): void {
  joinForms(bySentence);
  joinShortened(bySentence, (long, short) => {
    if (fronted(long, short, doc, companies)) return "fronted";
    return shortens(long, short) || (short.length === 5 && long.endsWith(short) && !plainWords(short))
      ? "short"
      : undefined;
  });
}

function joinForms(bySentence: ReadonlyMap<Sentence, FoundProject[]>): void {
  const all = [...bySentence.values()].flat();
  const names = new Map<string, string>();
  const shorts = new Map<string, string>();
  for (const [s, list] of bySentence)
    for (const p of list) {
      if (SHORT.test(s.norm.slice(p.end))) for (const form of p.aliases) shorts.set(key(form), p.name);
      const inside = BRACKET.exec(s.norm.slice(p.end))?.groups?.["short"];
      if (inside !== undefined && all.some((o) => o !== p && key(o.name) === inside))
        shorts.set(inside, p.name);
    }
  for (const p of all)
    for (const form of [p.name, ...p.aliases])
      if (!names.has(key(form)) || form === p.name) names.set(key(form), p.name);
  for (const [form, name] of shorts) names.set(form, name);
  for (const p of all) {
    const same = [p.name, ...p.aliases]
      .map((form) => names.get(key(form)))
      .find((n) => n !== undefined && n !== p.name);
    if (
      same !== undefined &&
      ([p.name, ...p.aliases].some((form) => shorts.get(key(form)) === same) ||
        (same.length < p.name.length && p.name.endsWith(same)))
    ) {
      p.aliases = [...new Set([...p.aliases, p.name])];
      p.name = same;
    }
  }
  const byOwner = new Map<string, Set<string>>();
  for (const p of all) {
    if (!p.owner || ownOnly(p)) continue;
    const set = byOwner.get(p.owner.name) ?? new Set();
    set.add(p.whole ?? p.name);
    byOwner.set(p.owner.name, set);
  }
  for (const p of all) {
    if (p.listed) continue;
    const owner = p.owner && ownOnly(p) ? p.owner.name : p.name.replace(/项目$/u, "");
    const others = [...(byOwner.get(owner) ?? [])];
    if (others.length === 1 && others[0] !== undefined && others[0] !== p.name) {
      p.aliases = [p.name];
      p.name = others[0];
    }
  }
}

/** The name says only whose it is: 甲公司项目. */
const ownOnly = (p: FoundProject): boolean =>
  p.owner !== undefined &&
  p.owner.end > p.owner.start &&
  p.end - p.owner.end <= 2 &&
  p.start === p.owner.start;

/** 甲电站|项目|一期 is 甲电站一期. */
const BEFORE_PHASE = new RegExp(`(?:项目|工程)(?=${PHASE}$)`, "u");
const bareKey = (name: string): string =>
  key(name)
    .replace(/(?:建设|产业化){0,2}(?:项目|工程)?$/u, "")
    .replace(BEFORE_PHASE, "")
    .replace(/(?<=光伏|光热|风力|生物质)发电$/u, "")
    .replace(/吨级/gu, "吨");

const PHASES = new RegExp(PHASE, "gu");
const phaseOf = (name: string): string =>
  allMatches(name, PHASES)
    .map((m) => m[0].replace(/[（）]/gu, ""))
    .join();

/** Is `short` what is left of `long` when words in front or one run inside are left away? */
function shortens(long: string, short: string): boolean {
  if (short.length < 5 || long.length - short.length < 2) return false;
  if (short.length >= 6 && long.endsWith(short)) return true;
  const from = long.indexOf(short.slice(0, 2));
  if (from < 0) return false;
  const rest = long.slice(from);
  for (let i = 2; i <= short.length - 3; i++)
    if (rest.startsWith(short.slice(0, i)) && rest.endsWith(short.slice(i)) && rest.length > short.length)
      return true;
  return false;
}

/** Is `long` the name `short` with a place or a builder in front: 甲市|乙酒店, 丙集团|乙酒店? */
function fronted(long: string, short: string, doc: CompanyDoc, companies: KnownCompanies): boolean {
  if (short.length < 4 || !long.endsWith(short)) return false;
  const front = long.slice(0, -short.length);
  if (front.length < 2) return false;
  const place = doc.gazetteer.scan(front, { near: doc.home ? [doc.home.code] : [] })[0];
  if (place?.start === 0 && place.end === front.length) return true;
  return companies.forms.has(front);
}

/** A later form that shortens exactly one name before it, in another sentence, is that one. */
function joinShortened(
  bySentence: ReadonlyMap<Sentence, FoundProject[]>,
  relation: (long: string, short: string) => "fronted" | "short" | undefined,
): void {
  const named: { s: Sentence; p: FoundProject }[] = [...bySentence].flatMap(([s, list]) =>
    list.map((p) => ({ s, p })),
  );
  const renamed = new Map<string, string>();
  // 年产11万吨某项目 is 年产11万吨级某产业化项目.
  const byKey = new Map<string, string>();
  for (const { p } of named) {
    const name = byKey.get(bareKey(p.name));
    if (name === undefined) byKey.set(bareKey(p.name), p.name);
    else if (name !== p.name && phaseOf(name) === phaseOf(p.name)) renamed.set(p.name, name);
  }
  for (const { s, p } of named) {
    if (renamed.has(p.name) || p.listed || p.rule === "project/own-phase") continue;
    const short = bareKey(p.name);
    const same = new Set(
      named
        .filter((o) => o.s !== s && o.p.name !== p.name && !renamed.has(o.p.name))
        .filter((o) => phaseOf(o.p.name) === phaseOf(p.name))
        .filter((o) =>
          [o.p.name, ...o.p.aliases].some((long) => relation(bareKey(long), short) !== undefined),
        )
        .map((o) => o.p.name),
    );
    const [name] = same;
    if (same.size !== 1 || name === undefined) continue;
    // The form that the report comes back to names it; a name in its own right does without builder and place.
    const often = (form: string): number => named.filter((o) => o.p.name === form).length;
    const free = relation(bareKey(name), short) === "fronted" && plainWords(short) === undefined;
    if (free || often(p.name) > often(name)) renamed.set(name, p.name);
    else renamed.set(p.name, name);
  }
  for (const { p } of named) {
    const name = renamed.get(p.name);
    if (name !== undefined) {
      p.whole &&= named.find((o) => o.p.name === name && o.p.whole !== undefined)?.p.whole ?? p.whole;
      p.aliases = [...new Set([...p.aliases, p.name])];
      p.name = name;
    }
    const whole = p.whole === undefined ? undefined : renamed.get(p.whole);
    if (whole !== undefined) p.whole = whole;
  }
}
