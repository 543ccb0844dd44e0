/**
 * The kinds of values that a property can have. One kind is one zod schema and what it is called in the formats that are
 * generated: a node or edge file names a kind, everything else about the value follows from here.
 * @module
 */
import * as z from "zod";
import { STAGES, STATUSES, type Stage, type Status } from "../src/model/claim.ts";
import { isEvidence } from "./evidence.ts";

/** What a store keeps the value as, in the words of `neo4j-admin` CSV headers; `[]` is appended for lists. */
export type Storage = "string" | "long" | "double" | "boolean";

export interface Kind<T> {
  readonly schema: z.ZodType<T>;
  readonly storage: Storage;
  readonly list: boolean;
  /** In words, for the schema page. */
  readonly zh: string;
  readonly en: string;
}

/** Whether an observation tells an outcome or an aim. */
export type ObservationKind = "actual" | "target";

/** TypeScript type of each kind. */
export interface KindValues {
  id: string;
  text: string;
  texts: string[];
  flag: boolean;
  count: number;
  counts: number[];
  number: number;
  money: number;
  moneys: number[];
  date: string;
  dates: string[];
  period: string;
  periods: string[];
  sha256: string;
  qualifier: string;
  confidence: number;
  stage: Stage;
  stages: Stage[];
  status: Status;
  observationKind: ObservationKind;
  evidence: string[];
}

export type KindName = keyof KindValues;

const MONTH = "(?:0[1-9]|1[0-2])";
const DAY = "(?:0[1-9]|[12]\\d|3[01])";
const DATE = `\\d{4}(?:-${MONTH}(?:-${DAY})?)?`;

/** ISO 8601 calendar date of reduced precision: year, month or day. */
const isoDate: RegExp = new RegExp(`^${DATE}$`);
/** A date, or an interval of two; `..` stands for an open end (ISO 8601-2). */
const isoPeriod: RegExp = new RegExp(`^(?:${DATE}|(?:${DATE}|\\.\\.)/(?:${DATE}|\\.\\.))$`);
/** About, more than, at least and the like: `~`, `>`, `>=`, `~<` (近). */
const qualifierForm = /^(?:~|~?[<>]=?)$/;

const text = z.string().min(1);
const count = z.int().nonnegative();
const date = z.string().regex(isoDate);
const money = z.number().nonnegative();
const period = z.string().regex(isoPeriod);
const stage = z.enum(STAGES);

export const kinds: { readonly [K in KindName]: Kind<KindValues[K]> } = {
  id: { schema: text, storage: "string", list: false, zh: "标识", en: "identifier" },
  text: { schema: text, storage: "string", list: false, zh: "文本", en: "text" },
  texts: { schema: z.array(text), storage: "string", list: true, zh: "文本列表", en: "list of texts" },
  flag: { schema: z.boolean(), storage: "boolean", list: false, zh: "是否", en: "yes or no" },
  count: { schema: count, storage: "long", list: false, zh: "个数", en: "whole number, 0 or more" },
  counts: {
    schema: z.array(count),
    storage: "long",
    list: true,
    zh: "整数列表",
    en: "list of whole numbers, 0 or more",
  },
  number: { schema: z.number(), storage: "double", list: false, zh: "数值", en: "number" },
  money: { schema: money, storage: "double", list: false, zh: "金额（元）", en: "amount in CNY" },
  moneys: {
    schema: z.array(money),
    storage: "double",
    list: true,
    zh: "金额列表（元）",
    en: "list of amounts in CNY",
  },
  date: { schema: date, storage: "string", list: false, zh: "日期", en: "ISO date: year, month or day" },
  dates: { schema: z.array(date), storage: "string", list: true, zh: "日期列表", en: "list of ISO dates" },
  period: { schema: period, storage: "string", list: false, zh: "时期", en: "ISO date or interval" },
  periods: {
    schema: z.array(period),
    storage: "string",
    list: true,
    zh: "时期列表",
    en: "list of ISO dates or intervals",
  },
  sha256: {
    schema: z.string().regex(/^[0-9a-f]{64}$/),
    storage: "string",
    list: false,
    zh: "SHA-256 摘要",
    en: "SHA-256, hexadecimal",
  },
  qualifier: {
    schema: z.string().regex(qualifierForm),
    storage: "string",
    list: false,
    zh: "限定（约、超、近、以上）",
    en: "qualifier: ~ about, > more than, >= at least, ~< nearly",
  },
  confidence: {
    schema: z.number().min(0).max(1),
    storage: "double",
    list: false,
    zh: "置信度（0–1）",
    en: "confidence, 0 to 1",
  },
  stage: { schema: stage, storage: "string", list: false, zh: "阶段", en: "stage" },
  stages: { schema: z.array(stage), storage: "string", list: true, zh: "阶段列表", en: "list of stages" },
  status: {
    schema: z.enum(STATUSES),
    storage: "string",
    list: false,
    zh: "陈述状态",
    en: "status",
  },
  observationKind: {
    schema: z.enum(["actual", "target"]),
    storage: "string",
    list: false,
    zh: "实际或目标",
    en: "actual or target",
  },
  evidence: {
    schema: z.array(z.string().refine(isEvidence, "not evidence as JSON")).min(1),
    storage: "string",
    list: true,
    zh: "原文依据（JSON 列表）",
    en: "evidence, a list of JSON strings",
  },
};
