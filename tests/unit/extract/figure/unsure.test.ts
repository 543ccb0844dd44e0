/** What is hidden whatever its probability, and times that are left out, with the real weights. */
import { afterAll, describe, expect, it } from "vitest";
import { extract, openExtractTools } from "../../../../src/extract/extract.ts";
import { completed, isGeneric } from "../../../../src/extract/figure/generic.ts";
import { reportFromText } from "../../../../src/report/read.ts";

const tools = await openExtractTools();
afterAll(() => tools.tagger?.close());

const SHOWN = 0.5;
/** `indicator=value` of the figures that are sure enough to be shown, with their owners. */
async function shownIn(text: string, date = "2026-01-20"): Promise<Map<string, string>> {
  const { claims } = await extract(reportFromText(text, { id: "x", source: "x", date }), tools);
  return new Map(
    claims.flatMap((c) =>
      c.kind === "observation" && (c.confidence ?? 1) >= SHOWN
        ? [[`${c.indicator}=${c.value}`, c.subject === "city" ? "city" : c.subject.name]]
        : [],
    ),
  );
}

describe("names that nobody can read alone", () => {
  it.each(["总量", "投资", "累计完成投资", "利润", "出口量居全国", "总数", "年产值"])("%s", (name) => {
    expect(isGeneric(name)).toBe(true);
  });
  it.each(["城镇新增就业", "工业投资", "旅游收入", "民营企业出口", "粮食产量", "新增企业"])(
    "not %s",
    (name) => {
      expect(isGeneric(name)).toBe(false);
    },
  );
  it("take what the figure before is of", () => {
    expect(completed("利润", "市属国企营收")).toBe("市属国企利润");
    expect(completed("总数", "新增境内上市企业")).toBe("境内上市企业总数");
    expect(completed("就地转化率", "棉花产量连续4年占全国")).toBe("棉花就地转化率");
    expect(completed("利润", "总量")).toBeUndefined();
    expect(completed("旅游收入", "接待游客")).toBeUndefined();
  });
  it("are not shown of a place", async () => {
    const shown = await shownIn(
      "云泽市2026年政府工作报告\n一、2025年工作回顾\n总量突破1000万户。\n二、2026年重点工作\n共建牛羊肉交易中心，力争交易额达到100亿元。",
    );
    expect([...shown]).toEqual([]);
  });
});

describe("in a government's report", () => {
  it("all investment is that of its place", async () => {
    const shown = await shownIn("云泽市2026年政府工作报告\n二、2026年重点工作\n完成投资450亿元。");
    expect([...shown]).toEqual([["投资=45000000000", "city"]]);
  });
  it("an undertaking told of before owns no more", async () => {
    const shown = await shownIn(
      "昆明市2026年政府工作报告\n一、2025年工作回顾\n云岭引水工程实现全线通水，5G基站达到9.5万座。建成国家技术创新中心40家。",
    );
    expect([...new Set(shown.values())]).toEqual(["city"]);
  });
});
