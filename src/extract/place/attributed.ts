/**
 * Where a thing is, by what is said of a place: 某地的项目, 某地村民, 某地建成, 在长落地.
 * @module
 */
import { onFrame } from "../frame.ts";
import type { ClaimRule } from "../types.ts";
import { located } from "./stated.ts";

const isPartOf = onFrame(
  /(?<x>Ⓙ)(?:项目|工程)?是(?<l>Ⓛ{1,3})[^，。；：ⓁⒿ]{0,18}(?:工程|项目|之重|基地|园区)/,
  (m) => located(m.mention("x"), m.mentions("l"), m.start, m.end),
);

/** …，成为某市新地标: said of the one project that the sentence is about, however long its description is. */
const becomes = onFrame(/成为(?<l>Ⓛ{1,3})[^，。；：ⓁⒿ]{0,6}(?:地标|名片)/, (m, s) => {
  const [project, ...more] = s.mentions.filter((x) => x.type === "Project" && x.end <= m.start);
  return more.length > 0 ? [] : located(project, m.mentions("l"), m.start, m.end);
});

export const isOf: ClaimRule = {
  name: "place/is-of",
  examples: {
    yes: [
      ["松柏大道项目是农安县交通建设的重点工程。", "Project:松柏大道 LOCATED_IN Place:农安县"],
      [
        "松柏大厦项目集商业、办公、居住于一体，已成为农安县城市新地标。",
        "Project:松柏大厦 LOCATED_IN Place:农安县",
      ],
    ],
    no: ["松柏大道项目是今年的重点工程。"],
  },
  apply: (s) => [...isPartOf(s), ...becomes(s)],
};

/** 某项目的落户，实现了某地的突破: what a project's coming does for a place. */
export const bringsTo: ClaimRule = {
  name: "place/brings-to",
  examples: {
    yes: [
      [
        "高端轴承生产基地项目的落户，填补了农安县的空白。",
        "Project:高端轴承生产基地 LOCATED_IN Place:农安县",
      ],
      [
        "高端轴承生产基地项目靠近机场，在云松新城范围内。",
        "Project:高端轴承生产基地 LOCATED_IN Place:云松新城",
      ],
    ],
    no: ["高端轴承生产基地项目的落户，填补了国内空白。"],
  },
  apply: onFrame(
    [
      /(?<x>Ⓙ)(?:项目)?的(?:正式|成功|顺利)?(?:落户|落地|签约|开工|建成|投产|动工|实施)，[^，。；：ⓁⒿ]{0,4}(?:实现|标志着|填补|刷新|翻开|开启|结束|改写)了?(?<l>Ⓛ{1,3})/,
      /(?<x>Ⓙ)[^。；Ⓙ]{0,40}(?<l>Ⓛ)(?:范围|辖区)内/,
    ],
    (m) => located(m.mention("x"), m.mentions("l"), m.start, m.end),
  ),
};

/** 某地建成中型水库三座，包括甲、乙: what a place builds or has stands there. */
export const placeHas: ClaimRule = {
  name: "place/has",
  examples: {
    yes: [["农安县今年新建了高端轴承生产基地项目。", "Project:高端轴承生产基地 LOCATED_IN Place:农安县"]],
    no: ["今年新建了高端轴承生产基地项目。"],
  },
  apply: onFrame(
    [
      /(?:^|[，；。])(?<l>Ⓛ{1,3})Ⓣ?(?:目前|今年|现已|已|先后|共|还|也|将|正在){0,3}(?:建成|建设|新建|开工|拥有|现有|实施|引进|引入|招引|签约|签下|推进|启动|规划|谋划|投用|落地)[^；。ⓁⒿ]{0,30}(?<x>Ⓙ(?:[、和及]Ⓙ){0,9})/,
      /(?:^|[，；。])(?<l>Ⓛ{1,3})Ⓣ?(?:目前|今年|现已|已|先后|共|还|也|将|正在){0,3}(?:建成|建设|新建|开工|拥有|现有|实施|引进|引入|招引|签约|签下|推进|启动|规划|谋划|投用|落地)[^，；。ⓁⒿ]{0,30}[，；][^，；。ⓁⒿ]{0,30}(?:包括|其中有|如|有)(?<x>Ⓙ(?:[、和及]Ⓙ){0,9})/,
    ],
    (m) => m.mentions("x").flatMap((x) => located(x, m.mentions("l"), m.start, m.end)),
  ),
};

export const placeBefore: ClaimRule = {
  name: "place/before-name",
  examples: {
    yes: [
      ["农安县的高端轴承生产基地项目进展顺利。", "Project:农安县高端轴承生产基地 LOCATED_IN Place:农安县"],
    ],
    no: ["高端轴承生产基地项目进展顺利。"],
  },
  apply: onFrame(
    [
      /(?<l>Ⓛ{1,4})的?“?(?<x>[ⒿⒸⒺ])/,
      /(?<l>Ⓛ{1,4})Ⓒ的?“?(?<x>Ⓙ)/,
      /(?<l>Ⓛ{1,4})(?:的)?(?:村民|居民|市民|农民|党员|群众|种植户|养殖户|脱贫户|村支书|村党支部书记)(?<x>Ⓟ)/,
      /(?:^|[，。；：“])(?:走进|来到|步入|走访|在)(?<l>Ⓛ{1,4})(?:的|，)[^，。；：ⓁⒿ]{0,14}(?<x>Ⓙ)/,
      /在(?<l>Ⓛ{1,4})，“?[^，。；”Ⓟ]{0,6}”?(?<x>Ⓟ)(?=是|正|的|家)/,
      /(?<x>Ⓟ)(?:的)?家住(?<l>Ⓛ{1,4})/,
    ],
    (m) => located(m.mention("x"), m.mentions("l"), m.start, m.end),
  ),
};
