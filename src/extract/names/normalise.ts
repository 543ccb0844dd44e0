/**
 * What a span that the recogniser reads as a name is called in its report: 市住建局 is the city's, a short form stands for the
 * full one, an investor and a place come off a project's name. Rules' own mentions have their names already.
 * @module
 */
import { allMatches } from "../../matches.ts";
import type { EntityType } from "../../model/claim.ts";
import { fullForms } from "../agency/full-forms.ts";
import { BARE_BODY, divisionNamedBefore, divisionOfLevel } from "../agency/home.ts";
import { industry } from "../industry/names.ts";
import { changedWithin, renamed } from "../mentions.ts";
import { candidatesOf, toMention } from "../place/read.ts";
import { HEADS } from "../project/lists.ts";
import { nameProject } from "../project/name.ts";
import { ownerMention } from "../project/rules.ts";
import type { FoundProject } from "../project/types.ts";
import type { Mention, TokenDoc, TokenSentence } from "../types.ts";
import { tidyName, withoutRole } from "./tidy.ts";

export const RECOGNISED = "name/recognised";

interface Span {
  start: number;
  end: number;
  /** Probability, 0..1. */
  probability: number;
}

type Normaliser = (plain: Mention, s: TokenSentence, doc: TokenDoc) => Mention;

const LEVEL = /^(?:省|市|县|区|州|旗|自治区)/u;

/** 市住建局 is the city's that the report is about. */
const agency: Normaliser = (plain, _, doc) => {
  const level = LEVEL.exec(plain.name)?.[0];
  const owner = level === undefined ? undefined : divisionOfLevel(level, doc)?.name;
  return level === undefined || owner === undefined
    ? plain
    : { ...plain, name: owner + plain.name.slice(level.length) };
};

const company: Normaliser = (plain, _, doc) => {
  const name = doc.companies.forms.get(plain.name) ?? plain.name;
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

/** The undertaking of a span: as rules found it, or taken apart now. */
export function projectOf(mention: Mention, s: TokenSentence, doc: TokenDoc): FoundProject {
  const { start, end } = mention;
  const known = doc.projects.get(s.sentence)?.find((p) => p.end === end && p.start === start);
  if (known) return known;
  const found = nameProject(s, doc, doc.companies, start, end, { context: true, listed: false }, RECOGNISED);
  if (found && found.end === end) return found;
  const bare = mention.name.replace(/(?<=.{4})项目$/u, "");
  const { confidence, rule } = mention;
  return {
    start,
    end,
    name: bare,
    aliases: bare === mention.name ? [] : [mention.name],
    rule,
    confidence,
  };
}

const project: Normaliser = (plain, s, doc) => {
  const found = projectOf(plain, s, doc);
  const aliases = new Set([...found.aliases, plain.name]);
  aliases.delete(found.name);
  return {
    ...plain,
    name: found.name,
    aliases: [...aliases],
    ...(found.owner?.known && found.owner.start >= plain.start && found.owner.end <= found.start
      ? { parts: [ownerMention(s, found.owner, RECOGNISED)] }
      : {}),
  };
};

const QUOTED = /^[“"‘](?<inside>[^“”"‘’]+)[”"’]$/u;
const PARTLY_QUOTED = /[“”"‘’]/gu;

/** Without quotation marks, also where they hold a part only: “四比四看”活动. */
const quoted: Normaliser = (plain) => {
  const inside = QUOTED.exec(plain.name)?.groups?.["inside"];
  if (inside !== undefined) return { ...plain, name: inside };
  if (!PARTLY_QUOTED.test(plain.name)) return plain;
  const parts = allMatches(plain.name, /“(?<part>[^“”]{2,})”/gu).map((m) => m.groups?.["part"] ?? "");
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

/** What else the thing is called, whoever found the mention. */
export const withFullForms = (mention: Mention): Mention =>
  changedWithin(mention, (m) =>
    m.type === "Agency" ? { ...m, aliases: [...new Set([...(m.aliases ?? []), ...fullForms(m.name)])] } : m,
  );

const TIDIED: ReadonlySet<EntityType> = new Set(["Project", "Mechanism"]);

const PLAYING: ReadonlySet<EntityType> = new Set(["Company", "Institution"]);

/** With names, of what is inside it too, that hold nothing of what the sentence says around them. */
export const tidied = (mention: Mention): Mention =>
  changedWithin(mention, (m) => {
    if (PLAYING.has(m.type)) return { ...m, name: withoutRole(m.name) };
    return TIDIED.has(m.type) ? { ...m, name: tidyName(m.name) } : m;
  });

/** 县中医院, 镇党委: of the county, the town that the sentence has named before, else of the report's. */
export function ofItsPlace(m: Mention, s: TokenSentence, doc: TokenDoc): Mention {
  const level = m.type === "Agency" || m.type === "Institution" ? BARE_BODY.exec(m.name)?.[0] : undefined;
  if (level === undefined || doc.gazetteer.scan(m.name, {})[0]?.start === 0) return m;
  const owner = divisionNamedBefore(level, s, m.start, doc) ?? divisionOfLevel(level, doc);
  return owner === undefined ? m : renamed(m, owner.name + m.name.slice(level.length));
}

const PREFIXED: ReadonlySet<EntityType> = new Set(["Project", "Institution"]);

/** 甲市|乙产业园: what is printed right behind a place is known by both together, too. */
export function withPlaceBefore(mention: Mention, before: Mention | undefined): Mention {
  if (!PREFIXED.has(mention.type) || before?.type !== "Place" || before.end !== mention.start) return mention;
  return { ...mention, aliases: [...new Set([...(mention.aliases ?? []), before.text + mention.text])] };
}

/** Without a quotation mark at its edge whose other half stands outside: 青禾城” of “青禾城” is 青禾城. */
function withoutHalves(norm: string, span: Span): Span {
  const inside = norm.slice(span.start, span.end);
  if (inside.endsWith("”") && !inside.includes("“")) return { ...span, end: span.end - 1 };
  if (inside.startsWith("“") && !inside.includes("”")) return { ...span, start: span.start + 1 };
  return span;
}

/** 甲—乙, 甲至乙: where a line runs, and nothing of what it is. */
const ROUTE = /^[^至—-]{2,10}(?:至|—)[^至—-]{2,10}$/u;
const HEADED = new RegExp(`(?:${HEADS}|段|线|路)$`, "u");
/** …、丙—丁|等特高压工程 */
const SHARED =
  /^(?:、[^、，。；等]{2,24}){0,8}等(?:一批|多[个条项]|\d{1,3}[个条项])?(?:新建)?(?<head>(?!重[大点])\p{Script=Han}{0,6}(?:工程|铁路|高铁|公路|高速|通道|航线|新线))/u;

/** What stands without a head in a list is no longer than this; in characters. */
const STEM = 3;

/** 甲峡、|乙峡储气库: the first is called with the head of the second, where both begin with a word of one kind. */
function headOfNext(m: Mention, next: Mention | undefined, { norm, tokens }: TokenSentence): string {
  if (m.end - m.start > STEM || next?.type !== "Project") return "";
  if (next.start !== m.end + 1 || norm[m.end] !== "、") return "";
  const own = tokens.find((t) => t.start === m.start);
  const first = tokens.find((t) => t.start === next.start);
  if (!own || own.end !== m.end || !first || first.tag !== own.tag || first.end >= next.end) return "";
  const head = norm.slice(first.end, next.end);
  return next.name.endsWith(head) && HEADED.test(head) ? head : "";
}

/** 甲—乙、丙—丁等特高压工程: a line is called with the head that the list shares. */
export function withSharedHead(m: Mention, next: Mention | undefined, s: TokenSentence): Mention {
  if (m.type !== "Project" || HEADED.test(m.name)) return m;
  const shared = headOfNext(m, next, s);
  if (shared !== "") return renamed(m, m.name + shared);
  if (!ROUTE.test(m.name)) return m;
  const head = SHARED.exec(s.norm.slice(m.end))?.groups?.["head"];
  return head === undefined ? m : renamed(m, m.name + head);
}

/** 王小明作|为局长, 王小明代|表公司: a word of the sentence that begins where the name ends. */
const RUN_ON =
  /^(?:作为|代为|代表(?!团)|[和与及](?:时任|现任|前任|原任)|分别|担任|表示|介绍|率领|率队|出席|参加)/u;
const FULL_NAME = /^\p{Script=Han}{3}$/u;
/** 王小明等|出席: he and others. */
const AND_OTHERS = /^\p{Script=Han}{2,4}等$/u;

/** Without the first character of a word that the name runs on into, or 等. */
function withoutRunOn(norm: string, span: Span): Span {
  const name = norm.slice(span.start, span.end);
  const runsOn = FULL_NAME.test(name) && RUN_ON.test(norm.slice(span.end - 1));
  return runsOn || AND_OTHERS.test(name) ? { ...span, end: span.end - 1 } : span;
}

function edged(type: EntityType, span: Span, norm: string): Span {
  if (type === "Project") return withoutHalves(norm, span);
  return type === "Person" ? withoutRunOn(norm, span) : span;
}

/** The mention of a span that no rule proposes. */
export function normalise(type: EntityType, read: Span, s: TokenSentence, doc: TokenDoc): Mention {
  const span = edged(type, read, s.norm);
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
