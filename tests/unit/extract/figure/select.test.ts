import { describe, expect, it } from "vitest";
import { isFigure, noStatistic } from "../../../../src/extract/figure/select.ts";
import { scanQuantities } from "../../../../src/extract/quantity/index.ts";
import { scanTimes } from "../../../../src/extract/time/index.ts";
import { sentenceOf } from "../sentence.ts";

/** Each number of a sentence: `+` for a figure, else `-`, with the reason that a reader is told, if there is one. */
function judged(norm: string): string[] {
  const quantities = scanQuantities(norm);
  const sentence = sentenceOf(norm, [], { quantities, times: scanTimes(norm, { date: "2024-03-15" }) });
  return quantities.map((q) => {
    const reason = noStatistic(sentence, q);
    return `${isFigure(sentence, q) ? "+" : "-"}${q.text}${reason === undefined ? "" : `: ${reason}`}`;
  });
}

const SIZE = "the size of one thing";
const SPECIFICATION = "a distance or a technical specification";
const CONDITION = "a condition of what is measured";
const NAME = "the size in an undertaking's name";
const EARLIER = "the earlier value of a comparison";
const SHARE = "the price of a share";

describe("amounts that select, and amounts that measure", () => {
  it.each([
    ["实施亿元以上项目52个。", ["-亿元以上", "+52个"]],
    ["投资5000万元以上的项目共有12个。", ["-5000万元以上", "+12个"]],
    ["储备项目120个5亿元以上。", ["+120个", "-5亿元以上"]],
    ["超10亿元的企业达到8家。", ["-超10亿元", "+8家"]],
    ["12个项目总投资超1亿元。", ["+12个", "-超1亿元"]],
    ["引进亿元项目12个。", ["-亿元", "+12个"]],
    ["产值可超千亿元。", ["+超千亿元"]],
    ["营业收入超百亿元。", ["+超百亿元"]],
    ["建设百亿级集群。", []],
    ["12类45件实事办结。", ["-12类", "+45件"]],
    ["推进7大领域101类问题整改。", ["-7大", "+101类"]],
  ])("%s", (norm, told) => {
    expect(judged(norm)).toEqual(told);
  });
});

describe("numbers in names", () => {
  it.each([
    ["新一轮百万亩造林工程启动。", [`-百万亩: ${NAME}`]],
    ["新造林百万亩。", ["+百万亩"]],
    ["培育3个过三千亿元城市。", ["+3个", `-三千亿元: ${NAME}`]],
    ["年产30万吨板材项目开工。", [`-30万吨: ${NAME}`]],
    ["年产板材30万吨。", ["+30万吨"]],
    ["打造15分钟健身圈。", ["-15分钟"]],
    ["实施“3个”工程。", ["-3个: a label"]],
    ["9栋的4楼着火。", ["-9栋"]],
    ["9栋已封顶。", ["-9栋"]],
    ["新建9栋厂房。", ["+9栋"]],
    ["第三届推介会。", ["-第三届"]],
    ["十一届十一次全会召开。", ["-十一届", "-十一次"]],
    ["召开十一次全会。", ["-十一次"]],
    ["召开会议11次。", ["+11次"]],
  ])("%s", (norm, told) => {
    expect(judged(norm)).toEqual(told);
  });
});

describe("what one thing is like, and what is measured of many", () => {
  it.each([
    ["设备高20米。", [`-20米: ${SIZE}`]],
    ["塔高约为20米。", [`-约为20米: ${SIZE}`]],
    ["水深2.5米，航道宽120米。", [`-2.5米: ${SIZE}`, `-120米: ${SIZE}`]],
    ["加快深入200米。", ["+200米"]],
    ["道路长20公里。", ["+20公里"]],
    ["粮食产量60公斤。", ["+60公斤"]],
    ["50米内换乘比例达到80%。", [`-50米: ${CONDITION}`, "+80%"]],
    ["时速350公里。", [`-350公里: ${SPECIFICATION}`]],
    ["大楼共33层。", ["-33层"]],
    ["气温26度。", ["-26度"]],
    ["用电量2579亿度。", ["+2579亿度"]],
    ["他今年30岁。", ["-30岁"]],
    ["人均预期寿命79.2岁。", ["+79.2岁"]],
  ])("%s", (norm, told) => {
    expect(judged(norm)).toEqual(told);
  });
});

describe("a value that is said twice, or was before", () => {
  it.each([
    ["相比去年同期的40亿元。", [`-40亿元: ${EARLIER}`]],
    ["由24亿元增加至30亿元。", ["-24亿元", "+30亿元"]],
    ["从24亿元起步。", ["+24亿元"]],
    ["折合人民币24亿元。", ["-人民币24亿元"]],
    ["1.04亿美元（当前约7.6亿元人民币）。", ["+1.04亿美元", "-约7.6亿元人民币"]],
    ["1.04亿元（当前约7.6亿元人民币）。", ["+1.04亿元", "+约7.6亿元人民币"]],
    ["云泽股份（33.660，0.31，0.93%）走高。", [`-33.660: ${SHARE}`, `-0.31: ${SHARE}`, `-0.93%: ${SHARE}`]],
    ["云泽股份（涨幅0.93%）走高。", ["+0.93%"]],
  ])("%s", (norm, told) => {
    expect(judged(norm)).toEqual(told);
  });
});

describe("spans of time", () => {
  it.each([
    ["建设周期18个月。", ["+18个月"]],
    ["工期为24个月。", ["+24个月"]],
    ["已建设18个月。", ["-18个月"]],
    ["审批时间压缩29个月。", ["+29个月"]],
    ["每天运行18小时。", ["+18小时"]],
    ["3个季度连续增长。", ["-3个季度"]],
    ["两年内建成3座。", ["-两年内", "+3座"]],
  ])("%s", (norm, told) => {
    expect(judged(norm)).toEqual(told);
  });
});

describe("ways of speaking, and counts", () => {
  it.each([
    ["数十亿元资金到位。", ["+数十亿元"]],
    ["数十名代表参加。", ["-数十名"]],
    ["十余万人参加。", ["+十余万人"]],
    ["从6个方面发力。", ["-6个"]],
    ["分13个领域推进。", ["-13个"]],
    ["划分13个片区。", ["+13个"]],
    ["发展三大产业。", ["-三大"]],
    ["十个项目开工。", ["-十个"]],
    ["十一个项目开工。", ["+十一个"]],
    ["三到五个项目开工。", ["+三到五个"]],
    ["约三成居民受益。", ["+约三成"]],
    ["这3个项目全部开工。", ["-3个"]],
    ["上1个台阶。", ["-1个"]],
    ["共3个项目。", ["+3个"]],
    ["第一、二、三产业协调发展。", []],
    ["总量居全国第二。", ["+第二"]],
    ["居全国第5位。", ["+第5位"]],
    ["增长5.2%，提高2.5个百分点。", ["+5.2%", "+2.5个百分点"]],
    ["价格为30元/吨。", ["+30元/吨"]],
  ])("%s", (norm, told) => {
    expect(judged(norm)).toEqual(told);
  });
});
