/**
 * Annotated texts as the recogniser's lessons: what each character of a sentence is, and where either reading is right.
 * The form of the annotations is told in docs/training.md.
 * @module
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EntityType } from "../../../src/model/claim.ts";
import { normalize } from "../../../src/report/norm.ts";
import { beginOf, insideOf, LABELS, OUTSIDE, TYPES } from "../../../src/tag/names/labels.ts";

export interface Annotation {
  type: EntityType;
  name: string;
  forms: string[];
  optional: boolean;
}

export interface AnnotatedText {
  id: string;
  path: string;
  date: string;
  entities: Annotation[];
}

/** The texts of a folder in the order of their names. */
export function readAnnotated(folder: string): AnnotatedText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".tsv"))
    .sort()
    .map((name) => {
      const id = name.slice(0, -4);
      const entities = readFileSync(join(folder, name), "utf8")
        .split("\n")
        .filter((line) => line.startsWith("E\t"))
        .map((line): Annotation => {
          const [, type = "", title = "", forms = "", ...keys] = line.split("\t");
          return {
            type: type as EntityType,
            name: title,
            forms: forms.split("|").map((f) => normalize(f.replace(/\s*\n\s*/gu, ""))),
            optional: keys.includes("optional=1"),
          };
        });
      return {
        id,
        path: join(folder, `${id}.txt`),
        date: readFileSync(join(folder, `${id}.date`), "utf8").trim(),
        entities,
      };
    });
}

export interface GoldSpan {
  type: EntityType;
  start: number;
  end: number;
  optional: boolean;
  /** Number of the entity in its text. */
  entity: number;
}

/** 甲公司乙产业园: where the printed form opens with the investor's or the place's name and the rest is a form too, both are names. */
function prefixes(
  entities: readonly Annotation[],
): (text: string, entity: number) => { length: number; entity: number } | undefined {
  const others = new Map<string, number>();
  entities.forEach((e, index) => {
    if (/^(?:Company|Agency|Institution|Place)$/u.test(e.type))
      for (const form of e.forms) others.set(form, index);
  });
  return (text, entity) => {
    const own = entities[entity] as Annotation;
    if (own.type !== "Project") return undefined;
    const rest = [...own.forms, own.name].filter((f) => f.length < text.length && text.endsWith(f));
    for (const form of rest) {
      const found = others.get(text.slice(0, text.length - form.length));
      if (found !== undefined) return { length: text.length - form.length, entity: found };
    }
    return undefined;
  };
}

/** Spans of a sentence: all occurrences of all forms, longest first, without overlap. */
export function goldSpans(norm: string, entities: readonly Annotation[]): GoldSpan[] {
  const forms = entities
    .flatMap((e, entity) => e.forms.map((form) => ({ form, entity })))
    .filter(({ form }) => form.length > 0)
    .sort((a, b) => b.form.length - a.form.length);
  const taken = new Uint8Array(norm.length);
  const spans: GoldSpan[] = [];
  const prefixOf = prefixes(entities);
  const put = (start: number, end: number, entity: number): void => {
    const { type, optional } = entities[entity] as Annotation;
    // Readers leave the brackets of a document's title out, rules take them in: here they are in.
    const marked = type === "Policy" && norm[start - 1] === "《" && norm[end] === "》";
    spans.push({ type, start: marked ? start - 1 : start, end: marked ? end + 1 : end, optional, entity });
  };
  for (const { form, entity } of forms)
    for (let at = norm.indexOf(form); at >= 0; at = norm.indexOf(form, at + 1)) {
      const end = at + form.length;
      if (taken.subarray(at, end).some((t) => t === 1)) continue;
      taken.fill(1, at, end);
      const prefix = prefixOf(form, entity);
      if (prefix) put(at, at + prefix.length, prefix.entity);
      put(at + (prefix?.length ?? 0), end, entity);
    }
  return spans.sort((a, b) => a.start - b.start);
}

/** Label of each character, and 1 where any label is right because the name may be left out. */
export function labelsOf(size: number, spans: readonly GoldSpan[]): { labels: Uint8Array; free: Uint8Array } {
  const labels = new Uint8Array(size).fill(OUTSIDE);
  const free = new Uint8Array(size);
  for (const { type, start, end, optional } of spans) {
    const index = TYPES.indexOf(type);
    labels.fill(insideOf(index), start, end);
    labels[start] = beginOf(index);
    if (optional) free.fill(1, start, end);
  }
  return { labels, free };
}

/** Labels that a sentence may bear: the annotated ones, and outside where the name is optional. */
export function allowedOf(labels: Uint8Array, free: Uint8Array): Uint8Array | undefined {
  if (!free.some((f) => f === 1)) return undefined;
  const allowed = new Uint8Array(labels.length * LABELS);
  for (let i = 0; i < labels.length; i++) {
    allowed[i * LABELS + (labels[i] as number)] = 1;
    if (free[i] === 1) allowed[i * LABELS + OUTSIDE] = 1;
  }
  return allowed;
}
