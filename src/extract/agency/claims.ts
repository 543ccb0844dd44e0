/**
 * What an agency's name says by itself: where it is.
 * @module
 */
import { located } from "../place/located.ts";
import { flatten } from "../place/read.ts";
import type { ClaimRule, Doc, Draft, Mention } from "../types.ts";
import { divisionOfLevel } from "./home.ts";

const agenciesIn = (mentions: readonly Mention[]): Mention[] =>
  mentions.flatMap((m) =>
    m.type === "Agency"
      ? [m, ...agenciesIn(m.parts ?? [])]
      : agenciesIn((m.parts ?? []).filter((p) => p.type === "Agency")),
  );

const LEVEL = /^(?:省|市|县|区|州|旗|自治区)/u;

/** 市某委某区分局 sits in the district that it is the branch for. */
function branchSeat(agency: Mention, doc: Doc): string | undefined {
  if (!agency.name.endsWith("分局")) return undefined;
  const body = agency.name.slice(0, -2);
  const place = doc.gazetteer.scan(body).findLast((p) => p.end === body.length && p.start > 0);
  return place && doc.gazetteer.resolve(place.text, doc.home ? { home: doc.home.code } : {})?.name;
}

const places = new WeakMap<Doc, ReadonlyMap<string, string>>();

/** Places of the report that no list has, as printed → their names. */
function unlisted(doc: Doc): ReadonlyMap<string, string> {
  let found = places.get(doc);
  if (!found) {
    found = new Map(
      doc.sentences.flatMap((s) =>
        flatten(s.mentions).flatMap((m) =>
          m.type === "Place" && m.code === undefined
            ? [m.name, m.text, ...(m.aliases ?? [])].map((form) => [form, m.name] as const)
            : [],
        ),
      ),
    );
    places.set(doc, found);
  }
  return found;
}

/** 某某湖区委, 某某经开区党工委: the zone or district that no list has, but that the report names. */
function placeAtHead(agency: Mention, doc: Doc): string | undefined {
  const known = unlisted(doc);
  for (let end = agency.name.length - 1; end >= 3; end--) {
    const name = known.get(agency.name.slice(0, end));
    if (name !== undefined && /[区城园港镇]$/u.test(agency.name.slice(0, end))) return name;
  }
  return undefined;
}

export const seat: ClaimRule = {
  name: "agency/seat",
  examples: {
    yes: [["长春市住建局发布通知。", "Agency:长春市住建局 LOCATED_IN Place:长春市"]],
    no: ["国务院发布通知。"],
  },
  apply: (s, doc) =>
    agenciesIn(s.mentions).flatMap((agency): Draft[] => {
      const branch = branchSeat(agency, doc);
      const zone = branch ?? placeAtHead(agency, doc);
      if (zone !== undefined) return [located(agency, { type: "Place", name: zone })];
      const place = doc.gazetteer.scan(agency.name)[0];
      const level = LEVEL.exec(s.norm.slice(agency.start, agency.end))?.[0];
      const mentioned =
        place?.start === 0
          ? doc.gazetteer.resolve(place.text, doc.home ? { home: doc.home.code } : {})
          : undefined;
      const division = mentioned ?? (level === undefined ? undefined : divisionOfLevel(level, doc));
      if (!division || division.level === "country") return [];
      return [located(agency, { type: "Place", name: division.name })];
    }),
};
