import { describe, expect, test } from "vitest";
import type { Report, SentenceKind } from "../../../src/model/report.ts";
import { reportFromText } from "../../../src/report/read.ts";

const read = (text: string): Report => reportFromText(text, { id: "t", source: "t.txt" });
const kinds = (text: string): [SentenceKind, string][] => read(text).sentences.map((s) => [s.kind, s.text]);
const body = (text: string): string[] =>
  read(text)
    .sentences.filter((s) => s.kind === "body")
    .map((s) => s.text);

const HALVES = [
  "正如他所言，江城市通过打通审批绿色通道、破解项目融",
  "资难题等措施，加快了落地速度。",
] as const;
const WHOLE = "正如他所言，江城市通过打通审批绿色通道、破解项目融资难题等措施，加快了落地速度。";
const START = "江城新闻稿的标题\n\n本报记者 王小明\n\n开头的一段已经结束。\n\n";

describe("column breaks", () => {
  const between: readonly [string, string][] = [
    ["nothing", ""],
    ["a caption with its credit in the next block", "江边的风景如画。\n\n江城市委宣传部供图\n\n"],
    ["a caption with its credit in the same line", "开工仪式现场。 本报特约记者 李丹 摄\n\n"],
    ["a credit", "赵一鸣 摄\n\n"],
    ["a section title", "做精做优服务 推进项目建设见实效\n\n"],
    ["a Markdown heading", "## 项目建设点燃引擎\n\n"],
    ["a bold heading", "**核心提示**\n\n"],
    ["a running head", "江城时讯 SHIXUN\n\n"],
    ["a page number", "— 3 —\n\n"],
    ["a byline", "本报记者 王小明\n\n"],
  ];
  for (const [name, block] of between) {
    test(`joined around ${name}`, () => {
      const report = read(`${START}${HALVES[0]}\n\n${block}${HALVES[1]}\n\n下一段。`);
      const found = report.sentences.filter((s) => s.text === WHOLE);
      expect(found.map((s) => s.kind)).toEqual(["body"]);
      expect(body(report.text)).toEqual(["开头的一段已经结束。", WHOLE, "下一段。"]);
    });
  }

  test("a number and its unit in the line below are one, in the first line, too", () => {
    expect(body("江城高新区 2023\n年实现产值 618.5\n亿元，高新技术企业 142\n家。")).toEqual([
      "江城高新区2023年实现产值618.5亿元，高新技术企业142家。",
    ]);
  });

  test("growth whose amount stands on the next page is one sentence", () => {
    expect(body("全年固定资产投资增长\n\n— 7 —\n\n8.4%，其中工业投资增长13.6%。")).toEqual([
      "全年固定资产投资增长8.4%，其中工业投资增长13.6%。",
    ]);
  });

  test("whole paragraphs stay apart", () => {
    const report = read(`${START}第一段到此为止。\n\n第二段开始了;\n\n第三段也开始了：\n\n第四段。`);
    const numbers = report.sentences.filter((s) => s.kind === "body").map((s) => s.paragraph);
    expect(new Set(numbers).size).toBe(5);
  });

  test("an indented or numbered block begins a paragraph", () => {
    const cut = "江城市的某个重点项目目前已经全面开工，正在按照计划进行设备的购置以及厂房的内部装修";
    expect(body(`${START}${cut}\n\n　　第二段说别的事情。`)).toContain(cut);
    expect(body(`${START}${cut}\n\n二、第二段说别的事情。`)).toContain(cut);
  });

  test("a quotation over a break is one piece", () => {
    expect(body(`${START}“我们先开工。\n\n然后再竣工。”主任王明说。`)).toContain(
      "“我们先开工。然后再竣工。”主任王明说。",
    );
  });

  test("a short broken line with a comma is no heading", () => {
    expect(body(`${START}在此基础上,江城还积极参与省里组织的长三角、珠\n\n三角促进周活动。`)).toContain(
      "在此基础上,江城还积极参与省里组织的长三角、珠三角促进周活动。",
    );
  });

  test("lines broken by a program are joined, headings among them kept", () => {
    const lines = [
      "江城市发展改革报告",
      "江城市今年实施工业项目二百八十三个，改造企业新增产",
      "品一百余种，生产效率平均提升百分之十八，资源利用率",
      "平均提高百分之十七。这些项目分布在全市各个县区。",
      "二、下一步安排",
      "下一步，江城市将继续推进项目建设，深化与周边城市的",
      "合作，争取更多项目落地，为高质量发展提供坚实的支撑",
      "和保障。",
    ];
    const report = read(lines.join("\n"));
    expect(report.sentences.map((s) => [s.kind, s.text])).toEqual([
      ["title", lines[0]],
      ["body", `${lines[1]}${lines[2]}平均提高百分之十七。`],
      ["body", "这些项目分布在全市各个县区。"],
      ["heading", lines[4]],
      ["body", `${lines[5]}${lines[6]}${lines[7]}`],
    ]);
  });

  test("Latin words keep a space that the layout had", () => {
    expect(
      body(`${START}江城市政府代表团在会上介绍了营商环境，并与著名的外国企业 General \nElectric 签约。`)[1],
    ).toBe("江城市政府代表团在会上介绍了营商环境，并与著名的外国企业 General Electric 签约。");
  });
});

describe("kinds", () => {
  test("title, subtitle, byline, caption, credit, heading", () => {
    expect(
      kinds(
        "为发展注入动能\n\n——江城推动招商纪实\n\n本报记者 王小明\n\n美丽的江城。\n\n江城市委宣传部供图\n\n核心提示\n\n正文在此。",
      ),
    ).toEqual([
      ["title", "为发展注入动能"],
      ["title", "——江城推动招商纪实"],
      ["byline", "本报记者 王小明"],
      ["caption", "美丽的江城。"],
      ["credit", "江城市委宣传部供图"],
      ["heading", "核心提示"],
      ["body", "正文在此。"],
    ]);
  });

  test("Markdown marks are layout", () => {
    expect(
      kinds("# 标题\n\n> **重点** 内容如下。\n\n- 第一项**很**重要。\n\n---\n\n见[网页](https://a.cn/b)。"),
    ).toEqual([
      ["title", "标题"],
      ["body", "重点 内容如下。"],
      ["body", "第一项很重要。"],
      ["body", "见网页。"],
    ]);
  });

  test("what a web page adds is not body", () => {
    const report = read(
      "2023-08-04 23:37，正文：原标题：江城开工。江城的项目开工了。【↑↑↑图片来源于网络↑↑↑】众人欢呼。来源：江城日报返回搜狐，查看更多责任编辑：",
    );
    expect(report.sentences.map((s) => [s.kind, s.text])).toEqual([
      ["running-head", "2023-08-04 23:37，正文："],
      ["running-head", "原标题："],
      ["body", "江城开工。"],
      ["body", "江城的项目开工了。"],
      ["running-head", "【↑↑↑图片来源于网络↑↑↑】"],
      ["body", "众人欢呼。"],
      ["running-head", "来源：江城日报"],
      ["running-head", "返回搜狐，查看更多"],
      ["running-head", "责任编辑："],
    ]);
    expect(report.date).toBe("2023-08-04");
  });

  test("a credit in the middle of a line cuts, 摄影 does not", () => {
    expect(kinds("图为现场。王小明 摄江城书记致辞。展出王小明 摄影作品。")).toEqual([
      ["caption", "图为现场。"],
      ["credit", "王小明 摄"],
      ["body", "江城书记致辞。"],
      ["body", "展出王小明 摄影作品。"],
    ]);
  });

  test("datelines stay in the body, their names go to the byline, the outlet to the report", () => {
    const report = read("江河网江城8月10日电 (记者 王小明)8月10日，江城开工。(完)");
    expect(report.sentences[0]?.text).toBe("江河网江城8月10日电 (记者 王小明)8月10日，江城开工。");
    expect(report.articles[0]?.byline).toEqual(["王小明"]);
    expect(report.outlet).toBe("江河网");
  });

  const outlets: readonly [string, string | undefined, string[]][] = [
    ["本报讯（全媒体首席记者 王小明）今年江城开工。", "本报", ["王小明"]],
    [
      "江河网（山水日报网）讯（通讯员 王明、李丹、赵晓雨）7月30日开工。",
      "江河网（山水日报网）",
      ["王明", "李丹", "赵晓雨"],
    ],
    ["江河新闻讯 记者从会上获悉，开工了。江河新闻记者 王小明", "江河新闻", ["王小明"]],
    ["江城今天开工。 （山水每日电讯记者王小明）", undefined, ["王小明"]],
    ["江城今天开工，记者看到现场热闹。", undefined, []],
  ];
  for (const [text, outlet, names] of outlets) {
    test(`byline of ${text.slice(0, 14)}`, () => {
      const report = read(text);
      if (outlet !== undefined) expect(report.outlet).toBe(outlet);
      expect(report.articles[0]?.byline).toEqual(names);
    });
  }
});

describe("titles", () => {
  const LONG = "关于江城县2025年国民经济和社会发展计划执行情况与2026年国民经济和社会发展计划草案的报告";
  test("the title of a document is whole, however long, and its office stands apart", () => {
    const report = read(
      `${LONG}\n——2026年1月12日在江城县第十八届人民代表大会第五次会议上\n江城县发展和改革局\n\n各位代表：\n现将有关情况报告如下。`,
    );
    expect(report.title).toBe(LONG);
    expect(report.date).toBe("2026-01-12");
    expect(body(report.text)).toEqual(["各位代表：", "现将有关情况报告如下。"]);
  });

  test("office and date under a bulletin are no part of its first sentence", () => {
    const report = read(
      "2024年江城市统计公报\n江城市统计局\n2025年3月28日\n2024年，全市稳中求进。年末常住人口286万人。",
    );
    expect(report.title).toBe("2024年江城市统计公报");
    expect(body(report.text)).toEqual(["2024年，全市稳中求进。", "年末常住人口286万人。"]);
  });

  test("parts of the site over the way to the page are none", () => {
    const report = read(
      "首页\n新闻\n县区\n网站首页 / 县区 / 正文\n江城县12个项目集中签约\n2023-05-19 09:42　来源：江城融媒\n5月18日，江城县举行签约仪式。",
    );
    expect(report.title).toBe("江城县12个项目集中签约");
    expect(report.date).toBe("2023-05-19");
  });

  test("what a government's page tells of a document is no title", () => {
    const report = read(
      "索引号：JZ010-2025-00012\n主题分类：城乡建设\n发文机关：江城市人民政府办公室\n成文日期：2025年2月18日\n有效性：有效\n江城市人民政府办公室关于印发实施方案的通知\n各县区人民政府：\n现印发给你们。",
    );
    expect(report.title).toBe("江城市人民政府办公室关于印发实施方案的通知");
    expect(report.date).toBe("2025-02-18");
  });

  test("a title over two lines, the second with a half of its own", () => {
    const report = read(
      "关于江城市2024年国民经济和社会发展计划执行情况\n与2025年国民经济和社会发展计划草案的报告\n——2025年1月9日在江城市第九届人民代表大会第四次会议上\n各位代表：\n现将情况报告如下。",
    );
    expect(report.title).toBe(
      "关于江城市2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告",
    );
  });

  test("the newspaper over its page is no title", () => {
    const report = read(
      "2023年11月07日 星期二\n江城日报\n第03版：经济\n水库扩建工程顺利通水\n本报讯（记者 王小明）昨日，水库通水。",
    );
    expect([report.title, report.date]).toEqual(["水库扩建工程顺利通水", "2023-11-07"]);
  });

  test("the date of a document may be spelt", () => {
    expect(
      read("江城县政府关于建设水厂的通知\n各乡镇政府：\n现通知如下。\n江城县政府\n二〇二五年十月二十六日")
        .date,
    ).toBe("2025-10-26");
  });

  test("front matter tells the title", () => {
    const report = read("---\ntitle: 江港基地奠基\ndate: 2024-05-20\n---\n\n5月19日，江港基地奠基。");
    expect([report.title, report.date]).toEqual(["江港基地奠基", "2024-05-20"]);
  });

  test("where a text was printed before tells its date and is no heading", () => {
    const report = read("江城日报讯 9月6日，江城水厂投产。\n（原载《江城日报》2023年9月7日第1版）");
    expect(report.date).toBe("2023-09-07");
    expect(report.sentences.at(-1)?.kind).toBe("running-head");
  });
});

describe("articles", () => {
  const page =
    "特稿的标题\n\n本报记者 王小明\n\n特稿的正文。\n\n一个小标题\n\n还有正文。\n\n江城时讯 SHIXUN\n\n简讯一的标题\n\n本报讯 记者李丹报道 “第一条。”他说。\n\n简讯二的标题\n\n江河网江城8月10日电 (赵一鸣)第二条。\n";

  test("a feature and its briefs", () => {
    const report = read(page);
    expect(report.articles.map((a) => [a.title, a.byline])).toEqual([
      ["特稿的标题", ["王小明"]],
      ["简讯一的标题", ["李丹"]],
      ["简讯二的标题", ["赵一鸣"]],
    ]);
    expect(report.title).toBe("特稿的标题");
    expect(report.sections.map((s) => [s.title, s.article])).toEqual([["一个小标题", 0]]);
    const head = report.sentences.find((s) => s.kind === "running-head");
    expect([head?.article, head?.section]).toEqual([1, -1]);
    for (const s of report.sentences) {
      const article = report.articles[s.article];
      expect(s.start >= (article?.start ?? -1) && s.end <= (article?.end ?? -1)).toBe(true);
    }
  });

  test("headings of one article are sections, whatever their level", () => {
    const report = read(
      "# 大标题\n\n导语。\n\n## 第一节\n\n甲。\n\n### 产业篇\n\n乙。\n\n### 民生篇\n\n丙。",
    );
    expect(report.articles.length).toBe(1);
    expect(report.sections.map((s) => s.title)).toEqual(["第一节", "产业篇", "民生篇"]);
    expect(report.sentences.find((s) => s.text === "乙。")?.section).toBe(1);
  });
});
