/** Candidates across the sentences of a passage: what a sentence leaves unsaid because one before it said it. @module */
import type { EntityRef, EntityType, RelationType } from "../../model/claim.ts";
import type { Doc, DocSentence, Mention } from "../types.ts";
import { farFeatures, isPost } from "./features.ts";
import { isInByline } from "./ruled-out.ts";
import { type Add, newCandidate } from "./types.ts";
import { rowOf } from "./units.ts";
import { viewOf } from "./view.ts";

interface Earlier {
  mention: Mention;
  /** Sentences before. */
  back: number;
}

const types = (...list: EntityType[]): ReadonlySet<EntityType> => new Set(list);

/** Names of the passage before that may be what a sentence leaves unsaid. */
export function acrossSentences(s: DocSentence, doc: Doc, add: Add): void {
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
    const c = newCandidate(predicate, subject, object, s, anchor);
    add(c, () => farFeatures(s, doc, anchor, other, how, c.features));
  };
  const nearest = (
    types: ReadonlySet<EntityType>,
    choose: (
      mentions: readonly Mention[],
      is: (m: Mention) => boolean,
      of: DocSentence,
    ) => Mention | undefined,
  ): Earlier | undefined => {
    for (const [back, other] of earlier.entries()) {
      const mention = choose(other.mentions, (m) => types.has(m.type), other);
      if (mention) return { mention, back: back + 1 };
    }
    return undefined;
  };
  const lastOf = (of: ReadonlySet<EntityType>): Earlier | undefined =>
    nearest(of, (mentions, is) => mentions.findLast(is));
  const firstOf = (of: ReadonlySet<EntityType>): Earlier | undefined =>
    nearest(of, (mentions, is) => mentions.find(is));
  const { home } = doc;
  const ground: (EntityRef & { code: string }) | undefined =
    home && home.level !== "country" ? { type: "Place", name: home.name, code: home.code } : undefined;
  const company = types("Company");
  const employer = types("Agency", "Company", "Institution");
  // 历任甲局局长、乙局副局长: whose life a text tells.
  if (!here.some((m) => m.type === "Person"))
    for (const m of here) {
      if (!employer.has(m.type) || m.anaphor) continue;
      const row = rowOf(s);
      const at = row.nodes.find((n) => n.mention === m)?.unit ?? -1;
      if (!isPost(row.units[at + 1]?.text ?? "") && !isPost(row.units[at + 2]?.text ?? "")) continue;
      const person = nearest(types("Person"), (mentions, is, other) =>
        mentions.findLast((x) => is(x) && !isInByline(x, other)),
      );
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
      if (ground) far("LOCATED_IN", m, ground, m, { type: "Place", name: ground.name }, "home");
    }
    // What the sentence tells of another company's is not of one before: 青禾公司拟募资，用于某项目.
    const owned = here.some((x) => x.type === "Company" && !x.anaphor && x.end <= m.start);
    if (m.type === "Project" && !owned) {
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
      if (ground) far("ISSUES", ground, m, m, { type: "Place", name: ground.name }, "home");
    }
  }
}

/** Does a post stand right before or behind a person? */
function postBeside(s: DocSentence, m: Mention): boolean {
  const row = rowOf(s);
  const at = row.nodes.find((n) => n.mention === m)?.unit ?? -1;
  return isPost(row.units[at - 1]?.text ?? "") || isPost(row.units[at + 1]?.text ?? "");
}
