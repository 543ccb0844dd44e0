/**
 * The last resort: a project in a sentence that speaks of the report's own place and of no other stands there.
 * @module
 */
import { liesIn } from "../../tag/gazetteer/index.ts";
import type { ClaimRule, Doc, DocSentence, Draft, Mention } from "../types.ts";
import { flatten, isWide, kindOf, NATURE } from "./read.ts";

/** What leads away from home: the place elsewhere is where the project is, or where its investor is from. */
const OWN = /(?:我|全|本)(?:市|县|区|州|旗|盟)/u;

/** Countries have two letters. */
const isAbroad = ({ code }: Mention): boolean => code !== "CN" && /^[A-Z]{2}$/.test(code ?? "");

/** Places of a sentence that say where something is. */
const addressesIn = (s: DocSentence, doc: Doc): Mention[] =>
  flatten(s.mentions).filter(
    (m) => m.type === "Place" && (isAbroad(m) || !isWide(m, s, doc)) && !NATURE.test(kindOf(m, s, doc)),
  );

/** Whether a place is the home itself or around it. */
function isHomeward(place: Mention, home: string): boolean {
  return place.code === home || (place.code !== undefined && liesIn(home, place.code));
}

export const atHome: ClaimRule = {
  name: "place/at-home",
  examples: {
    yes: [
      [
        "长春市项目建设忙。目前，长春市正推进高端轴承生产基地项目。",
        "Project:高端轴承生产基地 LOCATED_IN Place:长春市",
      ],
    ],
    no: ["长春市项目建设忙。目前，高端轴承生产基地项目推进顺利。"],
  },
  apply(s, doc) {
    const { home } = doc;
    if (!home || home.level === "province") return [];
    const places = addressesIn(s, doc);
    const own = OWN.exec(s.norm)?.index ?? Number.POSITIVE_INFINITY;
    const named = Math.min(own, ...places.filter((p) => p.code === home.code).map((p) => p.start));
    if (places.some((p) => !isHomeward(p, home.code))) return [];
    return s.mentions.flatMap((m): Draft[] =>
      m.type === "Project" && named < m.start && !(m.parts ?? []).some((p) => p.type === "Place")
        ? [
            {
              kind: "relation",
              predicate: "LOCATED_IN",
              subject: m,
              object: { type: "Place", name: home.name },
              start: m.start,
              end: m.end,
              confidence: 0.5,
            },
          ]
        : [],
    );
  },
};

/** 中新网某市8月3日电, 某日报讯 … 某市 at the head of the sentence. */
const DATELINE = /^[^，。；]{0,12}$/u;
const DISPATCH = /^ {0,2}[\d年月日]{0,11} {0,2}[电讯]/u;
/** News agencies sit there, whatever they write about. */
const CAPITAL = "110000";

export const atDateline: ClaimRule = {
  name: "place/at-dateline",
  examples: {
    yes: [
      [
        "松柏网农安8月3日电，高端轴承生产基地项目正式开工。",
        "Project:高端轴承生产基地 LOCATED_IN Place:农安县",
      ],
    ],
    no: ["松柏网北京8月3日电，高端轴承生产基地项目正式开工。"],
  },
  apply(s, doc) {
    const [seat, ...others] = addressesIn(s, doc);
    const code = seat?.code;
    if (!seat || code === undefined || code === CAPITAL || code.length > 6 || code.endsWith("0000"))
      return [];
    if (!DATELINE.test(s.norm.slice(0, seat.start)) || !DISPATCH.test(s.norm.slice(seat.end))) return [];
    if (others.some((p) => p.code === undefined || !(p.code === code || liesIn(code, p.code)))) return [];
    return s.mentions.flatMap((m): Draft[] =>
      m.type === "Project" && !m.anaphor
        ? [
            {
              kind: "relation",
              predicate: "LOCATED_IN",
              subject: m,
              object: seat,
              start: m.start,
              end: m.end,
              confidence: 0.5,
            },
          ]
        : [],
    );
  },
};
