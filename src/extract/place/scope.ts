/**
 * Projects of which no sentence says where they stand: they stand where the passage is.
 * @module
 */

import type { ClaimRule, Doc, DocSentence, Draft, Mention } from "../types.ts";
import { placeBefore } from "./attributed.ts";
import { namedAfterPlace } from "./carried.ts";
import { groundsOf, homeGround, isAddress, isHomely, isWithin } from "./ground.ts";
import { atHome } from "./home.ts";
import { located } from "./located.ts";
import { happensIn, standsIn } from "./stated.ts";

/** What says in words where something is. */
const SAID: readonly ClaimRule[] = [standsIn, happensIn, placeBefore, namedAfterPlace, atHome];

interface Scope {
  /** Projects that other rules have placed. */
  placed: ReadonlySet<string>;
  home: string | undefined;
}

const scopes = new WeakMap<Doc, Scope>();

function scopeOf(doc: Doc): Scope {
  let scope = scopes.get(doc);
  if (!scope) {
    const placed = new Set<string>();
    for (const s of doc.sentences)
      if (s.mentions.some((m) => m.type === "Project"))
        for (const rule of SAID)
          for (const draft of rule.apply(s, doc))
            if (draft.kind === "relation" && draft.subject.type === "Project") placed.add(draft.subject.name);
    scope = { placed, home: homeGround(doc) };
    scopes.set(doc, scope);
  }
  return scope;
}

/** The one ground of a sentence before `end`: the innermost, if all others lie around it. */
function groundBefore(s: DocSentence, end: number, doc: Doc): Mention | undefined {
  const grounds = groundsOf(s, doc);
  const before = grounds.filter((g) => g.end <= end);
  const last = before.at(-1);
  if (!last) return undefined;
  return grounds.every((g) => isWithin(last, g, s, doc) || g.start > end) ? last : undefined;
}

/** The ground of the passage before a sentence in its paragraph. */
function groundEarlier(s: DocSentence, doc: Doc): Mention | undefined {
  const index = doc.sentences.indexOf(s);
  for (let i = index - 1; i >= Math.max(0, index - 4); i--) {
    const earlier = doc.sentences[i];
    if (!earlier || earlier.sentence.paragraph !== s.sentence.paragraph) return undefined;
    const grounds = groundsOf(earlier, doc);
    if (grounds.length > 0) return groundBefore(earlier, earlier.norm.length, doc);
  }
  return undefined;
}

/** Another place is spoken of, though nothing is said to stand on it; countries have two letters. */
function leadsAway(place: Mention, s: DocSentence, doc: Doc): boolean {
  if (/^[A-Z]{2}$/.test(place.code ?? "")) return place.code !== "CN";
  return place.code !== doc.home?.code && isAddress(place, s, doc);
}

export const inScope: ClaimRule = {
  name: "place/scope",
  examples: {
    yes: [
      [
        "农安县今年抓项目、促投资。总投资5亿元的高端轴承生产基地项目已完成备案。",
        "Project:高端轴承生产基地 LOCATED_IN Place:农安县",
      ],
    ],
    no: ["来自农安县的企业家考察了高端轴承生产基地项目。"],
  },
  apply(s, doc) {
    if (s.sentence.kind !== "body") return [];
    const projects = s.mentions.filter((m) => m.type === "Project" && !m.anaphor);
    if (projects.length === 0) return [];
    const { placed, home } = scopeOf(doc);
    return projects.flatMap((m): Draft[] => {
      if (placed.has(m.name) || (m.parts ?? []).some((p) => p.type === "Place" && !isHomely(p, doc)))
        return [];
      const here = groundBefore(s, m.start, doc);
      if (here) return here.name === m.name ? [] : [located(m, { type: "Place", name: here.name }, 0.5)];
      if (s.mentions.some((p) => p.type === "Place" && leadsAway(p, s, doc))) return [];
      const name = groundEarlier(s, doc)?.name ?? home;
      return name === undefined || name === m.name ? [] : [located(m, { type: "Place", name }, 0.4)];
    });
  },
};
