import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { isFurniture } from "../../../src/report/furniture.ts";
import { readReport, reportFromText } from "../../../src/report/read.ts";

const BODY = "　　云岭集团在云泽市投资30亿元建设新材料生产基地，项目分两期实施，一期今年开工。";

async function page(
  html: string,
  encoding = "utf-8",
): Promise<{ title: string; date: string; outlet: string; text: string }> {
  const report = await readReport(iconv.encode(html, encoding), { source: "a.html" });
  const text = report.sentences
    .flatMap((s) => (s.kind === "body" || s.kind === "heading" ? [s.text] : []))
    .join("|");
  return { title: report.title, date: report.date ?? "", outlet: report.outlet ?? "", text };
}

describe("furniture of a page", () => {
  test.each([
    "下载",
    "【字号：",
    "】",
    "【打印】【关闭】",
    "字号：大 中 小",
    "首页 > 新闻中心 > 要闻",
    "您当前的位置：首页 > 公开",
    "首页|政务公开|政务服务|互动交流",
    "分享到：微信 微博",
    "- 5 -",
    "— 12 —",
    "－５－",
    "第 3 页 共 9 页",
    "第3页/共9页",
    "共 9 页 第 3 页",
    "3 / 9",
    "Page 3 of 9",
    "主办：云泽市人民政府办公室 版权所有 备案号12345",
    "Copyright © 2024 云泽网 京ICP备12345号",
  ])("%s", (line) => {
    expect(isFurniture(line)).toBe(true);
  });

  test.each([
    "新闻发布会在云泽市召开",
    "技术支持：云岭集团为项目提供全程服务，解决了工艺、设备、人才三方面难题。",
    "政务服务",
    "云泽市2024年重点项目集中开工",
    "一、2025年工作回顾",
    "3.5%",
  ])("no furniture: %s", (line) => {
    expect(isFurniture(line)).toBe(false);
  });
});

describe("title and date", () => {
  test("a government report with the buttons of its page", () => {
    const text =
      "下载\n打印\n【字号：\n加大\n】\n2026年云泽省政府工作报告\n——2026年1月27日在云泽省第十四届人民代表大会第五次会议上\n云泽省省长 李明\n各位代表：\n现在，我代表省人民政府，向大会报告工作，请予审议。";
    const report = reportFromText(text, { id: "x", source: "x.txt" });
    expect([report.title, report.date, report.dateSource]).toEqual([
      "2026年云泽省政府工作报告",
      "2026-01-27",
      "text",
    ]);
  });

  test("a bulletin: title in two lines, office and date below", () => {
    const text =
      "云泽市2024年国民经济和社会发展\n统计公报\n云泽市统计局 2025年3月20日\n2024年，全市地区生产总值412.5亿元，增长5.2%。";
    const report = reportFromText(text, { id: "x", source: "x.txt" });
    expect([report.title, report.date]).toEqual(["云泽市2024年国民经济和社会发展统计公报", "2025-03-20"]);
  });

  test("a text without a title is called by its first sentence, never by its id", () => {
    const report = reportFromText("云岭集团的新基地昨天开工。基地占地300亩。", {
      id: "domain-0519",
      source: "x.txt",
    });
    expect(report.title).toBe("云岭集团的新基地昨天开工");
    const long = reportFromText(`${"云岭集团的新基地和各县区的重点项目".repeat(3)}，昨天开工。`, {
      id: "a",
      source: "x.txt",
    });
    expect(long.title.length).toBeLessThanOrEqual(41);
    expect(long.title.endsWith("…")).toBe(true);
  });

  test("the date that closes a document", () => {
    const text =
      "云泽市重点项目实施方案\n\n各县（市、区）人民政府：\n\n现将方案印发给你们，请认真执行。\n\n云泽市人民政府办公室\n\n2024年3月20日\n";
    expect(reportFromText(text, { id: "x", source: "x.txt" }).date).toBe("2024-03-20");
  });
});

describe("web pages", () => {
  const paragraphs = `<p>${BODY}</p>`.repeat(4);

  test("GBK, no semantic tags, a table for the page, breadcrumbs, buttons, footer", async () => {
    const html = `<html><head><title>云岭集团建设新基地_新闻中心_云泽网</title></head><body><table><tr><td><a>首页</a> <a>新闻</a> <a>财经</a></td></tr><tr><td>当前位置：首页 &gt; 新闻</td></tr><tr><td><font size=5>云岭集团建设新基地</font></td></tr><tr><td>来源：云泽日报 发布时间：2024年5月8日 【打印】【关闭】</td></tr><tr><td>${paragraphs}<p>（责编：李四）</p></td></tr><tr><td>版权所有：云泽网 技术支持：青禾网络科技有限公司</td></tr></table></body></html>`;
    expect(await page(html, "gbk")).toEqual({
      title: "云岭集团建设新基地",
      date: "2024-05-08",
      outlet: "云泽日报",
      text: Array(4).fill(BODY.trim()).join("|"),
    });
  });

  test("classes only: navigation, title, share bar, related news", async () => {
    const html = `<html><head><title>云岭集团建设新基地 - 云泽网</title></head><body><div id="header"><a>云泽网</a><ul><li><a>新闻</a></li></ul></div><div class="con"><div class="tit">云岭集团建设新基地</div><div class="info">2024-05-08 10:20 | 来源：云泽日报 | 责任编辑：张三</div><div>${paragraphs}</div><div class="share">分享到：微信</div><div class="related"><h3>相关新闻</h3><ul><li><a>云泽市召开会议</a></li><li><a>青禾公司开业</a></li></ul></div></div></body></html>`;
    const found = await page(html);
    expect(found.title).toBe("云岭集团建设新基地");
    expect(found.date).toBe("2024-05-08");
    expect(found.text).toBe(Array(4).fill(BODY.trim()).join("|"));
  });

  test("metadata of the page: title and date", async () => {
    const html = `<html><head><meta name="ArticleTitle" content="云岭集团建设新基地"><meta name="PubDate" content="2024-05-08 10:20"><title>云泽市人民政府</title></head><body><div>${paragraphs}</div></body></html>`;
    expect(await page(html)).toMatchObject({ title: "云岭集团建设新基地", date: "2024-05-08" });
  });

  test("no sentence of a page is lost when its parts lie apart", async () => {
    const part = (n: number): string =>
      `<div class="col${n}"><p>第${n}栏的项目已经开工，进展顺利，各方满意。</p></div>`;
    const html = `<body><h1>三栏的页面都有正文</h1>${[1, 2, 3].map(part).join("<hr>")}</body>`;
    expect((await page(html)).text.split("|")).toHaveLength(3);
  });
});

test("a page number within a word leaves the word whole", () => {
  for (const mark of ["- 5 -", "— 5 —", "第 3 页 共 9 页", "5"]) {
    const text = `高新技术产业增加值增长9.3%，规模以上工业增加\n\n${mark}\n\n值增长11.2%。`;
    const { sentences } = reportFromText(text, { id: "x", source: "x.txt" });
    expect(sentences.find((s) => s.kind === "body")?.text).toBe(
      "高新技术产业增加值增长9.3%，规模以上工业增加值增长11.2%。",
    );
  }
});
