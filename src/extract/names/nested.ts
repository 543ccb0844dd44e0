/**
 * Nested mentions: which names inside names are things of the report. A place, body or company that is named nowhere but
 * inside another name is one in a part of the cases only (浙江 in 浙江大学 is none). A learned scorer decides, by what holds
 * the name, where in it, and what the report says besides; without one a few rules do.
 * @module
 */
import { liesIn } from "../../tag/gazetteer/index.ts";
import { besideHome, flatten } from "../place/read.ts";
import type { Scorer } from "../scorer.ts";
import { positionIn, type Rejected } from "../settle.ts";
import type { Mention, NamedSentence, TokenDoc } from "../types.ts";

/** Table of the scorer. */
export const NESTED = "NESTED";
/** What is less likely is no thing of the report; by the F1 of texts held out in training. */
const LEAST = 0.3;

const keyOf = (m: Mention): string => `${m.type} ${m.name}`;
const count = (n: number): string => String(Math.min(5, n));

/** What the report says of its names, outermost and nested. */
interface Census {
  /** Sentences in which a name stands by itself. */
  outer: ReadonlyMap<string, number>;
  /** Sentences in which it stands inside another. */
  inner: ReadonlyMap<string, number>;
  /** Different names of each type that stand by themselves. */
  kinds: ReadonlyMap<string, number>;
}

const add = (map: Map<string, number>, key: string): Map<string, number> =>
  map.set(key, (map.get(key) ?? 0) + 1);

function censusOf(sentences: readonly NamedSentence[]): Census {
  const [outer, inner, kinds] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  for (const { mentions } of sentences) {
    for (const m of mentions) if (!outer.has(keyOf(m))) add(kinds, m.type);
    for (const key of new Set(mentions.map(keyOf))) add(outer, key);
    for (const key of new Set(mentions.flatMap((m) => flatten(m.parts ?? [])).map(keyOf))) add(inner, key);
  }
  return { outer, inner, kinds };
}

function featuresOf(
  part: Mention,
  hosts: readonly Mention[],
  s: NamedSentence,
  doc: TokenDoc,
  census: Census,
): string[] {
  const host = hosts.at(-1) as Mention;
  const outermost = hosts[0] as Mention;
  const { norm } = s;
  const types = `${part.type}/${host.type}`;
  const division = part.code === undefined ? undefined : doc.gazetteer.byCode(part.code);
  const level = division ? (division.kind ?? division.level) : `none${part.text.slice(-1)}`;
  const position = positionIn(part, host, norm);
  const rest = norm.slice(part.end, host.end);
  const head = host.text.replace(/[”’》]$/u, "").replace(/(?:项目|工程)$/u, "");
  const near = besideHome(part, doc);
  const form = division && part.text === division.name ? "full" : "short";
  const plain = [
    `level:${level}`,
    `position:${position}`,
    `home:${near}`,
    `form:${form}`,
    `level:${level}:${form}`,
    `level:${level}:home:${near}`,
    `rest:${Math.min(12, rest.length)}`,
    `rest2:${rest.slice(0, 2)}`,
    `head:${head.slice(-2)}`,
    `head1:${head.slice(-1)}`,
    `rule:${part.rule}`,
    `inner:${count(census.inner.get(keyOf(part)) ?? 0)}`,
    `host:${count(census.outer.get(keyOf(outermost)) ?? 0)}`,
    `kinds:${count(census.kinds.get(part.type) ?? 0)}`,
    `kind:${s.sentence.kind}`,
    `before:${norm[host.start - 1] ?? "^"}`,
    `depth:${hosts.length}`,
    `sure:${Math.floor(host.confidence * 5)}`,
    `length:${part.text.length}`,
  ];
  return [
    "bias",
    types,
    `named:${count(census.outer.get(keyOf(part)) ?? 0)}`,
    ...plain,
    ...plain.map((f) => `${types}:${f}`),
  ];
}

/** A name inside another, with its features. */
export interface NestedCandidate {
  part: Mention;
  features: string[];
}

/** All names inside names of a report. */
export function nestedCandidates(sentences: readonly NamedSentence[], doc: TokenDoc): NestedCandidate[] {
  const census = censusOf(sentences);
  const all: NestedCandidate[] = [];
  const visit = (m: Mention, hosts: readonly Mention[], s: NamedSentence): void => {
    for (const part of m.parts ?? []) {
      const inside = [...hosts, m];
      all.push({ part, features: featuresOf(part, inside, s, doc, census) });
      visit(part, inside, s);
    }
  };
  for (const s of sentences) for (const m of s.mentions) visit(m, [], s);
  return all;
}

/** Hosts that stand or are held where their name says. */
const STANDS_THERE: ReadonlySet<string> = new Set(["Project", "Event", "Agency", "Institution"]);

/** Without a scorer: divisions of the report's home, builders that company rules know, what an event is about. */
function staysByRule(part: Mention, host: Mention, doc: TokenDoc): boolean {
  if (part.type === "Company") return host.type === "Project" && !part.rule.startsWith("project/");
  if (part.type !== "Place") return host.type === "Event";
  if (part.code === undefined) return host.type === "Place" && part.start > host.start;
  const level = doc.gazetteer.byCode(part.code)?.level ?? "";
  if (!STANDS_THERE.has(host.type) || !/^(?:prefecture|county|street)$/u.test(level)) return false;
  // A county's office and a county's fair tell of the county; a project's name tells of its place at home.
  if (host.type === "Event" || (host.type === "Agency" && level === "county")) return true;
  return doc.home !== undefined && (part.code === doc.home.code || liesIn(part.code, doc.home.code));
}

/** The sentences with the nested mentions that stay. */
export function keepNested(
  sentences: readonly NamedSentence[],
  doc: TokenDoc,
  scorer: Scorer | undefined,
): { sentences: NamedSentence[]; dropped: Rejected[][] } {
  const named = new Set(sentences.flatMap((s) => s.mentions.map(keyOf)));
  const scored = new Map<Mention, number>();
  if (scorer?.has(NESTED))
    for (const { part, features } of nestedCandidates(sentences, doc))
      scored.set(part, scorer.alone(NESTED, features));
  const stays = (part: Mention, host: Mention): boolean =>
    named.has(keyOf(part)) || (scored.get(part) ?? (staysByRule(part, host, doc) ? 1 : 0)) >= LEAST;
  const dropped: Rejected[][] = [];
  const kept = sentences.map((s): NamedSentence => {
    const lost: Rejected[] = [];
    dropped.push(lost);
    const prune = (m: Mention): Mention => {
      if (!m.parts) return m;
      const parts = m.parts.flatMap((part): Mention[] => {
        if (stays(part, m)) return [{ ...prune(part), confidence: scored.get(part) ?? part.confidence }];
        lost.push({ mention: part, reason: `only inside ${m.type} ${m.text}` });
        return [];
      });
      const { parts: _, ...rest } = m;
      return parts.length > 0 ? { ...rest, parts } : rest;
    };
    return { ...s, mentions: s.mentions.map(prune) };
  });
  return { sentences: kept, dropped };
}
