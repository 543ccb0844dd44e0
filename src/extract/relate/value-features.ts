/** Features of a project and what a passage may say of it: the words between and around, and which projects rival it. @module */
import type { Doc, DocSentence, Mention } from "../types.ts";
import { sureFeatures } from "./features.ts";
import { groupAt, type Row, wordAt } from "./units.ts";
import { viewOf } from "./view.ts";

const bucket = (n: number): string =>
  n <= 3 ? String(n) : n <= 6 ? "6" : n <= 10 ? "10" : n <= 18 ? "18" : n <= 30 ? "30" : "99";
/** The unit that a character of the sentence is in; -1: none. */
export const unitAt = (row: Row, at: number): number =>
  row.units.findIndex((u) => u.start <= at && at < u.end);

/** What stands between a project and the words that say something of it. */
export function between(
  s: DocSentence,
  doc: Doc,
  row: Row,
  project: Mention,
  start: number,
  end: number,
  out: string[],
): void {
  const view = viewOf(doc);
  const a = unitAt(row, project.start);
  const b = unitAt(row, start);
  const z = unitAt(row, Math.max(start, end - 1));
  out.push(
    `k:${s.sentence.kind}`,
    `na:${Math.min(5, view.count(project))}`,
    `kp:${Math.min(6, view.kinds("Project"))}`,
  );
  if (view.inTitle(project)) out.push("tia");
  const name = project.name.replace(/(?:项目|工程)$/u, "");
  out.push(`h1:${name.slice(-1)}`, `h2:${name.slice(-2)}`);
  if (project.anaphor) out.push("ana");
  sureFeatures(doc, project, "a", out);
  for (let d = 1; d <= 3; d++) out.push(`l${d}:${wordAt(row, b - d)}`, `r${d}:${wordAt(row, z + d)}`);
  out.push(
    `gl:${groupAt(row, b - 1)}`,
    `gr:${groupAt(row, z + 1)}`,
    `glr:${groupAt(row, b - 1)}|${groupAt(row, z + 1)}`,
  );
  out.push(
    `l12:${wordAt(row, b - 2)}|${wordAt(row, b - 1)}`,
    `r12:${wordAt(row, z + 1)}|${wordAt(row, z + 2)}`,
    `lr:${wordAt(row, b - 1)}|${wordAt(row, z + 1)}`,
  );
  if (project.end === 0 || a < 0) {
    out.push("implied");
    return;
  }
  const o = a <= b ? ">" : "<";
  const [l, r] = a <= b ? [a, b] : [z, a];
  const n = Math.max(0, r - l - 1);
  out.push(`o${o}`, `d${o}${bucket(n)}`);
  const clauses = (row.clauses[r] ?? 0) - (row.clauses[l] ?? 0);
  out.push(`c${o}${Math.min(5, clauses)}`);
  const others = row.nodes.filter((x) => x.mention.type === "Project" && x.mention.name !== project.name);
  const inside = others.filter((x) => x.unit > l && x.unit < r).length;
  const nearer = others.filter((x) => Math.min(Math.abs(x.unit - b), Math.abs(x.unit - z)) < n + 1).length;
  out.push(`ob:${Math.min(3, inside)}`, `on:${Math.min(3, nearer)}`, `oo:${Math.min(4, others.length)}`);
  const companies = row.nodes.filter((x) => x.mention.type === "Company" && x.unit > l && x.unit < r).length;
  out.push(`cb:${Math.min(3, companies)}`);
  for (let i = l + 1; i < r && i <= l + 14; i++)
    out.push(`w${o}${wordAt(row, i)}`, `g${o}${groupAt(row, i)}`);
  if (n > 0) out.push(`b1${o}${wordAt(row, l + 1)}`, `bz${o}${wordAt(row, r - 1)}`);
  if (n <= 4)
    out.push(
      `bt${o}${row.units
        .slice(l + 1, r)
        .map((u) => (/^\d/.test(u.text) ? "0" : u.text))
        .join("")}`,
    );
  const [pl, pr] = [wordAt(row, a - 1), wordAt(row, a + 1)];
  out.push(`pl${o}${pl}`, `pr${o}${pr}`);
  if (/[、和及]/u.test(pl) || /[、和及]/u.test(pr)) out.push("listed");
}
