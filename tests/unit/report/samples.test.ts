/** The two sample reports, read as a careful reader would take them apart. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Report } from "../../../src/model/report.ts";
import { dataPath } from "../../../src/paths.ts";
import { sentenceAt, toOriginal } from "../../../src/report/offsets.ts";
import { readReport } from "../../../src/report/read.ts";

async function sample(id: string): Promise<{ report: Report; original: string }> {
  const path = dataPath("reports", `${id}.txt`);
  return {
    report: await readReport(readFileSync(path), { source: `data/reports/${id}.txt` }),
    original: readFileSync(path, "utf8"),
  };
}

function ofKind(report: Report, kind: string): string[] {
  return report.sentences.filter((s) => s.kind === kind).map((s) => s.text);
}

function expectJoined(report: Report, phrases: readonly string[]): void {
  for (const phrase of phrases) {
    const hits = report.sentences.filter((s) => s.kind === "body" && s.text.includes(phrase));
    expect(hits.length, phrase).toBeGreaterThan(0);
  }
}

const investment = await sample("anshan-2022-12-investment");
const results = await sample("anshan-2025-01-results");

for (const { report, original } of [investment, results]) {
  describe(report.id, () => {
    test("every sentence is in the file, character for character", () => {
      expect(report.text).toBe(original);
      for (const s of report.sentences) {
        expect(s.segments.map((g) => original.slice(g.start, g.start + g.length)).join("")).toBe(s.text);
        expect(toOriginal(s, 0, s.text.length)).toEqual({ start: s.start, end: s.end });
        expect(original.slice(s.start, s.end).replaceAll("\n", "")).toBe(s.text);
        expect(sentenceAt(report, s.start)).toBe(s);
        expect(s.norm.length).toBe(s.text.length);
      }
    });

    test("nothing but white space and marks is left out", () => {
      const covered = new Set<number>();
      for (const s of report.sentences)
        for (const g of s.segments) for (let i = 0; i < g.length; i++) covered.add(g.start + i);
      const rest = [...original].filter((_, i) => !covered.has(i)).join("");
      expect(rest.replace(/[\s#*]/gu, "")).toBe("");
    });

    test("every body sentence ends as a sentence", () => {
      for (const text of ofKind(report, "body")) expect(text).toMatch(/[。！？!?…;；][”’]?$/u);
    });
  });
}

describe("the page with a feature and three briefs", () => {
  const { report } = investment;

  test("four articles with their titles and reporters", () => {
    expect(report.articles.map((a) => [a.title, a.byline.join()])).toEqual([
      ["为高质量发展注入澎湃动能", "刘家伟"],
      ["改造121个老旧小区", "刘家伟"],
      ["实施系列重点支撑工程", "刘家伟"],
      ["国考断面水质全部达标", "刘家伟"],
    ]);
    expect(report.title).toBe("为高质量发展注入澎湃动能");
    expect(report.outlet).toBe("本报");
  });

  test("what is not body", () => {
    expect(ofKind(report, "title")).toEqual([
      "为高质量发展注入澎湃动能",
      "——鞍山加快推动招商引资和项目建设纪实",
      "改造121个老旧小区",
      "实施系列重点支撑工程",
      "国考断面水质全部达标",
    ]);
    expect(ofKind(report, "heading")).toEqual([
      "核心提示",
      "完善项目管理体系 汇聚强大攻坚合力",
      "做精做优服务 推进项目建设见实效",
      "明晰招商方向 精准发力引入“源头活水”",
    ]);
    expect(ofKind(report, "caption")).toEqual([
      "宜居宜业的美丽鞍山。",
      "鞍钢西鞍山铁矿项目开工仪式现场。",
      "海城三鱼泵业有限公司实施数字化改造,不断提升竞争力。",
    ]);
    expect(ofKind(report, "credit")).toEqual(["鞍山市委宣传部供图", "本报特约记者 丛楠 摄", "何洪涛 摄"]);
    expect(ofKind(report, "byline")).toEqual(["本报记者 刘家伟", ...Array(3).fill("本报讯 记者刘家伟报道")]);
    expect(ofKind(report, "running-head")).toEqual(["鞍山时讯 SHIXUN"]);
    expect(ofKind(report, "body").length).toBe(85);
  });

  test("column breaks are joined", () => {
    expectJoined(report, [
      "市工信局牵头分类推进,每半个月调度一次",
      "破解项目融资难题等措施",
      "来鞍封闭管理实施方案",
      "长三角、珠三角、京津冀",
    ]);
    expect(report.sentences.filter((s) => s.segments.length > 1).length).toBe(4);
  });

  test("quoted speech is one piece with its speaker", () => {
    expect(
      report.sentences.some((s) => s.text.startsWith("“为破解项目手续") && s.text.endsWith("主任李华说。")),
    ).toBe(true);
    expect(
      report.sentences.some((s) => s.text.startsWith("“楼体外墙") && s.text.endsWith("工程的称赞。")),
    ).toBe(true);
  });
});

describe("the page with a review and its highlights", () => {
  const { report } = results;

  test("one article, its parts are sections", () => {
    expect(report.articles.map((a) => [a.title, a.byline])).toEqual([
      ["聚焦高质量发展,2024年经济稳中有进、进中提质—— 难中求成 鞍山交出攻坚成绩单", ["关雪", "崔治"]],
    ]);
    expect(report.sections.map((s) => s.title)).toEqual([
      ..."核心提示 项目建设点燃强劲引擎 科技创新激发澎湃动力 优化环境护航经济发展 2024年鞍山亮点".split(" "),
      ..."产业结构篇 促进消费篇 新兴产业篇 培育主体篇 现代服务篇 乡村发展篇 生态环境篇 城市建设篇 民生保障篇".split(
        " ",
      ),
    ]);
    const water = report.sentences.find((s) => s.text.startsWith("实施水环境治理项目"));
    expect(report.sections[water?.section ?? -1]?.title).toBe("生态环境篇");
  });

  test("what is not body", () => {
    expect(ofKind(report, "caption").length).toBe(3);
    expect(ofKind(report, "credit")).toEqual(["鞍山市委宣传部供图", "本报记者 崔治 摄", "本报记者 崔治 摄"]);
    expect(ofKind(report, "byline")).toEqual(["本报记者 关雪 崔治", "本报记者 崔治 整理"]);
    expect(ofKind(report, "running-head")).toEqual([]);
  });

  test("column breaks are joined", () => {
    expectJoined(report, [
      "以爱情为主题,名叫",
      "奠定了坚实的基础。",
      "李咏梅介绍,今年,鞍山市",
      "“信用+审批”融合共享",
      "评优问效闭环机制",
    ]);
  });
});
