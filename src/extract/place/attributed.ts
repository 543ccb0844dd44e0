/**
 * Where a thing is, by what is said of a place: 某地的项目, 某地村民, 某地建成, 在长落地.
 * @module
 */
import { onFrame } from "../frame.ts";
import type { ClaimRule } from "../types.ts";
import { located } from "./stated.ts";

export const isOf: ClaimRule = {
  name: "place/is-of",
  examples: {
    yes: [["松柏大道项目是农安县交通建设的重点工程。", "Project:松柏大道 LOCATED_IN Place:农安县"]],
    no: ["松柏大道项目是今年的重点工程。"],
  },
  apply: onFrame(
    [
      /(?<x>Ⓙ)(?:项目|工程)?是(?<l>Ⓛ{1,3})[^，。；：ⓁⒿ]{0,18}(?:工程|项目|之重|基地|园区)/,
      /(?<x>Ⓙ)[^。；Ⓙ]{0,40}成为(?<l>Ⓛ{1,3})[^，。；：ⓁⒿ]{0,6}(?:地标|名片)/,
    ],
    (m) => located(m.mention("x"), m.mentions("l"), m.start, m.end),
  ),
};

/** 在长落地: the report's own city by the first or last character of its short name. */
const ABBREVIATED =
  /(?<x>[ⒿⒺ])(?:项目)?(?:一期|二期|三期)?(?:正式|成功|顺利|早日)?在(?<c>[\u4e00-\u9fff])(?=落地|落户|投产|开工|建设|举行|举办|召开|签约)/;

export const abbreviatedHome: ClaimRule = {
  name: "place/abbreviated-home",
  examples: {
    yes: [
      ["长春市加快推进。高端轴承生产基地项目在长落地。", "Project:高端轴承生产基地 LOCATED_IN Place:长春市"],
    ],
    no: ["长春市加快推进。高端轴承生产基地项目在此落地。"],
  },
  apply(s, doc) {
    const { home } = doc;
    const short = home === undefined ? undefined : doc.gazetteer.shortForms(home.code).at(-1);
    if (home === undefined || short === undefined) return [];
    return onFrame(ABBREVIATED, (m) => {
      const x = m.mention("x");
      const char = m.text("c");
      if (!x || (char !== short.at(0) && char !== short.at(-1))) return [];
      return [
        {
          kind: "relation",
          predicate: "LOCATED_IN",
          subject: x,
          object: { type: "Place", name: home.name },
          start: m.start,
          end: m.end,
        },
      ];
    })(s);
  },
};

/** 某地建成中型水库三座，包括甲、乙: what a place builds or has stands there. */
export const placeHas: ClaimRule = {
  name: "place/has",
  examples: {
    yes: [["农安县今年新建了高端轴承生产基地项目。", "Project:高端轴承生产基地 LOCATED_IN Place:农安县"]],
    no: ["今年新建了高端轴承生产基地项目。"],
  },
  apply: onFrame(
    /(?:^|[，；。])(?<l>Ⓛ{1,3})Ⓣ?(?:目前|今年|现已|已|先后|共|还|也|将|正在){0,3}(?:建成|建设|新建|开工|拥有|现有|实施|引进|投用|落地)[^；。ⓁⒿ]{0,30}(?:[，；][^；。ⓁⒿ]{0,40}(?:包括|其中有|如|有))?(?<x>Ⓙ(?:[、和及]Ⓙ){0,9})/,
    (m) => m.mentions("x").flatMap((x) => located(x, m.mentions("l"), m.start, m.end)),
  ),
};

export const placeBefore: ClaimRule = {
  name: "place/before-name",
  examples: {
    yes: [["农安县的高端轴承生产基地项目进展顺利。", "Project:高端轴承生产基地 LOCATED_IN Place:农安县"]],
    no: ["高端轴承生产基地项目进展顺利。"],
  },
  apply: onFrame(
    [
      /(?<l>Ⓛ{1,4})的?“?(?<x>[ⒿⒸⒺ])/,
      /(?<l>Ⓛ{1,4})(?:的)?(?:村民|居民|市民|农民|党员|群众|种植户|养殖户|脱贫户|村支书|村党支部书记)(?<x>Ⓟ)/,
      /在(?<l>Ⓛ{1,4})，“?[^，。；”Ⓟ]{0,6}”?(?<x>Ⓟ)(?=是|正|的|家)/,
      /(?<x>Ⓟ)(?:的)?家住(?<l>Ⓛ{1,4})/,
    ],
    (m) => located(m.mention("x"), m.mentions("l"), m.start, m.end),
  ),
};
