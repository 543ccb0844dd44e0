/** Features of a person who may be quoted: the words around the name, and who else might speak. @module */
import { lexiconTable } from "../../lexicon.ts";
import type { Doc, DocSentence } from "../types.ts";
import { bucket, count } from "./features.ts";
import { type Node, rowOf, wordAt } from "./units.ts";
import { viewOf } from "./view.ts";

const SPEECH: ReadonlySet<string> = new Set(lexiconTable("speech-verbs").map(([w = ""]) => w));

/** Is a person quoted here? Words around the name, the nearest verb of speech, quotation marks, who else might speak. */
export function speakerFeatures(s: DocSentence, doc: Doc, node: Node, out: string[]): void {
  const row = rowOf(s);
  const view = viewOf(doc);
  const { unit } = node;
  const at = (d: number): string => wordAt(row, unit + d);
  out.push(
    `r1:${at(1)}`,
    `r2:${at(1)}|${at(2)}`,
    `r3:${at(1)}|${at(2)}|${at(3)}`,
    `l1:${at(-1)}`,
    `l2:${at(-2)}|${at(-1)}`,
    `lr:${at(-1)}|${at(1)}`,
  );
  for (let d = 2; d <= 6; d++) out.push(`rw:${at(d)}`);
  for (let d = 2; d <= 5; d++) out.push(`lw:${at(-d)}`);
  let people = 0;
  let found = false;
  for (let i = unit + 1; i < row.units.length && i <= unit + 24; i++) {
    const word = wordAt(row, i);
    if (word === "Ⓟ") people++;
    const verb = SPEECH.has(word) ? word : [...SPEECH].find((v) => v.length > 1 && word.endsWith(v));
    if (verb === undefined) continue;
    const clauses = (row.clauses[i] ?? 0) - (row.clauses[unit] ?? 0);
    out.push(
      `sv:${verb}`,
      `sd:${bucket(i - unit)}`,
      `sc:${count(clauses)}`,
      `sp:${count(people)}`,
      `s>${wordAt(row, i + 1)}`,
      `s<${wordAt(row, i - 1)}`,
      `sv1:${verb}|${wordAt(row, i + 1)}`,
    );
    if (people === 0 && clauses === 0) out.push("says", `says>${wordAt(row, i + 1)}`);
    found = true;
    break;
  }
  if (!found) out.push("sv:none");
  const { start, end } = node.host;
  const before = s.norm.slice(0, start);
  const after = s.norm.slice(end);
  const open = before.lastIndexOf("“") > before.lastIndexOf("”");
  out.push(open ? "q:inside" : "q:out");
  if (!open && before.includes("”")) out.push(`qb:${bucket(start - before.lastIndexOf("”"))}`);
  if (after.includes("“")) out.push(`qa:${bucket(after.indexOf("“"))}`);
  if (/^[：:]/u.test(after)) out.push("colon");
  const clauseOpen = /^(?:.*[，。；：”！？])?[^，。；：”！？]*$/u.exec(before);
  out.push(
    `op:${clauseOpen ? bucket(start - 1 - Math.max(...["，", "。", "；", "：", "”", "！", "？"].map((m) => before.lastIndexOf(m)))) : "x"}`,
  );
  out.push(
    `np:${count(row.nodes.filter((n) => n.mention.type === "Person").length)}`,
    `nd:${count(view.count(node.mention))}`,
    `k:${s.sentence.kind}`,
  );
  if (node.mention.anaphor) out.push("ana");
  if (node.host !== node.mention) out.push(`nest:${node.host.type}`);
  for (const word of ["向", "对", "与", "和", "被", "据", "为", "由", "在"])
    if (at(-1) === word) out.push(`case:${word}`);
}
