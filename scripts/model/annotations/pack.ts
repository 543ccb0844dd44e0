/**
 * Keeps annotations without their texts: `npx tsx scripts/model/annotations/pack.ts FOLDER… > news.jsonl`. See standoff.ts.
 * @module
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { toStandoff } from "./standoff.ts";

const paths = process.argv
  .slice(2)
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".tsv"))
      .map((name) => [name.slice(0, -4), join(folder, name.slice(0, -4))] as const),
  )
  .sort(([a], [b]) => (a < b ? -1 : 1));
for (const [id, path] of paths) {
  const text = readFileSync(`${path}.txt`, "utf8");
  const sha256 = createHash("sha256").update(text).digest("hex").slice(0, 16);
  const date = readFileSync(`${path}.date`, "utf8").trim();
  console.log(JSON.stringify(toStandoff(id, text, readFileSync(`${path}.tsv`, "utf8"), date, sha256)));
}
