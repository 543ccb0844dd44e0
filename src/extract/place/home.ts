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
        "Project:长春市高端轴承生产基地 LOCATED_IN Place:长春市",
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
