/**
 * Who holds which office: the posts before a name, each with its body.
 * @module
 */
import type { EntityRef } from "../../model/claim.ts";
import { divisionOfLevel } from "../agency/home.ts";
import { isFormer } from "../status.ts";
import type { ClaimRule, Doc, DocSentence, Draft, Mention } from "../types.ts";
import { type Post, postsBefore, postsBehind } from "./post-chain.ts";

type Body = Mention | EntityRef;

/** 市长 and 副县长 serve the government of the place, whichever body stands before. */
function governmentOf(
  post: string,
  orgs: readonly Mention[],
  before: Body | undefined,
  doc: Doc,
): EntityRef | undefined {
  const level = /(省|市|县|区|州|旗|镇|乡|盟)长$/u.exec(post)?.[1];
  if (level === undefined) return undefined;
  const named = orgs.find((o) => o.type === "Place")?.name ?? placeOf(before, doc);
  const place = named?.endsWith(level) ? named : divisionOfLevel(level, doc)?.name;
  return { type: "Agency", name: place === undefined ? `${level}政府` : `${place}人民政府` };
}

function placeOf(body: Body | undefined, doc: Doc): string | undefined {
  if (!body) return undefined;
  const place = doc.gazetteer.scan(body.name)[0];
  return place?.start === 0
    ? doc.gazetteer.resolve(place.text, doc.home ? { home: doc.home.code } : {})?.name
    : undefined;
}

const EMPLOYERS = new Set(["Agency", "Company", "Institution", "Project"]);

/** Bodies of a post: its own, else those of the post before it in the chain. */
function bodiesOf(post: Post, before: Body | undefined, doc: Doc): Body[] {
  if (post.kind === "government") {
    const government = governmentOf(post.post, post.orgs, before, doc);
    return government ? [government] : [];
  }
  const own = post.orgs.filter((o) => EMPLOYERS.has(o.type));
  if (own.length > 0) return [own.at(-1) as Mention];
  return before && post.orgs.length === 0 ? [before] : [];
}

function claimsOf(s: DocSentence, doc: Doc, person: Mention, company: Mention | undefined): Draft[] {
  const drafts: Draft[] = [];
  const titles = new Map<string, { body: Body; titles: string[]; start: number; official: boolean }>();
  let before: Body | undefined;
  for (const post of postsBefore(s, person)) {
    if (post.kind === "press" || post.kind === "none") continue;
    let bodies = bodiesOf(post, before, doc);
    if (bodies.length === 0 && post.kind === "company" && company && post.orgs.length === 0)
      bodies = [company];
    const title = post.words + post.post;
    for (const body of bodies) {
      const key = `${body.type} ${body.name}`;
      const known = titles.get(key) ?? {
        body,
        titles: [],
        start: post.start,
        official: body.type === "Agency",
      };
      known.titles.push(title);
      titles.set(key, known);
      before = body;
    }
  }
  for (const { body, titles: list, start, official } of titles.values()) {
    const status = isFormer(s, start, person.start) ? "former" : "stated";
    drafts.push({
      kind: "relation",
      predicate: "WORKS_FOR",
      subject: person,
      object: body,
      title: list.join("、"),
      start,
      end: person.end,
      status,
    });
    // An office's chief is the body's, too: 组织部人才工作科科长.
    for (const part of "parts" in body ? (body.parts ?? []) : []) {
      if (
        part.type !== "Agency" ||
        body.type !== "Agency" ||
        !("rule" in body) ||
        body.rule !== "agency/office"
      )
        continue;
      const office = body.name.slice(part.name.length);
      drafts.push({
        kind: "relation",
        predicate: "WORKS_FOR",
        subject: person,
        object: part,
        title: office + list.join("、"),
        start,
        end: person.end,
        status,
      });
    }
    // The government is named by its head's post alone; 某某区 + 人民政府 sits in its district.
    const seat = "rule" in body ? undefined : /^(?<place>.{2,})人民政府$/u.exec(body.name)?.groups?.["place"];
    if (seat !== undefined)
      drafts.push({
        kind: "relation",
        predicate: "LOCATED_IN",
        subject: body,
        object: { type: "Place", name: seat },
        start,
        end: person.end,
        status: "stated",
      });
    if (official && status === "stated")
      drafts.push({
        kind: "value",
        subject: person,
        property: "official",
        value: true,
        start,
        end: person.end,
        status: "stated",
      });
  }
  return drafts;
}

export const worksFor: ClaimRule = {
  name: "person/posts-before-name",
  examples: {
    yes: [
      [
        "长春市住建局党组书记、局长王小明介绍，改造已完成。",
        "Person:王小明 WORKS_FOR Agency:长春市住建局 (title=党组书记、局长)",
      ],
      [
        "长春市委常委、副市长王小明出席仪式。",
        "Person:王小明 WORKS_FOR Agency:长春市人民政府 (title=副市长)",
      ],
    ],
    no: ["记者王小明报道。"],
  },
  apply(s, doc) {
    let company: Mention | undefined = lastCompany(doc, s);
    const drafts: Draft[] = [];
    for (const m of s.mentions) {
      if (m.type === "Company") company = m;
      if (m.type === "Person") drafts.push(...claimsOf(s, doc, m, company));
    }
    return drafts;
  },
};

export const postBehindName: ClaimRule = {
  name: "person/posts-behind-name",
  examples: {
    yes: [["长春市住建局王小明局长出席仪式。", "Person:王小明 WORKS_FOR Agency:长春市住建局 (title=局长)"]],
    no: ["王小明局长出席仪式。"],
  },
  apply: (s) =>
    postsBehind(s).map(
      ({ body, person, post, end }): Draft => ({
        kind: "relation",
        predicate: "WORKS_FOR",
        subject: person,
        object: body,
        title: post,
        start: Math.min(body.start, person.start),
        end,
        status: "stated",
      }),
    ),
};

/** The company named last before this sentence in its paragraph: 公司副总裁某某. */
function lastCompany(doc: Doc, s: DocSentence): Mention | undefined {
  const index = doc.sentences.indexOf(s);
  for (let i = index - 1; i >= 0; i--) {
    const before = doc.sentences[i];
    if (!before || before.sentence.paragraph !== s.sentence.paragraph) return undefined;
    const found = before.mentions.findLast((m) => m.type === "Company");
    if (found) return found;
  }
  return undefined;
}
