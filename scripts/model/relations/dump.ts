/**
 * Writes the candidates of annotated texts with their features and labels, one JSON line each, for `train.py`.
 *
 *     npx tsx scripts/model/relations/dump.ts [--names annotated|read|rules] [--model FOLDER] [--part N/M] [FOLDER]… > candidates.jsonl
 *
 * `--names annotated` (default) takes the names from the annotations, `read` those that the program itself finds (with the
 * recogniser of `--model`), `rules` those found without a recogniser. `--part 2/5` takes every fifth text of
 * all folders, the third first, as `train.ts --without 2/5` counts them.
 * A label is 1 (annotated), 0 (not), or -1 (optional: neither).
 * @module
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { bindAnaphors } from "../../../src/extract/anaphora.ts";
import { applyRules } from "../../../src/extract/engine.ts";
import { openExtractTools } from "../../../src/extract/extract.ts";
import { frameSentences } from "../../../src/extract/frame.ts";
import { chooseNames, settleNames } from "../../../src/extract/names/index.ts";
import { NESTED, nestedCandidates } from "../../../src/extract/names/nested.ts";
import { flatten } from "../../../src/extract/place/read.ts";
import { candidatesOf } from "../../../src/extract/relate/candidates.ts";
import { edgeOf, type Proposal, SCORED, tableOf } from "../../../src/extract/relate/types.ts";
import { type ValueDraft, valueEdge } from "../../../src/extract/relate/value-types.ts";
import { valueCandidates } from "../../../src/extract/relate/values.ts";
import type { Doc, DocSentence } from "../../../src/extract/types.ts";
import type { EntityRef } from "../../../src/model/claim.ts";
import { wordsOf } from "../words-of.ts";
import { type AnnotatedText, annotatedMentions, readAnnotated } from "./annotated.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    names: { type: "string", default: "annotated" },
    model: { type: "string" },
    part: { type: "string", default: "0/1" },
  },
});
const [part = 0, parts = 1] = values.part.split("/").map(Number);
const folders = positionals.length > 0 ? positionals : ["../shared/train/texts"];
const STRIP = /[\s"'“”‘’「」『』《》〈〉()（）【】·・,，、.。:：;；\-—]+/gu;
const norm = (name: string): string => {
  const plain = name.normalize("NFKC").replace(STRIP, "");
  return plain.endsWith("项目") && plain.length > 4 ? plain.slice(0, -2) : plain;
};

/** Types whose names may be cut a little short or long and still be the thing: the sum of 青禾光伏 is that of 青禾光伏电站. */
const CUT: ReadonlySet<string> = new Set([
  "Project",
  "Company",
  "Institution",
  "Mechanism",
  "Policy",
  "Event",
]);
/** So much of the longer form the shorter one must hold. */
const ENOUGH = 0.6;

/** The entity of which a form begins or ends another by most of it: a reader takes a fact of one for a fact of the other. */
function nearest(form: string, type: string, text: AnnotatedText): number | undefined {
  let best: number | undefined;
  let most = ENOUGH;
  for (const e of text.entities) {
    if (e.type !== type) continue;
    for (const other of [e.name, ...e.forms].map(norm)) {
      const [short, long] = form.length < other.length ? [form, other] : [other, form];
      const share = short.length / Math.max(1, long.length);
      if (share >= most && (long.startsWith(short) || long.endsWith(short))) [best, most] = [e.id, share];
    }
  }
  return best;
}

/** Which annotated entity a name of the program is: of the same type, sharing a form, or nearly so. */
function linker(doc: Doc, text: AnnotatedText): (ref: EntityRef) => number | undefined {
  const byForm = new Map<string, number>();
  for (const e of text.entities)
    for (const form of [e.name, ...e.forms]) {
      const key = `${e.type}:${norm(form)}`;
      if (!byForm.has(key)) byForm.set(key, e.id);
    }
  const forms = new Map<string, Set<string>>();
  for (const s of doc.sentences)
    for (const m of flatten(s.mentions)) {
      if (m.anaphor) continue;
      const key = `${m.type}:${m.name}`;
      const known = forms.get(key) ?? new Set([m.name]);
      for (const form of [m.text, ...(m.aliases ?? [])]) known.add(form);
      forms.set(key, known);
    }
  return (ref) => {
    for (const form of [ref.name, ...(forms.get(`${ref.type}:${ref.name}`) ?? [])]) {
      const id = byForm.get(`${ref.type}:${norm(form)}`);
      if (id !== undefined) return id;
    }
    return CUT.has(ref.type) ? nearest(norm(ref.name), ref.type, text) : undefined;
  };
}

const tools = await openExtractTools(values.model);
for (const [index, text] of folders.flatMap((folder) => readAnnotated(resolve(folder))).entries()) {
  if (index % parts !== part) continue;
  const words = await wordsOf(text, tools);
  const recogniser = values.names === "rules" ? undefined : tools.recogniser;
  const chosen = chooseNames(words, recogniser, tools.scorer);
  const read = settleNames(chosen, words, tools.scorer).doc;
  const named =
    values.names === "annotated"
      ? {
          ...read,
          sentences: words.sentences.map((s) => ({
            ...s,
            mentions: annotatedMentions(s, text.entities, tools.gazetteer, words.home?.code),
          })),
        }
      : read;
  const doc = frameSentences(bindAnaphors(named));
  const proposed = new Map<DocSentence, Proposal[]>();
  const valued = new Map<DocSentence, { rule: string; draft: ValueDraft }[]>();
  for (const s of doc.sentences) {
    const drafts = applyRules(s, doc);
    proposed.set(
      s,
      drafts.flatMap(({ rule, draft }) =>
        draft.kind === "relation" && SCORED.has(draft.predicate) ? [{ rule, draft }] : [],
      ),
    );
    valued.set(
      s,
      drafts.flatMap(({ rule, draft }) => (draft.kind === "value" ? [{ rule, draft }] : [])),
    );
  }
  const link = linker(doc, text);
  const labels = new Map<string, number>();
  for (const r of text.relations) {
    const weak = r.keys.get("optional") === "1";
    // A contractor is no investor.
    labels.set(`${r.type} ${r.head} ${r.tail}`, r.keys.get("role") === "builder" ? 0 : weak ? -1 : 1);
  }
  const lines: string[] = [];
  if (values.names === "read")
    for (const { part, features } of nestedCandidates(
      chosen.map(({ sentence }) => sentence),
      words,
    )) {
      const forms = [part.name, part.text].map(norm);
      const found = text.entities.filter(
        (e) => e.type === part.type && [e.name, ...e.forms].some((form) => forms.includes(norm(form))),
      );
      const edge = `${NESTED}\t${lines.length} ${part.name}\t${lines.length}`;
      lines.push(
        JSON.stringify({
          doc: text.id,
          table: NESTED,
          edge,
          gold: "",
          y: found.length === 0 ? 0 : found.every((e) => e.optional) ? -1 : 1,
          f: features,
        }),
      );
    }
  for (const c of candidatesOf(doc, proposed)) {
    const head = link(c.subject);
    const tail = c.object === "REPORT" ? -1 : link(c.object);
    const known = head === undefined || tail === undefined;
    const optional =
      !known && (text.entities[head]?.optional === true || text.entities[tail as number]?.optional === true);
    const label = known ? 0 : (labels.get(`${c.predicate} ${head} ${tail}`) ?? 0);
    lines.push(
      JSON.stringify({
        doc: text.id,
        table: tableOf(c),
        edge: edgeOf(c),
        gold: known ? "" : `${c.predicate} ${head} ${tail}`,
        y: optional ? -1 : label,
        f: [...new Set(c.features)],
      }),
    );
  }
  const wanted: Record<string, number> = {};
  for (const c of valueCandidates(doc, valued)) {
    const entity = link(c.subject);
    const known = entity === undefined ? undefined : text.entities[entity];
    const right = known?.keys.get(c.property === "stage" ? "stage" : "invest");
    const same =
      right !== undefined &&
      (c.property === "stage"
        ? right === c.value
        : Math.abs(Number(right) - Number(c.value)) <= 1e-6 * Number(right));
    // The texts a-… mark few values: what is not marked there may be right.
    const unsure = known?.optional === true || (right === undefined && text.id.startsWith("a-"));
    lines.push(
      JSON.stringify({
        doc: text.id,
        table: c.property,
        edge: valueEdge(c),
        gold: known ? `${c.property} ${entity} ${c.value}` : "",
        y: unsure ? -1 : same ? 1 : 0,
        f: [...new Set(c.features)],
      }),
    );
  }
  for (const e of text.entities) {
    if (e.type !== "Project" || e.optional) continue;
    if (e.keys.has("stage")) wanted["stage"] = (wanted["stage"] ?? 0) + 1;
    if (e.keys.has("invest")) wanted["totalInvestment"] = (wanted["totalInvestment"] ?? 0) + 1;
  }
  const seen = new Set<string>();
  const required = text.relations.filter(
    (r) =>
      SCORED.has(r.type as never) &&
      !seen.has(`${r.type} ${r.head} ${r.tail}`) &&
      seen.add(`${r.type} ${r.head} ${r.tail}`) &&
      labels.get(`${r.type} ${r.head} ${r.tail}`) === 1 &&
      text.entities[r.head]?.optional !== true &&
      (r.tail < 0 || text.entities[r.tail]?.optional !== true),
  );
  for (const r of required) {
    const table = tableOf({
      predicate: r.type as never,
      subject: { type: text.entities[r.head]?.type ?? "Project", name: "" },
    });
    wanted[table] = (wanted[table] ?? 0) + 1;
  }
  lines.push(JSON.stringify({ doc: text.id, wanted }));
  process.stdout.write(`${lines.join("\n")}\n`);
}
await tools.tagger?.close();
