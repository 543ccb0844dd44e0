/**
 * What a reader needs beside a fact's sentence: the sentences that name what it leaves out. 该公司投资建设该项目 can be checked
 * only beside the sentence that says which company and which project. Reads claims alone, so that it holds for sentences and
 * for rows of tables alike; changes no claim but for its context, which is no part of a claim's id.
 * @module
 */
import type { Claim, ContextSentence, EntityRef } from "../model/claim.ts";
import type { Report, Sentence } from "../model/report.ts";

interface Home {
  code: string;
  name: string;
}

/** What names a thing in its report. */
interface Naming {
  /** Positions in `Report.sentences` that name it, ascending. */
  at: number[];
  /** Those of titles. */
  titles: number[];
  /** The forms printed. */
  forms: Set<string>;
}

const keyOf = ({ type, name }: EntityRef): string => `${type} ${name}`;
const placeOf = ({ start, end }: { start: number; end: number }): string => `${start} ${end}`;

/** What a claim is about; the report and its own city need no name. */
function endsOf(claim: Claim): EntityRef[] {
  switch (claim.kind) {
    case "relation":
      return claim.object === "REPORT" ? [claim.subject] : [claim.subject, claim.object];
    case "value":
      return [claim.subject];
    case "observation":
      return claim.subject === "city" ? [] : [claim.subject];
    case "quote":
      return [claim.speaker];
    default:
      return [];
  }
}

const namingOf = ({ sentences }: Report, found: Iterable<number>, forms: Set<string>): Naming => {
  const at = [...new Set(found)].sort((a, b) => a - b);
  return { at, titles: at.filter((i) => sentences[i]?.kind === "title"), forms };
};

/** Where each thing is named, as the mentions among the claims say; 该公司 and 他 are no mentions. */
function namings(
  claims: readonly Claim[],
  report: Report,
  indexOf: ReadonlyMap<string, number>,
  home: Home | undefined,
): Map<string, Naming> {
  const all = new Map<string, Pick<Naming, "at" | "forms">>();
  for (const claim of claims) {
    const index = claim.kind === "mention" ? indexOf.get(placeOf(claim.sentence)) : undefined;
    if (claim.kind !== "mention" || index === undefined) continue;
    const keys = [keyOf(claim.subject)];
    if (home && claim.code === home.code && claim.subject.type === "Place")
      keys.push(keyOf({ type: "Place", name: home.name }));
    for (const key of new Set(keys)) {
      const naming = all.get(key) ?? { at: [], forms: new Set<string>() };
      naming.at.push(index);
      naming.forms.add(claim.text);
      all.set(key, naming);
    }
  }
  return new Map([...all].map(([key, { at, forms }]) => [key, namingOf(report, at, forms)]));
}

/** What a rule calls by a name that is no mention of its own: 某新城电站 of 某新城电站一期. */
const spelledOut = (report: Report, { name }: EntityRef): Naming =>
  namingOf(
    report,
    report.sentences.flatMap((s, index) => (s.text.includes(name) ? [index] : [])),
    new Set([name]),
  );

/** How many of an ascending list are at most `most`. */
function countTo(list: readonly number[], most: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as number) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Which other sentence names an end: the nearest before, else a title of the same article, else the nearest behind.
 * `undefined` where the sentence itself does, or none.
 */
function elsewhere({ at, titles }: Naming, here: Sentence, { sentences }: Report): Sentence | undefined {
  const last = at[countTo(at, here.index) - 1];
  if (last === here.index) return undefined;
  const titled = titles.find((i) => sentences[i]?.article === here.article);
  return sentences[last ?? titled ?? at[0] ?? -1];
}

const OWNERS = ["Company", "Agency", "Institution", "Place", "Project"] as const;

/** What a project is called after, where the report names it: 云岭集团 of 云岭集团研发中心. */
function calledAfter({ type, name }: EntityRef, named: ReadonlyMap<string, Naming>): EntityRef[] {
  if (type !== "Project") return [];
  for (let length = name.length - 1; length > 1; length--)
    for (const owner of OWNERS) {
      const ref = { type: owner, name: name.slice(0, length) };
      if (named.has(keyOf(ref))) return [ref];
    }
  return [];
}

/** Single characters (沪, 京) stand in too many words to tell anything of a header. */
const SHORTEST = 2;
const holds = (text: string, forms: Iterable<string>): boolean =>
  [...forms].some((form) => form.length >= SHORTEST && text.includes(form));

/**
 * The claims, those of facts with the sentences that name what theirs do not, or whose it is where theirs prints a bare 研发中心.
 * An end is named where its sentence mentions it (also within another name) or prints its name letter for letter, and where a
 * table's header does.
 * @param home the place that the report is about, if it shows; named by any form of it
 */
export function withContext(claims: readonly Claim[], report: Report, home: Home | undefined): Claim[] {
  const indexOf = new Map(report.sentences.map((s, index) => [placeOf(s), index]));
  const named = namings(claims, report, indexOf, home);
  const namingFor = (end: EntityRef): Naming => {
    const known = named.get(keyOf(end)) ?? spelledOut(report, end);
    named.set(keyOf(end), known);
    return known;
  };
  return claims.map((claim) => {
    const here = report.sentences[indexOf.get(placeOf(claim.sentence)) ?? -1];
    if (here === undefined) return claim;
    const found = new Map<number, ContextSentence>();
    const left = (ends: readonly EntityRef[]): EntityRef[] =>
      ends.filter(({ name }) => !here.text.includes(name));
    const ends = left(endsOf(claim));
    for (const end of [...ends, ...left(ends.flatMap((e) => calledAfter(e, named)))]) {
      const naming = namingFor(end);
      const { header } = claim.sentence;
      if (header !== undefined && holds(header, [end.name, ...naming.forms])) continue;
      const other = elsewhere(naming, here, report);
      if (other) found.set(other.index, { start: other.start, end: other.end, text: other.text });
    }
    if (found.size === 0) return claim;
    const context = [...found.values()].sort((a, b) => a.start - b.start);
    return Object.freeze({ ...claim, sentence: { ...claim.sentence, context } });
  });
}
