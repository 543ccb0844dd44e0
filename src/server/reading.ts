/**
 * A report as it is read on screen: its sentences without layout breaks, each mention marked where it stands.
 * @module
 */

import { placed } from "./answers/mentions.ts";
import type { GraphIndex } from "./graph-index.ts";
import { typeOf } from "./graph-items.ts";
import type { Mark, ReportBody, ReportLine, ReportTextBody } from "./report-types.ts";
import type { ReportSentence, ReportSummary, ReportText } from "./workspace-api.ts";

/** Where an offset of the original stands in the sentence's text; offsets inside a layout break go to its end. */
function toSentence(sentence: ReportSentence, offset: number): number {
  const segments = sentence.segments ?? [{ at: 0, start: sentence.start, length: sentence.text.length }];
  for (const { at, start, length } of segments) {
    if (offset < start) return at;
    if (offset <= start + length) return at + (offset - start);
  }
  return sentence.text.length;
}

export function reportBody(report: ReportSummary): ReportBody {
  const { id, title, date, outlet, source, characters, sentences } = report;
  return {
    id,
    title,
    ...(date === undefined ? {} : { date }),
    ...(outlet === undefined ? {} : { outlet }),
    source,
    characters,
    sentences,
  };
}

export function reportTextBody(index: GraphIndex, report: ReportText): ReportTextBody {
  const mentions = placed(index, report).sort((a, b) => a.start - b.start || b.end - a.end);
  const sentences = [...report.textSentences].sort((a, b) => a.start - b.start);
  let first = 0;
  const lines: ReportLine[] = sentences.map((sentence) => {
    while (first < mentions.length && (mentions[first]?.end ?? 0) <= sentence.start) first += 1;
    const marks: Mark[] = [];
    let used = 0;
    for (let i = first; i < mentions.length; i += 1) {
      const mention = mentions[i];
      if (!mention || mention.start >= sentence.end) break;
      const node = index.node(mention.node);
      const at = toSentence(sentence, Math.max(mention.start, sentence.start));
      const end = toSentence(sentence, Math.min(mention.end, sentence.end));
      // Of nested names the outer one, which starts first, is marked.
      if (!node || at < used || end <= at) continue;
      marks.push({ at, length: end - at, node: node.id, type: typeOf(node), name: index.caption(node.id) });
      used = end;
    }
    const { text, kind, article, paragraph, start, end } = sentence;
    return { text, kind, article, paragraph, start, end, marks };
  });
  return {
    ...reportBody(report),
    line: 0,
    articles: report.articles.map(({ title, byline }) => ({ title, byline: [...byline] })),
    lines,
  };
}
