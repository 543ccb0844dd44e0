/**
 * Lists and sections as spreadsheets: numbers stay numbers with their unit in the heading, and the sentence stands beside.
 * @module
 */
import { nodeType, observationKindLabels, stageLabels, statusLabels } from "../../../schema/index.ts";
import type { PropertyValue } from "../../model/graph.ts";
import type { EvidenceItem, Label } from "../api-types.ts";
import type { Cell, ListRow, SectionFact } from "../page-types.ts";
import type { Column } from "../sheet.ts";
import { valueWords } from "../value-words.ts";
import type { ColumnReader } from "./cells.ts";
import type { Lang } from "./contract.ts";

const WORDS = {
  sentence: { zh: "原文", en: "sentence" },
  context: { zh: "前后文", en: "context" },
  report: { zh: "报告", en: "report" },
  date: { zh: "报告日期", en: "date of report" },
  qualifier: { zh: "限定", en: "qualifier" },
  unit: { zh: "单位", en: "unit" },
  relation: { zh: "关系", en: "relation" },
  name: { zh: "名称", en: "name" },
  status: { zh: "陈述状态", en: "status" },
  confidence: { zh: "置信度", en: "confidence" },
  details: { zh: "说明", en: "details" },
  reports: { zh: "报告数", en: "reports" },
} as const satisfies Record<string, Label>;

const ENUMS: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  stage: stageLabels,
  status: statusLabels,
  observationKind: observationKindLabels,
};
const FORMATS: Readonly<Record<string, string>> = {
  money: "#,##0",
  moneys: "#,##0",
  count: "#,##0",
  number: "#,##0.####",
  confidence: "0%",
};
const PERCENT = { format: "0%" };
const MISREAD_AS_PERCENT = "change";

function plainValue(value: PropertyValue, kind: string, lang: Lang): string | number {
  if (Array.isArray(value)) {
    const item = kind.replace(/s$/, "");
    return value.map((each) => plainValue(each, item, lang)).join(lang === "zh" ? "、" : ", ");
  }
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return lang === "zh" ? (value ? "是" : "否") : value ? "yes" : "no";
  return ENUMS[kind]?.[value]?.[lang] ?? value;
}

function cellValue({ value, refs }: Cell, kind: string, lang: Lang): string | number | undefined {
  if (value !== undefined) return plainValue(value, kind, lang);
  const statuses: Readonly<Record<string, Label>> = statusLabels;
  return refs
    ?.map(({ name, status, note }) => {
      const marks = [note, status === "stated" ? undefined : (statuses[status]?.[lang] ?? status)];
      const told = marks.filter((mark) => mark !== undefined).join(lang === "zh" ? "，" : ", ");
      return told === "" ? name : lang === "zh" ? `${name}（${told}）` : `${name} (${told})`;
    })
    .join(lang === "zh" ? "、" : ", ");
}

/** The sentences that name what a fact's own leaves out. */
const contextText = (evidence: EvidenceItem | undefined): string | undefined =>
  evidence?.context?.map(({ text }) => text).join(" ");

const of = <T>(column: Column<T>): Column<unknown> => column as Column<unknown>;

export function listColumns(type: string, columns: readonly ColumnReader[], lang: Lang): Column<unknown>[] {
  const labels = nodeType(type)?.spec.labels;
  const at = (position: number, read: (cell: Cell) => string | number | undefined) => (row: ListRow) =>
    read(row.cells[position] ?? {});
  return [
    of<ListRow>({ title: labels?.[lang] ?? type, width: 36, value: ({ name }) => name }),
    ...columns.flatMap(({ label, kind, name }, position): Column<unknown>[] => {
      const words = valueWords[`${type}.${name}`];
      const format = name === MISREAD_AS_PERCENT ? "0.0%" : FORMATS[kind];
      const main = of<ListRow>({
        title: label[lang],
        width: kind === "names" ? 30 : 18,
        ...(format === undefined ? {} : { format }),
        value: at(position, (cell) => words?.[String(cell.value)]?.[lang] ?? cellValue(cell, kind, lang)),
      });
      const qualified = kind === "money" || name === "value";
      const qualifier = of<ListRow>({
        title: `${label[lang]}${lang === "zh" ? "：" : ": "}${WORDS.qualifier[lang]}`,
        width: 10,
        value: at(position, (cell) => cell.qualifier),
      });
      const unit = of<ListRow>({
        title: WORDS.unit[lang],
        width: 10,
        value: at(position, (cell) => cell.unit),
      });
      const sure = of<ListRow>({
        title: `${label[lang]}${lang === "zh" ? "：" : ": "}${WORDS.confidence[lang]}`,
        width: 8,
        ...PERCENT,
        value: at(position, (cell) => cell.confidence),
      });
      return [main, ...(name === "value" ? [unit] : []), ...(qualified ? [qualifier, sure] : [])];
    }),
    of<ListRow>({ title: WORDS.sentence[lang], width: 80, value: ({ evidence }) => evidence?.text }),
    of<ListRow>({ title: WORDS.context[lang], width: 40, value: ({ evidence }) => contextText(evidence) }),
    of<ListRow>({ title: WORDS.report[lang], width: 30, value: ({ evidence }) => evidence?.title }),
    of<ListRow>({ title: WORDS.date[lang], width: 12, value: ({ evidence }) => evidence?.date }),
  ];
}

export function factColumns(lang: Lang): Column<unknown>[] {
  const statuses: Readonly<Record<string, Label>> = statusLabels;
  return [
    of<SectionFact>({ title: WORDS.relation[lang], width: 14, value: ({ label }) => label[lang] }),
    of<SectionFact>({
      title: WORDS.name[lang],
      width: 36,
      value: ({ other, value }) => other?.name ?? String(value),
    }),
    of<SectionFact>({
      title: WORDS.details[lang],
      width: 40,
      value: ({ details }) =>
        details
          .map(
            ({ label, value }) =>
              `${label[lang]}${lang === "zh" ? "：" : ": "}${plainValue(value, "", lang)}`,
          )
          .join(lang === "zh" ? "；" : "; "),
    }),
    of<SectionFact>({
      title: WORDS.status[lang],
      width: 10,
      value: ({ status }) => status && (statuses[status]?.[lang] ?? status),
    }),
    of<SectionFact>({
      title: WORDS.confidence[lang],
      width: 8,
      ...PERCENT,
      value: ({ confidence }) => confidence,
    }),
    of<SectionFact>({
      title: WORDS.reports[lang],
      width: 8,
      format: "#,##0",
      value: ({ reports }) => reports,
    }),
    of<SectionFact>({ title: WORDS.sentence[lang], width: 80, value: ({ evidence }) => evidence[0]?.text }),
    of<SectionFact>({
      title: WORDS.context[lang],
      width: 40,
      value: ({ evidence }) => contextText(evidence[0]),
    }),
    of<SectionFact>({ title: WORDS.report[lang], width: 30, value: ({ evidence }) => evidence[0]?.title }),
    of<SectionFact>({ title: WORDS.date[lang], width: 12, value: ({ evidence }) => evidence[0]?.date }),
  ];
}
