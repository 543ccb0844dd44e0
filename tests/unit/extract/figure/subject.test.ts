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
    ["光伏产品出口额居全国", "city"],
  ]);
});

it("a report without a place of its own that tells of the country tells its figures", async () => {
  const text =
    "今年以来，我国外贸稳中有进。前7个月，民营企业进出口4.9万亿元。出口增速高于全国2个百分点的地区有9个。";
  const { claims } = await extract(reportFromText(text, { id: "x", source: "x", date: "2023-08-15" }), tools);
  const trade = claims.find((c) => c.kind === "observation" && c.value === 4.9e12);
  expect(trade?.kind === "observation" && trade.subject).toEqual({ type: "Place", name: "中国" });
});

it("the county's, the city's and the province's figures are told apart in a report on a county", async () => {
  const text =
    "农安县经济运行平稳。前三季度，全县地区生产总值300亿元。前三季度，全市地区生产总值5100亿元，全省地区生产总值9800亿元。";
  const { claims } = await extract(reportFromText(text, { id: "x", source: "x", date: "2023-10-15" }), tools);
  const told = claims.flatMap((c) =>
    c.kind === "observation" ? [[c.value, c.subject === "city" ? "city" : c.subject.name]] : [],
  );
  expect(told).toEqual([
    [300e8, "city"],
    [5100e8, "长春市"],
    [9800e8, "吉林省"],
  ]);
});
