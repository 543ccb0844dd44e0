/**
 * Tables of statistics: a row an indicator with its unit, value and change; or a row a region with an indicator a column.
 * @module
 */
import { type Amount, amountOf, bareNumber, spokenAmount } from "./amounts.ts";
import type { Column, Role } from "./columns.ts";
import { placesOf } from "./parties.ts";
import { isTime, periodOf } from "./periods.ts";
import type { Cell, RowClaim, RowView, TableRule, TableView } from "./types.ts";

/** Headers that name what is measured and so belong to the indicator's name: 粗钢|产量. */
const MEASURE = /^(?:产量|销售量|产值|销量|营业收入|利润总额|进口额|出口额|增加值|面积|存量|总额)$/u;
const MARKS =
  /^(?:[#＃*＊]|其中[:：]?|[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]|[（(]\d{1,2}[）)]|\d{1,2}[、.．](?!\d))\s{0,4}/u;
const PLANNED = /目标|计划|预期|预计/u;

const has = (column: Column, ...roles: Role[]): boolean => roles.some((role) => column.roles.has(role));

interface Shape {
  label: Column;
  unit: Column | undefined;
  /** Columns of values, each with that of its change. */
  values: { column: Column; change?: Column }[];
  /** Changes without a value of their own. */
  changes: Column[];
}

const textColumns = (table: TableView): Column[] =>
  table.columns.filter((c) => has(c, "indicator", "region"));

function isNumeric(table: TableView, column: Column): boolean {
  let numbers = 0;
  let words = 0;
  for (const row of table.table.rows) {
    if (row.kind === "header") continue;
    const cell = row.cells.find((c) => c.column === column.index);
    const text = cell === undefined ? "" : table.report.text.slice(cell.start, cell.end);
    if (bareNumber(text.replace(/[%％]$/u, "")) !== undefined || spokenAmount(text) !== undefined) numbers++;
    else if (text !== "" && !/^(?:[-—–…·.*/]+|持平|略)$/u.test(text)) words++;
  }
  return numbers > 0 && words * 4 <= numbers;
}

function shapeOf(table: TableView): Shape | undefined {
  const label = textColumns(table)[0] ?? table.columns.find((c) => !has(c, "index") && !isNumeric(table, c));
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

/** The indicator's words in a label without its unit and marks. */
function labelOf(text: string): { name: string; unit: string; child: boolean } {
  let name = text.replace(/\s/gu, "");
  const child = /^(?:[#＃]|其中)/u.test(name);
  for (let i = 0; i < 3; i++) name = name.replace(MARKS, "");
  const unit =
    /[（(]([^（）()]{1,12})[)）]$/u.exec(name)?.[1] ??
    /[,，/／]([十百千万亿]{0,2}(?:元|吨|人|户|美元|平方米|公顷|亩)|%)$/u.exec(name)?.[1];
  if (
    unit !== undefined &&
    amountOf(1, unit) !== undefined &&
    /元|吨|[%％]|人|户|米|亩|公顷|时|家|个|辆|台|次|点/u.test(unit)
  )
    return {
      name: name
        .slice(0, name.length - unit.length)
        .replace(/[（(,，/／]$/u, "")
        .replace(/[（(]$/u, ""),
      unit,
      child,
    };
  return { name, unit: "", child };
}

/** The label that an indented one, or one with 其中, belongs to. */
function parentOf(row: RowView, label: Column): string | undefined {
  const own = row.cell(label);
  if (own === undefined) return undefined;
  const { child } = labelOf(own.text);
  const indent = own.cell.indent ?? 0;
  if (!child && indent === 0) return undefined;
  for (const other of row.before.toReversed()) {
    const cell = other.cell(label);
    if (cell === undefined) continue;
    const read = labelOf(cell.text);
    if ((cell.cell.indent ?? 0) < indent || (indent === 0 && child && !read.child)) return read.name;
  }
  return undefined;
}

const unitFor = (column: Column, table: TableView, part: (unit: string) => boolean): string =>
  column.unit || (table.table.unit.split(/[、,，/／]/u).find(part) ?? "");

function amountIn(cell: Cell, unit: string): Amount | undefined {
  const percent = /[%％]$/u.test(cell.text) ? "%" : undefined;
  const number = bareNumber(cell.text.replace(/[%％]$/u, ""));
  if (number === undefined) return spokenAmount(cell.text);
  return amountOf(number, percent ?? unit);
}

/** 3.1 under 比上年增长（%） → 0.031; `undefined` for a change in other units. */
function changeIn(cell: Cell | undefined, column: Column, table: TableView): number | undefined {
  if (cell === undefined) return undefined;
  const number = bareNumber(cell.text.replace(/[%％]$/u, ""));
  if (number === undefined) return undefined;
  const unit =
    column.unit || (/[%％]$/u.test(cell.text) ? "%" : unitFor(column, table, (u) => /[%％]/u.test(u)));
  const isRate = unit === "%" || (unit === "" && /增长|增速|增幅/u.test(column.head));
  if (!isRate) return undefined;
  const fallen = /^(?:下降|降低|减少)$/u.test(column.head) ? -1 : 1;
  return Number(((number * fallen) / 100).toPrecision(12));
}

const basisOf = (head: string): string => (/环比|比上月/u.test(head) ? "环比" : "同比");

interface Described {
  indicator: string;
  unit: string;
  subject: Extract<RowClaim, { kind: "observation" }>["subject"];
}

function observations(
  row: RowView,
  table: TableView,
  shape: Shape,
  describe: (column: Column) => Described | undefined,
): RowClaim[] {
  const claims: RowClaim[] = [];
  const over = table.over;
  const kindOf = (column: Column): "target" | "actual" =>
    has(column, "target") ||
    column.levels.some((l) => PLANNED.test(l)) ||
    (!isTime(column.head) && PLANNED.test(over.at(-1) ?? ""))
      ? "target"
      : "actual";
  for (const { column, change } of shape.values) {
    const at = row.cell(column);
    const what = describe(column);
    if (at === undefined || what === undefined || (at.cell.rows ?? 1) > 1) continue;
    const amount = amountIn(at, what.unit || unitFor(column, table, (u) => !/[%％]/u.test(u)));
    if (amount === undefined) continue;
    const rate = change === undefined ? undefined : changeIn(row.cell(change), change, table);
    const period = periodOf(column.name, over);
    claims.push({
      kind: "observation",
      at,
      subject: what.subject,
      indicator: what.indicator,
      value: amount.value,
      unit: amount.unit,
      ...(period === undefined ? {} : { period }),
      ...(rate === undefined || change === undefined ? {} : { change: rate, basis: basisOf(change.head) }),
      observationKind: kindOf(column),
      original: at.text,
    });
  }
  for (const column of shape.changes) {
    const at = row.cell(column);
    const value = changeIn(at, column, table);
    const what = describe(column);
    if (at === undefined || value === undefined || what === undefined) continue;
    const period = periodOf(column.name, over);
    claims.push({
      kind: "observation",
      at,
      subject: what.subject,
      indicator: /增长|增速|增幅/u.test(what.indicator) ? what.indicator : `${what.indicator}增长`,
      value,
      unit: "ratio",
      ...(period === undefined ? {} : { period }),
      basis: basisOf(column.head),
      observationKind: kindOf(column),
      original: at.text,
    });
  }
  return claims;
}

const isRegional = (table: TableView): boolean => {
  const [label] = textColumns(table);
  return label !== undefined && has(label, "region") && shapeOf(table) !== undefined;
};

const INDICATORS =
  "|指标|单位|绝对数|比上年增长（%）|\n|---|---|---|---|\n|地区生产总值|亿元|412.5|5.2|\n|粗钢产量|万吨|86.2|-1.4|\n";

export const indicatorRows: TableRule = {
  name: "table/indicators",
  examples: {
    yes: [
      [`表1 2024年主要经济指标\n\n${INDICATORS}`, "city 地区生产总值=41250000000 CNY @2024"],
      [`表1 2024年主要经济指标\n\n${INDICATORS}`, "city 粗钢产量=862000 吨 @2024"],
      [
        "表2 2024年工业产品产量\n\n|产品名称|单位|产量|比上年增长|\n|---|---|---|---|\n|发电量|亿千瓦时|86.2|3.1|\n",
        "city 发电量=8620000000 千瓦时 @2024",
      ],
    ],
    no: ["|姓名|单位|年龄|\n|---|---|---|\n|张三|青禾集团|40|\n", "|日期|天气|\n|---|---|\n|周一|晴|\n"],
  },
  takes: (table) => {
    const shape = shapeOf(table);
    if (shape === undefined || isRegional(table)) return false;
    const labelled = has(shape.label, "indicator");
    const measured =
      shape.unit !== undefined ||
      table.table.unit !== "" ||
      shape.values.some(({ column }) => column.unit !== "");
    const known =
      shape.values.some(({ column }) => has(column, "value", "target") || isTime(column.head)) ||
      shape.changes.length > 0 ||
      shape.values.some((v) => v.change !== undefined);
    return (
      (labelled || known) && (known || measured) && !table.columns.some((c) => has(c, "person", "investor"))
    );
  },
  apply: (row, table) => {
    const shape = shapeOf(table);
    const at = shape === undefined ? undefined : row.cell(shape.label);
    if (shape === undefined || at === undefined || row.row.kind === "group") return [];
    const label = labelOf(at.text);
    if (
      label.name.length < 2 ||
      label.name.length > 40 ||
      bareNumber(label.name) !== undefined ||
      row.row.kind === "total"
    )
      return [];
    const parent = parentOf(row, shape.label);
    const base =
      parent === undefined || label.name.includes(parent) ? label.name : `${parent}：${label.name}`;
    const unit = (shape.unit === undefined ? undefined : row.cell(shape.unit)?.text) ?? label.unit;
    return observations(row, table, shape, (column) => {
      const measure =
        MEASURE.test(column.head) && !base.endsWith(column.head) && !base.endsWith("量") ? column.head : "";
      const group =
        column.levels.length > 1 && !isTime(column.levels[0] ?? "") && MEASURE.test(column.levels[0] ?? "")
          ? (column.levels[0] ?? "")
          : "";
      return { indicator: `${base}${measure || group}`, unit, subject: "city" };
    });
  },
};

export const regionRows: TableRule = {
  name: "table/regions",
  examples: {
    yes: [
      [
        "2024年各县区主要指标\n\n|县区|地区生产总值（亿元）|粮食产量（万吨）|\n|---|---|---|\n|农安县|412.5|86.2|\n",
        "Place:农安县 地区生产总值=41250000000 CNY @2024",
      ],
    ],
    no: ["|县区|负责人|\n|---|---|\n|农安县|张三|\n"],
  },
  takes: (table) => isRegional(table),
  apply: (row, table) => {
    const shape = shapeOf(table);
    const at = shape === undefined ? undefined : row.cell(shape.label);
    if (shape === undefined || at === undefined || row.row.kind !== "body") return [];
    const [place, second] = placesOf(at, table);
    // A bare name (朝阳) is a place here, because the column says so; two are none.
    if (
      place === undefined ||
      second !== undefined ||
      place.at.text.length < at.text.replace(/\s/gu, "").length
    )
      return [];
    const claims = observations(row, table, shape, (column) => {
      const named = column.levels.filter((level) => level !== "" && !isTime(level));
      const words = named.filter(
        (level) =>
          !/^(?:绝对数|绝对量|绝对值|总量|数值|数量|累计|本期|完成|比上年增长|同比增长|增长|增速|同比)$/u.test(
            level,
          ),
      );
      const caption = words.length === 0 ? captionIndicator(table) : undefined;
      const indicator = words[0] ?? caption;
      return indicator === undefined
        ? undefined
        : { indicator: indicator.replace(/\d{4}年/u, ""), unit: "", subject: place.ref };
    });
    const { at: where, ref, code } = place;
    return claims.length === 0
      ? []
      : [{ kind: "mention", at: where, subject: ref, ...(code === undefined ? {} : { code }) }, ...claims];
  },
};

/** 2024年各县区地区生产总值 over columns that only say 绝对数 and 增长. */
function captionIndicator({ table }: TableView): string | undefined {
  const words = table.caption
    .replace(/^表\s?\d{0,3}[:：\s-]{0,3}/u, "")
    .replace(/(?:19|20)\d{2}年(?:度)?(?:\d{1,2}[-—–至]\d{1,2}月|上半年|前三季度|[一二三四]季度)?/u, "")
    .replace(/^.{0,8}?(?:各|分)(?:县市区|市县|县区|区县|县|区|市|地区|市州|县（市、区）)/u, "")
    .replace(/(?:完成)?(?:情况|一览表?|统计表?|表)$/u, "");
  return words.length >= 3 && words.length <= 20 && words !== table.caption ? words : undefined;
}
