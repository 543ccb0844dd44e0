/** The learned choice of whose figure it is, with the real weights. */
import { afterAll, describe, expect, it } from "vitest";
import { extract, openExtractTools } from "../../../../src/extract/extract.ts";
import { reportFromText } from "../../../../src/report/read.ts";

const tools = await openExtractTools();
afterAll(() => tools.tagger?.close());

/** Value → owner. */
async function ownersIn(text: string): Promise<Map<number, string>> {
  const { claims } = await extract(reportFromText(text, { id: "x", source: "x", date: "2023-08-16" }), tools);
  return new Map(
    claims.flatMap((c) =>
      c.kind === "observation" ? [[c.value, c.subject === "city" ? "city" : c.subject.name]] : [],
    ),
  );
}

describe("owners of figures", () => {
  it("a project's figures stay its own in the sentences after it", async () => {
    const owners = await ownersIn(
      "8月10日，云岭产业园二期项目在昆明市呈贡区开工。项目总投资12亿元，规划用地230亩，总建筑面积18万平方米。",
    );
    expect([230, 180000].map((value) => owners.get(value))).toEqual(["云岭产业园二期", "云岭产业园二期"]);
  });

  it("a company's, too", async () => {
    const owners = await ownersIn(
      "云岭集团8月10日公布半年报。上半年实现营业收入35.2亿元，同比增长12.3%。公司研发人员增至560人。",
    );
    expect([35.2e8, 560].map((value) => owners.get(value))).toEqual(["云岭集团", "云岭集团"]);
  });

  it("a county's in its city's report, where its sentence begins with it", async () => {
    const owners = await ownersIn(
      "本报讯 昆明市统计局公布上半年数据。1-6月，呈贡区固定资产投资增长8.2%，规模以上工业增加值增长6.1%。社会消费品零售总额达到86亿元。",
    );
    expect([0.082, 0.061, 86e8].map((value) => owners.get(value))).toEqual(["呈贡区", "呈贡区", "city"]);
  });

  it("what 其中 breaks down is the place's that the sentence before is about", async () => {
    const owners = await ownersIn(
      "昆明市统计局8月10日公布数据。昆明市经济平稳。上半年，曲靖市实现地区生产总值1800.4亿元，同比增长7%。其中，第二产业增加值700.8亿元，增长8%。",
    );
    expect(owners.get(700.8e8)).toBe("曲靖市");
  });

  it("the country's", async () => {
    const owners = await ownersIn(
      "国家统计局8月15日公布，1—7月，全国固定资产投资285898亿元，同比增长3.4%。其中，制造业投资增长5.7%。房地产开发投资67717亿元。",
    );
    expect([...new Set(owners.values())]).toEqual(["中国"]);
  });
});
