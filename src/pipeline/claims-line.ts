/**
 * Checks a line that `load` is given, field by field: it may come from another machine, another version or an editor, and
 * what it says enters the workspace, which is the truth. Unknown fields are left out.
 * @module
 */
import * as z from "zod";
import { InputError } from "../errors.ts";
import {
  type Claim,
  ENTITY_TYPES,
  type EntityRef,
  RELATION_TYPES,
  type Span,
  STAGES,
  STATUSES,
  type Status,
} from "../model/claim.ts";
import type { ReportEntry } from "../workspace/contract.ts";
import type { ExtractedLine } from "./line.ts";

const text: z.ZodString = z.string();
/** Longer ones fit no index of a database, and none is a name. */
const MOST_NAME = 1_000;
const named: z.ZodString = z
  .string()
  .min(1)
  .max(MOST_NAME)
  .refine((name) => name.trim() !== "", "is blank");
const hash: z.ZodString = z.string().regex(/^[0-9a-f]{16}$/, "is no hash of 16 hexadecimal digits");
const count: z.ZodInt = z.int().min(0);
const status: z.ZodType<Status> = z.enum(STATUSES);
const type: z.ZodEnum<{ [K in EntityRef["type"]]: K }> = z.enum(ENTITY_TYPES);
const ref: z.ZodType<EntityRef> = z.object({ type, name: named });

const range = { start: count, end: count };
const forwards = ({ start, end }: Span): boolean => start <= end;
const BACKWARDS = { message: "ends before it starts", path: ["end"] };

const base = {
  id: hash,
  report: named,
  sentence: z
    .object({
      ...range,
      text,
      header: text.exactOptional(),
      recognised: z.literal(true).exactOptional(),
      context: z
        .array(z.object({ ...range, text }).refine(forwards, BACKWARDS))
        .max(2)
        .exactOptional(),
    })
    .refine(forwards, BACKWARDS),
  span: z.object(range).refine(forwards, BACKWARDS),
  rule: named,
  confidence: z.number().min(0).max(1),
};

const value = z.object({
  ...base,
  kind: z.literal("value"),
  subject: ref,
  property: z.enum(["totalInvestment", "stage", "completion", "official", "description", "rhythm", "date"]),
  value: z.union([z.string(), z.number(), z.boolean()]),
  qualifier: text.exactOptional(),
  period: text.exactOptional(),
  status,
  original: text,
});

/** What the graph's schema wants of the properties that are not free text. */
const VALUES: Readonly<Partial<Record<z.infer<typeof value>["property"], z.ZodType>>> = {
  totalInvestment: z.number(),
  stage: z.enum(STAGES),
  official: z.boolean(),
};

const claim: z.ZodType<Claim> = z.discriminatedUnion("kind", [
  z.object({ ...base, kind: z.literal("mention"), subject: ref, text, code: text.exactOptional() }),
  z.object({ ...base, kind: z.literal("alias"), subject: ref, alias: named }),
  z.object({
    ...base,
    kind: z.literal("relation"),
    predicate: z.enum(RELATION_TYPES),
    subject: ref,
    object: z.union([ref, z.literal("REPORT")]),
    status,
    title: text.exactOptional(),
    amount: z.number().exactOptional(),
    rhythm: text.exactOptional(),
  }),
  value.superRefine((given, context) => {
    for (const { message } of VALUES[given.property]?.safeParse(given.value).error?.issues ?? [])
      context.addIssue({ code: "custom", message, path: ["value"] });
  }),
  z.object({
    ...base,
    kind: z.literal("observation"),
    subject: z.union([ref, z.literal("city")]),
    indicator: named,
    measure: z.enum(["growth", "average-growth"]).exactOptional(),
    value: z.number(),
    valueLow: z.number().exactOptional(),
    valueHigh: z.number().exactOptional(),
    unit: text,
    qualifier: text.exactOptional(),
    period: text.exactOptional(),
    change: z.number().exactOptional(),
    basis: text.exactOptional(),
    observationKind: z.enum(["actual", "target"]),
    original: text,
  }),
  z.object({
    ...base,
    kind: z.literal("quote"),
    speaker: ref,
    words: text,
    direct: z.boolean(),
    about: z.array(ref),
  }),
]);

/** Without `path`: a file's place on another machine says nothing here. */
const report: z.ZodType<ReportEntry> = z.object({
  id: named,
  key: hash,
  title: text,
  source: text,
  sha256: z.string().regex(/^[0-9a-f]{64}$/, "is no SHA-256"),
  encoding: text,
  characters: count,
  sentences: count,
  articles: z.array(text),
  sections: z.array(text),
  byline: z.array(text),
  date: z.iso.date().exactOptional(),
  outlet: text.exactOptional(),
  home: text.exactOptional(),
  homeName: text.exactOptional(),
  dateGiven: z.boolean().exactOptional(),
  tagged: z.boolean(),
  read: count,
  silent: count,
  claims: count,
});

const line: z.ZodType<ExtractedLine> = z
  .object({
    id: named,
    mentions: z.array(z.object({ type, text, ...range, name: text })),
    claims: z.array(claim),
    report,
  })
  .superRefine(({ id, claims, report: { id: entry } }, context) => {
    const wrong = (path: (string | number)[], message: string): void =>
      context.addIssue({ code: "custom", path, message });
    if (entry !== id) wrong(["report", "id"], "is not the id of the line");
    for (const [index, { report: of }] of claims.entries())
      if (of !== id) wrong(["claims", index, "report"], "is not the id of the line");
  });

/** One such text would stop all lines where the index is written. */
function holdsNull(value: unknown): boolean {
  if (typeof value === "string") return value.includes("\u0000");
  return typeof value === "object" && value !== null && Object.values(value).some(holdsNull);
}

/** @throws InputError CLAIMS_MALFORMED, with the field at fault */
export function parseClaimsLine(json: string): ExtractedLine {
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch (cause) {
    throw new InputError("CLAIMS_MALFORMED", `not JSON (cut short?): ${(cause as Error).message}`, { cause });
  }
  if (holdsNull(given)) throw new InputError("CLAIMS_MALFORMED", "a text holds U+0000, which no index can");
  const checked = line.safeParse(given);
  if (checked.success) return checked.data;
  const [first, ...more] = checked.error.issues;
  const where = (first?.path ?? []).map((step) =>
    typeof step === "number" ? `[${step}]` : `.${String(step)}`,
  );
  const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
  throw new InputError(
    "CLAIMS_MALFORMED",
    `not a line that \`reportgraph extract\` wrote: ${where.join("").replace(/^\./, "") || "the line"}: ${first?.message}${others}`,
    { cause: checked.error },
  );
}
