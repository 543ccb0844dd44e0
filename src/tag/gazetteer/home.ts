/**
 * The place a report is about: `本市`, `全市`, `市发改委` mean it. Read from how often cities, counties and provinces are
 * named, names in the title and at the beginning weighing more, and from whether the report says 全市, 全县 or 全省.
 * @module
 */
import { allMatches } from "../../matches.ts";
import { LEADS_IN } from "./evidence.ts";
import type { Division, HomeSentence, PlaceMatch } from "./types.ts";

const WEIGHT = { title: 6, lead: 3, other: 1 } as const;
/** So many sentences of the body count as its beginning. */
const LEAD = 3;
/** What only the own place is called. */
const OURS = /[我本]([市县区州旗盟])/gu;
const SELF = /(?:全|我|本|该)([市县区州省旗盟])/gu;
/** 县委, 市政府, 区发改局 without a name before them speak of the own place. */
const OWN_BODY =
  /(?:^|[，。；、：])([市县区州省旗盟])(?:委|政府|人大|政协|纪委|发改|住建|工信|科技局|财政局)/gu;
/** A name right before these is a newspaper's or an author's, not the subject. */
const OUTLET = /^(?:日报|晚报|都市报|新闻网|电视台|广播|早报|商报|发布讯)/u;

/** An agency's dateline says where the reporter sat. */
const DATELINE = /^(?:\d{1,2}月)?\d{1,2}日(?:电|讯)/u;
const DATELINE_WEIGHT = 0.3;
/** Agencies, ministries and their press conferences sit there, whatever they speak of: 14日在北京发布, 发自北京. */
const CAPITAL = "110000";
const SPOKEN_FROM = /(?:发自|在)$/u;
const SPOKEN_THERE = /^(?:市)?(?:发布|召开|举行|举办|开幕|闭幕|报道|[ 　)）]|消息|\d{1,2}月)/u;
/** A name right before these belongs to a company, whose seat says little about the report. */
const IN_COMPANY = /^[^，。、；：（）“”《》\s的]{2,14}?(?:集团|公司|股份|银行|商会)/u;
const COMPANY_WEIGHT = 0.2;

interface Tally {
  division: Division;
  score: number;
  /** Named for more than where somebody sat. */
  meant: boolean;
}

const CLASS: Readonly<Record<string, (d: Division) => boolean>> = {
  市: (d) =>
    d.level === "prefecture" ||
    (d.level === "county" && d.name.endsWith("市")) ||
    (d.level === "province" && d.name.endsWith("市")),
  州: (d) => d.level === "prefecture" && d.name.endsWith("州"),
  盟: (d) => d.level === "prefecture" && d.name.endsWith("盟"),
  县: (d) => d.level === "county" && d.name.endsWith("县"),
  旗: (d) => d.level === "county" && d.name.endsWith("旗"),
  区: (d) => d.level === "county" && d.name.endsWith("区"),
  省: (d) => d.level === "province" && !d.name.endsWith("市"),
};

/** Hong Kong, Macau and Taiwan are named for their investors far more often than written about. */
const ABROAD = /^(?:71|81|82)/;
const ABROAD_DISCOUNT = 0.2;
/** 在鞍落地, 来沪投资: the abbreviation of a place, which is the first or last character of its short form. */
const ABBREVIATED =
  /[在来赴驻返抵离留入]([\u4e00-\u9fff])(?=投资|考察|落地|落户|创业|发展|兴业|企业|项目|调研|建设|高校|办|商)/gu;

/** Share of a province's names that counts, so that it loses to its cities unless it is clearly the subject. */
const PROVINCE_DISCOUNT = 0.45;
/** An inner place named alone says something for the outer one as well. */
const INHERITED = 0.3;

function isMunicipality(d: Division): boolean {
  return d.level === "province" && d.name.endsWith("市");
}

/** See `Gazetteer.homeOf`. */
export function homeOf(
  sentences: readonly HomeSentence[],
  scan: (norm: string) => PlaceMatch[],
  choose: (match: PlaceMatch["candidates"]) => Division | undefined,
  parents: (code: string) => readonly Division[],
): Division | undefined {
  const tallies = new Map<string, Tally>();
  const add = (division: Division, points: number, meant: boolean): void => {
    const tally = tallies.get(division.code);
    tallies.set(division.code, {
      division,
      score: (tally?.score ?? 0) + points,
      meant: meant || tally?.meant === true,
    });
  };
  const selves = new Map<string, number>();
  const ours = new Set<string>();
  const abbreviations = new Map<string, number>();
  let body = 0;
  for (const { norm, kind } of sentences) {
    if (kind === "running-head" || kind === "byline" || kind === "credit") continue;
    const weight =
      kind === "title" ? WEIGHT.title : kind === "body" && body++ < LEAD ? WEIGHT.lead : WEIGHT.other;
    for (const pattern of [SELF, OWN_BODY])
      for (const [, word = ""] of allMatches(norm, pattern)) selves.set(word, (selves.get(word) ?? 0) + 1);
    for (const [, word = ""] of allMatches(norm, OURS)) ours.add(word);
    for (const [, char = ""] of allMatches(norm, ABBREVIATED))
      abbreviations.set(char, (abbreviations.get(char) ?? 0) + 1);
    for (const match of scan(norm)) {
      if (OUTLET.test(norm.slice(match.end, match.end + 4))) continue;
      const inCompany = IN_COMPANY.test(norm.slice(match.end, match.end + 20));
      const seat =
        DATELINE.test(norm.slice(match.end, match.end + 9)) ||
        (SPOKEN_FROM.test(norm.slice(0, match.start)) &&
          SPOKEN_THERE.test(norm.slice(match.end, match.end + 4)));
      const trust = inCompany ? COMPANY_WEIGHT : seat ? DATELINE_WEIGHT : 1;
      // Without the tagger's words a county's bare name may be two halves of words (华|克山|庄).
      if (
        match.form === "short" &&
        match.candidates[0]?.level === "county" &&
        !LEADS_IN.test(norm.slice(0, match.start))
      )
        continue;
      for (const part of match.parts) {
        const division = choose(part.candidates);
        if (!division || division.level === "country" || division.level === "region") continue;
        const rest = trust * (part === match.parts.at(-1) ? 1 : 0.5);
        if (division.level !== "street") add(division, weight * rest, !seat);
        for (const outer of parents(division.code))
          if (outer.level !== "province") add(outer, weight * INHERITED * rest, !seat);
      }
    }
  }
  const bonus = (d: Division): number => {
    let most = 0;
    for (const [word, count] of selves) if (CLASS[word]?.(d)) most = Math.max(most, count);
    const abbreviated = d.level === "street" ? 0 : (abbreviations.get(d.name.charAt(0)) ?? 0);
    const discount = ABROAD.test(d.code)
      ? ABROAD_DISCOUNT
      : d.level === "province" && !isMunicipality(d)
        ? PROVINCE_DISCOUNT
        : 1;
    return discount * (1 + Math.min(most, 8) / 4 + Math.min(abbreviated, 4) / 2);
  };
  let best: Tally | undefined;
  for (const { division, score, meant } of tallies.values()) {
    if (division.code === CAPITAL && !meant) continue;
    const worth = score * bonus(division);
    if (!best || worth > best.score || (worth === best.score && division.code < best.division.code))
      best = { division, score: worth, meant };
  }
  return best && ownLevel(best.division, ours, parents);
}

/** A report that says 我市 is about a city, however often it names one of its counties. */
function ownLevel(
  found: Division,
  ours: ReadonlySet<string>,
  parents: (code: string) => readonly Division[],
): Division {
  if (found.level !== "county" || !/[县区旗]$/u.test(found.name)) return found;
  if (!ours.has("市") || ours.has(found.name.slice(-1))) return found;
  return parents(found.code).find((d) => d.name.endsWith("市")) ?? found;
}
