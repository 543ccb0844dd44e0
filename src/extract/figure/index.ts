/**
 * Figures: every statistic a reader would want in a table, with the report's own words for what it measures.
 * @module
 */

import { withoutPlace } from "../../indicators.ts";
import type { Scorer } from "../scorer.ts";
import type { ClaimRule, Doc, DocSentence, Draft, Family } from "../types.ts";
import { doubtsOf } from "./doubtful.ts";
import { observationDraft } from "./draft.ts";
import { figureFeatures } from "./features.ts";
import { figuresOf } from "./figures.ts";
import { chooseOwner, OWNER } from "./owners.ts";
import { noStatistic } from "./select.ts";
import { subjectOf } from "./subject.ts";
import type { Figure } from "./types.ts";
import { confidenceOf, DOUBTFUL, mostFor, withTime } from "./unsure.ts";

const cache = new WeakMap<Doc, Map<DocSentence, Figure[]>>();

function foundIn(doc: Doc): Map<DocSentence, Figure[]> {
  const known = cache.get(doc) ?? figuresOf(doc);
  cache.set(doc, known);
  return known;
}

const made = new WeakMap<Draft, Figure>();

/** The figure that a draft was made of; undefined for what is no figure of running text. */
export const figureOf = (draft: Draft): Figure | undefined => made.get(draft);

/** The draft with the owner that the scorer finds likeliest, and without a time that it finds unlikely. */
export function settled(draft: Draft, doc: Doc, scorer: Scorer): Draft {
  const owned = withOwner(draft, doc, scorer);
  const figure = made.get(owned);
  if (!figure || owned.kind !== "observation") return owned;
  const [timed, known] = withTime(figure, owned, doc, scorer);
  made.set(known, timed);
  return known;
}

/** How sure a draft is that the scorer finds so likely. */
export function sureOf(draft: Draft, likely: number): number {
  const figure = made.get(draft);
  return figure && draft.kind === "observation"
    ? Math.min(mostFor(figure, draft), confidenceOf(likely, figure, draft))
    : likely;
}

/** The draft with the owner that the scorer finds likeliest. */
export function withOwner(draft: Draft, doc: Doc, scorer: Scorer): Draft {
  const figure = made.get(draft);
  if (!figure || draft.kind !== "observation" || !scorer.has(OWNER)) return draft;
  const subject = chooseOwner(figure, draft, doc, scorer);
  if (subject === draft.subject) return draft;
  const owned = { ...draft, subject };
  made.set(owned, figure);
  return owned;
}

/** What the scorer sees of a draft; undefined for what is no figure of running text. */
export function featuresOf(draft: Draft, doc: Doc): string[] | undefined {
  const figure = made.get(draft);
  return figure && draft.kind === "observation" ? figureFeatures(figure, draft, doc) : undefined;
}

const statistic: ClaimRule = {
  name: "figure/statistic",
  examples: {
    yes: [
      ["2023年，全市实现一般公共预算收入30亿元，同比增长5%。", "city 一般公共预算收入=3000000000 CNY @2023"],
      ["2023年新建口袋公园75个，改造市政道路27.7公里。", "city 新建口袋公园=75 count @2023"],
      ["力争到2027年，电子信息产业产值突破800亿元。", "city 电子信息产业产值=80000000000 CNY @2027 target"],
      [
        "上半年，规上工业增加值增速16%，分别高于全国、全省12.5、9.4个百分点。",
        "city 规上工业增加值增速高于全省=0.094 pp @2024-01/2024-06",
      ],
      ["销售130亿元，同比减少11亿元，下降8%。", "city 销售同比减少=1100000000 CNY"],
      ["建成后年产值可超千亿元。", "city 建成后年产值=100000000000 CNY target"],
      ["8个涉及数字资产、智慧安全等领域的项目落户园区。", "city 项目落户园区=8 count"],
    ],
    no: [
      "该地块东至268-01地块，西至青河路。",
      "甲公司(33.660, 0.31, 0.93%)获得关注。",
      "三个专班负责5000万元以上项目。",
      "第三届推介会于8月10日举行。",
    ],
  },
  apply(sentence, doc): Draft[] {
    return (foundIn(doc).get(sentence) ?? []).map((figure): Draft => {
      const draft = {
        ...observationDraft({
          // A place that the gazetteer does not know is the report's own, where it knows no other.
          words: doc.home === undefined ? withoutPlace(figure.indicator) : figure.indicator,
          quantity: figure.quantity,
          subject: subjectOf(figure, doc),
          kind: figure.observationKind,
          period: figure.period,
          change: figure.change,
          basis: figure.basis,
          start: figure.start,
          end: figure.end,
          original: sentence.sentence.text.slice(figure.start, figure.end),
        }),
        ...(doubtsOf(figure.indicator, figure.quantity).length > 0 ? { confidence: DOUBTFUL } : {}),
      };
      made.set(draft, figure);
      return draft;
    });
  },
  leavesOut: (sentence) =>
    sentence.sentence.kind !== "body"
      ? []
      : sentence.quantities.flatMap((q) => {
          const reason = noStatistic(sentence, q);
          return reason === undefined ? [] : [{ start: Math.max(0, q.start - 8), end: q.end, reason }];
        }),
};

export const figure: Family = { name: "figure", claimRules: [statistic] };
