/**
 * Where a thing is, by what is said of a place: 某地的项目, 某地村民.
 * @module
 */
import { onFrame } from "../frame.ts";
import type { ClaimRule } from "../types.ts";
import { located } from "./stated.ts";

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
