/**
 * Gold files: what a reader would take out of a report. Their form is that of the annotation guide.
 * @module
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { InputError } from "../errors.ts";

const entity = z.object({
  id: z.string(),
  type: z.string(),
  name: z.string(),
  names: z.array(z.string()).default([]),
  official: z.boolean().nullish(),
  optional: z.boolean().default(false),
  totalInvestment: z.number().nullish(),
  totalInvestmentAlso: z.number().nullish(),
  stage: z.string().nullish(),
  stageAlso: z.string().nullish(),
  completion: z.string().nullish(),
  completionAlso: z.string().nullish(),
});
const relation = z.object({
  type: z.string(),
  from: z.string(),
  to: z.string(),
  title: z.string().nullish(),
  optional: z.boolean().default(false),
});
const figure = z.object({
  subject: z.string(),
  indicator: z.string(),
  value: z.number(),
  unit: z.string(),
  period: z.string().nullish(),
  kind: z.string().nullish(),
  change: z.number().nullish(),
  optional: z.boolean().default(false),
});
const gold = z.object({
  report: z.string(),
  date: z.string(),
  entities: z.array(entity),
  relations: z.array(relation),
  figures: z.array(figure),
});

export type Gold = z.infer<typeof gold>;
export type GoldEntity = z.infer<typeof entity>;
export type GoldRelation = z.infer<typeof relation>;
export type GoldFigure = z.infer<typeof figure>;

/** All gold files of a folder, by name. @throws InputError GOLD_MISSING, GOLD_MALFORMED */
export function readGold(folder: string): Gold[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((f) => f.endsWith(".json") && f !== "baseline.json").sort();
  } catch (cause) {
    throw new InputError("GOLD_MISSING", `${folder}: no such folder`, { cause, where: folder });
  }
  if (names.length === 0) throw new InputError("GOLD_MISSING", `${folder}: no gold files (*.json)`, { where: folder });
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
