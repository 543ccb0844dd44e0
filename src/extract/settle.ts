/**
 * Overlap resolution by rules alone: the longer name wins, then the earlier, then the surer. A loser that lies inside a
 * winner becomes one of its parts when it is a name in its own right there; every other loser is dropped with a reason.
 * @module
 */
import type { EntityType } from "../model/claim.ts";
import type { Mention } from "./types.ts";

export interface Proposal {
  mention: Mention;
  /** See `MentionRule.grammar`. */
  grammar: boolean;
}

/** Which names inside which are entities of their own: the place in a company's name, the body before its office. */
const PARTS: Readonly<Partial<Record<EntityType, readonly EntityType[]>>> = {
  Agency: ["Place", "Agency"],
  Company: ["Place"],
  Institution: ["Place", "Institution"],
  Place: ["Place"],
  Project: ["Place", "Company", "Institution"],
  Event: ["Place", "Project", "Industry", "Mechanism", "Event"],
};

/** 第三届甲洽谈会乙县专场签约仪式: a meeting that opens the name of another is one of its own; what follows 暨 is not. */
const hosts = (host: Mention, mention: Mention): boolean =>
  // 第二期“甲乙”活动 is an event, and “甲乙”活动 no programme beside it.
  !(host.type === "Event" && mention.type === "Mechanism" && mention.end === host.end) &&
  // 某村某园管委会: what ends where the whole body ends is that body, cut short.
  !(host.type === "Agency" && mention.type === "Agency" && mention.end === host.end) &&
  nested(host, mention);

const nested = (host: Mention, mention: Mention): boolean =>
  host.type !== "Event" ||
  mention.type !== "Event" ||
  (mention.start === host.start &&
    /[届期]|\d{4}/u.test(mention.text) &&
    /(?:会|节|展|论坛)$/u.test(mention.text) &&
    host.text[mention.text.length] !== "暨");

/** 中国 in a name says nothing of a place. */
const HOMELAND = "CN";

const inside = (a: Mention, b: Mention): boolean => b.start <= a.start && a.end <= b.end;
export const overlaps = (a: Mention, b: Mention): boolean => a.start < b.end && b.start < a.end;

/** Where in its host a name inside it stands. */
export function positionIn(
  part: Mention,
  host: Mention,
  norm: string,
): "prefix" | "suffix" | "bracket" | "mid" {
  if (part.start === host.start) return "prefix";
  if (part.end === host.end) return "suffix";
  return norm[part.start - 1] === "（" ? "bracket" : "mid";
}

/** A candidate that was not kept. */
export interface Rejected {
  mention: Mention;
  reason: string;
}

/** Makes a mention a part of the kept one that it lies in, where it is a name in its own right there; else says why not. */
export function nestInto(kept: readonly Mention[], mention: Mention): string | undefined {
  const rivals = kept.filter((k) => overlaps(k, mention));
  const host = rivals.find((k) => inside(mention, k));
  const same = host && host.start === mention.start && host.end === mention.end;
  // 甲、乙机场: the first is printed as its place alone.
  const elliptic = same && host.name !== host.text && host.name.startsWith(mention.text);
  if (
    host &&
    (!same || elliptic) &&
    PARTS[host.type]?.includes(mention.type) &&
    hosts(host, mention) &&
    mention.code !== HOMELAND &&
    mention.name !== host.name
  ) {
    const parts = host.parts ?? [];
    if (!parts.some((p) => overlaps(p, mention) && !inside(mention, p) && !inside(p, mention))) {
      if (!parts.some((p) => p.start === mention.start && p.end === mention.end))
        host.parts = [...parts, mention];
      return undefined;
    }
  }
  return host ? `inside ${host.type} ${host.text}` : `overlaps ${rivals[0]?.type} ${rivals[0]?.text}`;
}

/** What rules propose for one sentence, without overlap, in order; and what gave way. */
export function settle(proposals: readonly Proposal[]): { kept: Mention[]; dropped: Rejected[] } {
  const order = [...proposals].sort(
    (a, b) =>
      b.mention.end - b.mention.start - (a.mention.end - a.mention.start) ||
      a.mention.start - b.mention.start ||
      b.mention.confidence - a.mention.confidence ||
      (a.mention.rule < b.mention.rule ? -1 : 1),
  );
  const kept: Mention[] = [];
  const dropped: Rejected[] = [];
  for (const { mention } of order) {
    if (!kept.some((k) => overlaps(k, mention))) {
      kept.push({ ...mention });
      continue;
    }
    const reason = nestInto(kept, mention);
    if (reason !== undefined) dropped.push({ mention, reason });
  }
  kept.sort((a, b) => a.start - b.start);
  for (const k of kept) k.parts?.sort((a, b) => a.start - b.start || b.end - a.end);
  return { kept, dropped };
}
