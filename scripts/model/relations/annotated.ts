/**
 * Annotated texts (X.txt, X.tsv, X.date) as the relation scorer's lessons. The form is told in docs/training.md.
 * @module
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ANNOTATED } from "../../../src/extract/relate/features.ts";
import type { Mention, TokenSentence } from "../../../src/extract/types.ts";
import type { EntityType } from "../../../src/model/claim.ts";
import { normalize } from "../../../src/report/norm.ts";
import type { Gazetteer } from "../../../src/tag/gazetteer/index.ts";

export interface AnnotatedEntity {
  id: number;
  type: EntityType;
  name: string;
  forms: string[];
  optional: boolean;
  keys: ReadonlyMap<string, string>;
}

export interface AnnotatedRelation {
  type: string;
  head: number;
  /** -1: the report. */
  tail: number;
  keys: ReadonlyMap<string, string>;
}

export interface AnnotatedText {
  id: string;
  path: string;
  date: string;
  entities: AnnotatedEntity[];
  relations: AnnotatedRelation[];
}

const keysOf = (fields: readonly string[]): Map<string, string> =>
  new Map(
    fields.flatMap((f): [string, string][] => {
      const at = f.indexOf("=");
      return at > 0 ? [[f.slice(0, at), f.slice(at + 1)]] : [];
    }),
  );

export function readAnnotated(folder: string): AnnotatedText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".tsv"))
    .sort()
    .map((file) => {
      const id = file.slice(0, -4);
      const rows = readFileSync(join(folder, file), "utf8")
        .split("\n")
        .map((line) => line.split("\t"));
      const entities: AnnotatedEntity[] = [];
      const ids = new Map<string, number>();
      for (const [kind, type = "", name = "", forms = "", ...keys] of rows) {
        if (kind !== "E") continue;
        const entity = { id: entities.length, type: type as EntityType, name, keys: keysOf(keys) };
        entities.push({
          ...entity,
          forms: [...new Set(forms.split("|").map((f) => normalize(f)))].filter((f) => f !== ""),
          optional: entity.keys.get("optional") === "1",
        });
        if (!ids.has(name)) ids.set(name, entity.id);
        ids.set(`${type}:${name}`, entity.id);
      }
      const relations = rows.flatMap(
        ([kind, type = "", head = "", tail = "", ...keys]): AnnotatedRelation[] => {
          if (kind !== "R") return [];
          const [a, b] = [ids.get(head), tail === "REPORT" ? -1 : ids.get(tail)];
          return a === undefined || b === undefined ? [] : [{ type, head: a, tail: b, keys: keysOf(keys) }];
        },
      );
      return {
        id,
        path: join(folder, `${id}.txt`),
        date: readFileSync(join(folder, `${id}.date`), "utf8").trim(),
        entities,
        relations,
      };
    });
}

const PARTS: ReadonlySet<EntityType> = new Set([
  "Agency",
  "Company",
  "Institution",
  "Place",
  "Project",
  "Event",
  "Person",
]);

/** The annotated names of a sentence: all occurrences of the forms, longest first, without overlap; shorter ones inside become parts. */
export function annotatedMentions(
  { norm, sentence }: TokenSentence,
  entities: readonly AnnotatedEntity[],
  gazetteer: Gazetteer,
  home: string | undefined,
): Mention[] {
  const spans: Mention[] = [];
  for (const e of entities)
    for (const form of e.forms) {
      for (let at = norm.indexOf(form); at >= 0; at = norm.indexOf(form, at + 1)) {
        const division =
          e.type === "Place" ? gazetteer.resolve(form, home === undefined ? {} : { home }) : undefined;
        spans.push({
          type: e.type,
          start: at,
          end: at + form.length,
          text: sentence.text.slice(at, at + form.length),
          name: e.name,
          rule: ANNOTATED,
          confidence: 1,
          ...(division ? { code: division.code } : {}),
        });
      }
    }
  spans.sort(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start || (a.type < b.type ? -1 : 1),
  );
  const kept: Mention[] = [];
  for (const span of spans) {
    const host = kept.find((k) => k.start <= span.start && span.end <= k.end);
    if (host) {
      if (host.end - host.start === span.end - span.start || !PARTS.has(host.type)) continue;
      host.parts ??= [];
      if (!host.parts.some((p) => p.start < span.end && span.start < p.end)) host.parts.push(span);
      continue;
    }
    if (!kept.some((k) => k.start < span.end && span.start < k.end)) kept.push(span);
  }
  kept.sort((a, b) => a.start - b.start);
  for (const k of kept) k.parts?.sort((a, b) => a.start - b.start);
  return kept;
}
