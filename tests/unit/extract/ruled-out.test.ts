import { describe, expect, it } from "vitest";
import { isRaised, isRuledOut, isSumOfMany } from "../../../src/extract/relate/ruled-out.ts";
import type { DocSentence } from "../../../src/extract/types.ts";

const sentence = (norm: string): DocSentence => ({ norm }) as DocSentence;
function stretch(norm: string, words: string): { start: number; end: number } {
  const start = norm.indexOf(words);
  return { start, end: start + words.length };
}

describe("the sum of many projects", () => {
  it.each([
    [
      "共签约项目13个，涉及溪湾储能电站项目、南岗物流园等，投资金额125亿元。",
      "溪湾储能电站项目",
      "125亿元",
      true,
    ],
    ["溪湾储能电站、南岗物流园等12个项目集中签约，总投资96亿元。", "南岗物流园", "96亿元", true],
    ["12个项目开工，其中溪湾储能电站项目总投资8亿元。", "溪湾储能电站项目", "8亿元", false],
    ["溪湾储能电站项目建有升压站等，总投资8亿元。", "溪湾储能电站项目", "8亿元", false],
  ])("%s: of %s %s: %s", (norm, project, sum, many) => {
    expect(isSumOfMany(stretch(norm, project), stretch(norm, sum), sentence(norm))).toBe(many);
  });
});

describe("a share of what was raised", () => {
  it.each([
    ["公司拟募集资金10亿元，其中3.5亿元用于溪湾储能电站项目。", "3.5亿元", true],
    ["募投项目溪湾储能电站拟使用1.2亿元。", "1.2亿元", true],
    ["募投项目溪湾储能电站总投资约8亿元。", "8亿元", false],
    ["溪湾储能电站投资8亿元，部分来自募集资金。", "8亿元", false],
  ])("%s: %s: %s", (norm, sum, raised) => {
    expect(isRaised(stretch(norm, sum), sentence(norm))).toBe(raised);
  });
});

describe("who is no investor", () => {
  it.each([
    ["澄岳集团签订溪湾酒店项目买卖协议。", "澄岳集团", "溪湾酒店项目", true],
    ["澄岳集团将溪湾酒店出售给南岗文旅。", "澄岳集团", "溪湾酒店", true],
    ["澄岳集团以3亿元出售溪湾酒店项目。", "澄岳集团", "溪湾酒店项目", true],
    ["选定澄岳集团作为溪湾体育馆的运营方。", "澄岳集团", "溪湾体育馆", true],
    ["溪湾储能电站项目设备由澄岳重工制造。", "澄岳重工", "溪湾储能电站项目", true],
    ["溪湾储能电站项目由澄岳集团投资建设。", "澄岳集团", "溪湾储能电站项目", false],
    ["澄岳集团承建溪湾储能电站项目。", "澄岳集团", "溪湾储能电站项目", true],
    ["澄岳集团投资建设溪湾储能电站项目。", "澄岳集团", "溪湾储能电站项目", false],
  ])("%s: %s of %s: %s", (norm, company, project, out) => {
    const ends = [stretch(norm, company), stretch(norm, project)] as const;
    expect(isRuledOut("INVESTS", ...ends, sentence(norm))).toBe(out);
  });
});
