/**
 * Where a thing is, read from its name: 长春农安面粉有限公司 is in 农安县. An agency whose
 * place is not printed (市住建局) has its own rule, `agency/seat`.
 * @module
 */
import type { ClaimRule, Doc, DocSentence, Draft, Mention } from "../types.ts";
import { candidatesOf, flatten, isWide } from "./read.ts";

const located = (
  subject: Mention,
  object: Mention | { type: "Place"; name: string },
  confidence: number,
): Draft => ({
  kind: "relation",
  predicate: "LOCATED_IN",
  subject,
  object,
  start: subject.start,
  end: subject.end,
  status: "stated",
  confidence,
});

/** Places inside a name, outermost spans only, left to right; 中国 and 东北 in a name are no address. */
function placesIn(mention: Mention, s: DocSentence, doc: Doc): Mention[] {
  const places = (mention.parts ?? []).filter((p) => p.type === "Place");
  return places.filter(
    (p) =>
      !places.some((q) => q !== p && q.start <= p.start && p.end <= q.end) &&
      (!isWide(p, s, doc) || (p.code !== undefined && p.code !== "CN" && /^[A-Z]{2}$/.test(p.code))),
  );
}

export const companySeat: ClaimRule = {
  name: "place/company-seat",
  examples: {
    yes: [["吉林松柏电气有限公司的产品销往国外。", "Company:吉林松柏电气有限公司 LOCATED_IN Place:吉林省"]],
    no: ["松柏电气有限公司的产品销往国外。"],
  },
  apply: (s, doc) =>
    flatten(s.mentions).flatMap((m): Draft[] => {
      if (m.type !== "Company" && m.type !== "Institution" && m.type !== "Agency") return [];
      const places = placesIn(m, s, doc);
      // The place that opens the name, else one in brackets, else (a hospital's branch) the last.
      const seat =
        places.find((p) => p.start === m.start) ??
        places.find((p) => s.norm[p.start - 1] === "（") ??
        (m.type === "Institution" ? places.at(-1) : undefined);
      return seat ? [located(m, seat, 0.85)] : [];
    }),
};

/** A project bears its own place's name, or its investor's: 江苏某某产业园 in a report on another province. */
function isAway(place: Mention, doc: Doc): boolean {
  if (place.code === undefined || doc.home === undefined) return false;
  return !/^\d/.test(place.code) || place.code.slice(0, 2) !== doc.home.code.slice(0, 2);
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
            .filter((p) => !isAway(p, doc))
            .map((p) => located(m, p, 0.8))
        : [],
    ),
};

/** Chains: 农安县哈拉海镇陈家店村. Only what the text says; that 农安县 lies in 长春市 is not claimed by itself. */
export const nestedPlace: ClaimRule = {
  name: "place/nested",
  examples: {
    yes: [["他们来到长春市农安县调研。", "Place:农安县 LOCATED_IN Place:长春市"]],
    no: ["他们来到农安县调研。"],
  },
  apply(s, doc) {
    const kept = flatten(s.mentions).filter((m) => m.type === "Place");
    return candidatesOf(s, doc).flatMap((c): Draft[] => {
      if (c.within === undefined || c.within === c.name || c.within === "中国") return [];
      const mention = kept.find((m) => m.start === c.start && m.end === c.end && m.name === c.name);
      return mention ? [located(mention, { type: "Place", name: c.within }, 0.95)] : [];
    });
  },
};
