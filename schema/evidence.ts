/**
 * The form of one entry of an `evidence` list. Neo4j stores no maps, so each entry is a JSON string.
 * @module
 */
import type { Evidence } from "../src/model/graph.ts";

type Fields = Readonly<Record<string, unknown>>;

const isFilled = (value: unknown): boolean => typeof value === "string" && value !== "";
const isOffset = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const isPlace = ({ start, end, text }: Fields): boolean =>
  isOffset(start) && isOffset(end) && Number(start) < Number(end) && isFilled(text);
const isFields = (value: unknown, allowed: ReadonlySet<string>): value is Fields =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).every((key) => allowed.has(key));

const PLACE: ReadonlySet<string> = new Set(["start", "end", "text"]);
const ALL: ReadonlySet<string> = new Set([...PLACE, "report", "rule", "header", "recognised", "context"]);
/** Sentences of a context at most. */
const MOST_CONTEXT = 2;

/** What `evidenceSchema` says, which tests compare it with; every page reads hundreds of them, and starts without zod. */
function isEvidenceForm(value: unknown): value is Evidence {
  if (!isFields(value, ALL) || !isPlace(value) || !isFilled(value["report"]) || !isFilled(value["rule"]))
    return false;
  const { header, recognised, context } = value;
  if ("header" in value && !isFilled(header)) return false;
  if ("recognised" in value && recognised !== true) return false;
  if (!("context" in value)) return true;
  return (
    Array.isArray(context) &&
    context.length > 0 &&
    context.length <= MOST_CONTEXT &&
    context.every((one: unknown) => isFields(one, PLACE) && isPlace(one))
  );
}

/** Reads one entry; `undefined` where it is not JSON or not of the form. */
export function parseEvidence(json: string): Evidence | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  return isEvidenceForm(value) ? value : undefined;
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
