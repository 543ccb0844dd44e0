/**
 * The candidates of a report: pairs of names that the schema allows, within a sentence or a passage, and what rules propose.
 * @module
 */
import type { EntityRef, EntityType, RelationType } from "../../model/claim.ts";
import type { Doc, DocSentence, Mention } from "../types.ts";
import { farFeatures, isPost, pairFeatures, sharedFeatures, speakerFeatures } from "./features.ts";
import { isProposedAmiss, isRuledOut, maySpeak } from "./ruled-out.ts";
import { type Candidate, edgeOf, type Proposal } from "./types.ts";
import { type Node, rowOf } from "./units.ts";
import { viewOf } from "./view.ts";

interface Pairing {
  predicate: RelationType;
  from: ReadonlySet<EntityType>;
  to: ReadonlySet<EntityType>;
  /** Farthest apart in one sentence, in units. */
  reach: number;
  /** How the tail may stand in another sentence of the passage. */
  far: "subject" | "last" | "ground" | "none";
}

const types = (...list: EntityType[]): ReadonlySet<EntityType> => new Set(list);
const PAIRINGS: readonly Pairing[] = [
  {
    predicate: "INVESTS",
    from: types("Company", "Agency"),
    to: types("Project", "Place"),
    reach: 40,
    far: "subject",
  },
  {
    predicate: "LOCATED_IN",
    from: types("Project", "Company", "Institution", "Agency", "Event", "Mechanism", "Place"),
    to: types("Place"),
    reach: 40,
    far: "ground",
  },
  {
    predicate: "WORKS_FOR",
    from: types("Person"),
    to: types("Agency", "Company", "Institution", "Project"),
    reach: 30,
    far: "last",
  },
  {
    predicate: "ISSUES",
    from: types("Agency", "Place"),
    to: types("Policy", "Mechanism"),
    reach: 40,
    far: "subject",
  },
];
/**
 * So many names may stand between two that are weighed together. In a crowded list each name would otherwise be paired with
 * dozens; with a fixed number for each, the cost grows as the text does. What a rule proposes is weighed at any distance.
 */
const MOST_NEARER = 12;
/** Names between two, nested ones too. */
const crowd = (row: ReturnType<typeof rowOf>, a: Node, b: Node): number => {
  const [l, r] = a.unit < b.unit ? [a.unit, b.unit] : [b.unit, a.unit];
  return (row.firstAt[r] ?? row.nodes.length) - (row.firstAt[l + 1] ?? row.nodes.length);
};
/** Farthest apart of a part and its whole, in units. */
const PARTS_REACH = 12;
const PARTS: ReadonlySet<EntityType> = types("Agency", "Project", "Mechanism");
/** Longer runs of characters are no sentences but lists run together: there only what rules propose is weighed. */
export const LONGEST_SENTENCE = 1500;
/** Sentences that name relations; bylines name who wrote. */
const isText = (s: DocSentence): boolean =>
  s.sentence.kind !== "byline" && s.sentence.kind !== "credit" && s.norm.length <= LONGEST_SENTENCE;

const range = (...list: { start: number; end: number }[]): { start: number; end: number } => ({
  start: Math.min(...list.map((m) => m.start)),
  end: Math.max(...list.map((m) => m.end)),
});

/** Is the pair worth a look? Most places of a sentence are not where a thing is: only near ones are asked about. */
function allowed(p: Pairing, a: Node, b: Node, row: ReturnType<typeof rowOf>): boolean {
  if (a.mention.name === b.mention.name) return false;
  if (Math.abs(a.unit - b.unit) > p.reach) return false;
  if (p.predicate === "LOCATED_IN") {
    if (a.mention.type === "Place") {
      // Places in places: nested, or right behind one another.
      return b.unit <= a.unit && a.unit - b.unit <= 1 && b.mention.start < a.mention.start;
    }
    if (b.mention.code === "CN") return false;
    if (a.host === b.host) return a.mention.start <= b.mention.start && b.mention.end <= a.mention.end;
    if (a.mention.type === "Mechanism" || a.mention.type === "Agency") return Math.abs(a.unit - b.unit) <= 3;
    const nearer = row.nodes.filter(
      (n) =>
        n.mention.type === "Place" &&
        n.host === n.mention &&
        Math.abs(n.unit - a.unit) < Math.abs(b.unit - a.unit) &&
        n.unit < a.unit === b.unit < a.unit,
    ).length;
    return nearer < 4;
  }
  if (p.predicate === "INVESTS" && b.mention.type === "Place") {
    if (b.host !== b.mention || a.host !== a.mention) return false;
    return a.mention.type === "Company" && Math.abs(a.unit - b.unit) <= 15;
  }
  // 甲市|某局: whose office it is says nothing of what it issues; only outermost names act.
  if (p.predicate === "ISSUES")
    return b.host === b.mention && (a.host === a.mention || a.mention.type === "Agency");
  return true;
}

function inSentence(s: DocSentence, doc: Doc, add: (c: Candidate, build: () => void) => void): void {
  const row = rowOf(s);
  for (const p of PAIRINGS)
    for (const a of row.nodes) {
      if (!p.from.has(a.mention.type)) continue;
      for (let i = row.firstAt[Math.max(0, a.unit - p.reach)] ?? 0; i < row.nodes.length; i++) {
        const b = row.nodes[i] as Node;
        if (b.unit > a.unit + p.reach) break;
        if (a === b || !p.to.has(b.mention.type)) continue;
        if (b.unit !== a.unit && crowd(row, a, b) > MOST_NEARER) continue;
        if (!allowed(p, a, b, row) || isRuledOut(p.predicate, a.mention, b.mention, s)) continue;
        const c: Candidate = {
          predicate: p.predicate,
          subject: a.mention,
          object: b.mention,
          sentence: s,
          ...range(a.mention, b.mention),
          proposals: [],
          features: [],
        };
        add(c, () => pairFeatures(s, doc, a, b, c.features));
      }
    }
  for (const a of row.nodes) {
    if (a.mention.type === "Person" && maySpeak(a.host, s) && s.sentence.kind !== "title") {
      const c: Candidate = {
        predicate: "QUOTED_BY",
        subject: a.mention,
        object: "REPORT",
        sentence: s,
        start: a.host.start,
        end: a.host.end,
        proposals: [],
        features: [],
      };
      add(c, () => speakerFeatures(s, doc, a, c.features));
    }
    if (!PARTS.has(a.mention.type)) continue;
    for (let i = row.firstAt[Math.max(0, a.unit - PARTS_REACH)] ?? 0; i < row.nodes.length; i++) {
      const b = row.nodes[i] as Node;
      if (b.unit > a.unit + PARTS_REACH) break;
      if (b.mention.type !== a.mention.type || b.mention.name === a.mention.name) continue;
      const nested =
        a.host === b.host && a.mention.start <= b.mention.start && b.mention.end <= a.mention.end;
      if (
        !nested &&
        (a.mention.type === "Agency" || Math.abs(a.unit - b.unit) > PARTS_REACH || a.host === b.host)
      )
        continue;
      const c: Candidate = {
        predicate: "PART_OF",
        subject: a.mention,
        object: b.mention,
        sentence: s,
        ...range(a.mention, b.mention),
        proposals: [],
        features: [],
      };
      add(c, () => pairFeatures(s, doc, a, b, c.features));
    }
  }
}

/** Names of the passage before that may be what a sentence leaves unsaid. */
function acrossSentences(s: DocSentence, doc: Doc, add: (c: Candidate, build: () => void) => void): void {
  const view = viewOf(doc);
  const here = view.names(s);
  const earlier = view.before(s, 3);
  const far = (
    predicate: RelationType,
    subject: Mention | EntityRef,
    object: Mention | EntityRef,
    anchor: Mention,
    other: Mention | EntityRef,
    how: string,
  ): void => {
    if (subject.name === object.name) return;
    const c: Candidate = {
      predicate,
      subject,
      object,
      sentence: s,
      start: anchor.start,
      end: anchor.end,
      proposals: [],
      features: [],
    };
    add(c, () => farFeatures(s, doc, anchor, other, how, c.features));
  };
  const lastOf = (type: ReadonlySet<EntityType>): { mention: Mention; back: number } | undefined => {
    for (const [back, other] of earlier.entries()) {
      const found = other.mentions.findLast((m) => type.has(m.type));
      if (found) return { mention: found, back: back + 1 };
    }
    return undefined;
  };
  const firstOf = (type: ReadonlySet<EntityType>): { mention: Mention; back: number } | undefined => {
    for (const [back, other] of earlier.entries()) {
      const found = other.mentions.find((m) => type.has(m.type));
      if (found) return { mention: found, back: back + 1 };
    }
    return undefined;
  };
  const company = types("Company");
  const employer = types("Agency", "Company", "Institution");
  // 历任甲局局长、乙局副局长: whose life a text tells.
  if (!here.some((m) => m.type === "Person"))
    for (const m of here) {
      if (!employer.has(m.type) || m.anaphor) continue;
      const row = rowOf(s);
      const at = row.nodes.find((n) => n.mention === m)?.unit ?? -1;
      if (!isPost(row.units[at + 1]?.text ?? "") && !isPost(row.units[at + 2]?.text ?? "")) continue;
      const person = lastOf(types("Person"));
      for (const who of person ? [person.mention] : view.main(types("Person")).slice(0, 1))
        far("WORKS_FOR", who, m, m, who, person ? `life${person.back}` : "life");
    }
  for (const m of here) {
    if (m.type === "Project" || (m.type === "Event" && !m.anaphor)) {
      const place = lastOf(types("Place"));
      if (place) far("LOCATED_IN", m, place.mention, m, place.mention, `last${place.back}`);
      const first = firstOf(types("Place"));
      if (first && first.mention !== place?.mention)
        far("LOCATED_IN", m, first.mention, m, first.mention, `first${first.back}`);
      const { home } = doc;
      if (home && home.level !== "country")
        far(
          "LOCATED_IN",
          m,
          { type: "Place", name: home.name, code: home.code } as EntityRef,
          m,
          { type: "Place", name: home.name },
          "home",
        );
    }
    if (m.type === "Project") {
      const last = lastOf(company);
      if (last) far("INVESTS", last.mention, m, m, last.mention, `last${last.back}`);
      const first = firstOf(company);
      if (first && first.mention !== last?.mention)
        far("INVESTS", first.mention, m, m, first.mention, `first${first.back}`);
    }
    if (m.type === "Company" && !m.anaphor) {
      const project = lastOf(types("Project"));
      if (project) far("INVESTS", m, project.mention, m, project.mention, `project${project.back}`);
    }
    if (m.type === "Person" && !m.anaphor && postBeside(s, m)) {
      // 甲集团党委委员乙 of a text about 甲集团, which an earlier paragraph names.
      for (const main of view.main(employer)) far("WORKS_FOR", m, main, m, main, "main");
    }
    if (m.type === "Person" && !m.anaphor) {
      const body = lastOf(employer);
      if (body) far("WORKS_FOR", m, body.mention, m, body.mention, `last${body.back}`);
      const first = firstOf(employer);
      if (first && first.mention !== body?.mention)
        far("WORKS_FOR", m, first.mention, m, first.mention, `first${first.back}`);
    }
    if ((m.type === "Mechanism" || m.type === "Policy") && !m.anaphor) {
      const actor = firstOf(types("Agency", "Place"));
      if (actor) far("ISSUES", actor.mention, m, m, actor.mention, `first${actor.back}`);
      const { home } = doc;
      if (home && home.level !== "country")
        far(
          "ISSUES",
          { type: "Place", name: home.name, code: home.code } as EntityRef,
          m,
          m,
          { type: "Place", name: home.name },
          "home",
        );
    }
  }
}

/** Does a post stand right before or behind a person? */
function postBeside(s: DocSentence, m: Mention): boolean {
  const row = rowOf(s);
  const at = row.nodes.find((n) => n.mention === m)?.unit ?? -1;
  return isPost(row.units[at - 1]?.text ?? "") || isPost(row.units[at + 1]?.text ?? "");
}

/** A post between two names, or beside the person: 甲集团|董事长|乙. */
function postFeatures(c: Candidate): void {
  if (c.predicate !== "WORKS_FOR") return;
  const { subject, sentence: s } = c;
  if (!("start" in subject)) return;
  const row = rowOf(s);
  const node = row.nodes.find((n) => n.mention === subject);
  if (!node) return;
  const before = row.units[node.unit - 1]?.text ?? "";
  const after = row.units[node.unit + 1]?.text ?? "";
  if (isPost(before)) c.features.push("post:before");
  if (isPost(after)) c.features.push("post:after");
  for (let i = Math.max(0, node.unit - 6); i < node.unit; i++)
    if (isPost(row.units[i]?.text ?? "")) {
      c.features.push("post:left");
      break;
    }
}

/**
 * All candidates of a report, in order of appearance; each edge may have several. What rules propose and no pairing finds
 * (a place that is only meant) is a candidate of its own.
 */
export function candidatesOf(doc: Doc, proposed: ReadonlyMap<DocSentence, readonly Proposal[]>): Candidate[] {
  const all: Candidate[] = [];
  for (const s of doc.sentences) {
    const byEdge = new Map<string, Candidate[]>();
    const add = (c: Candidate, build: () => void): void => {
      build();
      postFeatures(c);
      const key = edgeOf(c);
      const list = byEdge.get(key);
      if (list) list.push(c);
      else byEdge.set(key, [c]);
      all.push(c);
    };
    if (isText(s)) {
      inSentence(s, doc, add);
      if (s.sentence.kind === "body") acrossSentences(s, doc, add);
    }
    for (const p of proposed.get(s) ?? []) {
      const { draft } = p;
      const known = byEdge.get(edgeOf(draft));
      if (known) {
        // The passage that the rule's words lie nearest to.
        for (const c of known)
          if (!c.proposals.some((q) => q.rule === p.rule && q.draft.confidence === draft.confidence))
            c.proposals.push(p);
        continue;
      }
      // What grammar rules out is none because a rule proposes it.
      if (isProposedAmiss(draft, s)) continue;
      const c: Candidate = {
        predicate: draft.predicate,
        subject: draft.subject,
        object: draft.object,
        sentence: s,
        start: draft.start,
        end: draft.end,
        proposals: [p],
        features: [],
      };
      add(c, () => {
        c.features.push("meant");
        const { subject, object } = draft;
        if ("start" in subject && object !== "REPORT")
          farFeatures(s, doc, subject, object, "meant", c.features);
      });
    }
  }
  for (const c of all) sharedFeatures(c, doc);
  return all;
}
