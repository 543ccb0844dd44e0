/**
 * What an agency's name says by itself: where it is, and which body its office belongs to.
 * @module
 */
import type { ClaimRule, Draft, Mention } from "../types.ts";
import { divisionOfLevel } from "./home.ts";

const agenciesIn = (mentions: readonly Mention[]): Mention[] =>
  mentions.flatMap((m) =>
    m.type === "Agency"
      ? [m, ...agenciesIn(m.parts ?? [])]
      : agenciesIn((m.parts ?? []).filter((p) => p.type === "Agency")),
  );

export const officeOfBody: ClaimRule = {
  name: "agency/office-of-body",
  examples: {
    yes: [["长春市委组织部发布通知。", "Agency:长春市委组织部 PART_OF Agency:长春市委"]],
    no: ["长春市住建局发布通知。"],
  },
  apply: (s) =>
    agenciesIn(s.mentions).flatMap((office): Draft[] =>
      (office.parts ?? []).flatMap((part): Draft[] =>
        part.type === "Agency"
          ? [
              {
                kind: "relation",
                predicate: "PART_OF",
                subject: office,
                object: part,
                start: office.start,
                end: office.end,
                status: "stated",
              },
            ]
          : [],
      ),
    ),
};

const LEVEL = /^(?:省|市|县|区|州|旗|自治区)/u;

export const seat: ClaimRule = {
  name: "agency/seat",
  examples: {
    yes: [["长春市住建局发布通知。", "Agency:长春市住建局 LOCATED_IN Place:长春市"]],
    no: ["国务院发布通知。"],
  },
  apply: (s, doc) =>
    agenciesIn(s.mentions).flatMap((agency): Draft[] => {
      const place = doc.gazetteer.scan(agency.name)[0];
      const level = LEVEL.exec(s.norm.slice(agency.start, agency.end))?.[0];
      const mentioned =
        place?.start === 0
          ? doc.gazetteer.resolve(place.text, doc.home ? { home: doc.home.code } : {})
          : undefined;
      const division = mentioned ?? (level === undefined ? undefined : divisionOfLevel(level, doc));
      if (!division || division.level === "country") return [];
      return [
        {
          kind: "relation",
          predicate: "LOCATED_IN",
          subject: agency,
          object: { type: "Place", name: division.name },
          start: agency.start,
          end: agency.end,
          status: "stated",
        },
      ];
    }),
};
