/**
 * The form of one entry of an `evidence` list. Neo4j stores no maps, so each entry is a JSON string.
 * @module
 */
import * as z from "zod";
import type { Evidence } from "../src/model/graph.ts";

/** `start` and `end` are UTF-16 code units in the original text, end exclusive; `text` is the sentence. */
export const evidenceSchema: z.ZodType<Evidence> = z
  .strictObject({
    report: z.string().min(1),
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
    text: z.string().min(1),
    rule: z.string().min(1),
  })
  .refine((entry) => entry.start < entry.end, "start is not before end");

/** Reads one entry; `undefined` where it is not JSON or not of the form. */
export function parseEvidence(json: string): Evidence | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  const parsed = evidenceSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

export function isEvidence(json: string): boolean {
  return parseEvidence(json) !== undefined;
}

/** Writes one entry, keys in the order of the model. */
export function formatEvidence({ report, start, end, text, rule }: Evidence): string {
  return JSON.stringify({ report, start, end, text, rule });
}
