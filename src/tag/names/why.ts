/**
 * Why a span is a name, or none: the features that speak most for it and most against it, in words.
 * @module
 */
import { type DocumentWords, type Field, fieldsOf } from "./fields.ts";
import { beginOf, insideOf, OUTSIDE } from "./labels.ts";
import type { NameModel } from "./model.ts";
import { applyTemplates, partsOf } from "./templates.ts";
import type { Hint, NameSentence } from "./types.ts";

/** A feature in words, and how much it moves the score (natural logarithm). */
export interface Reason {
  feature: string;
  weight: number;
}
export interface Reasons {
  for: Reason[];
  against: Reason[];
}

/** As many of either kind are shown. */
const SHOWN = 5;

const covering = (hints: readonly Hint[], at: number): Hint | undefined =>
  hints.find((h) => h.start <= at && at < h.end);

/** What a field says at a character. */
function wordsOf(field: Field, at: number, s: NameSentence): string {
  const index = s.tokens.findIndex((t) => t.start <= at && at < t.end);
  const token = (offset: number): string => s.tokens[index + offset]?.text ?? "edge";
  const tag = (offset: number): string => s.tokens[index + offset]?.tag ?? "edge";
  switch (field) {
    case "char":
      return `character ${s.norm[at] ?? "edge"}`;
    case "word":
    case "wordEnd":
      return `word ${token(0)}`;
    case "wordLeft":
      return `word before ${token(-1)}`;
    case "wordRight":
      return `word after ${token(1)}`;
    case "tag":
    case "tagOnly":
      return `tag ${tag(0)}`;
    case "tagLeft":
      return `tag before ${tag(-1)}`;
    case "tagRight":
      return `tag after ${tag(1)}`;
    case "tagLeft2":
      return `tag two before ${tag(-2)}`;
    case "tagRight2":
      return `tag two after ${tag(2)}`;
    case "rule":
      return `rule ${covering(s.settled, at)?.source ?? ""}`;
    case "ruleType":
      return `rules say ${covering(s.settled, at)?.kind ?? "nothing"}`;
    case "place":
      return `gazetteer ${covering(s.places, at)?.kind.split(" ")[0] ?? ""}`;
    case "value":
      return `value ${covering(s.values, at)?.kind ?? ""}`;
    case "kind":
      return `in a ${s.kind}`;
    case "organisationAhead":
    case "headAhead":
      return "a word ahead that ends names";
    case "before":
    case "after":
      return `distance to the mark ${field}`;
    case "elsewhere":
      return "a name elsewhere in the text";
    case "repeated":
      return "how often the word stands in the text";
    default:
      return `${field} list`;
  }
}

/** @param type index into `TYPES` */
export function reasonsOf(
  model: NameModel,
  s: NameSentence,
  document: DocumentWords,
  type: number,
  start: number,
  end: number,
): Reasons {
  const sums = new Map<string, number>();
  applyTemplates(fieldsOf(s, document), s.norm.length, (features, template) => {
    for (let position = start; position < end; position++) {
      const own = position === start ? beginOf(type) : insideOf(type);
      let weight = 0;
      for (const { label, weight: w } of model.weightsOf(features[position] as number))
        weight += label === own ? w : label === OUTSIDE ? -w : 0;
      if (weight === 0) continue;
      const words = partsOf(template)
        .map(({ field, distance }) => wordsOf(field, position + distance, s))
        .join(", ");
      sums.set(words, (sums.get(words) ?? 0) + weight / model.unit);
    }
  });
  const sorted = [...sums]
    .map(([feature, weight]): Reason => ({ feature, weight }))
    .sort((a, b) => b.weight - a.weight || (a.feature < b.feature ? -1 : 1));
  return {
    for: sorted.filter((r) => r.weight > 0).slice(0, SHOWN),
    against: sorted
      .filter((r) => r.weight < 0)
      .slice(-SHOWN)
      .reverse(),
  };
}
