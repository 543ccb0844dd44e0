/**
 * The form of one entry of an `evidence` list as a zod schema, for the JSON Schema and the API's description.
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
