/**
 * Cost of resolution at 10³, 10⁴ and 10⁵ entities, with generated names of the real kinds and the real rate of repetition.
 *
 *     npx tsx scripts/bench/resolve.ts [SIZE…]
 *
 * Prints one JSON line per size: units, entities, judgements, seconds, and the factor against the size before.
 */
import { type Claim, type EntityType, makeClaim } from "../../src/model/claim.ts";
import { type ReportContext, resolve } from "../../src/resolve/index.ts";

/** Mulberry32: small, seeded, good enough to draw names with. */
function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const BRAND = [
  ..."华兴瑞丰恒泰盛昌宏远嘉禾润泽天佑金鼎鑫源博雅德诚信义和顺安康宁凯旋科创智联云海星辰正阳明达利通广元",
];
const SECTOR = [
  "电气",
  "新材料",
  "生物医药",
  "装备制造",
  "新能源",
  "食品",
  "钢铁",
  "化工",
  "信息技术",
  "环保",
  "物流",
  "汽车零部件",
  "半导体",
  "光伏",
  "纺织",
];
const FORM = ["有限公司", "股份有限公司", "集团有限公司", "集团", "科技有限公司", ""];
const CITY: readonly [string, string][] = [
  ["苏州", "320500"],
  ["南京", "320100"],
  ["杭州", "330100"],
  ["宁波", "330200"],
  ["合肥", "340100"],
  ["济南", "370100"],
  ["青岛", "370200"],
  ["武汉", "420100"],
  ["长沙", "430100"],
  ["广州", "440100"],
  ["成都", "510100"],
  ["西安", "610100"],
  ["大连", "210200"],
  ["长春", "220100"],
];
const DEPARTMENT = [
  "发改委",
  "发展和改革委员会",
  "住建局",
  "商务局",
  "财政局",
  "生态环境局",
  "工信局",
  "科技局",
  "水利局",
  "交通运输局",
];
const HEAD = [
  "产业园",
  "生产基地",
  "研发中心",
  "智能工厂",
  "扩建项目",
  "生产线项目",
  "数据中心",
  "产业园一期",
  "产业园二期",
];
const SURNAME = [..."王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗"];

/** Claims that name about `size` different things. */
function corpus(size: number): { claims: Claim[]; reports: Map<string, ReportContext> } {
  const draw = random(size);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T;
  const brand = (): string =>
    pick(BRAND) + pick(BRAND) + (draw() < 0.6 ? pick(BRAND) : "") + (draw() < 0.3 ? pick(BRAND) : "");
  const name: Record<string, () => [EntityType, string]> = {
    company: () => [
      "Company",
      `${draw() < 0.5 ? pick(CITY)[0] : ""}${brand()}${draw() < 0.8 ? pick(SECTOR) : ""}${pick(FORM)}`,
    ],
    project: () => ["Project", `${draw() < 0.7 ? brand() : ""}${pick(SECTOR)}${pick(HEAD)}`],
    agency: () => ["Agency", `${draw() < 0.5 ? "市" : `${pick(CITY)[0]}市`}${pick(DEPARTMENT)}`],
    person: () => ["Person", pick(SURNAME) + pick(BRAND) + (draw() < 0.8 ? pick(BRAND) : "")],
  };
  const kinds = [
    "company",
    "company",
    "company",
    "project",
    "project",
    "project",
    "person",
    "person",
    "person",
    "agency",
  ];
  const claims: Claim[] = [];
  const reports = new Map<string, ReportContext>();
  const perReport = 40;
  for (let i = 0; claims.length < size; i++) {
    const report = `r${i}`;
    reports.set(report, { id: report, home: pick(CITY)[1], date: `20${20 + (i % 6)}-0${1 + (i % 9)}-01` });
    for (let j = 0; j < perReport && claims.length < size; j++) {
      const [type, text] = (name[pick(kinds)] as () => [EntityType, string])();
      const start = j * 50;
      const span = { start, end: start + text.length };
      claims.push(
        makeClaim({
          kind: "mention",
          report,
          sentence: { ...span, text },
          span,
          rule: "bench/name",
          confidence: 1,
          subject: { type, name: text },
          text,
        }),
      );
    }
  }
  return { claims, reports };
}

const sizes = process.argv.slice(2).map(Number);
resolve(corpus(500).claims, new Map());
let before: number | undefined;
for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) {
  const { claims, reports } = corpus(size);
  const start = performance.now();
  const { entities, judgements, openLeftOut } = resolve(claims, reports);
  const seconds = (performance.now() - start) / 1000;
  console.log(
    JSON.stringify({
      claims: claims.length,
      entities: entities.length,
      judgements: judgements.length,
      openLeftOut,
      seconds: Number(seconds.toFixed(3)),
      ...(before === undefined ? {} : { factor: Number((seconds / before).toFixed(1)) }),
    }),
  );
  before = seconds;
}
