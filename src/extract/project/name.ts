/**
 * What an undertaking is called: `norm[start..end)` is taken apart, and as much of builder and place is kept as the name needs.
 * Gives undefined for categories (重点项目, 老旧小区改造工程) that no builder, place or sum ties to one thing.
 * @module
 */

import { CENTRAL, WEAK } from "../company/lists.ts";
import type { KnownCompanies } from "../company/types.ts";
import type { CompanyDoc, TokenSentence } from "../types.ts";
import { BUILT, GENERIC, hasProduct, PARK, PHASE, plainWords } from "./lists.ts";
import { takeApart } from "./owner.ts";
import { namedAlone, proper, quoted, repeated } from "./proper.ts";
import { AFTER_OWNER, GENERIC_START, GLUED, NO_NAME, NOT_BUILT, SEVERAL, TOLD_OF, TWICE } from "./shape.ts";
import type { FoundProject, Owner } from "./types.ts";

export interface Evidence {
  /** It opens its clause, and the words after it say that it was begun or finished. */
  acting?: boolean;
  /** A sum stands right before the name. */
  money?: boolean;
  /** The words around name a sum or a builder for it. */
  context: boolean;
  /** Stands in a list of projects. */
  listed: boolean;
}

const PHASE_END = new RegExp(`(?:项目|工程)?(?<phase>${PHASE})(?:工程|项目)?$`, "u");
/** A name that ends in what is done, or by which numbers, is one of its own: 锅炉节能改造. */
const ACTIVITY_END =
  /(?:建设|改造|扩建|扩能|新建|迁建|升级|提升|生产|研发|利用|开发|治理|整治|修复|加工|制造|回收|处理|供应|配套|产业化|工程|一体化|计划)$/u;
const BUILT_END = new RegExp(`(?:${BUILT})$`, "u");
const PARK_END = new RegExp(`(?:${PARK})(?:项目)?$`, "u");
/** 某路北延工程|某隧道, 某产业园一期项目|物流园: a work inside a work. */
const NESTED = new RegExp(
  `^[^、]{3,30}?(?:项目|工程)(?:${PHASE})?(?:项目|工程)?(?=[^、]{2,20}(?:${BUILT})(?:项目|工程)?$)`,
  "u",
);
/** 甲乙矿业|丙建材 */
const SPLIT_SECTOR =
  /^\p{Script=Han}{2,4}?(?:药业|矿业|实业|置业|重工|水务|制药|石化|泵业|乳业|纸业|酒业)\p{Script=Han}{2,6}$/u;
const COMPANY_LIKE = new RegExp(`^\\p{Script=Han}{2,6}(?:${WEAK})$`, "u");

function nestedProject(
  s: TokenSentence,
  doc: CompanyDoc,
  known: KnownCompanies,
  start: number,
  inner: number,
  end: number,
  evidence: Evidence,
  rule: string,
): FoundProject | undefined {
  const outer = nameProject(s, doc, known, start, inner, evidence, rule);
  if (!outer) return undefined;
  const name = trim(s.norm.slice(inner, end));
  return {
    ...outer,
    start: inner,
    end,
    name,
    aliases: [s.norm.slice(outer.start, end)],
    whole: outer.name,
    outer,
  };
}

/** The tagger's company between words for places and the name: 某片区|甲乙|项目. */
function builderToken(
  s: TokenSentence,
  known: KnownCompanies,
  start: number,
  end: number,
): number | undefined {
  const token = s.tokens.find(
    (t) =>
      t.start > start &&
      t.end < end &&
      t.tag === "ORG" &&
      !/(?:委|局|厅|部|院|会|政府|大学|学校|中心|镇|村|社区)$/u.test(t.text),
  );
  if (!token) return undefined;
  const before = s.tokens.filter((t) => t.start >= start && t.end <= token.start);
  return before.every((t) => t.tag === "LOC" || /^(?:片区|园区|新区|开发区|境内)$/u.test(t.text)) &&
    !known.forms.has(s.norm.slice(start, token.start))
    ? token.start
    : undefined;
}

/** The company that ends where the name begins: its name may be too long to be seen with it. */
function companyBefore(s: TokenSentence, known: KnownCompanies, start: number): Owner | undefined {
  const c = (known.bySentence.get(s.sentence) ?? []).find(
    (f) => f.end === start || (f.end === start - 1 && s.norm[f.end] === "的"),
  );
  return c && { start: c.start, end: c.end, name: c.name, known: true };
}

const trim = (text: string): string => {
  const bare = text.replace(/(?:建设)?项目$/u, "");
  if (bare.length >= 4 || text === bare)
    return /^(?:.*)建设$/u.test(bare) && BUILT_END.test(bare.slice(0, -2)) ? bare.slice(0, -2) : bare;
  return text;
};

/** The undertaking that `norm[start..end)` names. */
export function nameProject(
  s: TokenSentence,
  doc: CompanyDoc,
  known: KnownCompanies,
  start: number,
  end: number,
  evidence: Evidence,
  rule: string,
): FoundProject | undefined {
  const { norm } = s;
  let from = start + (GENERIC_START.exec(norm.slice(start, end))?.[0].length ?? 0);
  from += GLUED.exec(norm.slice(from, end))?.[0].length ?? 0;
  from += TOLD_OF.exec(norm.slice(from, end))?.[0].length ?? 0;
  from += TWICE.exec(norm.slice(from, end))?.groups?.["once"]?.length ?? 0;
  // 2×350兆瓦
  if (/\d/u.test(norm[from] ?? ""))
    from -= /\d{1,2}[×xX*]$/u.exec(norm.slice(Math.max(0, from - 3), from))?.[0].length ?? 0;
  while (from < end && norm[from] === " ") from++;
  if (norm[from] === "”" || norm[from] === "、") from++;
  const lead = builderToken(s, known, from, end);
  if (lead !== undefined) from = lead;
  if (end - from < 2) return undefined;
  const raw = norm.slice(from, end);
  if (doc.gazetteer.scan(raw, {})[0]?.text === raw || /REITs(?:项目)?$/u.test(raw)) return undefined;
  if (NO_NAME.test(raw) || NOT_BUILT.test(raw)) return undefined;
  const nested = NESTED.exec(raw);
  if (nested) return nestedProject(s, doc, known, from, from + nested[0].length, end, evidence, rule);
  const whole =
    [...known.forms.keys()].includes(raw) ||
    (known.bySentence.get(s.sentence) ?? []).some((c) => c.start === from && c.end === end) ||
    (COMPANY_LIKE.test(raw) &&
      s.tokens.some((t) => t.start >= from && t.start < end && ["ORG", "nz", "nw", "PER"].includes(t.tag)) &&
      !plainWords(raw) &&
      doc.gazetteer.scan(raw, {})[0]?.start !== 0);
  if (whole && evidence.listed && !SPLIT_SECTOR.test(raw)) {
    // 某央企新能源: the company is the one whose short name stands in front.
    const central = [...CENTRAL.keys()].find(
      (form) => raw.startsWith(form) && raw.length - form.length >= 2 && !known.forms.has(raw),
    );
    const name = central === undefined ? (known.forms.get(raw) ?? raw) : (CENTRAL.get(central) ?? raw);
    return {
      start: from,
      end,
      name: `${raw}项目`,
      aliases: [],
      rule,
      confidence: 0.75,
      owner: { start: from, end, name, known: true },
      listed: true,
    };
  }
  const product = (text: string): boolean => hasProduct(plainWords(text) ?? []);
  const parts = takeApart(
    s,
    doc,
    known,
    from,
    end,
    evidence.listed || evidence.money
      ? "free"
      : rule === "project/enumerated" || (!evidence.context && product(raw.slice(-8)))
        ? "listed"
        : "alone",
  );
  parts.owner ??= companyBefore(s, known, from);
  // 甲集团供图|某项目: a caption's source.
  const source = parts.owner && GLUED.exec(norm.slice(parts.start, end))?.[0].length;
  if (source) {
    parts.owner = undefined;
    parts.start += source;
    from = parts.start;
  }
  if (parts.owner) parts.start += AFTER_OWNER.exec(norm.slice(parts.start, end))?.[0].length ?? 0;
  while (parts.start < end && norm[parts.start] === " ") parts.start++;
  const rest = norm.slice(parts.start, end);
  const core = rest.replace(PHASE_END, "").replace(/(?:项目|工程)$/u, "");
  const words = plainWords(core.replace(/[“”‘’]/gu, ""));
  const phaseOnly = core === "" || /^(?:项目|工程)$/u.test(core);
  const kindOnly = words !== undefined && !hasProduct(words);
  const category = words?.every((w) => GENERIC.has(w)) ?? false;
  const named = proper(s, doc, parts.start, end) && !kindOnly;
  const park = PARK_END.test(rest) || BUILT_END.test(core);

  if (phaseOnly && !parts.owner && !(parts.place && evidence.listed)) return undefined;
  if (category && !phaseOnly && !(parts.owner?.known && !/^(?:重点|重大|工业|产业|新|在建)/u.test(core)))
    return undefined;
  const accepted =
    named ||
    parts.owner !== undefined ||
    (evidence.context && (words === undefined || hasProduct(words) || park)) ||
    (quoted(norm, from, end) && PARK_END.test(rest)) ||
    (park &&
      words !== undefined &&
      hasProduct(words) &&
      (/项目$/u.test(rest) ||
        quoted(norm, parts.start, end) ||
        evidence.acting ||
        (PARK_END.test(rest) && repeated(doc, rest)))) ||
    (parts.place !== undefined &&
      !category &&
      ((words !== undefined && hasProduct(words) && !parts.place.wide) || park || evidence.listed)) ||
    false;
  if (!accepted) return undefined;
  // 建设了一批物流项目, 建成高速公路: a kind, whoever builds it.
  const alone = parts.owner === undefined && parts.place === undefined && !evidence.money && !named;
  if (alone && !quoted(norm, from, end) && words !== undefined && !phaseOnly)
    if (
      words.length < 2 ||
      (kindOnly && core.length < 6) ||
      SEVERAL.test(norm.slice(Math.max(0, from - 24), from))
    )
      return undefined;

  const first = Math.min(
    parts.owner && parts.owner.start >= from ? parts.owner.start : parts.start,
    parts.place?.start ?? parts.start,
  );
  const bare = trim(rest);
  // 甲公司动力电池项目: a bare product is no name of its own, other companies have one, too.
  const bareProduct = parts.owner?.known === true && !park && !ACTIVITY_END.test(bare);
  const thin =
    phaseOnly ||
    kindOnly ||
    bareProduct ||
    core.length < 4 ||
    bare.length < 4 ||
    (words !== undefined && parts.owner === undefined && bare.length <= 6);
  const behind =
    parts.place && parts.owner?.known && parts.place.start >= parts.owner.end ? parts.place : undefined;
  const keepFrom = !thin
    ? parts.start
    : behind && !phaseOnly && core.length < 4 && end - behind.start >= 5
      ? behind.start
      : parts.place && parts.owner && parts.place.start < parts.owner.start
        ? parts.owner.start
        : first;
  const ownOnly = parts.owner !== undefined && /^(?:项目|工程)$/u.test(rest);
  const name = ownOnly ? norm.slice(keepFrom, end) : trim(norm.slice(keepFrom, end));
  const aliases = new Set<string>();
  for (const at of [
    first,
    parts.owner && parts.owner.start >= from ? parts.owner.start : undefined,
    parts.place?.start,
  ]) {
    if (at !== undefined && at !== keepFrom) aliases.add(trim(norm.slice(at, end)));
  }
  if (!thin && keepFrom !== parts.start) aliases.add(bare);
  if (thin && !phaseOnly && !kindOnly && bare.length >= 3) aliases.add(bare);
  aliases.delete(name);
  const phase = PHASE_END.exec(name);
  const base = phase ? name.slice(0, phase.index) : undefined;
  return {
    start: keepFrom,
    end,
    name,
    aliases: [...aliases],
    rule,
    confidence: named || parts.owner?.known ? 0.9 : 0.75,
    ...(parts.owner ? { owner: parts.owner } : {}),
    ...(parts.second ? { second: parts.second } : {}),
    ...(base &&
    (BUILT_END.test(base) ||
      (!known.forms.has(base) && namedAlone(doc, base)) ||
      /(?:项目|工程)(?=[（一二三四五六七八九十首\d])/u.test(name.slice(base.length - 2))) &&
    base.length >= 4
      ? { whole: base }
      : {}),
    ...(evidence.listed ? { listed: true } : {}),
  };
}
