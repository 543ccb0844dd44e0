/**
 * Where a thing is, read from its name: 长春农安面粉有限公司 is in 农安县. An agency whose
 * place is not printed (市住建局) has its own rule, `agency/seat`.
 * @module
 */
import type { ClaimRule, Doc, DocSentence, Draft, Mention } from "../types.ts";
import { located } from "./located.ts";
import { flatten, isWide, kindOf, NATURE } from "./read.ts";

/** Places inside a name, outermost spans only, left to right; 中国 and 东北 in a name are no address. */
function placesIn(mention: Mention, s: DocSentence, doc: Doc): Mention[] {
  // Also those that became parts of what both stand in: 廊坊 in 廊坊某某二期 is in 廊坊某某.
  const places = flatten(s.mentions).filter(
    (p) => p.type === "Place" && p !== mention && mention.start <= p.start && p.end <= mention.end,
  );
  return places.filter(
    (p) =>
      !places.some((q) => q !== p && q.start <= p.start && p.end <= q.end) &&
      (!isWide(p, s, doc) || (p.code !== undefined && p.code !== "CN" && /^[A-Z]{2}$/.test(p.code))),
  );
}

/** 某集团某市分公司, 某银行某县支行. */
const BRANCH = /^(?:市|县|区)?(?:分公司|子公司|公司|分行|支行|分部|营业部|分厂|分院|办事处|管理分公司)$/u;

const LEVEL = /^[省市县区州](?=\p{Script=Han})/u;

/** 省投资集团, in full 某省投资集团. */
function ownerSeat(company: Mention, doc: Doc): Draft[] {
  const place = company.name === company.text ? undefined : doc.gazetteer.scan(company.name)[0];
  if (place?.start !== 0) return [];
  const division = doc.gazetteer.resolve(place.text, doc.home ? { home: doc.home.code } : {});
  return division ? [located(company, { type: "Place", name: division.name }, 0.8)] : [];
}

export const companySeat: ClaimRule = {
  name: "place/company-seat",
  examples: {
    yes: [
      [
        "吉林省企业多。吉林松柏电气有限公司的产品销往国外。",
        "Company:吉林松柏电气有限公司 LOCATED_IN Place:吉林省",
      ],
    ],
    no: ["松柏电气有限公司的产品销往国外。"],
  },
  apply: (s, doc) =>
    flatten(s.mentions).flatMap((m): Draft[] => {
      if (m.type !== "Company" && m.type !== "Institution" && m.type !== "Agency") return [];
      const places = placesIn(m, s, doc);
      const branch = places.findLast((p) => BRANCH.test(s.norm.slice(p.end, m.end)));
      // A branch's place, then the place that opens the name, else one in brackets, else (a hospital's branch) the last.
      const seat =
        (m.type === "Company" ? branch : undefined) ??
        places.find((p) => p.start === m.start || m.name.startsWith(p.text)) ??
        places.find((p) => s.norm[p.start - 1] === "（") ??
        (m.type === "Institution" ? places.at(-1) : undefined);
      if (!seat && m.type === "Company" && LEVEL.test(m.text)) return ownerSeat(m, doc);
      // 某江日报 is in no river.
      return seat && !(seat.code?.startsWith("R-") && NATURE.test(kindOf(seat, s, doc)))
        ? [located(m, seat, 0.85)]
        : [];
    }),
};

/** A project bears its own place's name, or its investor's: 江苏某某产业园 in a report on another province. */
function isAway(place: Mention, doc: Doc): boolean {
  if (place.code === undefined || doc.home === undefined) return false;
  return !/^\d/.test(place.code) || place.code.slice(0, 2) !== doc.home.code.slice(0, 2);
}

const UNDERTAKING = /^(?:road|station|compound|port)$/u;

/** What is done to a road, a station, an estate. */
const WORKS =
  /^.{0,4}(?:项目|工程|改造|建设|扩建|新建|改建|提升|整治|延伸|延长|拓宽|快速化|段|线|期|[一二三]期){0,3}$/u;

/** The place is what is built there: 某某大道 in 某某大道项目, a park within its own name. */
function isItself(place: Mention, project: Mention, s: DocSentence, doc: Doc): boolean {
  if (project.type !== "Project") return false;
  if (place.code === undefined && project.name.endsWith(place.text)) return true;
  return UNDERTAKING.test(kindOf(place, s, doc)) && WORKS.test(s.norm.slice(place.end, project.end));
}

export const namedAfterPlace: ClaimRule = {
  name: "place/in-name",
  examples: {
    yes: [["农安县物流中心项目已经开工。", "Project:农安县物流中心 LOCATED_IN Place:农安县"]],
    no: ["松柏大厦项目已经开工。"],
  },
  apply: (s, doc) =>
    flatten(s.mentions).flatMap((m): Draft[] =>
      m.type === "Project" || m.type === "Event"
        ? placesIn(m, s, doc)
            .filter((p) => !isAway(p, doc) && !isItself(p, m, s, doc))
            .map((p) => located(m, p, 0.8))
        : [],
    ),
};
