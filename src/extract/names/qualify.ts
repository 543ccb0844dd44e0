/**
 * Qualifiers of plain names: a project that bears nothing but words for kinds and products (动力电池, 研发中心) could be anybody's.
 * Where its place, its owner or the work it belongs to is printed right before it, that stays a part of its name.
 * @module
 */
import type { EntityType } from "../../model/claim.ts";
import { changedWithin, longestForms, renamed } from "../mentions.ts";
import { plainWords } from "../project/lists.ts";
import type { FoundProject } from "../project/types.ts";
import type { Mention, NamedSentence } from "../types.ts";
import { tidyName } from "./tidy.ts";

export const GENERIC_END: RegExp = /(?:项目|工程)$/u;
/** Longer than this it is a clause, not a name; in characters. */
export const LONGEST = 40;

/** Is `name` made of words for kinds, products and heads alone? */
export const isPlainName = (name: string): boolean => plainWords(name.replace(GENERIC_END, "")) !== undefined;

/** Tags of words that are names themselves. */
const PROPER: ReadonlySet<string> = new Set(["nz", "nr", "ns", "nt", "nw", "PER", "LOC", "ORG"]);

/** Does its name hold no word that is a name itself, or begin inside one: 新型储能 of 云岭新型储能, 三小学改扩建? */
function isCommonNoun(
  { name, start, end }: Mention,
  { norm, tokens }: Pick<NamedSentence, "norm" | "tokens">,
): boolean {
  const core = name.replace(GENERIC_END, "");
  const at = norm.slice(0, end).lastIndexOf(core);
  if (core === "" || at < start || /[“‘《a-z]/iu.test(core)) return false;
  const inside = tokens.filter((t) => t.start < at + core.length && at < t.end);
  return inside.length > 0 && inside.every((t) => t.start < at || !PROPER.has(t.tag));
}

/** 年产5万吨负极材料: how much of what is no name, whatever the tagger makes of the product. */
const CAPACITY = /^(?:年产能?|日处理)?\d[\d.,]*\p{Script=Han}*[吨瓦时台套件米块片只辆升头羽]/u;

/** Is a name nothing but words for kinds and products, or how much of what? */
export const isNoName = (name: string): boolean => isPlainName(name) || CAPACITY.test(name);

/** Could its name be anybody's: 研发中心, 光热项目? */
export const isAnyones = (m: Mention, s: Pick<NamedSentence, "norm" | "tokens">): boolean =>
  isNoName(m.name) || isCommonNoun(m, s);

const QUALIFIERS: ReadonlySet<EntityType> = new Set(["Company", "Institution", "Place", "Project"]);

/** The longest of its forms that end in the name and begin with more than plain words. */
function fromForms({ name, text, aliases = [] }: Mention): string | undefined {
  const core = name.replace(GENERIC_END, "");
  return [...aliases, text]
    .flatMap((form) => {
      const bare = form.replace(GENERIC_END, "");
      const full = bare.slice(0, -core.length) + name;
      return core !== "" && bare.length > core.length && bare.endsWith(core) && !isPlainName(full)
        ? [full]
        : [];
    })
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0];
}

/** With the name that is printed right before it, or with nothing but 的 between. */
function fromNeighbour(m: Mention, before: Mention | undefined, norm: string): string | undefined {
  if (!before || !QUALIFIERS.has(before.type) || before.anaphor) return undefined;
  return /^的?$/u.test(norm.slice(before.end, m.start)) &&
    !isPlainName(before.text) &&
    !m.name.startsWith(before.text)
    ? before.text + m.name
    : undefined;
}

const qualified = (m: Mention, before: Mention | undefined, norm: string): string | undefined => {
  const form = fromForms(m) ?? fromNeighbour(m, before, norm);
  const full = form === undefined ? undefined : tidyName(form);
  return full === undefined || full === m.name || full.length > LONGEST ? undefined : full;
};

/** All sentences of a report with the qualifiers of their plain names. */
export function qualify(sentences: readonly NamedSentence[]): NamedSentence[] {
  const own = new Map<Mention, string>();
  for (const s of sentences)
    s.mentions.forEach((m, at) => {
      if (m.type !== "Project" || !isAnyones(m, s)) return;
      const full = qualified(m, s.mentions[at - 1], s.norm);
      if (full) own.set(m, full);
    });
  // Where nothing stands before it, it is called as elsewhere in the report, if that is one thing only.
  const only = longestForms([...own].map(([{ name }, full]) => [name, full]));
  const named = (m: Mention, before: Mention): Mention => {
    const full = m.type === "Project" ? (only.get(m.name) ?? own.get(before)) : undefined;
    return full === undefined ? m : renamed(m, full);
  };
  return sentences.map((s) => ({ ...s, mentions: s.mentions.map((m) => changedWithin(m, named)) }));
}

/** The undertaking of a mention under the mention's own name; what it is a part of bears the same words before it. */
export function namedLike(found: FoundProject, { name: own }: Mention): FoundProject {
  const name = own.endsWith(found.name) ? own : found.name;
  const at = found.whole === undefined ? -1 : name.indexOf(found.whole);
  if (found.whole === undefined || at <= 0) return name === found.name ? found : { ...found, name };
  return { ...found, name, whole: name.slice(0, at + found.whole.length) };
}
