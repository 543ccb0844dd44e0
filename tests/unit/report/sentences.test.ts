import { describe, expect, test } from "vitest";
import type { Report } from "../../../src/model/report.ts";
import { normalize } from "../../../src/report/norm.ts";
import { sentenceAt, toOriginal } from "../../../src/report/offsets.ts";
import { reportFromText } from "../../../src/report/read.ts";

const read = (text: string): Report => reportFromText(text, { id: "t", source: "t.txt" });
const texts = (text: string): string[] => read(text).sentences.map((s) => s.text);

describe("normalize", () => {
  const cases: readonly [string, string][] = [
    ["总投资1,063.1亿元,同比增长30%", "总投资1,063.1亿元，同比增长30%"],
    ["发行407,750,000股;其中", "发行407,750,000股；其中"],
    ["目标:23:37到达", "目标：23:37到达"],
    ["１２ＧＷｈ（一期）４．５％", "12GWh（一期）4.5%"],
    ['"项目为王"和"落地为大"', "“项目为王”和“落地为大”"],
    ["甲(乙)!\u3000丙?", "甲（乙）！ 丙？"],
    ["1–3月、7－10号、5～8亿", "1-3月、7-10号、5~8亿"],
    ["分别为1,2,3", "分别为1，2，3"],
  ];
  for (const [printed, norm] of cases) test(printed, () => expect(normalize(printed)).toBe(norm));
});

describe("sentences", () => {
  const cases: readonly { name: string; text: string; sentences: string[] }[] = [
    {
      name: "stops",
      text: "甲开工。乙竣工！丙呢?丁……戊",
      sentences: ["甲开工。", "乙竣工！", "丙呢?", "丁……", "戊"],
    },
    {
      name: "no split at a semicolon",
      text: "甲开工；乙竣工;丙投产。",
      sentences: ["甲开工；乙竣工;丙投产。"],
    },
    {
      name: "quotation before its speaker",
      text: "“先开工。再竣工。”主任王明说。第二句。",
      sentences: ["“先开工。再竣工。”主任王明说。", "第二句。"],
    },
    {
      name: "quotation after its speaker",
      text: "王明说：“先开工。再竣工。”甲公司随后开工。",
      sentences: ["王明说：“先开工。再竣工。”", "甲公司随后开工。"],
    },
    {
      name: "a row of questions in quotes",
      text: "“怎么办?”“找谁办?”市里建立机制。",
      sentences: ["“怎么办?”“找谁办?”市里建立机制。"],
    },
    { name: "brackets", text: "甲（见附件。共三页。）开工。", sentences: ["甲（见附件。共三页。）开工。"] },
    { name: "closing marks stay", text: "他喜欢“甲”。（完）", sentences: ["他喜欢“甲”。", "（完）"] },
    { name: "decimal points", text: "增长3.5%。总额6.1亿元。", sentences: ["增长3.5%。", "总额6.1亿元。"] },
    {
      name: "an opening quote that never closes",
      text: "他说“甲开工。乙竣工。",
      sentences: ["他说“甲开工。", "乙竣工。"],
    },
    {
      name: "dots for an ellipsis",
      text: "装车销售......品质出众。",
      sentences: ["装车销售......", "品质出众。"],
    },
    { name: "runs of spaces", text: "甲开工。      乙  竣工。", sentences: ["甲开工。", "乙 竣工。"] },
  ];
  for (const { name, text, sentences } of cases) test(name, () => expect(texts(text)).toEqual(sentences));

  test("a quotation over 600 characters is taken for a lost closing mark", () => {
    const long = `他说“${"甲项目已经开工。".repeat(90)}”完。`;
    expect(texts(long).length).toBeGreaterThan(80);
  });

  test("straight quotes hold a sentence together", () => {
    expect(texts('"先开工。再竣工。"主任王明说。')).toEqual(['"先开工。再竣工。"主任王明说。']);
  });
});

describe("offsets", () => {
  const text = "标题一行\n\n由市工信局和市住建局牵头分类推\n\n进,每半个月调度一次。下一句。";
  const report = read(text);
  const cut = report.sentences.find((s) => s.segments.length === 2);

  test("a joined sentence leads back around the break", () => {
    expect(cut?.text).toBe("由市工信局和市住建局牵头分类推进,每半个月调度一次。");
    const at = cut?.text.indexOf("推进") ?? -1;
    const span = toOriginal(cut as NonNullable<typeof cut>, at, at + 2);
    expect(text.slice(span.start, span.end)).toBe("推\n\n进");
    const before = toOriginal(cut as NonNullable<typeof cut>, 0, at + 1);
    expect(text.slice(before.start, before.end)).toBe("由市工信局和市住建局牵头分类推");
  });

  test("outside of the sentence is a bug of the caller", () => {
    expect(() => toOriginal(cut as NonNullable<typeof cut>, 0, 999)).toThrow(RangeError);
  });

  test("sentenceAt knows each character and no layout", () => {
    expect(sentenceAt(report, text.indexOf("进,"))).toBe(cut);
    expect(sentenceAt(report, text.indexOf("下一句"))?.text).toBe("下一句。");
    expect(sentenceAt(report, text.indexOf("\n\n进"))).toBeUndefined();
    expect(sentenceAt(report, 0)?.kind).toBe("title");
    expect(sentenceAt(report, -1)).toBeUndefined();
    expect(sentenceAt(report, text.length)).toBeUndefined();
  });
});
