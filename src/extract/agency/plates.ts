/**
 * Bodies with several nameplates: of 云岭市数据局（云岭市行政审批局、云岭市信访局） all three are one body. Sees what names a sentence
 * has, changes only what they are called.
 * @module
 */
import { changedWithin, renamed } from "../mentions.ts";
import type { Mention, NamedSentence } from "../types.ts";

const OPENS = /^[（(]$/u;
const CLOSES = /^[）)]/u;

/** The bodies in the brackets right behind `sentence.mentions[at]`, if there is nothing else in them. */
function bracketed({ mentions, norm }: Pick<NamedSentence, "mentions" | "norm">, at: number): Mention[] {
  const found: Mention[] = [];
  for (let next = at + 1; next < mentions.length; next++) {
    const [before, m] = [mentions[next - 1] as Mention, mentions[next] as Mention];
    const between = norm.slice(before.end, m.start);
    if (m.type !== "Agency" || m.anaphor || !(found.length === 0 ? OPENS.test(between) : between === "、"))
      return [];
    found.push(m);
    if (CLOSES.test(norm.slice(m.end))) return found;
  }
  return [];
}

/** All sentences of a report, each body called by its first nameplate. */
export function oneBody(sentences: readonly NamedSentence[]): readonly NamedSentence[] {
  const first = new Map<string, string>();
  for (const s of sentences)
    s.mentions.forEach((m, at) => {
      if (m.type !== "Agency" || m.anaphor) return;
      for (const { name } of bracketed(s, at)) if (name !== m.name) first.set(name, m.name);
    });
  if (first.size === 0) return sentences;
  const called = (m: Mention): Mention => {
    const name = m.type === "Agency" ? first.get(m.name) : undefined;
    return name === undefined ? m : renamed(m, name);
  };
  return sentences.map((s) => ({ ...s, mentions: s.mentions.map((m) => changedWithin(m, called)) }));
}
