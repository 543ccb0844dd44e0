/**
 * Which columns the downloaded tables have, in both languages.
 * @module
 */
import { nodeType, observationKindLabels, stageLabels } from "../../schema/index.ts";
import { MEASURES } from "./english-name.ts";
import type { Column } from "./sheet.ts";
import type { FigureBody, Party, ProjectBody } from "./sheet-types.ts";

type Lang = "zh" | "en";

function title(type: string, property: string, lang: Lang): string {
  return nodeType(type)?.properties[property]?.[lang] ?? property;
}

function typeName(type: string, lang: Lang): string {
  return nodeType(type)?.spec.labels[lang] ?? type;
}

export function projectColumns(lang: Lang): Column<ProjectBody>[] {
  const names = (parties: readonly Party[]): string =>
    parties.map(({ name }) => name).join(lang === "zh" ? "、" : ", ");
  const stages: Readonly<Record<string, { zh: string; en: string }>> = stageLabels;
  return [
    { title: typeName("Project", lang), width: 36, value: ({ name }) => name },
    { title: lang === "zh" ? "投资方" : "investors", width: 28, value: ({ investors }) => names(investors) },
    { title: lang === "zh" ? "地点" : "places", width: 20, value: ({ places }) => names(places) },
    { title: title("Project", "totalInvestment", lang), width: 20, value: ({ investment }) => investment },
    {
      title: title("Project", "totalInvestmentQualifier", lang),
      width: 12,
      value: ({ qualifier }) => qualifier,
    },
    {
      title: title("Project", "stage", lang),
      width: 12,
      value: ({ stage }) => stage && (stages[stage]?.[lang] ?? stage),
    },
    { title: title("Project", "completion", lang), width: 14, value: ({ completion }) => completion },
    { title: title("Project", "reports", lang), width: 40, value: ({ reports }) => reports.join(", ") },
  ];
}

export function figureColumns(lang: Lang): Column<FigureBody>[] {
  const column = (property: keyof FigureBody & string, width: number): Column<FigureBody> => ({
    title: title("Observation", property, lang),
    width,
    value: (figure) => {
      const value = figure[property];
      return typeof value === "string" || typeof value === "number" ? value : undefined;
    },
  });
  return [
    column("indicator", 28),
    { ...column("measure", 12), value: ({ measure }) => MEASURES[measure ?? ""]?.[lang] ?? measure },
    column("subject", 24),
    column("value", 18),
    column("unit", 10),
    column("qualifier", 8),
    column("period", 20),
    column("change", 12),
    column("basis", 12),
    { ...column("kind", 10), value: ({ kind }) => observationKindLabels[kind][lang] },
    column("original", 18),
    { ...column("reports", 30), value: ({ reports }) => reports.join(", ") },
    { title: title("Observation", "evidence", lang), width: 80, value: ({ evidence }) => evidence[0]?.text },
  ];
}
