/**
 * Small texts with what the graph must and must not say of them, end to end with the default confidence: what is planned or
 * called off, whose sum it is, who said it. All names are invented.
 */
import { afterAll, describe, expect, it } from "vitest";
import { extract, openExtractTools } from "../../../src/extract/extract.ts";
import type { Claim } from "../../../src/model/claim.ts";
import { toStored } from "../../../src/pipeline/ingest.ts";
import { reportFromText } from "../../../src/report/read.ts";
import { buildGraph } from "../../../src/workspace/graph-of.ts";
import { memoryWorkspace } from "../../../src/workspace/workspace.ts";

const tools = await openExtractTools();
afterAll(() => tools.tagger?.close());

/** `INVESTS 甲 -> 乙 planned`, `乙 stage=started`, `乙 totalInvestment=100`, `甲 said 词`. */
async function facts(text: string): Promise<string[]> {
  const report = reportFromText(text, { id: "case", source: "case.txt", date: "2025-06-15" });
  const workspace = memoryWorkspace();
  workspace.put(toStored(report, await extract(report, tools)));
  const { graph } = buildGraph(workspace);
  const name = new Map(graph.nodes.map((n) => [n.id, String(n.properties["name"])]));
  const said = new Map(graph.nodes.map((n) => [n.id, String(n.properties["text"] ?? "")]));
  return [
    ...graph.edges.flatMap((e) =>
      e.type === "SPOKEN_BY"
        ? [`${name.get(e.end)} said ${said.get(e.start)}`]
        : [`${e.type} ${name.get(e.start)} -> ${name.get(e.end)} ${String(e.properties["status"] ?? "")}`],
    ),
    ...graph.nodes.flatMap((n) =>
      ["stage", "totalInvestment"].flatMap((key) =>
        n.properties[key] === undefined || !n.labels.includes("Project")
          ? []
          : [`${String(n.properties["name"])} ${key}=${String(n.properties[key])}`],
      ),
    ),
  ];
}

/** A pattern for each fact that must be there, and for each that must not. */
type Case = readonly [text: string, must: readonly RegExp[], never: readonly RegExp[]];

const check = async (text: string, must: readonly RegExp[], never: readonly RegExp[]): Promise<void> => {
  const all = await facts(text);
  for (const pattern of must) expect(all, all.join("\n")).toContainEqual(expect.stringMatching(pattern));
  for (const pattern of never) expect(all, all.join("\n")).not.toContainEqual(expect.stringMatching(pattern));
};

const PLANNED: readonly Case[] = [
  ["为加强溪湾储能电站的运营和管理，澄湖市成立了服务中心。", [], [/储能电站 stage=operating/]],
  [
    "明年，澄岳集团有限公司投资8亿元建设溪湾储能电站项目。",
    [/^INVESTS 澄岳集团有限公司 -> .*储能电站 planned/],
    [/^INVESTS .* stated/, /stage=(?!proposed)/],
  ],
  [
    "澄岳集团有限公司拟投资8亿元建设溪湾储能电站项目。",
    [/^INVESTS 澄岳集团有限公司 -> .*储能电站 planned/],
    [/^INVESTS .* stated/],
  ],
  [
    "下一步，澄岳集团有限公司投资8亿元建设溪湾储能电站项目。",
    [/^INVESTS 澄岳集团有限公司 -> .*储能电站 planned/],
    [/^INVESTS .* stated/],
  ],
  [
    "澄岳集团有限公司宣布取消投资8亿元建设溪湾储能电站项目。",
    [],
    [/^INVESTS .* (?:stated|planned)/, /stage=(?:under-construction|started|completed)/],
  ],
  ["澄岳集团有限公司表示，不再投资建设溪湾储能电站项目。", [], [/^INVESTS .* (?:stated|planned)/]],
  [
    "澄岳集团有限公司投资建设溪湾储能电站项目的计划已被搁置。",
    [],
    [/^INVESTS .* (?:stated|planned)/, /stage=(?:under-construction|started|completed|operating)/],
  ],
  ["溪湾储能电站项目主体结构已完工，正在进行内部装修。", [], [/stage=completed/]],
  ["溪湾储能电站项目尚未开工。", [], [/stage=(?:started|under-construction|completed)/]],
  ["溪湾储能电站项目预计2026年底建成投产。", [], [/stage=(?:completed|operating)/]],
  ["推进南岗铁路建设，建成溪湾大桥等一批工程。", [], [/stage=completed/]],
  ["溪湾大桥已完成施工图设计。", [], [/stage=completed/]],
  ["如果审批顺利，溪湾储能电站项目将于9月开工。", [], [/stage=(?:started|under-construction)/]],
  [
    "6月3日，澄岳集团有限公司投资8亿元建设的溪湾储能电站项目正式开工。",
    [/stage=started/],
    [/^INVESTS .* planned/],
  ],
  ["目前，总投资8亿元的溪湾储能电站项目已建成投产。", [/stage=operating/], []],
];

const SUMS: readonly Case[] = [
  [
    "上半年，全市新开工项目86个，总投资412亿元。溪湾储能电站项目正在加快建设。",
    [],
    [/溪湾储能电站 totalInvestment/],
  ],
  ["溪湾储能电站、南岗物流园等12个项目集中签约，总投资96亿元。", [], [/totalInvestment=9600000000/]],
  ["总投资8亿元的溪湾储能电站项目占地120亩。", [/溪湾储能电站 totalInvestment=800000000/], []],
  ["溪湾储能电站项目总投资8亿元，占地120亩。", [/储能电站 totalInvestment=800000000/], []],
  ["溪湾储能电站项目今年完成投资2.5亿元。", [], [/totalInvestment/]],
  ["溪湾储能电站项目达产后年产值30亿元，年税收2亿元。", [], [/totalInvestment/]],
  ["溪湾储能电站项目总投资2亿美元。", [], [/totalInvestment=200000000$/]],
  ["全市工业投资增长12%，达到530亿元，溪湾储能电站项目投产。", [], [/totalInvestment/]],
  ["澄岳集团有限公司去年销售收入60亿元，溪湾储能电站项目由其建设。", [], [/totalInvestment/]],
  [
    "会上，共签约项目13个，涉及溪湾储能电站项目、澄岳科技产业园项目等，投资金额125亿元。",
    [],
    [/totalInvestment=12500000000/],
  ],
  [
    "澄岳集团有限公司溪湾智能制造产业园项目，总投资58亿元，抓紧建设全省储能中试基地。",
    [/智能制造产业园 totalInvestment=5800000000/],
    [/中试基地 totalInvestment/],
  ],
  [
    "预计投入60多亿元建设的“溪湾青年城”也已正式启动，未来将提供近4000套公寓。",
    [],
    [/[“”] (?:stage|totalInvestment)/],
  ],
];

const SAID: readonly Case[] = [
  ["周正明告诉记者，高远山曾对她说：“溪湾的明天一定会更好，我想好好做事。”", [], [/^周正明 said 溪湾的明天/]],
  ["坊间传闻不断，周正明的离开，说白了就是不再往来。", [], [/^周正明 said/]],
  [
    "青禾大学教授周正明在接受采访时表示，重大项目持续推进，说明各地重视投资对经济的拉动作用。",
    [/^周正明 said 重大项目持续推进，说明/],
    [/said 明/],
  ],
  ["“溪湾的变化真大。”高远山对林晓溪说。", [/^高远山 said .*变化真大/], [/^林晓溪 said/]],
  ["高远山告诉记者，溪湾储能电站项目已经封顶。", [/^高远山 said/], []],
  [
    "溪湾县商务局局长林晓溪介绍，今年前五个月引进企业25家。",
    [/^林晓溪 said .*引进企业25家/, /^QUOTED_BY 林晓溪/],
    [],
  ],
  ["高远山陪同林晓溪考察了溪湾储能电站项目。", [], [/said/, /^QUOTED_BY/]],
  ["据高远山身边的工作人员介绍，“他每天很早就到工地”。", [], [/^高远山 said/]],
  ["高远山出席会议。会议指出，“要加快项目建设步伐”。", [], [/^高远山 said/]],
  ["林晓溪表示：“我们将全力做好服务保障工作。”", [/^林晓溪 said .*服务保障/], []],
  ["高远山不是那种“想说就说”的人。", [], [/said/]],
  ["“这条路修好了，出门方便多了。”项目负责人高远山高兴地说。", [/^高远山 said/], []],
];

const POSTS: readonly Case[] = [
  [
    "（记者林晓溪）7月3日，溪湾县商务局副局长高远山在发布会上介绍项目进展。",
    [/^WORKS_FOR 高远山 -> .*商务局/],
    [/^WORKS_FOR 林晓溪/],
  ],
  [
    "溪湾县教育局林晓溪局长、周正明副局长出席。",
    [/^WORKS_FOR 林晓溪 -> 溪湾县教育局/, /^WORKS_FOR 周正明 -> 溪湾县教育局/],
    [],
  ],
  [
    "向因公牺牲的澄湖市教育局局长周正明和青禾大学教授高远山同志致敬。",
    [/^WORKS_FOR 高远山 -> 青禾大学 former/],
    [/^WORKS_FOR 高远山 .* stated/],
  ],
  ["镇海区政协副主席、区中医院院长周正明出席。", [/^WORKS_FOR 周正明 -> 镇海区中医院/], []],
  ["溪湾日报全媒记者 高远山 通讯员 周正明报道，溪湾储能电站开工。", [], [/^WORKS_FOR 周正明/]],
  [
    "周正明2017年1月加入云岭集团有限公司先后任研究员、部门经理。",
    [/^WORKS_FOR 周正明 -> 云岭集团有限公司 former/],
    [/^WORKS_FOR 周正明 .* stated/],
  ],
  [
    "澄岳集团股份有限公司总经理、新能源公司董事长周正明表示，项目进展顺利。",
    [/^WORKS_FOR 周正明 -> 澄岳集团股份有限公司/],
    [/^WORKS_FOR 周正明 -> 新能源公司/],
  ],
  [
    "此前，周正明担任云岭集团有限公司董事长。",
    [/^WORKS_FOR 周正明 -> 云岭集团有限公司 former/],
    [/周正明 .* stated/],
  ],
  ["周正明在青禾市人民医院主持召开座谈会，认真听取汇报。", [], [/^WORKS_FOR 周正明/]],
  [
    "会上，大家向因公牺牲的镇海区教育局局长周正明同志默哀。",
    [/^WORKS_FOR 周正明 -> .*教育局 former/],
    [/^WORKS_FOR 周正明 .* stated/],
  ],
];

const BUILDERS: readonly Case[] = [
  ["澄岳集团有限公司先后承接溪湾储能电站项目、南岗物流园等工程。", [], [/^INVESTS 澄岳集团有限公司/]],
  ["8月17日，澄岳集团有限公司签订溪湾酒店项目买卖协议，作价3亿元。", [], [/^INVESTS 澄岳集团有限公司/]],
  [
    "云曜能源集团有限公司投资8亿元建设溪湾储能电站项目，该项目所需设备由澄岳重工有限公司建造。",
    [/^INVESTS 云曜能源集团有限公司 -> .*储能电站/],
    [/^INVESTS 澄岳重工有限公司/],
  ],
];

/** The confidence of the first relation or value that says it. */
async function confidenceOf(text: string, of: (claim: Claim) => boolean): Promise<number> {
  const report = reportFromText(text, { id: "case", source: "case.txt", date: "2025-06-15" });
  return (await extract(report, tools)).claims.find(of)?.confidence ?? 0;
}

describe("what names too little", () => {
  const sum = (c: Claim): boolean => c.kind === "value" && c.property === "totalInvestment";
  it("is hidden: the sum of a project of kinds and products alone, until something says whose", async () => {
    const plain = await confidenceOf("精细化工项目总投资8亿元，占地120亩。", sum);
    const owned = await confidenceOf("云岭集团有限公司投资建设的精细化工项目总投资8亿元，占地120亩。", sum);
    const named = await confidenceOf("溪湾储能电站项目总投资8亿元，占地120亩。", sum);
    expect(plain).toBeLessThan(0.5);
    expect(owned).toBeGreaterThan(0.7);
    expect(named).toBeGreaterThan(0.7);
  });
  it("is less sure: a post in a county that is not named", async () => {
    const post = (c: Claim): boolean => c.kind === "relation" && c.predicate === "WORKS_FOR";
    const bare = await confidenceOf("县中医院院长周正明介绍，新院区已经启用。", post);
    const placed = await confidenceOf("镇海区中医院院长周正明介绍，新院区已经启用。", post);
    expect(bare).toBeLessThanOrEqual(0.7);
    expect(placed).toBeGreaterThan(0.7);
  });
});

describe("what could be anybody's", () => {
  it("is called by its investor", async () => {
    await check(
      "8月8日，青禾股份有限公司披露的招股书显示，公司拟募集资金6亿元，分别用于研发中心建设项目、补充流动资金。",
      [/^INVESTS 青禾股份有限公司 -> 青禾股份有限公司研发中心建设/],
      [/^研发中心建设/],
    );
  });
});

const PLAINLY: readonly Case[] = [
  [
    "由澄岳集团有限公司和青禾股份有限公司联合投资12亿元建设的溪湾储能电站项目今天开工。",
    [
      /^INVESTS 澄岳集团有限公司 -> .*储能电站/,
      /^INVESTS 青禾股份有限公司 -> .*储能电站/,
      /储能电站 stage=started/,
    ],
    [],
  ],
  ["目前，溪湾储能电站项目已于5月正式建成投产。", [/储能电站 stage=(?:operating|completed)/], []],
];

const NOBODYS: readonly Case[] = [
  ["来自溪湾大学的周正明在男子跳高决赛中获得银牌。", [], [/^WORKS_FOR 周正明/]],
  ["街道党工委委员周正明走访了社区居民。", [], [/^WORKS_FOR 周正明 -> 街道党工委/]],
  [
    "云岭铁路集团有限公司林栖火车站站长周正明介绍，车站已增开窗口。",
    [],
    [/^WORKS_FOR 周正明 -> 云岭铁路集团有限公司/],
  ],
  [
    "该诈骗团伙以青禾集团有限公司投资建设的溪湾储能电站等虚假项目骗取钱财。",
    [],
    [/^INVESTS 青禾集团有限公司/, /储能电站 stage=/],
  ],
  ["云岭航空有限公司开通的澄湖市至南岗市货运航线每周执行3班。", [], [/^INVESTS .*航线/]],
  ["云岭铁路是世界上运营里程最长的重载铁路，每天有52对列车通过。", [], [/^重载铁路 stage=/]],
  [
    "青禾集团有限公司提交申请，提议在澄湖市建设溪湾储能电站项目。",
    [],
    [/^INVESTS 青禾集团有限公司 .* stated/, /储能电站 stage=(?!proposed)/],
  ],
];

describe.each([
  ["what grammar leaves no doubt about", PLAINLY],
  ["whose or where it is not told", NOBODYS],
  ["who holds the post", POSTS],
  ["who builds for others", BUILDERS],
  ["what is planned or called off", PLANNED],
  ["whose sum it is", SUMS],
  ["who said it", SAID],
] as const)("%s", (_, cases) => {
  it.each(cases)("%s", check);
});

it("knows no completion where nothing tells the year", async () => {
  const completions = async (date?: string): Promise<unknown[]> => {
    const text = "8月1日，云岭路二期延伸段工程通车，全线正式开放。";
    const report = reportFromText(text, { id: "case", source: "case.txt", ...(date ? { date } : {}) });
    const { claims } = await extract(report, tools);
    return claims.flatMap((claim) =>
      claim.kind === "value" && claim.property === "completion" ? [claim.value] : [],
    );
  };
  expect(await completions("2023-08-02")).toEqual(["2023-08-01"]);
  expect(await completions()).toEqual([]);
});
