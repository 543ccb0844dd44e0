/**
 * Learns the recogniser of names from annotated texts and writes its model.
 *
 *     npx tsx scripts/model/names/train.ts [--texts FOLDER]… [--out FOLDER] [--without N/M] [--cache FILE] [--epochs N]
 *
 * `--without 3/8` leaves out every eighth text, the fourth first, so that the model can be measured on them; `--cache` keeps
 * the texts as rules and tagger saw them, for the next run with the same rules. The model in `data/models/names` comes from
 * all texts. Same texts, same options, same bytes.
 * @module
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildIndex, buildLessons } from "./corpus.ts";
import { type LearnOptions, learn } from "./learner.ts";
import { readLessons } from "./lessons.ts";
import { saveModel } from "./save.ts";

const { values } = parseArgs({
  options: {
    texts: { type: "string", multiple: true, default: ["../shared/train/texts"] },
    out: { type: "string", default: "data/models/names" },
    without: { type: "string" },
    cache: { type: "string" },
    epochs: { type: "string", default: "3" },
    least: { type: "string", default: "2" },
  },
});

/** SHA-256 of all texts and annotations, in the order of their names. */
function fingerprint(folders: readonly string[]): string {
  const hash = createHash("sha256");
  for (const folder of folders)
    for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest("hex");
}

const options: LearnOptions = { epochs: Number(values.epochs), alpha: 0.05, l1: 4, l2: 2, seed: 7 };
const [fold, folds] = (values.without ?? "-1/1").split("/").map(Number);
const all = await readLessons(values.texts, values.cache);
const texts = all.filter((_, index) => index % (folds as number) !== fold);
const index = buildIndex(texts, Number(values.least));
const weights = learn(buildLessons(texts, index), index.rows, options, (line) => console.error(line));
saveModel(values.out, index, weights, {
  texts: texts.length,
  sha256: fingerprint(values.texts),
  ...options,
  least: Number(values.least),
  ...(values.without === undefined ? {} : { without: values.without }),
});
