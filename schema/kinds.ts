/**
 * The kinds of values that a property can have, and what each is called in the formats that are generated: a node or edge
 * file names a kind, everything else about the value follows from here. What a value must look like stands in `value-schemas.ts`:
 * commands that only read the graph start without zod.
 * @module
 */
import type { Stage, Status } from "../src/model/claim.ts";

/** What a store keeps the value as, in the words of `neo4j-admin` CSV headers; `[]` is appended for lists. */
export type Storage = "string" | "long" | "double" | "boolean";

export interface Kind {
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

export const kinds: Readonly<Record<KindName, Kind>> = {
  id: { storage: "string", list: false, zh: "标识", en: "identifier" },
  text: { storage: "string", list: false, zh: "文本", en: "text" },
  texts: { storage: "string", list: true, zh: "文本列表", en: "list of texts" },
  flag: { storage: "boolean", list: false, zh: "是否", en: "yes or no" },
  count: { storage: "long", list: false, zh: "个数", en: "whole number, 0 or more" },
  counts: {
    storage: "long",
    list: true,
    zh: "整数列表",
    en: "list of whole numbers, 0 or more",
  },
  number: { storage: "double", list: false, zh: "数值", en: "number" },
  money: { storage: "double", list: false, zh: "金额（元）", en: "amount in CNY" },
  moneys: {
    storage: "double",
    list: true,
    zh: "金额列表（元）",
    en: "list of amounts in CNY",
  },
  date: { storage: "string", list: false, zh: "日期", en: "ISO date: year, month or day" },
  dates: { storage: "string", list: true, zh: "日期列表", en: "list of ISO dates" },
  period: { storage: "string", list: false, zh: "时期", en: "ISO date or interval" },
  periods: {
    storage: "string",
    list: true,
    zh: "时期列表",
    en: "list of ISO dates or intervals",
  },
  sha256: {
    storage: "string",
    list: false,
    zh: "SHA-256 摘要",
    en: "SHA-256, hexadecimal",
  },
  qualifier: {
    storage: "string",
    list: false,
    zh: "限定（约、超、近、以上）",
    en: "qualifier: ~ about, > more than, >= at least, ~< nearly",
  },
  confidence: {
    storage: "double",
    list: false,
    zh: "置信度（0–1）",
    en: "confidence, 0 to 1",
  },
  stage: { storage: "string", list: false, zh: "阶段", en: "stage" },
  stages: { storage: "string", list: true, zh: "阶段列表", en: "list of stages" },
  status: {
    storage: "string",
    list: false,
    zh: "陈述状态",
    en: "status",
  },
  observationKind: {
    storage: "string",
    list: false,
    zh: "实际或目标",
    en: "actual or target",
  },
  evidence: {
    storage: "string",
    list: true,
    zh: "原文依据（JSON 列表）",
    en: "evidence, a list of JSON strings",
  },
};
