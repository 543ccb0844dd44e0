/**
 * Reports of an invented world, as many as asked for: places are real (the gazetteer knows them), all else is made up and
 * comes back in other reports, in full and in short, so that resolution has something to do.
 */

export interface Row {
  id: string;
  text: string;
  date: string;
}

const CITIES = ["衢州市", "泸州市", "鹰潭市", "安顺市", "白银市", "绥化市", "石嘴山市", "防城港市"];
const FIRST = ["云岭", "青禾", "远湖", "乙山", "北棠", "金穗河", "南溪谷", "临川岸", "澄江石", "望云台"];
const SECOND = ["新材料", "装备", "药业", "能源", "食品", "电子", "生物科技", "纺织"];
const WORKS = ["生产基地", "产业园", "物流园", "研发中心", "光伏电站", "加工厂"];
const SURNAMES = ["欧阳", "诸葛", "司徒", "上官", "夏侯", "慕容"];
const GIVEN = ["明远", "知行", "若溪", "怀瑾", "子衡", "云舟"];
const BODIES = ["发展和改革委员会", "工业和信息化局", "商务局", "自然资源局"];

const pick = (list: readonly string[], n: number): string => list[n % list.length] as string;

/** Row `n`; the same number always gives the same row. */
export function inventedRow(n: number): Row {
  const city = pick(CITIES, n * 7);
  const brand = pick(FIRST, n * 3);
  const sector = pick(SECOND, n * 5);
  const company = `${brand}${sector}有限公司`;
  const project = `${brand}${sector}${pick(WORKS, n)}`;
  const person = `${pick(SURNAMES, n)}${pick(GIVEN, n * 5 + 1)}`;
  const body = pick(BODIES, n);
  const month = String((n % 12) + 1).padStart(2, "0");
  const day = String((n % 28) + 1).padStart(2, "0");
  const short =
    n % 3 === 0 ? body.replace("发展和改革委员会", "发改委").replace("工业和信息化局", "工信局") : body;
  return {
    id: `report-${String(n).padStart(5, "0")}`,
    date: `202${n % 5}-${month}-${day}`,
    text: `${city}重点项目推进\n${company}投资${(n % 90) + 1}亿元建设的${project}项目，${n % 2 ? "近日在" : "计划年内在"}${city}开工。“${project}建成后将带动就业${(n % 9) + 1}00人。”${city}${short}主任${person}介绍。今年前${(n % 11) + 1}个月，${city}固定资产投资增长${(n % 13) + 1}.${n % 10}%。`,
  };
}
