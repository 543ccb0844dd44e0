/**
 * What no probability makes up for: a name that nobody can read alone, and a time that is hardly its own.
 * @module
 */
import { officialIndicator } from "../../indicators.ts";
import { exp } from "../../tag/names/numbers.ts";
import type { Scorer } from "../scorer.ts";
import type { Doc, Draft } from "../types.ts";
import { DOES } from "./context.ts";
import { doubtsOf } from "./doubtful.ts";
import { figureFeatures } from "./features.ts";
import { isGeneric } from "./generic.ts";
import { LONGEST_NAME } from "./indicator.ts";
import { tableFor } from "./judge.ts";
import type { ObservationDraft } from "./owner-features.ts";
import type { Figure } from "./types.ts";

/** A figure whose name is doubtful is not sure enough for the graph. */
export const DOUBTFUL = 0.3;
/** A time that is right less often than this is none: a figure without one is read, one with a wrong one misleads. */
const LIKELY = 0.75;

/** 占进出口总值 without what does; 全国第一博物馆, a heading and the next line; 甲、乙等市, places and nothing of them. */
const OPEN =
  /^[^等]{1,12}等[省市县区国](?:(?:增长|占).*)?$|^(?:占(?!地|用)|(?:全[国省市]|世界)?(?:第[一二三四五六七八九十]|前[三五十])(?=[\p{Script=Han}]{2})(?!产业|方|季|批|届|轮|期))/u;

/** Of one firm, works or thing that was named before: of a place it says nothing. */
const OF_ANOTHER =
  /^(?:[该其](?![省市县区州他余])|公司(?!债|制|数|类)|企业的?(?:年(?!金)|外贸|出口|进出口|产值|销售|营收|产品)|项目(?:实施|路线|推荐|占地|规划|建设规模|投产后|建成后|可辐射))/u;

/** A government that plans to 完成投资450亿元 speaks of all investment in its place. */
const isItsOwn = ({ sentence }: Figure, { indicator, subject }: ObservationDraft): boolean =>
  sentence.passage.mood !== undefined && subject === "city" && indicator === "投资";

/** Of a place, 总量 and 交易额 tell nothing; of a project or a company they do. */
const tellsNothing = (figure: Figure, draft: ObservationDraft): boolean =>
  (isGeneric(draft.indicator) || OF_ANOTHER.test(draft.indicator)) &&
  !officialIndicator(draft.indicator) &&
  (draft.subject === "city" || draft.subject.type === "Place") &&
  !isItsOwn(figure, draft);

/** From here on a figure is shown: a wrong one costs a reader more than some that are missing. */
const SHOWN_FROM = 0.6;
/** Of what no place owns readers called half of those below this wrong: another had been named by the way. */
const OWNED_FROM = 0.66;
/** With a time that is not in its own sentence. */
const CARRIED_FROM = 0.63;
/** From where on a figure of its kind is shown. */
function shownFrom({ timed, sentence }: Figure, { subject, indicator }: ObservationDraft): number {
  if (subject !== "city" && subject.type !== "Place") return OWNED_FROM;
  const carried = (timed === "before" || timed === "report") && sentence.passage.mood === undefined;
  return carried && !officialIndicator(indicator) ? CARRIED_FROM : SHOWN_FROM;
}

/** A probability of a figure as a confidence: what is right less often than is shown stays below a half, in the same order. */
export function confidenceOf(p: number, figure: Figure, draft: ObservationDraft): number {
  const from = shownFrom(figure, draft);
  return p < from ? (p * 0.499) / from : p;
}

/** How sure a figure may be at most. */
export function mostFor(figure: Figure, draft: ObservationDraft): number {
  const { indicator } = draft;
  const { quantity } = figure;
  const open = /(?<!各)占$/u.test(indicator) || OPEN.test(indicator) || DOES.test(indicator);
  const doubts = doubtsOf(indicator, quantity);
  const cut =
    indicator.length >= LONGEST_NAME || doubts.includes("unbalanced") || doubts.includes("furniture");
  // 甲工程要完成146万亩
  const same = draft.subject !== "city" && draft.subject.name === indicator;
  return cut || open || same || tellsNothing(figure, draft) ? DOUBTFUL : 1;
}

/** Does its own clause name the year? */
const isDated = ({ sentence, quantity, clauseStart, period }: Figure): boolean =>
  sentence.times.some(
    ({ start, end, value }) =>
      value === period &&
      start >= clauseStart &&
      end <= quantity.start &&
      /^\d{4}年/u.test(sentence.norm.slice(start)),
  );

/** The draft without its time where that is hardly right. */
export function withTime(figure: Figure, draft: ObservationDraft, doc: Doc, scorer: Scorer): [Figure, Draft] {
  if (figure.period === undefined || figure.timed === "passage" || isDated(figure)) return [figure, draft];
  const likely = 1 / (1 + exp(-scorer.score(tableFor("TIME"), figureFeatures(figure, draft, doc))));
  if (likely >= LIKELY) return [figure, draft];
  const { period: _, carried: __, ...untimed } = figure;
  const { period: ___, ...rest } = draft;
  return [{ ...untimed, timed: "nothing" }, rest];
}
