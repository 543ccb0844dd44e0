/**
 * Features of whose figure it is: the owner that was read, where it was named, and who else it might be, before it in the
 * sentence, in the sentences before, at the head of the text.
 * @module
 */
import { lexiconTable } from "../../lexicon.ts";
import { isMention } from "../mentions.ts";
import { besideHome } from "../place/read.ts";
import { count } from "../relate/features.ts";
import { viewOf } from "../relate/view.ts";
import type { Doc, DocSentence, Draft, Mention } from "../types.ts";
import { tenth } from "./steps.ts";
import type { Figure } from "./types.ts";

export type ObservationDraft = Extract<Draft, { kind: "observation" }>;

const RIVALS: readonly Mention["type"][] = ["Place", "Company", "Institution", "Agency", "Person", "Project"];

export const OWNING: ReadonlySet<Mention["type"]> = new Set([
  "Company",
  "Place",
  "Institution",
  "Project",
  "Agency",
]);

const CENTRAL: ReadonlySet<string> = new Set(lexiconTable("agency-central").flat());
/** Words that stand for an owner without its name. */
export const STANDS_FOR: RegExp =
  /公司|集团|企业|项目|基金|银行|平台|园区|新区|开发区|高新区|街道|该|其|本|双方|全[国省市区县州镇村]|我[国省市区县州镇村]/gu;
/** Does a body of the whole country stand in the sentence? */
export const isCentralIn = (s: DocSentence): boolean =>
  s.mentions.some((m) => m.type === "Agency" && CENTRAL.has(m.name));
export const NATIONAL: RegExp = /全国|我国|国内|国务院|国家|中国/u;
/** So many sentences back an owner may have been named. */
export const BACK = 4;

/** What a name may own: its type; of a place, how it lies to the report's own. */
const labelOf = (m: Mention, doc: Doc): string => (m.type === "Place" ? besideHome(m, doc) : m.type);

/** Names of a sentence that may own. */
export const ownersIn = (s: DocSentence): Mention[] =>
  s.mentions.filter((m) => OWNING.has(m.type) && !m.anaphor);

/** What the whole text tells of owners, the same for each of its figures. */
interface Told {
  /** The first owner that its body names. */
  first: Mention | undefined;
  /** Is a body of the whole country named anywhere? */
  central: boolean;
  /** Share of its sentences that speak of the nation. */
  nation: string;
  /** Number of places neither its own, nor in it, nor around it. */
  elsewhere: string;
}

const told = new WeakMap<Doc, Told>();
export function toldOf(doc: Doc): Told {
  const known = told.get(doc);
  if (known) return known;
  const { sentences } = doc;
  const lead = sentences.find((x) => x.sentence.kind === "body" && ownersIn(x).length > 0);
  const places = sentences.flatMap((x) =>
    x.mentions.filter((m) => m.type === "Place" && besideHome(m, doc) === "other"),
  );
  const all: Told = {
    first: lead && ownersIn(lead)[0],
    central: sentences.some(isCentralIn),
    nation: tenth(sentences.filter((x) => NATIONAL.test(x.norm)).length / Math.max(1, sentences.length)),
    elsewhere: count(new Set(places.map((m) => m.name)).size),
  };
  told.set(doc, all);
  return all;
}

/** Where a body of the whole country is named nearest. */
export function centralAt(s: DocSentence, before: readonly DocSentence[]): "here" | "before" | undefined {
  if (isCentralIn(s)) return "here";
  return before.some(isCentralIn) ? "before" : undefined;
}

/** Who was named last before the number, at the head of the sentences before, and first in the text. */
function around(
  { sentence: s, quantity, clauseStart: from }: Figure,
  kind: string,
  own: string | undefined,
  doc: Doc,
): string[] {
  const out: string[] = [];
  const last = ownersIn(s).findLast((m) => m.end <= quantity.start);
  const label = last ? `${labelOf(last, doc)}:${last.name === own}` : "none";
  out.push(`near:${kind}:${label}`, `near:${kind}:${label}:${last !== undefined && last.start >= from}`);
  const before = viewOf(doc).before(s, BACK);
  const back = before.findIndex((x) => ownersIn(x).length > 0);
  const named = ownersIn(before[back] ?? s)[0];
  out.push(`back:${kind}:${back < 0 || !named ? "none" : `${labelOf(named, doc)}:${named.name === own}`}`);
  out.push(`back#:${kind}:${back}`);
  const { first, central, nation, elsewhere } = toldOf(doc);
  out.push(`lead:${kind}:${first ? `${labelOf(first, doc)}:${first.name === own}` : "none"}`);
  out.push(
    `central:${kind}:${centralAt(s, before) ?? (central ? "text" : "no")}`,
    `nation:${kind}:${nation}`,
  );
  const words = s.norm.slice(0, quantity.start);
  for (const word of new Set(words.match(STANDS_FOR))) out.push(`for:${kind}:${word}`);
  for (const word of new Set(words.slice(from).match(STANDS_FOR))) out.push(`for,:${kind}:${word}`);
  out.push(`head:${kind}:${words.slice(from, from + 2)}`);
  out.push(`elsewhere:${kind}:${elsewhere}`);
  return out;
}

/** Whose it is said to be, where that was named, and who else it might be. */
export function owned(figure: Figure, { subject }: ObservationDraft, doc: Doc): string[] {
  const { sentence: s, quantity, clauseStart: from } = figure;
  const out: string[] = [];
  const ref = subject === "city" ? undefined : subject;
  const mention = isMention(subject) ? subject : undefined;
  const kind = ref === undefined ? (doc.home === undefined ? "nowhere" : "home") : ref.type;
  const at = mention?.start ?? -1;
  const where = at < 0 ? "none" : at > quantity.start ? "behind" : at >= from ? "clause" : "sentence";
  out.push(`s:${kind}`, `s@:${kind}:${where}`);
  if (mention) out.push(`s%:${kind}:${Math.floor(Math.min(0.99, mention.confidence) * 5)}`);
  if (mention?.anaphor) out.push("s:anaphor");
  if (mention?.type === "Place") out.push(`sp:${besideHome(mention, doc)}`);
  for (const type of RIVALS) {
    const others = s.mentions.filter((m) => m.type === type && m.name !== ref?.name && !m.anaphor);
    const foreign = type === "Place" ? others.filter((m) => m.code !== doc.home?.code) : others;
    const before = foreign.filter((m) => m.end <= quantity.start);
    out.push(`r:${type}:${kind}:${count(foreign.length)}`, `rb:${type}:${kind}:${count(before.length)}`);
    if (before.some((m) => m.start >= from)) out.push(`rc:${type}:${kind}`);
    const first = before[0];
    if (first && first.start <= 3) out.push(`ro:${type}:${kind}`);
  }
  const home = doc.home;
  const view = viewOf(doc);
  if (ref === undefined && home) {
    const name = { type: "Place", name: home.name } as const;
    out.push(
      `h#:${count(view.count(name))}`,
      `h%:${tenth(view.count(name) / Math.max(1, doc.sentences.length))}`,
    );
    out.push(`h:title:${view.inTitle(name)}`, `h:${home.level}`);
    out.push(
      `h:own:${/[全我该本][省市县区州旗盟镇乡村]/u.exec(s.norm.slice(0, quantity.start))?.[0] ?? "none"}`,
    );
    out.push(
      `h:small:${/街道|社区|[全该我]?村|[全该我]镇|[全该我]乡|景区|园区|学校|医院|法院/u.exec(s.norm.slice(0, quantity.start))?.[0] ?? "none"}`,
    );
  }
  if (ref !== undefined) {
    out.push(`v#:${kind}:${count(view.count(ref))}`, `v:title:${kind}:${view.inTitle(ref)}`);
  }
  const [main] = view.main(OWNING);
  const mainly = main === undefined ? "none" : main.type;
  out.push(`main:${mainly}`, `main:${kind}:${mainly}:${main?.name === ref?.name}`);
  const titled = doc.sentences.find((x) => x.sentence.kind === "title")?.mentions ?? [];
  for (const type of RIVALS)
    if (titled.some((m) => m.type === type && m.name !== ref?.name && m.code !== home?.code))
      out.push(`title:${type}:${kind}`);
  const opens = s.mentions[0];
  out.push(`open:${kind}:${opens === undefined ? "none" : opens.start > 6 ? "late" : opens.type}`);
  if (home && s.mentions.some((m) => m.code === home.code && m.end <= quantity.start))
    out.push(`home<:${kind}`);
  if (/全国|我国|国内|全球|世界/u.test(s.norm.slice(0, quantity.start))) out.push(`wide:${kind}`);
  return [...out, ...around(figure, kind, ref?.name ?? home?.name, doc)];
}
