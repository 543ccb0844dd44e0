import { describe, expect, it } from "vitest";
import { tidyName, withoutRole } from "../../../../src/extract/names/tidy.ts";

describe("what is none of a project's or mechanism's name", () => {
  it.each([
    ["溪湾酒店溪湾酒店", "溪湾酒店"],
    ["溪湾酒店溪湾酒店项目", "溪湾酒店项目"],
    ["云岭省最大的独立储能电站", "独立储能电站"],
    ["一座独立储能电站", "独立储能电站"],
    ["一河道治理工程", "河道治理工程"],
    ["一带一路项目", "一带一路项目"],
    ["（上段）溪湾枢纽工程", "溪湾枢纽工程"],
    ["现有12345平台", "12345平台"],
    ["有关部门", "有关部门"],
    ["溪湾站（工程名）", "溪湾站"],
    ["溪湾轮胎生产项目一", "溪湾轮胎生产项目"],
    ["溪湾电站一", "溪湾电站一"],
    ["溪湾动力”", "溪湾动力"],
    ["“溪湾动力”基地", "“溪湾动力”基地"],
    ["一期储能电站", "一期储能电站"],
    ["最大的港", "最大的港"],
    ["溪湾湾溪电站", "溪湾湾溪电站"],
  ])("%s is called %s", (printed, name) => expect(tidyName(printed)).toBe(name));
});

it("what part a body plays is none of its name", () => {
  expect(withoutRole("主办方青禾演艺学院")).toBe("青禾演艺学院");
  expect(withoutRole("投资方大厦")).toBe("投资方大厦");
});
