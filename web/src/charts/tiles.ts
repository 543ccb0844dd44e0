/** Where the 34 units of the first level stand in the grid: one square each, in their usual relative places. @module */

export interface Tile {
  /** GB/T 2260 */
  code: string;
  /** Short names that fit into a square. */
  zh: string;
  en: string;
  column: number;
  row: number;
}

const ROWS: readonly (readonly [code: string, zh: string, en: string, column: number, row: number])[] = [
  ["230000", "黑龙江", "Heilongjiang", 8, 0],
  ["650000", "新疆", "Xinjiang", 0, 1],
  ["150000", "内蒙古", "Inner Mongolia", 5, 1],
  ["220000", "吉林", "Jilin", 8, 1],
  ["620000", "甘肃", "Gansu", 2, 2],
  ["640000", "宁夏", "Ningxia", 3, 2],
  ["140000", "山西", "Shanxi", 4, 2],
  ["130000", "河北", "Hebei", 5, 2],
  ["110000", "北京", "Beijing", 6, 2],
  ["120000", "天津", "Tianjin", 7, 2],
  ["210000", "辽宁", "Liaoning", 8, 2],
  ["630000", "青海", "Qinghai", 1, 3],
  ["610000", "陕西", "Shaanxi", 3, 3],
  ["410000", "河南", "Henan", 4, 3],
  ["370000", "山东", "Shandong", 5, 3],
  ["540000", "西藏", "Xizang", 0, 4],
  ["510000", "四川", "Sichuan", 2, 4],
  ["500000", "重庆", "Chongqing", 3, 4],
  ["420000", "湖北", "Hubei", 4, 4],
  ["340000", "安徽", "Anhui", 5, 4],
  ["320000", "江苏", "Jiangsu", 6, 4],
  ["310000", "上海", "Shanghai", 7, 4],
  ["530000", "云南", "Yunnan", 2, 5],
  ["520000", "贵州", "Guizhou", 3, 5],
  ["430000", "湖南", "Hunan", 4, 5],
  ["360000", "江西", "Jiangxi", 5, 5],
  ["330000", "浙江", "Zhejiang", 6, 5],
  ["450000", "广西", "Guangxi", 3, 6],
  ["440000", "广东", "Guangdong", 4, 6],
  ["350000", "福建", "Fujian", 5, 6],
  ["710000", "台湾", "Taiwan", 7, 6],
  ["460000", "海南", "Hainan", 3, 7],
  ["820000", "澳门", "Macao", 4, 7],
  ["810000", "香港", "Hong Kong", 5, 7],
];

export const TILES: readonly Tile[] = ROWS.map(([code, zh, en, column, row]) => ({
  code,
  zh,
  en,
  column,
  row,
}));
export const TILE_COLUMNS = 9;
export const TILE_ROWS = 8;

export type Arrow = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";
export const isArrow = (key: string): key is Arrow => key in STEPS;
const STEPS: Readonly<Record<Arrow, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The next square in that direction: the nearest, and of equals the one most straight ahead. */
export function neighbourOf(code: string, key: Arrow): string | undefined {
  const from = TILES.find((tile) => tile.code === code);
  if (!from) return undefined;
  const [dx, dy] = STEPS[key];
  let best: { code: string; cost: number } | undefined;
  for (const tile of TILES) {
    const right = tile.column - from.column;
    const down = tile.row - from.row;
    const ahead = right * dx + down * dy;
    if (ahead <= 0) continue;
    const cost = ahead + 2 * Math.abs(dx === 0 ? right : down);
    if (!best || cost < best.cost) best = { code: tile.code, cost };
  }
  return best?.code;
}
