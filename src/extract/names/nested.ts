/**
 * Nested mentions: which names inside names are things of the report. Measured on annotated texts: a place, body or company
 * that is named nowhere but inside another name is one in a fifth of the cases only (浙江 in 浙江大学). What remains: what the
 * report names by itself too, divisions of its own home, a builder known by its company rules, and places inside places that
 * no gazetteer knows.
 * @module
 */
import { liesIn } from "../../tag/gazetteer/index.ts";
import type { Rejected } from "../settle.ts";
import type { Mention, NamedSentence, TokenDoc } from "../types.ts";

const keyOf = (m: Mention): string => `${m.type} ${m.name}`;

/** Hosts that stand or are held where their name says. */
const STANDS_THERE: ReadonlySet<string> = new Set(["Project", "Event", "Agency", "Institution"]);

function stays(part: Mention, host: Mention, named: ReadonlySet<string>, doc: TokenDoc): boolean {
  if (named.has(keyOf(part))) return true;
  if (part.type === "Company") return host.type === "Project" && !part.rule.startsWith("project/");
  if (part.type !== "Place") return host.type === "Event";
  if (part.code === undefined) return host.type === "Place" && part.start > host.start;
  const level = doc.gazetteer.byCode(part.code)?.level ?? "";
  if (!STANDS_THERE.has(host.type) || !/^(?:prefecture|county|street)$/u.test(level)) return false;
  // A county's office and a county's fair tell of the county; a project's name tells of its place at home.
  if (host.type === "Event" || (host.type === "Agency" && level === "county")) return true;
  return doc.home !== undefined && (part.code === doc.home.code || liesIn(part.code, doc.home.code));
}

/** The sentences with the nested mentions that stay. */
export function keepNested(
  sentences: readonly NamedSentence[],
  doc: TokenDoc,
): { sentences: NamedSentence[]; dropped: Rejected[][] } {
  const named = new Set(sentences.flatMap((s) => s.mentions.map(keyOf)));
  const dropped: Rejected[][] = [];
  const kept = sentences.map((s): NamedSentence => {
    const lost: Rejected[] = [];
    dropped.push(lost);
    const prune = (m: Mention): Mention => {
      if (!m.parts) return m;
      const parts = m.parts.filter((part) => {
        if (stays(part, m, named, doc)) return true;
        lost.push({ mention: part, reason: `only inside ${m.type} ${m.text}` });
        return false;
      });
      const { parts: _, ...rest } = m;
      return parts.length > 0 ? { ...rest, parts: parts.map(prune) } : rest;
    };
    return { ...s, mentions: s.mentions.map(prune) };
  });
  return { sentences: kept, dropped };
}
