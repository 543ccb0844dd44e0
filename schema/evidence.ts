/**
 * The form of one entry of an `evidence` list. Neo4j stores no maps, so each entry is a JSON string.
 * @module
 */
import * as z from "zod";
import type { Evidence } from "../src/model/graph.ts";

const place = { start: z.int().nonnegative(), end: z.int().nonnegative(), text: z.string().min(1) };
const isForwards = ({ start, end }: { start: number; end: number }): boolean => start < end;
const BACKWARDS = "start is not before end";

/**
 * `start` and `end` are UTF-16 code units in the original text, end exclusive; `text` is the sentence. `header` and
 * `recognised` are of rows of tables and of scans, `context` is absent where the sentence names all that the fact is about.
 */
export const evidenceSchema: z.ZodType<Evidence> = z
  .strictObject({
    report: z.string().min(1),
    ...place,
    rule: z.string().min(1),
    header: z.string().min(1).exactOptional(),
    recognised: z.literal(true).exactOptional(),
    context: z.array(z.strictObject(place).refine(isForwards, BACKWARDS)).min(1).max(2).exactOptional(),
  })
  .refine(isForwards, BACKWARDS);

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
export function formatEvidence({
  report,
  start,
  end,
  text,
  rule,
  header,
  recognised,
  context,
}: Evidence): string {
  const places = context?.map((c) => ({ start: c.start, end: c.end, text: c.text }));
  // What is undefined is not written.
  return JSON.stringify({ report, start, end, text, rule, header, recognised, context: places });
}
