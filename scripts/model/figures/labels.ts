/**
 * Verdicts of readers on figures, without the text that the figures are of: where each stands, what was said of which field,
 * and a hash of what stood in it. A verdict holds as long as the program reads the same there.
 * @module
 */
import { createHash } from "node:crypto";

/** What a reader judged: what it measures, whose it is, the number with its unit, when it holds, actual or target. */
export const FIELDS = ["indicator", "subject", "value", "period", "kind"] as const;
type Field = (typeof FIELDS)[number];

/** What the program reads of a figure, in words. */
export interface Read {
  indicator: string;
  measure?: string | undefined;
  /** `Type:name`, or the name of the report's place. */
  subject: string;
  value: number;
  unit: string;
  period?: string | undefined;
  kind: string;
}

export interface Label {
  id: string;
  /** First 16 hexadecimal digits of the text's SHA-256. */
  sha256: string;
  /** Where the words that state it stand in the text. */
  start: number;
  end: number;
  /** A letter for each of `FIELDS`: R right, W wrong, M missing though told; then Y or N: is it a statistic at all? */
  verdict: string;
  /** Hashes of the judged fields. */
  read: string[];
  /** Hash of the subject that it is instead, where the reader told one that the text names. */
  owner?: string;
}

const short = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 8);

export const hashText = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 16);

export const hashOwner = (subject: string): string => short(subject);

export function hashesOf({ indicator, measure, subject, value, unit, period, kind }: Read): string[] {
  const said: Record<Field, string> = {
    indicator: `${indicator} ${measure ?? ""}`,
    subject,
    value: `${value} ${unit}`,
    period: period ?? "",
    kind,
  };
  return FIELDS.map((field) => short(said[field]));
}

/** What a reader would say: 1 right, 0 wrong, -1 not known, of the whole and of each of `QUESTIONS` (src/extract/figure/judge.ts). */
export interface Truth {
  right: 1 | 0 | -1;
  answers: readonly (1 | 0 | -1)[];
}

export const RIGHT: Truth = { right: 1, answers: [1, 1, 1, 1] };
export const UNKNOWN: Truth = { right: -1, answers: [-1, -1, -1, -1] };

/** All right is right, one wrong is wrong, else not known. */
const all = (parts: readonly Truth["right"][]): Truth["right"] =>
  parts.includes(0) ? 0 : parts.includes(-1) ? -1 : 1;

/** What a verdict says of a figure as it is read now: of a field that is read otherwise, nothing. */
export function truthOf({ verdict, read, owner }: Label, now: Read): Truth {
  const hashes = hashesOf(now);
  const [indicator, subject, value, period, kind] = FIELDS.map((_, i): Truth["right"] =>
    read[i] !== hashes[i] ? -1 : verdict[i] === "W" ? 0 : 1,
  ) as [Truth["right"], Truth["right"], Truth["right"], Truth["right"], Truth["right"]];
  const owned = owner !== undefined && hashes[1] === owner ? 1 : subject;
  const answers = [
    all([indicator, value]),
    owned,
    all([period, kind]),
    verdict.endsWith("N") ? 0 : 1,
  ] as const;
  return { right: all(answers), answers };
}
