/** Whose figure it is, with the real tagger. */
import { afterAll, expect, it } from "vitest";
import { extract, openExtractTools } from "../../../../src/extract/extract.ts";
import { reportFromText } from "../../../../src/report/read.ts";

const tools = await openExtractTools();
afterAll(() => tools.tagger?.close());

it("the country's figures are not those of the place that the report is about", async () => {
  const text =
    "甘肃省光伏产业发展迅速。甘肃省新增装机60万千瓦。上半年，我国光伏产品出口总额达到28.9亿美元，甘肃省出口额居全国第5位。";
  const { claims } = await extract(reportFromText(text, { id: "x", source: "x", date: "2023-08-15" }), tools);
  const told = claims.flatMap((c) =>
    c.kind === "observation" ? [[c.indicator, c.subject === "city" ? "city" : c.subject.name]] : [],
  );
  expect(told).toEqual([
    ["新增装机", "city"],
    ["光伏产品出口总额", "中国"],
    ["出口额居全国", "city"],
  ]);
});
