/**
 * What a span that the recogniser reads as a name is called in its report: 市住建局 is the city's, a short form stands for the
 * full one, an investor and a place come off a project's name. Rules' own mentions have their names already.
 * @module
 */
import type { EntityType } from "../../model/claim.ts";
import { divisionOfLevel } from "../agency/home.ts";
import { knownCompanies } from "../company/known.ts";
import { industry } from "../industry/names.ts";
import { candidatesOf, toMention } from "../place/read.ts";
import { nameProject } from "../project/name.ts";
import type { Doc, DocSentence, Mention } from "../types.ts";

export const RECOGNISED = "name/recognised";

interface Span {
  start: number;
  end: number;
  /** Probability, 0..1. */
  probability: number;
}

type Normaliser = (plain: Mention, s: DocSentence, doc: Doc) => Mention;

const LEVEL = /^(?:省|市|县|区|州|旗|自治区)/u;

/** 市住建局 is the city's that the report is about. */
const agency: Normaliser = (plain, _, doc) => {
  const level = LEVEL.exec(plain.name)?.[0];
  const owner = level === undefined ? undefined : divisionOfLevel(level, doc)?.name;
  return level === undefined || owner === undefined
    ? plain
    : { ...plain, name: owner + plain.name.slice(level.length), aliases: [plain.name] };
};

const company: Normaliser = (plain, _, doc) => {
  const name = knownCompanies(doc).forms.get(plain.name) ?? plain.name;
  return name === plain.name ? plain : { ...plain, name };
};

/** A division by its official name; any other place as printed, its outer places as parts. */
const place: Normaliser = (plain, s, doc) => {
  const seen = candidatesOf(s, doc).find((c) => c.start === plain.start && c.end === plain.end);
  if (seen) return { ...toMention(seen, RECOGNISED), confidence: plain.confidence };
  const division = doc.gazetteer.resolve(plain.name, doc.home === undefined ? {} : { home: doc.home.code });
  if (division)
    return {
      ...plain,
      name: division.name,
      code: division.code,
      aliases: plain.name === division.name ? [] : [plain.name],
    };
  return plain;
};

const project: Normaliser = (plain, s, doc) => {
  const found = nameProject(
    s,
    doc,
    knownCompanies(doc),
    plain.start,
    plain.end,
    { context: true, listed: false },
    RECOGNISED,
  );
  if (found === undefined || found.end !== plain.end) {
    const bare = plain.name.replace(/(?<=.{4})项目$/u, "");
    return bare === plain.name ? plain : { ...plain, name: bare, aliases: [plain.name] };
  }
  const aliases = new Set([...found.aliases, plain.name]);
  aliases.delete(found.name);
  return { ...plain, name: found.name, aliases: [...aliases] };
};

const QUOTED = /^[“"‘](?<inside>[^“”"‘’]+)[”"’]$/u;
const PARTLY_QUOTED = /[“”"‘’]/gu;

/** Without quotation marks, also where they hold a part only: “四比四看”活动. */
const quoted: Normaliser = (plain) => {
  const inside = QUOTED.exec(plain.name)?.groups?.["inside"];
  if (inside !== undefined) return { ...plain, name: inside };
  if (!PARTLY_QUOTED.test(plain.name)) return plain;
  const parts = [...plain.name.matchAll(/“(?<part>[^“”]{2,})”/gu)].map((m) => m.groups?.["part"] ?? "");
  return {
    ...plain,
    name: plain.name.replace(PARTLY_QUOTED, ""),
    aliases: plain.type === "Mechanism" && parts.length === 1 ? parts : [],
  };
};

const policy: Normaliser = (plain) => ({ ...plain, name: plain.name.replace(/^《|》$/gu, "") });

const branch: Normaliser = (plain, s) => ({
  ...industry(s, plain.start, plain.end, plain.rule),
  confidence: plain.confidence,
});

const NORMALISERS: Readonly<Partial<Record<EntityType, Normaliser>>> = {
  Agency: agency,
  Company: company,
  Place: place,
  Project: project,
  Mechanism: quoted,
  Event: quoted,
  Policy: policy,
  Industry: branch,
};

/** The mention of a span that no rule proposes. */
export function normalise(type: EntityType, span: Span, s: DocSentence, doc: Doc): Mention {
  const plain: Mention = {
    type,
    start: span.start,
    end: span.end,
    text: s.sentence.text.slice(span.start, span.end),
    name: s.norm.slice(span.start, span.end).replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, ""),
    rule: RECOGNISED,
    confidence: span.probability,
  };
  return NORMALISERS[type]?.(plain, s, doc) ?? plain;
}
