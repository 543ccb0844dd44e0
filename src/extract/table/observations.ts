/**
 * The observations of a row of statistics: a value a column, with its unit, change and period.
 * @module
 */
import { type Amount, amountOf, bareNumber, qualifiedAmount, spokenAmount } from "./amounts.ts";
import type { Column } from "./columns.ts";
import { isTime, periodOf } from "./periods.ts";
import { has, type Shape } from "./shape.ts";
import type { Cell, RowClaim, RowView, TableView } from "./types.ts";

const PLANNED = /目标|计划|预期|预计/u;
/** 主要指标计划完成情况: tells what came of a plan. */
const CARRIED_OUT = /(?:完成|执行|进展)情况/u;
/** A cell that says that there is no number. */
const NOTHING = /^[-—–…·/\s]*$/u;
const RISEN = /^(?:增长|上升|提高|增加)/u;
const FALLEN = /^(?:下降|降低|减少)/u;

const unitFor = (column: Column, table: TableView, part: (unit: string) => boolean): string =>
  column.unit || (table.table.unit.split(/[、,，/／]/u).find(part) ?? "");

function amountIn(cell: Cell, unit: string): Amount | undefined {
  const percent = /[%％]$/u.test(cell.text) ? "%" : undefined;
  const number = bareNumber(cell.text.replace(/[%％]$/u, ""));
  if (number === undefined) return spokenAmount(cell.text) ?? qualifiedAmount(cell.text, unit);
  return amountOf(number, percent ?? unit);
}

interface Rate {
  value: number;
  qualifier?: Amount["qualifier"];
}

/** 3.1 under 比上年增长（%） → 0.031; `undefined` for a change in other units. */
function changeIn(cell: Cell | undefined, column: Column, table: TableView): Rate | undefined {
  if (cell === undefined) return undefined;
  const grows = /增长|增速|增幅/u.test(column.head);
  const bare = cell.text.replace(/\s/gu, "");
  const words = bare.replace(RISEN, "").replace(FALLEN, "");
  const fallen = (FALLEN.test(column.head) ? -1 : 1) * (FALLEN.test(bare) ? -1 : 1);
  const number = bareNumber(words.replace(/[%％]$/u, ""));
  if (number === undefined) {
    const told = spokenAmount(words);
    // 1.2倍 under 增长 is by 1.2 times; 5.5%左右 says how sure it is.
    return told !== undefined && (told.kind === "ratio" || (told.kind === "multiple" && grows))
      ? {
          value: told.value * fallen,
          ...(told.qualifier === undefined ? {} : { qualifier: told.qualifier }),
        }
      : undefined;
  }
  const unit = column.unit || (/[%％]$/u.test(words) ? "%" : unitFor(column, table, (u) => /[%％]/u.test(u)));
  const isRate = unit === "%" || (unit === "" && grows);
  return isRate ? { value: Number(((number * fallen) / 100).toPrecision(12)) } : undefined;
}

const basisOf = (head: string): string => (/环比|比上月/u.test(head) ? "环比" : "同比");

/** 固定资产投资 whose growth alone is given is 固定资产投资增长. */
const grown = (indicator: string): string => {
  if (/增长|增速|增幅|涨幅|涨跌|降低/u.test(indicator)) return indicator;
  return `${indicator}${/价格$/u.test(indicator) ? "涨幅" : "增长"}`;
};

export interface Described {
  indicator: string;
  unit: string;
  subject: Extract<RowClaim, { kind: "observation" }>["subject"];
}

/** @param when What the row itself says of the time; empty where the columns do. */
export function observations(
  row: RowView,
  table: TableView,
  shape: Shape,
  describe: (column: Column) => Described | undefined,
  when = "",
): RowClaim[] {
  const { over } = table;
  const kindOf = (column: Column): "target" | "actual" =>
    has(column, "target") ||
    column.levels.some((l) => PLANNED.test(l)) ||
    (!isTime(column.head) && PLANNED.test(over.at(-1) ?? "") && !CARRIED_OUT.test(over.at(-1) ?? ""))
      ? "target"
      : "actual";
  const periodFor = (column: Column): string | undefined | null =>
    periodOf(when === "" ? column.name : when, over, table.report.date);

  const measured = ({ column, change }: Shape["values"][number]): RowClaim[] => {
    const at = row.cell(column);
    const what = describe(column);
    const period = periodFor(column);
    if (what === undefined || period === null) return [];
    if (at === undefined || NOTHING.test(at.text))
      return change === undefined ? [] : growth(change, what, column);
    if ((at.cell.rows ?? 1) > 1) return [];
    const amount = amountIn(at, what.unit || unitFor(column, table, (u) => !/[%％]/u.test(u)));
    if (amount === undefined) return [];
    const rate = change === undefined ? undefined : changeIn(row.cell(change), change, table);
    return [
      {
        kind: "observation",
        at,
        subject: what.subject,
        indicator: what.indicator,
        value: amount.value,
        unit: amount.unit,
        ...(amount.qualifier === undefined ? {} : { qualifier: amount.qualifier }),
        ...(period === undefined ? {} : { period }),
        ...(rate === undefined || change === undefined
          ? {}
          : { change: rate.value, basis: basisOf(change.head) }),
        observationKind: kindOf(column),
        original: at.text,
      },
    ];
  };

  /** A change of a value that is not given; `dated`: the column that tells the time. */
  const growth = (column: Column, what: Described, dated: Column): RowClaim[] => {
    const at = row.cell(column);
    const rate = changeIn(at, column, table);
    const period = periodFor(dated);
    if (at === undefined || rate === undefined || period === null) return [];
    return [
      {
        kind: "observation",
        at,
        subject: what.subject,
        indicator: grown(what.indicator),
        value: rate.value,
        unit: "ratio",
        ...(rate.qualifier === undefined ? {} : { qualifier: rate.qualifier }),
        ...(period === undefined ? {} : { period }),
        basis: basisOf(column.head),
        observationKind: kindOf(dated),
        original: at.text,
      },
    ];
  };

  return [
    ...shape.values.flatMap(measured),
    ...shape.changes.flatMap((column) => {
      const what = describe(column);
      return what === undefined ? [] : growth(column, what, column);
    }),
  ];
}
