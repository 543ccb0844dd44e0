/**
 * What a whole report tells about a name: how often it stands there, in the title, beside which others.
 * @module
 */
import type { EntityRef, EntityType } from "../../model/claim.ts";
import { flatten } from "../place/read.ts";
import type { Doc, DocSentence, Mention } from "../types.ts";

export interface View {
  /** Sentences that hold the name. */
  count(ref: EntityRef): number;
  /** Sentences that hold both. */
  together(a: EntityRef, b: EntityRef): number;
  inTitle(ref: EntityRef): boolean;
  /** How sure the surest mention of a name is, 0..1; undefined for what is not named. */
  sure(ref: EntityRef): number | undefined;
  /** The two names of these types that most sentences hold, in three or more. */
  main(types: ReadonlySet<EntityType>): readonly EntityRef[];
  /** Number of different names of a type. */
  kinds(type: string): number;
  /** Place of the sentence in the body, from 0; -1 outside. */
  position(s: DocSentence): number;
  /** Names of a sentence, nested ones too. */
  names(s: DocSentence): readonly Mention[];
  /** The sentences before in the same paragraph, nearest first, at most `most`. */
  before(s: DocSentence, most: number): readonly DocSentence[];
}

const key = ({ type, name }: EntityRef): string => `${type}:${name}`;
const views = new WeakMap<Doc, View>();

function build(doc: Doc): View {
  const sentencesOf = new Map<string, Set<number>>();
  const titled = new Set<string>();
  const surest = new Map<string, number>();
  const kinds = new Map<string, Set<string>>();
  const names = new Map<DocSentence, Mention[]>();
  const positions = new Map<DocSentence, number>();
  const indices = new Map<DocSentence, number>();
  let body = 0;
  doc.sentences.forEach((s, i) => {
    const all = flatten(s.mentions);
    names.set(s, all);
    indices.set(s, i);
    if (s.sentence.kind === "body") positions.set(s, body++);
    for (const m of all) {
      const k = key(m);
      if (!m.anaphor) surest.set(k, Math.max(surest.get(k) ?? 0, m.confidence));
      let at = sentencesOf.get(k);
      if (!at) {
        at = new Set();
        sentencesOf.set(k, at);
      }
      at.add(i);
      if (s.sentence.kind === "title") titled.add(k);
      let of = kinds.get(m.type);
      if (!of) {
        of = new Set();
        kinds.set(m.type, of);
      }
      of.add(m.name);
    }
  });
  const often = [...sentencesOf]
    .filter(([, at]) => at.size >= 3)
    .map(([k, at]) => {
      const colon = k.indexOf(":");
      return { type: k.slice(0, colon) as EntityType, name: k.slice(colon + 1), sentences: at.size };
    })
    .sort((a, b) => b.sentences - a.sentences || (a.name < b.name ? -1 : 1));
  return {
    count: (ref) => sentencesOf.get(key(ref))?.size ?? 0,
    together(a, b) {
      const [x, y] = [sentencesOf.get(key(a)), sentencesOf.get(key(b))];
      if (!x || !y) return 0;
      let n = 0;
      const [few, many] = x.size < y.size ? [x, y] : [y, x];
      for (const i of few) if (many.has(i)) n++;
      return n;
    },
    inTitle: (ref) => titled.has(key(ref)),
    sure: (ref) => surest.get(key(ref)),
    main: (types) =>
      often
        .filter(({ type }) => types.has(type))
        .slice(0, 2)
        .map(({ type, name }) => ({ type, name })),
    kinds: (type) => kinds.get(type)?.size ?? 0,
    position: (s) => positions.get(s) ?? -1,
    names: (s) => names.get(s) ?? [],
    before(s, most) {
      const list: DocSentence[] = [];
      for (let i = (indices.get(s) ?? 0) - 1; i >= 0 && list.length < most; i--) {
        const other = doc.sentences[i];
        if (!other || other.sentence.paragraph !== s.sentence.paragraph) break;
        list.push(other);
      }
      return list;
    },
  };
}

export function viewOf(doc: Doc): View {
  let view = views.get(doc);
  if (!view) {
    view = build(doc);
    views.set(doc, view);
  }
  return view;
}
