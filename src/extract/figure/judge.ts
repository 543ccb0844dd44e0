/**
 * How sure a figure is: four questions that a reader would ask of it, each answered by a learned scorer from the same
 * features, and what the answers come to together.
 * @module
 */
import { exp, log } from "../../tag/names/numbers.ts";
import type { Reasons, Scorer } from "../scorer.ts";

/** Do the words name what was measured; is it whose it is said to be; at that time, as outcome or as target; a statistic at all? */
export const QUESTIONS = ["INDICATOR", "SUBJECT", "TIME", "STATISTIC"] as const;
type Question = (typeof QUESTIONS)[number];

/** Table of the scorer for all questions together, and for each. */
export const FIGURE = "FIGURE";
export const tableFor = (question: Question): string => `${FIGURE}-${question}`;

/** Are there weights for figures? */
export const canJudge = (scorer: Scorer): boolean =>
  [FIGURE, ...QUESTIONS.map(tableFor)].every((table) => scorer.has(table));

/** Nothing is surer, for or against. */
const LEAST = 1e-12;

/** Log-odds of a product of probabilities. */
const together = (probabilities: readonly number[]): number => {
  const product = probabilities.reduce((all, p) => all * p, 1);
  return log(Math.max(product, LEAST) / Math.max(1 - product, LEAST));
};

/** Probability, 0..1, that a reader would call a figure with these features right. */
export function likelihood(scorer: Scorer, features: readonly string[]): number {
  const answers = QUESTIONS.map((question) => 1 / (1 + exp(-scorer.score(tableFor(question), features))));
  return scorer.probability(FIGURE, {
    score: together(answers),
    passages: 1,
    headRival: Number.NEGATIVE_INFINITY,
    tailRival: Number.NEGATIVE_INFINITY,
  });
}

const NAMED = 5;

/** The features that weigh most, with the question that they bear on. */
export function reasonsFor(scorer: Scorer, features: readonly string[]): Reasons {
  const all = QUESTIONS.map((question) => {
    const { for: pro, against } = scorer.reasons(tableFor(question), features);
    const named = (list: Reasons["for"]): Reasons["for"] =>
      list.map(([feature, weight]) => [`${question.toLowerCase()} ${feature}`, weight]);
    return { pro: named(pro), against: named(against) };
  });
  const strongest = (list: Reasons["for"]): Reasons["for"] =>
    list.sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || (a[0] < b[0] ? -1 : 1)).slice(0, NAMED);
  return {
    for: strongest(all.flatMap(({ pro }) => pro)),
    against: strongest(all.flatMap(({ against }) => against)),
  };
}
