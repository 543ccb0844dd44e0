/**
 * What addresses of several answers have in common: lists, divisions, years.
 * @module
 */
import { z } from "@hono/zod-openapi";
import { yearRange } from "../views/years.ts";

/** Lists in addresses are joined by `~`, which stands in no id. */
export const joined: z.ZodOptional<z.ZodString> = z
  .string()
  .max(8_000)
  .optional()
  .openapi({ description: "joined by ~" });
/** Each once: what is asked for twice is no more work. */
export const partsOf = (text: string | undefined): string[] => [
  ...new Set(text?.split("~").filter((part) => part !== "")),
];
export function setOf(text: string | undefined): ReadonlySet<string> | undefined {
  const parts = partsOf(text);
  return parts.length === 0 ? undefined : new Set(parts);
}

export const code: z.ZodString = z.string().regex(/^\d{6}$/);
export const year: z.ZodOptional<z.ZodString> = z
  .string()
  .max(10)
  .refine((text) => yearRange(text) !== undefined, "not like 2021..2024")
  .optional()
  .openapi({ description: "of reports: 2023, 2021..2024, ..2022" });
