/**
 * The number of a cell with the unit that its row, column or table gives.
 * @module
 */
import { NOTE_MARK } from "../note-marks.ts";
import { type Quantity, scanQuantities } from "../quantity/index.ts";

const BARE = /^([-+−－]?)([\d,，]+(?:\.\d+)?)$/u;
const MAGNITUDE: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  亿: 1e8,
  千万: 1e7,
  百万: 1e6,
  万亿: 1e12,
};

const NOTE = new RegExp(`(?<=[\\d%％])${NOTE_MARK}+$`, "u");

/** The digits of a cell that is a number and nothing else; `undefined` for —, …, 持平. */
export function bareNumber(text: string): number | undefined {
  const half = text
    .replace(/\s/gu, "")
    .replace(NOTE, "")
    .replace(/[０-９．，]/gu, (c) =>
      c === "．" ? "." : c === "，" ? "," : String(c.charCodeAt(0) - 0xff10),
    );
  const found = BARE.exec(half);
  if (found === null) return undefined;
  // 1,234,567 and 12,34 alike are groups only where each has three digits.
  const digits = found[2] ?? "";
  if (digits.includes(",") && !/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(digits)) return undefined;
  const value = Number(digits.replaceAll(",", ""));
  return found[1] === "" || found[1] === "+" ? value : -value;
}

export interface Amount {
  value: number;
  unit: string;
  qualifier?: Quantity["qualifier"];
  kind: Quantity["kind"];
}

const rounded = (value: number): number => Number(value.toPrecision(12));

/** 386 and 万元 → 3860000 CNY; `undefined` where the unit says nothing that can be counted. */
export function amountOf(number: number, unit: string): Amount | undefined {
  const bare = unit
    .replace(/^个?(?=百分点)/u, "")
    .replace(/人民币/u, "元")
    .replace("％", "%");
  if (bare === "") return undefined;
  const text = `1${bare}`;
  const [quantity] = scanQuantities(text);
  if (
    quantity !== undefined &&
    quantity.start === 0 &&
    quantity.end === text.length &&
    quantity.unit !== ""
  ) {
    const { kind } = quantity;
    const value = rounded(number * quantity.value);
    return {
      value,
      unit: quantity.unit === "count" ? bare.replace(/^[十百千万亿]+/u, "") || "count" : quantity.unit,
      kind,
    };
  }
  const found = /^(万亿|千万|百万|[十百千万亿])?(.{1,8})$/u.exec(bare);
  if (found === null || found[2] === undefined || /\d/u.test(found[2])) return undefined;
  return { value: rounded(number * (MAGNITUDE[found[1] ?? ""] ?? 1)), unit: found[2], kind: "measure" };
}

/** A cell that says its unit itself: 38.6亿元, 约1200万元. */
export function spokenAmount(text: string): Amount | undefined {
  // 万吨 alone is a unit and no ten thousand tons.
  if (!/\d/u.test(text)) return undefined;
  const [quantity, second] = scanQuantities(text);
  if (quantity === undefined || second !== undefined || quantity.unit === "" || quantity.high !== undefined)
    return undefined;
  if (quantity.end - quantity.start < text.trim().length - 4) return undefined;
  const { value, unit, kind, qualifier } = quantity;
  return { value, unit, kind, ...(qualifier === undefined ? {} : { qualifier }) };
}

/** A cell that says all but the unit: 3以上, 约87. */
export function qualifiedAmount(text: string, unit: string): Amount | undefined {
  const bare = text.replace(/\s/gu, "");
  const [quantity, second] = scanQuantities(bare);
  if (quantity === undefined || second !== undefined || quantity.unit !== "" || quantity.high !== undefined)
    return undefined;
  const { qualifier, value } = quantity;
  if (qualifier === undefined || quantity.start !== 0 || quantity.end !== bare.length) return undefined;
  const amount = amountOf(value, unit);
  return amount === undefined ? undefined : { ...amount, qualifier };
}
