/**
 * Which columns of a table of statistics hold labels, units, values and changes.
 * @module
 */
import { bareNumber, qualifiedAmount, spokenAmount } from "./amounts.ts";
import type { Column, Role } from "./columns.ts";
import { isTime } from "./periods.ts";
import type { TableView } from "./types.ts";

export interface Shape {
  label: Column;
  unit: Column | undefined;
  /** Columns of values, each with that of its change. */
  values: { column: Column; change?: Column }[];
  /** Changes without a value of their own. */
  changes: Column[];
}

/** Headers that name what is measured and so belong to the indicator's name: 粗钢|产量. */
export const MEASURE: RegExp =
  /^(?:产量|销售量|产值|销量|营业收入|利润总额|进口额|出口额|增加值|面积|存量|总额)$/u;

/** Headers that say how it is counted and not what. */
export const GENERIC: RegExp =
  /^(?:绝对数|绝对量|绝对值|总量|数值|数量|累计|本期|完成|完成额|完成数|比上年增长|同比增长|同比|增长|增速|比上年|增幅|.{0,4}情况|主要指标)$/u;

export const has = (column: Column, ...roles: Role[]): boolean =>
  roles.some((role) => column.roles.has(role));

export const textColumns = (table: TableView): Column[] =>
  table.columns.filter((c) => has(c, "indicator", "region"));

function isNumeric(table: TableView, column: Column): boolean {
  let numbers = 0;
  let words = 0;
  for (const row of table.table.rows) {
    if (row.kind === "header") continue;
    const cell = row.cells.find((c) => c.column === column.index);
    const whole = cell === undefined ? "" : table.report.text.slice(cell.start, cell.end);
    // 下降2.3 is a number that says its sign in words.
    const text = whole.replace(/^(?:增长|上升|提高|增加|下降|降低|减少)\s?(?=\d)/u, "");
    const counts =
      bareNumber(text.replace(/[%％]$/u, "")) ?? spokenAmount(text) ?? qualifiedAmount(text, "个");
    if (counts !== undefined) numbers++;
    else if (text !== "" && !/^(?:[-—–…·.*/]+|持平|略)$/u.test(text)) words++;
  }
  // Aims are often told in words: 完成省下达任务.
  return numbers > 0 && (has(column, "target") ? words <= 2 * numbers : words * 4 <= numbers);
}

/** The column of labels: one that says so, else the first that holds no numbers. */
const labelColumn = (table: TableView): Column | undefined =>
  textColumns(table)[0] ?? table.columns.find((c) => !has(c, "index") && !isNumeric(table, c));

export function shapeOf(table: TableView, label: Column | undefined = labelColumn(table)): Shape | undefined {
  if (label === undefined) return undefined;
  const unit = table.columns.find((c) => has(c, "unit") && c !== label);
  const rest = table.columns.filter(
    (c) =>
      c !== label &&
      c !== unit &&
      c.index > label.index &&
      !has(c, "index", "note", "share") &&
      isNumeric(table, c),
  );
  const values: Shape["values"] = [];
  const changes: Column[] = [];
  for (const column of rest) {
    if (!has(column, "change")) {
      values.push({ column });
      continue;
    }
    // 绝对数 | 比上年增长: the change is that of the value before it, or under the same outer header.
    const previous = values.at(-1);
    const outer = column.levels.length > 1 ? column.levels[0] : undefined;
    const same = outer !== undefined && previous?.column.levels[0] === outer;
    const plain = column.levels.length === 1 && previous?.column.levels.length === 1;
    if (previous !== undefined && previous.change === undefined && (same || plain)) previous.change = column;
    else changes.push(column);
  }
  return values.length + changes.length === 0 ? undefined : { label, unit, values, changes };
}

/**
 * Whether a column is of the whole that the table is about. Beside others, one whose header says something else (城市, 上年同期) is of a
 * part, or of another time, that only a reader knows.
 */
export function isOfWhole({ levels, roles }: Column): boolean {
  const plain = (level: string): boolean =>
    isTime(level) ||
    MEASURE.test(level) ||
    GENERIC.test(level) ||
    /^(?:全市|全省|全县|全区|全国|全州|全盟|.{0,4}总计)$/u.test(level);
  const last = levels.at(-1) ?? "";
  const known = (["value", "target", "change"] as const).some((role) => roles.has(role));
  return (
    levels.slice(0, -1).every((level) => plain(level) || /情况|指标/u.test(level)) && (known || plain(last))
  );
}
