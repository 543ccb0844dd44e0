/**
 * Tables of statistics: a row an indicator with its unit, value and change; a row a region, or a year, with an indicator a column.
 * @module
 */
import { bareNumber } from "./amounts.ts";
import type { Column } from "./columns.ts";
import { labelOf, parentOf } from "./labels.ts";
import { type Described, observations } from "./observations.ts";
import { placesOf } from "./parties.ts";
import { isTime } from "./periods.ts";
import { GENERIC, has, isOfWhole, MEASURE, shapeOf, textColumns } from "./shape.ts";
import type { TableRule, TableView } from "./types.ts";

const isRegional = (table: TableView): boolean => {
  const [label] = textColumns(table);
  return label !== undefined && has(label, "region") && shapeOf(table) !== undefined;
};

const INDICATORS =
  "|指标|单位|绝对数|比上年增长（%）|\n|---|---|---|---|\n|地区生产总值|亿元|412.5|5.2|\n|粗钢产量|万吨|86.2|-1.4|\n|固定资产投资|亿元|—|8.8|\n";

export const indicatorRows: TableRule = {
  name: "table/indicators",
  examples: {
    yes: [
      [`表1 2024年主要经济指标\n\n${INDICATORS}`, "city 地区生产总值=41250000000 CNY @2024"],
      [`表1 2024年主要经济指标\n\n${INDICATORS}`, "city 粗钢产量=862000 吨 @2024"],
      [`表1 2024年主要经济指标\n\n${INDICATORS}`, "city 固定资产投资增长=0.088 ratio @2024"],
      [
        "表2 2024年工业产品产量\n\n|产品名称|单位|产量|比上年增长|\n|---|---|---|---|\n|发电量|亿千瓦时|86.2|3.1|\n",
        "city 发电量=8620000000 千瓦时 @2024",
      ],
      [
        "主要指标\n\n|指标|单位|绝对数 · 2023年|绝对数 · 2024年|\n|---|---|---|---|\n|粗钢产量|万吨|82.1|86.2|\n",
        "city 粗钢产量=821000 吨 @2023",
      ],
    ],
    no: [
      "|姓名|单位|年龄|\n|---|---|---|\n|张三|青禾集团|40|\n",
      "|日期|天气|\n|---|---|\n|周一|晴|\n",
      "2024年主要指标\n\n|指标|单位|城市|农村|\n|---|---|---|---|\n|人均可支配收入|元|41250|20310|\n",
    ],
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
      (labelled || known) &&
      (known || measured) &&
      !table.columns.some((c) => has(c, "person", "investor", "builder"))
    );
  },
  apply: (row, table) => {
    const shape = shapeOf(table);
    const at = shape === undefined ? undefined : row.cell(shape.label);
    if (shape === undefined || at === undefined || row.row.kind === "group") return [];
    const label = labelOf(at.text);
    const isName =
      label.name.length >= 2 &&
      label.name.length <= 40 &&
      bareNumber(label.name) === undefined &&
      !isTime(label.name);
    if (!isName || row.row.kind === "total") return [];
    const parent = parentOf(row, shape.label);
    const base =
      parent === undefined || label.name.includes(parent) ? label.name : `${parent}：${label.name}`;
    const unit = (shape.unit === undefined ? undefined : row.cell(shape.unit)?.text) ?? label.unit;
    const single = shape.values.length === 1;
    return observations(row, table, shape, (column) => {
      if (!single && !isOfWhole(column)) return undefined;
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

/** What a column measures: 工业 over 利润总额 is 工业利润总额; what only says 绝对数 is what the caption names. */
function measuredBy(column: Column, table: TableView, subject: Described["subject"]): Described | undefined {
  const words = column.levels.filter((level) => level !== "" && !isTime(level) && !GENERIC.test(level));
  const own = words.filter((word, i) => !words.some((other, j) => j < i && other.includes(word))).join("");
  const indicator = (own === "" ? captionIndicator(table) : own)?.replace(/\d{4}年/u, "");
  return indicator === undefined || indicator === "" ? undefined : { indicator, unit: "", subject };
}

/** A division that the gazetteer does not know, by its form. */
const DIVISION = /^(?!.*(?:合计|总计|平均|其他|其中))\p{Script=Han}{2,7}[市县区旗乡镇]$/u;
const WHOLE = /^(?:全市|全省|全县|全区|全州|全盟|全旗)$/u;

export const regionRows: TableRule = {
  name: "table/regions",
  examples: {
    yes: [
      [
        "2024年各县区主要指标\n\n|县区|地区生产总值（亿元）|粮食产量（万吨）|\n|---|---|---|\n|农安县|412.5|86.2|\n",
        "Place:农安县 地区生产总值=41250000000 CNY @2024",
      ],
      [
        "2024年各县区主要指标\n\n|县区|地区生产总值（亿元）|位次|\n|---|---|---|\n|全市|812.5||\n|农安县|412.5|1|\n",
        "city 地区生产总值=81250000000 CNY @2024",
      ],
    ],
    no: ["|县区|负责人|\n|---|---|\n|农安县|张三|\n"],
  },
  takes: (table) => isRegional(table),
  apply: (row, table) => {
    const shape = shapeOf(table);
    const at = shape === undefined ? undefined : row.cell(shape.label);
    if (shape === undefined || at === undefined || row.row.kind !== "body") return [];
    const bare = at.text.replace(/\s/gu, "");
    if (WHOLE.test(bare))
      return observations(row, table, shape, (column) => measuredBy(column, table, "city"));
    const [place, second] = placesOf(at, table);
    // A bare name (朝阳) is a place here, because the column says so; two are none.
    if (second !== undefined || (place !== undefined && place.at.text.length < bare.length)) return [];
    if (place === undefined && !DIVISION.test(bare)) return [];
    const where = place?.at ?? at;
    const ref = place?.ref ?? { type: "Place" as const, name: bare };
    const code = place?.code;
    const claims = observations(row, table, shape, (column) => measuredBy(column, table, ref));
    return claims.length === 0
      ? []
      : [{ kind: "mention", at: where, subject: ref, ...(code === undefined ? {} : { code }) }, ...claims];
  },
};

/** The first column where it holds times and nothing else: 2023, 2024年, 1-6月. */
function timeColumn(table: TableView): Column | undefined {
  const first = table.columns.find((c) => !has(c, "index"));
  if (first === undefined) return undefined;
  const cells = table.table.rows
    .filter(({ kind }) => kind === "body")
    .flatMap(({ cells }) => cells.find((c) => c.column === first.index) ?? [])
    .map(({ start, end }) => table.report.text.slice(start, end));
  return cells.length > 0 && cells.every((text) => text !== "" && isTime(text)) ? first : undefined;
}

export const yearRows: TableRule = {
  name: "table/years",
  examples: {
    yes: [
      [
        "云泽市财政收入\n\n|年份|一般公共预算收入（亿元）|增长（%）|\n|---|---|---|\n|2023|31.3|4.7|\n|2024年|32.6|4.2|\n",
        "city 一般公共预算收入=3260000000 CNY @2024",
      ],
      [
        "历年主要指标\n\n|年份|地区生产总值（亿元）|常住人口（万人）|\n|---|---|---|\n|2023|177.9|52.1|\n|2024|188.6|51.8|\n",
        "city 地区生产总值=18860000000 CNY @2024",
      ],
    ],
    no: ["|年份|大事|\n|---|---|\n|2023|青禾集团成立|\n"],
  },
  takes: (table) => {
    const label = timeColumn(table);
    return label !== undefined && shapeOf(table, label) !== undefined;
  },
  apply: (row, table) => {
    const label = timeColumn(table);
    const shape = shapeOf(table, label);
    const at = label === undefined ? undefined : row.cell(label);
    if (shape === undefined || at === undefined || row.row.kind !== "body") return [];
    return observations(row, table, shape, (column) => measuredBy(column, table, "city"), at.text);
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
