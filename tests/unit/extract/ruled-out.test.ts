import { describe, expect, it } from "vitest";
import {
  isNoCost,
  isSaidOfPart,
  isStageOfElse,
  isSumOfMany,
  isSumOfWhole,
} from "../../../src/extract/relate/of-else.ts";
import { isInByline, isRuledOut, maySpeak } from "../../../src/extract/relate/ruled-out.ts";
import { mentionIn, sentenceOf, stretch } from "./sentence.ts";

describe("the sum of many projects", () => {
  it.each([
    [
      "共签约项目13个，涉及溪湾储能电站项目、南岗物流园等，投资金额125亿元。",
      "溪湾储能电站项目",
      "125亿元",
      true,
    ],
    ["溪湾储能电站、南岗物流园等12个项目集中签约，总投资96亿元。", "南岗物流园", "96亿元", true],
    ["12个项目开工，其中溪湾储能电站项目总投资8亿元。", "溪湾储能电站项目", "8亿元", false],
    ["溪湾储能电站项目建有升压站等，总投资8亿元。", "溪湾储能电站项目", "8亿元", false],
  ])("%s: of %s %s: %s", (norm, project, sum, many) => {
    expect(isSumOfMany(stretch(norm, project), stretch(norm, sum), sentenceOf(norm))).toBe(many);
  });
});

describe("the sum of a whole", () => {
  it.each([
    ["项目由新开挖段和溪湾船闸组成，总投资9亿元。", "溪湾船闸", true],
    ["溪湾船闸由闸室和引航道组成，总投资9亿元。", "溪湾船闸", false],
    ["项目由省里批准。溪湾船闸由两段组成，总投资9亿元。", "溪湾船闸", false],
    ["溪湾船闸开工，总投资9亿元。", "溪湾船闸", false],
  ])("%s: of %s: %s", (norm, project, whole) => {
    expect(isSumOfWhole(stretch(norm, project), stretch(norm, "9亿元"), sentenceOf(norm))).toBe(whole);
  });
});

describe("a sum that is no project's cost", () => {
  it.each([
    ["公司拟募集资金10亿元，其中3.5亿元用于溪湾储能电站项目。", "3.5亿元", true],
    ["募投项目溪湾储能电站拟使用1.2亿元。", "1.2亿元", true],
    ["其中，5.9亿元用于溪湾储能电站项目。", "5.9亿元", true],
    ["澄岳集团以7.3亿元代价出售溪湾酒店。", "7.3亿元", true],
    ["溪湾酒店项目公司股权转让价7.3亿元。", "7.3亿元", true],
    ["募投项目溪湾储能电站总投资约8亿元。", "8亿元", false],
    ["溪湾光伏和储能2个项目落户，两个项目预计总投资达26亿元。", "26亿元", true],
    ["建设溪湾电站；出资2亿元，贯通南岗公路。", "2亿元", true],
    ["建设溪湾电站，出资2亿元。", "2亿元", false],
    ["溪湾电站项目投入2亿元募集资金。", "2亿元", true],
    ["溪湾电站设备由澄岳重工建造，合同金额约2亿元。", "2亿元", true],
    ["溪湾储能电站投资8亿元，部分来自募集资金。", "8亿元", false],
    ["澄岳集团投资8亿元用于溪湾储能电站。", "8亿元", false],
  ])("%s: %s: %s", (norm, sum, none) => {
    expect(isNoCost(stretch(norm, sum), sentenceOf(norm))).toBe(none);
  });
});

describe("a stage of something else", () => {
  it.each([
    ["溪湾新城项目签约销售额达9亿元。", "溪湾新城", "签约", true],
    ["溪湾公路项目4亿元贷款落地。", "溪湾公路", "落地", true],
    ["施工需侧穿既有4号线，盾构正在掘进。", "4号线", "正在掘进", true],
    ["公司经营范围包括溪湾大楼保护、建设工程施工等。", "溪湾大楼", "施工", true],
    ["受台风影响，溪湾线8月10日起列车停运。", "溪湾线", "溪湾线", true],
    ["溪湾高铁各区段正在恢复通车。", "溪湾高铁", "通车", true],
    ["溪湾中心签订了购房协议。", "溪湾中心", "签订", true],
    ["溪湾大桥口岸开通“绿色通道”。", "溪湾大桥", "开通", true],
    ["溪湾总部项目运营总监王健介绍。", "溪湾总部项目", "运营", true],
    ["希望加快溪湾港二期运营合作谈判。", "溪湾港二期", "加快", true],
    ["希望加快溪湾港二期建设。", "溪湾港二期", "加快", false],
    ["溪湾大桥正在开展施工前期准备。", "溪湾大桥", "施工", true],
    ["溪湾大桥完成施工的招标工作。", "溪湾大桥", "施工", true],
    ["溪湾园现有空间得到利用，启动高效。", "溪湾园", "启动", true],
    ["上跨的溪湾铁路是客运通道，施工风险大。", "溪湾铁路", "施工", true],
    ["与建成的溪湾高铁和在建的南岗高铁连通。", "南岗高铁", "建成", true],
    ["与建成的溪湾高铁和在建的南岗高铁连通。", "溪湾高铁", "建成", false],
    ["溪湾大桥正式开通。", "溪湾大桥", "开通", false],
    ["溪湾中心签订投资协议。", "溪湾中心", "签订", false],
    ["溪湾高铁今日通车。", "溪湾高铁", "通车", false],
    ["溪湾新城项目签约。", "溪湾新城", "签约", false],
    ["溪湾公路项目落地。", "溪湾公路", "落地", false],
  ])("%s: of %s %s: %s", (norm, project, word, other) => {
    expect(isStageOfElse(stretch(norm, project), stretch(norm, word), sentenceOf(norm))).toBe(other);
  });
});

describe("who may speak", () => {
  it.each([
    ["郑望舒身边的工作人员说，进展顺利。", "郑望舒", false],
    ["得知郑望舒获奖，他的朋友表示高兴。", "郑望舒", false],
    ["郑望舒 图该负责人介绍，进展顺利。", "郑望舒", false],
    ["郑望舒介绍，他的企业进展顺利。", "郑望舒", true],
    ["郑望舒表示，进展顺利。", "郑望舒", true],
  ])("%s: %s: %s", (norm, words, may) => {
    expect(maySpeak(mentionIn(norm, words, "Person"), sentenceOf(norm))).toBe(may);
  });
  it("is nobody whom the words speak of by name", () => {
    const norm = "“郑望舒应该再来溪湾看看。”他说。";
    const he = mentionIn(norm, "他", "Person", { name: "郑望舒", anaphor: true });
    const mentions = [mentionIn(norm, "郑望舒", "Person"), he];
    expect(maySpeak(he, sentenceOf(norm, mentions))).toBe(false);
    expect(maySpeak(he, sentenceOf(norm, [he]))).toBe(true);
  });
});

describe("who holds no post", () => {
  it.each([
    ["溪湾学校五（8）班郑望舒同学在阅读。", true],
    ["溪湾学校五年级96班郑望舒在阅读。", true],
    ["溪湾学校校长郑望舒在阅读。", false],
  ])("%s: %s", (norm, out) => {
    expect(
      isRuledOut("WORKS_FOR", stretch(norm, "郑望舒"), stretch(norm, "溪湾学校"), sentenceOf(norm)),
    ).toBe(out);
  });
});

describe("who is no investor", () => {
  it.each([
    ["澄岳集团签订溪湾酒店项目买卖协议。", "澄岳集团", "溪湾酒店项目", true],
    ["澄岳集团将溪湾酒店出售给南岗文旅。", "澄岳集团", "溪湾酒店", true],
    ["澄岳集团以3亿元出售溪湾酒店项目。", "澄岳集团", "溪湾酒店项目", true],
    ["选定澄岳集团作为溪湾体育馆的运营方。", "澄岳集团", "溪湾体育馆", true],
    ["溪湾储能电站项目设备由澄岳重工制造。", "澄岳重工", "溪湾储能电站项目", true],
    ["溪湾储能电站项目由澄岳集团投资建设。", "澄岳集团", "溪湾储能电站项目", false],
    ["澄岳集团承建溪湾储能电站项目。", "澄岳集团", "溪湾储能电站项目", true],
    ["澄岳集团投资建设溪湾储能电站项目。", "澄岳集团", "溪湾储能电站项目", false],
    ["澄岳银行为溪湾储能电站项目发放贷款2亿元。", "澄岳银行", "溪湾储能电站项目", true],
    ["澄岳银行投资建设澄岳银行大厦。", "澄岳银行", "澄岳银行大厦", false],
    ["澄岳银行在溪湾公路项目首次采用新模式。", "澄岳银行", "溪湾公路项目", true],
    ["澄岳银行大厦封顶。", "澄岳银行", "澄岳银行大厦", false],
    ["溪湾公路项目已在省农发行获得授信6亿元。", "省农发行", "溪湾公路项目", true],
    ["澄岳银行组成银团，为投资建设溪湾公路项目出资金。", "澄岳银行", "溪湾公路项目", true],
    ["溪湾公路项目由澄岳公司实施，业务模式为EPC。", "澄岳公司", "溪湾公路项目", true],
    ["澄岳公司溪湾公路项目项目部连日奋战。", "澄岳公司", "溪湾公路项目", true],
    ["澄岳公司投资的溪湾公路项目项目部连日奋战。", "澄岳公司", "溪湾公路项目", false],
    ["溪湾公路项目由澄岳公司进行设计、采购并建设。", "澄岳公司", "溪湾公路项目", false],
    ["澄岳公司进行设计、采购的溪湾公路项目开工。", "澄岳公司", "溪湾公路项目", true],
    ["在澄岳公司董事长等领导见证下，溪湾公路项目开工。", "澄岳公司", "溪湾公路项目", true],
    ["澄岳公司等单位人员出席了溪湾公路项目开工仪式。", "澄岳公司", "溪湾公路项目", true],
  ])("%s: %s of %s: %s", (norm, company, project, out) => {
    const ends = [stretch(norm, company), stretch(norm, project)] as const;
    expect(isRuledOut("INVESTS", ...ends, sentenceOf(norm))).toBe(out);
  });
});

describe("whose daughter builds", () => {
  it.each([
    ["澄岳集团旗下的南岗公司建设溪湾公路项目。", true],
    ["澄岳集团、南岗公司建设溪湾公路项目。", false],
  ])("%s: the first is none: %s", (norm, out) => {
    const both = ["澄岳集团", "南岗公司"].map((name) => mentionIn(norm, name, "Company"));
    const ends = [stretch(norm, "澄岳集团"), stretch(norm, "溪湾公路项目")] as const;
    expect(isRuledOut("INVESTS", ...ends, sentenceOf(norm, both))).toBe(out);
    const daughter = [stretch(norm, "南岗公司"), ends[1]] as const;
    expect(isRuledOut("INVESTS", ...daughter, sentenceOf(norm, both))).toBe(false);
  });
});

describe("what is told of a part", () => {
  it.each([
    ["溪湾运河是南岗通道的骨干工程，总投资9亿元。", "南岗通道", true],
    ["溪湾运河是南岗通道的骨干工程，总投资9亿元。", "溪湾运河", false],
    ["溪湾运河连接南岗通道，总投资9亿元。", "南岗通道", false],
    ["总投资9亿元的溪湾新城首发项目——南岗中心开工。", "溪湾新城", true],
    ["总投资9亿元的溪湾新城项目开工。", "溪湾新城", false],
  ])("%s: it is not of %s: %s", (norm, project, part) => {
    const [name, sum, s] = [stretch(norm, project), stretch(norm, "9亿元"), sentenceOf(norm)];
    expect(isSaidOfPart(name, sum, s)).toBe(part);
    expect(isStageOfElse(name, sum, s)).toBe(part);
  });
});

describe("posts that are none", () => {
  const post = (norm: string, person: string, body: string): boolean =>
    isRuledOut("WORKS_FOR", stretch(norm, person), stretch(norm, body), sentenceOf(norm));

  it.each([
    ["青禾基金携手云岭银行走访企业云岭网讯（记者 王小明）日前", "王小明", "云岭银行", true],
    ["云岭日报记者王小明报道", "王小明", "云岭日报", false],
    ["本文编选自“云岭局官网”，青禾网编辑：王小明", "王小明", "云岭局", true],
    ["云岭大学学生王小明说", "王小明", "云岭大学", true],
    ["云岭大学学生处处长王小明说", "王小明", "云岭大学", false],
    ["云岭协会的志愿者王小明说", "王小明", "云岭协会", true],
    ["云岭银行行长王小明介绍", "王小明", "云岭银行", false],
    ["云岭局查处三起案件云岭网8月3日电（王小明、李青）近日", "王小明", "云岭局", true],
    ["云岭局官网显示，王小明出生于1970年。", "王小明", "云岭局", true],
    ["青禾公司捐赠物资云岭网溪湾8月4日消息（记者王小明）日前", "王小明", "青禾公司", true],
    ["云岭网8月4日消息（记者王小明）日前", "王小明", "云岭网", false],
    ["分析师王小明发文称，青禾公司正在扩产。", "王小明", "青禾公司", true],
    ["云岭集团董事长李青会见市长王小明", "王小明", "云岭集团", true],
    ["云岭卫队部分军人扣押总统王小明", "王小明", "云岭卫队", true],
    ["云岭集团聘任经理王小明", "王小明", "云岭集团", false],
    ["云岭社记者李青摄王小明说", "王小明", "云岭社", true],
    ["云岭医院专家来到青禾公司，该院主任王小明说", "王小明", "青禾公司", true],
  ])("%s: %s is of %s: ruled out %s", (norm, person, body, out) => {
    expect(post(norm, person, body)).toBe(out);
  });

  it("is another's where another is said to hold it", () => {
    const norm = "王小明现任青禾公司经理，李青为云岭大学教授。";
    const mentions = ["王小明", "李青"].map((name) => mentionIn(norm, name, "Person"));
    const s = sentenceOf(norm, mentions);
    const held = (person: string, body: string): boolean =>
      !isRuledOut("WORKS_FOR", stretch(norm, person), stretch(norm, body), s);
    expect(held("王小明", "青禾公司")).toBe(true);
    expect(held("李青", "云岭大学")).toBe(true);
    expect(held("王小明", "云岭大学")).toBe(false);
    expect(held("李青", "青禾公司")).toBe(false);
  });

  it("is another's whose it is said to be", () => {
    const norm = "王小明任溪湾市委书记，免去李青同志的澄湖市委书记职务。";
    const s = sentenceOf(norm, [mentionIn(norm, "王小明", "Person"), mentionIn(norm, "李青", "Person")]);
    const out = (person: string): boolean =>
      isRuledOut("WORKS_FOR", stretch(norm, person), stretch(norm, "澄湖市委"), s);
    expect([out("王小明"), out("李青")]).toEqual([true, false]);
  });

  it("is told from those whom the text names", () => {
    const norm = "本报讯（首席记者 王小明）昨天，局长李青介绍";
    expect(isInByline(stretch(norm, "王小明"), sentenceOf(norm))).toBe(true);
    expect(isInByline(stretch(norm, "李青"), sentenceOf(norm))).toBe(false);
  });
});

describe("what is put out to tender", () => {
  it("is not being built", () => {
    const norm = "溪湾中学附属综合楼建设设备房1座，最高投标限价3319万元。";
    expect(isStageOfElse(stretch(norm, "溪湾中学附属综合楼"), stretch(norm, "建设"), sentenceOf(norm))).toBe(
      true,
    );
  });
});

describe("who takes part", () => {
  it("pays nothing, if no more is said", () => {
    const norm = "由云岭集团全面参与项目建设的溪湾电厂扩建工程获得核准。";
    expect(
      isRuledOut("INVESTS", stretch(norm, "云岭集团"), stretch(norm, "溪湾电厂扩建工程"), sentenceOf(norm)),
    ).toBe(true);
  });
});

describe("where a text was sent from", () => {
  it.each([
    ["云岭新闻网青河市8月16日电（记者王小明）水库开工。", "LOCATED_IN", "云岭新闻网", "青河市", true],
    ["云岭研究院青河市8月16日讯，水库开工。", "LOCATED_IN", "云岭研究院", "青河市", true],
    ["云岭集团在青河市建厂。", "LOCATED_IN", "云岭集团", "青河市", false],
    ["东山财富数据（云岭新闻网 王小明）", "WORKS_FOR", "王小明", "东山财富", true],
    ["云岭集团（董事长王小明）", "WORKS_FOR", "王小明", "云岭集团", false],
  ] as const)("%s: %s of %s and %s: %s", (norm, predicate, a, b, ruledOut) => {
    expect(isRuledOut(predicate, stretch(norm, a), stretch(norm, b), sentenceOf(norm))).toBe(ruledOut);
  });
});
