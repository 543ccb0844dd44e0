/**
 * Keeps verdicts on figures without their texts:
 *
 *     npx tsx scripts/model/figures/keep.ts TEXTS.jsonl ITEMS.jsonl VERDICTS.tsv… > figures.jsonl
 *
 * A line of TEXTS.jsonl is `{"id", "text"}`. A line of ITEMS.jsonl is a figure that was shown to a reader: `{"n", "id", "start",
 * "end", "home", "owner"?, "subject", "indicator", "measure", "value", "unit", "period", "kind"}`. A line of VERDICTS.tsv is n, the five
 * letters of `labels.ts`, Y or N, and a note, split by tabs.
 * @module
 */
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { FIELDS, hashesOf, hashOwner, hashText, type Label, type Read } from "./labels.ts";

const [texts, items, ...verdicts] = process.argv.slice(2);
if (texts === undefined || items === undefined || verdicts.length === 0)
  throw new Error("usage: keep.ts TEXTS.jsonl ITEMS.jsonl VERDICTS.tsv…");

interface Item extends Read {
  n: number;
  id: string;
  start: number;
  end: number;
  home?: string;
  /** `Type:name` of whose it is, where the reader says another than was read. */
  owner?: string;
}

const letters = new Map<number, string>();
for (const path of verdicts)
  for (const line of readFileSync(path, "utf8").split("\n")) {
    const [n = "", ...rest] = line.split("\t");
    const verdict = rest
      .slice(0, FIELDS.length + 1)
      .map((cell) => cell.trim()[0] ?? "")
      .join("");
    if (/^[RWM]{5}[YN]$/u.test(verdict)) letters.set(Number(n), verdict);
  }
const judged = readFileSync(items, "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Item)
  .filter(({ n }) => letters.has(n));
const hashes = new Map<string, string>();
const wanted = new Set(judged.map(({ id }) => id));
for await (const line of createInterface({ input: createReadStream(texts) })) {
  const { id, text } = JSON.parse(line) as { id: string; text: string };
  if (wanted.has(id)) hashes.set(id, hashText(text));
}
for (const item of judged) {
  const { n, id, start, end, home, owner } = item;
  const subject = /^[A-Z][a-z]+:/u.test(item.subject) ? item.subject : (home ?? "");
  const label: Label = {
    id,
    sha256: hashes.get(id) ?? "",
    start,
    end,
    verdict: letters.get(n) ?? "",
    read: hashesOf({ ...item, subject }),
    ...(owner === undefined ? {} : { owner: hashOwner(owner) }),
  };
  console.log(JSON.stringify(label));
}
