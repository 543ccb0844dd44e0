import { describe, expect, it } from "vitest";
import { toStandoff, toTsv } from "../../../scripts/model/annotations/standoff.ts";

const TEXT = "7月3日，云岭集团投资5亿元的青禾光伏电站开工。董事长王小明说，电站年底并网。";
const TSV = [
  "E\tProject\t青禾光伏电站\t青禾光伏电站|电站\tstage=started\tstagewords=开工\tinvest=500000000\tinvestwords=投资5亿元",
  "E\tCompany\t云岭集团\t云岭集团",
  "E\tPerson\t王小明\t王小明\toptional=1",
  "R\tINVESTS\t云岭集团\t青禾光伏电站\twords=投资",
  "R\tQUOTED_BY\tPerson:王小明\tREPORT\twords=电站年底并网",
  "",
].join("\n");

describe("annotations without their text", () => {
  const standoff = toStandoff("x1", TEXT, TSV, "2023-07-03", "abc");

  it("hold no word of the text", () => {
    const kept = JSON.stringify(standoff);
    for (const word of ["云岭", "青禾", "王小明", "开工", "电站", "投资"]) expect(kept).not.toContain(word);
  });

  it("become the same lines again with it, ends by type and name", () => {
    const back = toTsv(standoff, TEXT).split("\n");
    expect(back.slice(0, 3)).toEqual(TSV.split("\n").slice(0, 3));
    expect(back[3]).toBe("R\tINVESTS\tCompany:云岭集团\tProject:青禾光伏电站\twords=投资");
    expect(back[4]).toBe("R\tQUOTED_BY\tPerson:王小明\tREPORT\twords=电站年底并网");
  });

  it("are refused where a form is not in the text or an end is not an entity", () => {
    expect(() => toStandoff("x1", "别的文字", TSV, "", "abc")).toThrow(
      "x1: the text does not hold 青禾光伏电站",
    );
    expect(() => toStandoff("x1", TEXT, "R\tINVESTS\t甲\t乙", "", "abc")).toThrow("x1: no entity 甲");
  });
});
