/**
 * Titles in a row: 先后获得2023年甲市绿色示范工地、某局“青年示范岗”等荣誉. Each member of the list is a title that is awarded.
 * @module
 */
import type { Mention, MentionRule } from "../types.ts";
import { mechanism } from "./words.ts";

const LIST =
  /(?:获得|获评|荣获|荣膺|斩获|收获|被评为|被授予|被认定为|获批|入选|摘得)了?(?<list>[^，。；！？的了]{6,120}?)(?:等(?:多项|一系列|系列|多个|\p{Script=Han}{0,3}级)?(?:荣誉|称号|奖项|殊荣|荣誉称号|资质|表彰)|(?:荣誉)?称号)/gu;
/** How a title ends. */
const TITLE =
  /(?:奖|奖章|工地|岗|号|企业|项目|单位|城市|县|乡|镇|村|区|园区|园|基地|品牌|工厂|车间|集体|标兵|工程|平台|先进|示范点|案例|实验室|中心)$/u;
const QUOTES = /[“”]/gu;

/** The members of a list with their places; a mark inside quotation marks parts nothing. */
function members(list: string): { at: number; text: string }[] {
  const found: { at: number; text: string }[] = [];
  let from = 0;
  let quoted = false;
  for (let i = 0; i <= list.length; i++) {
    const char = list[i];
    if (char === "“") quoted = true;
    else if (char === "”") quoted = false;
    if (i === list.length || (!quoted && (char === "、" || (char === "“" && list[i - 1] === "”")))) {
      if (i > from) found.push({ at: from, text: list.slice(from, i) });
      from = char === "、" ? i + 1 : i;
    }
  }
  return found;
}

export const honours: MentionRule = {
  name: "mechanism/honours",
  priority: 65,
  examples: {
    yes: [
      [
        "先后获得2023年青河市建筑施工绿色示范工地、青河集团十佳工程项目等荣誉。",
        "Mechanism:2023年青河市建筑施工绿色示范工地",
      ],
      ["公司获评青河市优质工地、某局“青年安全示范岗”等称号。", "Mechanism:青年安全示范岗"],
    ],
    no: ["公司获得银行贷款、政府补助等支持。", "获得订单、资金，发展势头良好。"],
  },
  propose: (s) =>
    [...s.norm.matchAll(LIST)].flatMap((match): Mention[] => {
      const list = match.groups?.["list"] ?? "";
      const from = match.index + match[0].indexOf(list);
      return members(list).flatMap(({ at, text }): Mention[] => {
        const quoted = /“(?<x>[^“”]{3,24})”$/u.exec(text)?.groups?.["x"];
        const name = quoted ?? text;
        if (!TITLE.test(name) || name.length < 4 || name.length > 34) return [];
        const start = from + at;
        return [
          mechanism(
            s,
            { start, end: start + text.length },
            name,
            "mechanism/honours",
            [text.replace(QUOTES, ""), name.replace(/^\d{4}年度?/u, "")],
            0.75,
          ),
        ];
      });
    }),
};
