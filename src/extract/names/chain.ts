/**
 * Whose a body is that stands bare in a chain of posts: 青禾县县长、|县委|书记 is that of 青禾县, 青禾经开区党工委书记、|管委会|主任
 * that of the zone, whatever place the report is about.
 * @module
 */

import { alternation, lexiconTable } from "../../lexicon.ts";
import { BARE_BODY } from "../agency/home.ts";
import { renamed } from "../mentions.ts";
import type { Mention, TokenSentence } from "../types.ts";

const POSTS = alternation(lexiconTable("posts").map(([word = ""]) => word));
/** Nothing but a post, or several, between one body and the next. */
const CHAINED = new RegExp(
  `^(?:(?:[、兼]|原|[、和]?[^，。；：！？、〇]{0,6})(?:${POSTS})){1,3}[、，兼 ]{1,2}$`,
  "u",
);
/** 县委政法委, 区人大常委会 as printed. */
const LEVEL = /^[市县区州旗镇乡]/u;
/** Bodies of a zone that go without its name. */
const OF_ZONE = /^(?:管委会|党工委|管理委员会)$/u;
const ZONE = /^(?<zone>.{2,}(?:区|园|岛|城|街道))(?:党工委|工委|党委|管委会|管理委员会)$/u;

/** The place that a body of this level is of: 青禾县委 is of 青禾县. */
function placeOf({ name }: Mention, level: string): string | undefined {
  if (name.endsWith(level) && name.length > 2) return name;
  const at = name.indexOf(level);
  const place = name.slice(0, at + 1);
  return at >= 2 && !LEVEL.test(place) && /^(?:委|政府|人民|政协|人大|纪委|监委)/u.test(name.slice(at + 1))
    ? place
    : undefined;
}

/** A body with the place of the body before it in the same chain of posts. */
export function ofItsChain(m: Mention, before: Mention | undefined, s: TokenSentence): Mention {
  if (m.type !== "Agency" || !before || (before.type !== "Agency" && before.type !== "Place")) return m;
  const zone = OF_ZONE.test(m.text) ? ZONE.exec(before.name)?.groups?.["zone"] : undefined;
  const level = BARE_BODY.test(m.text) ? LEVEL.exec(m.text)?.[0] : undefined;
  const owner = zone ?? (level === undefined ? undefined : placeOf(before, level));
  if (owner === undefined || !CHAINED.test(s.norm.slice(before.end, m.start))) return m;
  const named = (x: Mention): Mention => {
    const name = owner + (zone === undefined ? x.text.slice(1) : x.text);
    // Whatever it was called by the report's own place is none of its names.
    return name === x.name ? x : renamed({ ...x, name: x.text }, name);
  };
  const parts = m.parts?.map((part) =>
    part.start === m.start && BARE_BODY.test(part.text) ? named(part) : part,
  );
  return named(parts ? { ...m, parts } : m);
}
