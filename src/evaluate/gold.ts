/**
 * Gold files: what a reader would take out of a report. Their form is that of the annotation guide.
 * @module
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { InputError } from "../errors.ts";

export interface GoldEntity {
  id: string;
  type: string;
  name: string;
  names: string[];
  official?: boolean | null | undefined;
  /** Neither demanded nor punished. */
  optional: boolean;
  totalInvestment?: number | null | undefined;
  /** Second readings, which count as right. */
  totalInvestmentAlso?: number | null | undefined;
  stage?: string | null | undefined;
  stageAlso?: string | null | undefined;
  completion?: string | null | undefined;
  completionAlso?: string | null | undefined;
}

/** `REPORT` stands for the report in `from` and `to`. */
export interface GoldRelation {
  type: string;
  from: string;
  to: string;
  title?: string | null | undefined;
  optional: boolean;
}

export interface GoldFigure {
  subject: string;
  indicator: string;
  value: number;
  unit: string;
  period?: string | null | undefined;
  kind?: string | null | undefined;
  change?: number | null | undefined;
  optional: boolean;
}

export interface Gold {
  /** Id of the report. */
  report: string;
  /** ISO. */
  date: string;
  /** Format of a file of tables (`xlsx`, `docx` …): what it holds is counted apart from prose. */
  table?: string | undefined;
  entities: GoldEntity[];
  relations: GoldRelation[];
  figures: GoldFigure[];
}

const optional: z.ZodType<boolean> = z.boolean().default(false);
const entity: z.ZodType<GoldEntity> = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  names: z.array(z.string()).default([]),
  official: z.boolean().nullish(),
  optional,
  totalInvestment: z.number().nullish(),
  totalInvestmentAlso: z.number().nullish(),
  stage: z.string().nullish(),
  stageAlso: z.string().nullish(),
  completion: z.string().nullish(),
  completionAlso: z.string().nullish(),
});
const relation: z.ZodType<GoldRelation> = z.object({
  type: z.string(),
  from: z.string(),
  to: z.string(),
  title: z.string().nullish(),
  optional,
});
const figure: z.ZodType<GoldFigure> = z.object({
  subject: z.string(),
  indicator: z.string(),
  value: z.number(),
  unit: z.string(),
  period: z.string().nullish(),
  kind: z.string().nullish(),
  change: z.number().nullish(),
  optional,
});
const gold: z.ZodType<Gold> = z.object({
  report: z.string(),
  date: z.string(),
  table: z.string().optional(),
  entities: z.array(entity),
  relations: z.array(relation),
  figures: z.array(figure),
});

/** All gold files of a folder, by name. @throws InputError GOLD_MISSING, GOLD_MALFORMED */
export function readGold(folder: string): Gold[] {
  let names: string[];
  try {
    names = readdirSync(folder)
      .filter((f) => f.endsWith(".json") && f !== "baseline.json")
      .sort();
  } catch (cause) {
    throw new InputError("GOLD_MISSING", `${folder}: no such folder`, { cause, where: folder });
  }
  if (names.length === 0)
    throw new InputError("GOLD_MISSING", `${folder}: no gold files (*.json)`, { where: folder });
  return names.map((name) => {
    const path = join(folder, name);
    try {
      return gold.parse(JSON.parse(readFileSync(path, "utf8")));
    } catch (cause) {
      const message = cause instanceof z.ZodError ? z.prettifyError(cause) : (cause as Error).message;
      throw new InputError("GOLD_MALFORMED", `${path}: ${message}`, { cause, where: path });
    }
  });
}
