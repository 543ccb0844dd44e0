/**
 * Lists of projects: a row a project, with who invests, where, how much, how far, until when, and who is responsible.
 * @module
 */

import type { EntityRef, Stage } from "../../model/claim.ts";
import { amountOf, bareNumber, spokenAmount } from "./amounts.ts";
import type { Column, Role } from "./columns.ts";
import { placesOf } from "./parties.ts";
import { completionOf } from "./periods.ts";
import { parties, type Reader, withRole } from "./project-parties.ts";
import { stageOfGroup, stageOfText } from "./stages.ts";
import type { Cell, RowClaim, TableRule, TableView } from "./types.ts";

const PROJECT_SIDE: readonly Role[] = [
  "investor",
  "builder",
  "total",
  "plan",
  "place",
  "content",
  "years",
  "progress",
  "nature",
  "agency",
  "start",
  "end",
];
const CONTENT = 600;
const SIGNED_ON = /^签约(?:时间|日期|年月)$/u;
/** What is signed beside projects. */
const NO_PROJECT = /(?:协议|协议书|合同|备忘录|意向书)$/u;

const only = (table: TableView, role: Role): Column | undefined => withRole(table, role)[0];

/** The column of names: one that says so, else 项目 or 名称 beside columns that only projects have. */
function nameColumn(table: TableView): Column | undefined {
  const named = only(table, "project");
  const side = PROJECT_SIDE.filter((role) => table.columns.some((c) => c.roles.has(role)));
  if (named !== undefined) return side.length >= 1 ? named : undefined;
  const plain = table.columns.find((c) => /^(?:项目|名称|工程)$/u.test(c.head.replace(/\s/gu, "")));
  const sure = side.filter((role) => role !== "place" && role !== "nature" && role !== "agency");
  return plain !== undefined && sure.length >= 2 ? plain : undefined;
}

/** 某项目 is called 某 where enough is left; the whole is its other name. */
function projectName(text: string): { name: string; alias?: string } {
  const whole = text
    .replace(/^\d{1,3}[.、．]\s?/u, "")
    .replace(/(?<![*＊※])[*＊※]+$/u, "")
    .trim();
  const short = whole.replace(/(?:建设)?项目$/u, "");
  return short !== whole && short.length >= 4 ? { name: short, alias: whole } : { name: whole };
}

function sum(
  { row, table }: Reader,
  column: Column,
): { at: Cell; value: number; qualifier?: string } | undefined {
  const at = row.cell(column);
  if (at === undefined || (at.cell.rows ?? 1) > 1) return undefined;
  const number = bareNumber(at.text);
  const amount =
    number === undefined
      ? spokenAmount(at.text)
      : amountOf(number, column.unit || moneyUnit(table.table.unit));
  if (amount === undefined || amount.unit !== "CNY" || amount.value <= 0) return undefined;
  const qualifier = "qualifier" in amount ? amount.qualifier : undefined;
  return { at, value: amount.value, ...(qualifier === undefined ? {} : { qualifier }) };
}

/** 万元 of 单位：万元、亩. */
function moneyUnit(unit: string): string {
  return unit.split(/[、,，/／]/u).find((u) => /元$/u.test(u)) ?? "";
}

function money(reader: Reader): RowClaim[] {
  const { subject, table } = reader;
  const claims: RowClaim[] = [];
  const totals = withRole(table, "total");
  const total = totals.length === 1 ? sum(reader, totals[0] as Column) : undefined;
  if (total !== undefined) {
    const { at, value, qualifier } = total;
    claims.push({
      kind: "value",
      at,
      subject,
      property: "totalInvestment",
      value,
      ...(qualifier === undefined ? {} : { qualifier }),
    });
  }
  for (const column of withRole(table, "plan")) {
    const found = sum(reader, column);
    const stated = /(?:19|20)\d{2}/u.exec(column.name)?.[0] ?? yearOver(table);
    if (found === undefined || stated === undefined) continue;
    claims.push({
      kind: "observation",
      at: found.at,
      subject,
      indicator: "计划投资",
      value: found.value,
      unit: "CNY",
      period: stated,
      observationKind: "target",
      original: found.at.text,
    });
  }
  return claims;
}

/** The year of the list: 2025年重点项目清单. */
function yearOver({ over }: TableView): string | undefined {
  for (const text of over.toReversed()) {
    const year = /(?<!\d)((?:19|20)\d{2})\s?年/u.exec(text)?.[1];
    if (year !== undefined) return year;
  }
  return undefined;
}

function stage({ subject, row, table }: Reader): Extract<RowClaim, { property: "stage" }> | undefined {
  for (const column of withRole(table, "progress")) {
    const at = row.cell(column);
    const value = at === undefined ? undefined : stageOfText(at.text);
    if (at !== undefined && value !== undefined)
      return { kind: "value", at, subject, property: "stage", value };
  }
  for (const column of withRole(table, "nature")) {
    const at = row.cell(column);
    const value = at === undefined ? undefined : stageOfGroup([at.text]);
    if (at !== undefined && value !== undefined)
      return { kind: "value", at, subject, property: "stage", value, confidence: 0.8 };
  }
  // A list of what was signed has the day of it beside each.
  const signed = table.columns.find(({ head }) => SIGNED_ON.test(head));
  const day = row.cell(signed);
  if (day !== undefined && /\d/u.test(day.text))
    return { kind: "value", at: day, subject, property: "stage", value: "signed", confidence: 0.8 };
  const name = row.cell(nameColumn(table));
  const value = stageOfGroup(row.groups);
  return name === undefined || value === undefined
    ? undefined
    : { kind: "value", at: name, subject, property: "stage", value, confidence: 0.7 };
}

/** 起止年限 that is one year: begun and done within it. */
const withinYear = ({ text }: Cell, { head }: Column): boolean =>
  /起止|年限/u.test(head) && /^(?:19|20)\d{2}年?$/u.test(text.trim());

function completion({ subject, row, table }: Reader, at: Stage | undefined): RowClaim[] {
  for (const role of ["end", "years"] as const)
    for (const column of withRole(table, role)) {
      const cell = row.cell(column);
      const value =
        cell === undefined ? undefined : completionOf(cell.text, role === "end" || withinYear(cell, column));
      if (cell === undefined || value === undefined) continue;
      const done = at === "completed" || at === "operating";
      return [
        {
          kind: "value",
          at: cell,
          subject,
          property: "completion",
          value,
          status: done ? "stated" : "planned",
        },
      ];
    }
  return [];
}

function places({ subject, row, table }: Reader): RowClaim[] {
  for (const column of withRole(table, "place")) {
    const cell = row.cell(column);
    if (cell === undefined) continue;
    const all = placesOf(cell, table);
    return all.flatMap(({ at, ref, code }, i): RowClaim[] => {
      const mention: RowClaim = {
        kind: "mention",
        at,
        subject: ref,
        ...(code === undefined ? {} : { code }),
      };
      // 某县某镇: the project is in the innermost.
      return all[i + 1]?.at.start === at.end
        ? [mention]
        : [
            mention,
            { kind: "relation", predicate: "LOCATED_IN", at, subject, object: ref, status: "stated" },
          ];
    });
  }
  return [];
}

function content({ subject, row, table }: Reader): RowClaim[] {
  const at = row.cell(only(table, "content"));
  if (at === undefined || at.text.length < 4 || at.text.length > CONTENT) return [];
  return [{ kind: "value", at, subject, property: "description", value: at.text }];
}

export const projectList: TableRule = {
  name: "table/project-list",
  examples: {
    yes: [
      [
        "|序号|项目名称|建设单位|总投资（亿元）|进展|\n|---|---|---|---|---|\n|1|云岭新材料产业园项目|青禾重工集团有限公司|38.6|在建|\n",
        "Project:云岭新材料产业园.totalInvestment=3860000000",
      ],
      [
        "|序号|项目名称|建设单位|总投资（亿元）|进展|\n|---|---|---|---|---|\n|1|云岭新材料产业园项目|青禾重工集团有限公司|38.6|在建|\n",
        "Company:青禾重工集团有限公司 INVESTS Project:云岭新材料产业园",
      ],
      [
        "|项目名称|建设单位|总投资（万元）|\n|---|---|---|\n|云岭湿地公园|农安县林业局|1200|\n",
        "Agency:农安县林业局 LEADS Project:云岭湿地公园",
      ],
      [
        "2025年重点项目清单\n\n|项目名称|责任单位|起止年限|2025年计划投资（万元）|建设性质|\n|---|---|---|---|---|\n|青禾光伏电站二期|农安县发展和改革局|2024-2026|3000|续建|\n",
        "Project:青禾光伏电站二期.completion=2026 (planned)",
      ],
      [
        "|项目名称|投资主体|建设地点|总投资（万元）|进展情况|\n|---|---|---|---|---|\n|云岭特种合金基地|青禾合金股份有限公司|农安县合隆镇|52000|拟建|\n",
        "Company:青禾合金股份有限公司 INVESTS Project:云岭特种合金基地 (planned)",
      ],
    ],
    no: [
      "|姓名|单位|职务|\n|---|---|---|\n|张三|青禾集团|经理|\n",
      "|指标|单位|绝对数|\n|---|---|---|\n|粮食产量|万吨|25|\n",
    ],
  },
  takes: (table) => nameColumn(table) !== undefined,
  apply: (row, table) => {
    const at = row.cell(nameColumn(table));
    if (at === undefined || at.text.length < 3 || at.text.length > 80 || row.row.kind !== "body") return [];
    if (bareNumber(at.text) !== undefined || NO_PROJECT.test(at.text)) return [];
    const { name, alias } = projectName(at.text);
    const subject: EntityRef = { type: "Project", name };
    const reader = { subject, row, table };
    const held = stage(reader);
    return [
      { kind: "mention", at, subject },
      ...(alias === undefined ? [] : [{ kind: "alias", at, subject, alias } as const]),
      ...money(reader),
      ...(held === undefined ? [] : [held]),
      ...completion(reader, held?.value),
      ...parties(reader, held?.value),
      ...places(reader),
      ...content(reader),
    ];
  },
};
