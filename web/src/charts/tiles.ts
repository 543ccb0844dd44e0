/** Where the 34 units of the first level stand in the grid: one square each, in their usual relative places. @module */

export interface Tile {
  /** GB/T 2260 */
  code: string;
  /** Short names that fit into a square. */
  zh: string;
  en: string;
  /** The English name on the lines of a square that has no room for it on one. */
  lines: readonly string[];
  column: number;
  row: number;
}

/** `|` is where a long name may go on in the next line. */
const ROWS: readonly (readonly [code: string, zh: string, en: string, column: number, row: number])[] = [
  ["230000", "黑龙江", "Heilong|jiang", 8, 0],
  ["650000", "新疆", "Xin|jiang", 0, 1],
  ["150000", "内蒙古", "Inner Mongolia", 5, 1],
  ["220000", "吉林", "Jilin", 8, 1],
  ["620000", "甘肃", "Gansu", 2, 2],
  ["640000", "宁夏", "Ning|xia", 3, 2],
  ["140000", "山西", "Shan|xi", 4, 2],
  ["130000", "河北", "Hebei", 5, 2],
  ["110000", "北京", "Bei|jing", 6, 2],
  ["120000", "天津", "Tian|jin", 7, 2],
  ["210000", "辽宁", "Liao|ning", 8, 2],
  ["630000", "青海", "Qing|hai", 1, 3],
  ["610000", "陕西", "Shaan|xi", 3, 3],
  ["410000", "河南", "Henan", 4, 3],
  ["370000", "山东", "Shan|dong", 5, 3],
  ["540000", "西藏", "Xi|zang", 0, 4],
  ["510000", "四川", "Si|chuan", 2, 4],
  ["500000", "重庆", "Chong|qing", 3, 4],
  ["420000", "湖北", "Hubei", 4, 4],
  ["340000", "安徽", "Anhui", 5, 4],
  ["320000", "江苏", "Jiang|su", 6, 4],
  ["310000", "上海", "Shang|hai", 7, 4],
  ["530000", "云南", "Yun|nan", 2, 5],
  ["520000", "贵州", "Gui|zhou", 3, 5],
  ["430000", "湖南", "Hunan", 4, 5],
  ["360000", "江西", "Jiang|xi", 5, 5],
  ["330000", "浙江", "Zhe|jiang", 6, 5],
  ["450000", "广西", "Guang|xi", 3, 6],
  ["440000", "广东", "Guang|dong", 4, 6],
  ["350000", "福建", "Fu|jian", 5, 6],
  ["710000", "台湾", "Tai|wan", 7, 6],
  ["460000", "海南", "Hai|nan", 3, 7],
  ["820000", "澳门", "Macao", 4, 7],
  ["810000", "香港", "Hong Kong", 5, 7],
];

export const TILES: readonly Tile[] = ROWS.map(([code, zh, en, column, row]) => ({
  code,
  zh,
  en: en.replace("|", ""),
  lines: en.replace("|", "-|").split(/[| ]/),
  column,
  row,
}));
/** Of a unit of the first level, by its code. */
export const englishName = (code: string): string | undefined => TILES.find((tile) => tile.code === code)?.en;
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
