/**
 * What the recogniser is told of a report's sentences: its words, and what rules, gazetteer and scanners see in them.
 * @module
 */
import type { Gazetteer } from "../../tag/gazetteer/index.ts";
import type { Hint, NameSentence } from "../../tag/names/types.ts";
import type { Mention, TokenDoc, TokenSentence } from "../types.ts";
import type { Candidates } from "./propose.ts";

const hint = (m: Mention): Hint => ({ start: m.start, end: m.end, kind: m.type, source: m.rule });

/** Whether a stretch begins and ends where words do: 和县 of 和|县域 does not. */
function cut({ tokens }: TokenSentence, { start, end }: { start: number; end: number }): string {
  const first = tokens.some((t) => t.start === start);
  const last = tokens.some((t) => t.end === end);
  return `${first ? "" : "cut"}|${last ? "" : "cut"}`;
}

function nameSentence(s: TokenSentence, { proposals, kept }: Candidates, gazetteer: Gazetteer): NameSentence {
  return {
    norm: s.norm,
    kind: s.sentence.kind,
    tokens: s.tokens,
    settled: kept.map(hint),
    proposed: proposals.map(({ mention }) => ({
      ...hint(mention),
      source: `${mention.rule.startsWith("recall/") ? mention.rule : ""} ${cut(s, mention)}`,
    })),
    places: gazetteer.scan(s.norm, { common: true }).map((p) => ({
      start: p.start,
      end: p.end,
      kind: `${p.candidates[0]?.level ?? ""} ${p.form} ${p.common} ${cut(s, p)}`,
      source: "",
    })),
    values: [
      ...s.quantities.map((q) => ({ start: q.start, end: q.end, kind: q.kind, source: "" })),
      ...s.times.map((t) => ({ start: t.start, end: t.end, kind: "time", source: "" })),
    ],
  };
}

/** The sentences of a report, each with its candidates. */
export const nameSentences = (doc: TokenDoc, candidates: readonly Candidates[]): NameSentence[] =>
  doc.sentences.map((s, i) => nameSentence(s, candidates[i] as Candidates, doc.gazetteer));
