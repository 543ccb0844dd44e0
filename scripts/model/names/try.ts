import { parseArgs } from "node:util";
import { bestPath } from "../../../src/tag/names/lattice.ts";
import { buildIndex, buildLessons } from "./corpus.ts";
import { learn, scoresOf, type Weights } from "./learner.ts";
import { readLessons } from "./lessons.ts";
import { spansOf, Tally } from "./measure.ts";
const { values } = parseArgs({ options: { cache: { type: "string" }, every: { type: "string", default: "1" }, epochs: { type: "string", default: "10" }, least: { type: "string", default: "2" }, full: {type:"boolean"}, configs: { type: "string", default: "0.1,0.5,1" } } });
const now = () => Math.round(process.cpuUsage().user / 1e6);
const texts = await readLessons(["/work/shared/train/texts"], values.cache);
const test = texts.filter((_, i) => i % 8 === 3);
const train = texts.filter((_, i) => i % 8 !== 3).filter((_, i) => i % Number(values.every) === 0);
const rules = new Tally();
for (const t of test) t.sentences.forEach((s, i) => rules.add(t.gold[i] ?? [], s.settled.map((h) => ({ type: h.kind, start: h.start, end: h.end }))));
console.log(`rules\n${rules}`);
const index = buildIndex(train, Number(values.least));
console.log(train.length, "texts", index.rows, "rows", now());
const lessons = buildLessons(train, index);
const check = buildLessons(test, index);
console.log("lessons", now());
for (const config of values.configs.split(" ")) {
const [alpha, l1, l2] = config.split(",").map(Number);
console.log(config);
const score = (w: Weights) => {
const tally = new Tally();
let n = 0;
for (const t of test) t.sentences.forEach((_, i) => {
  const lesson = check[n++]!;
  tally.add(t.gold[i] ?? [], spansOf(bestPath(scoresOf(lesson, w.state), w.transitions, lesson.size)));
});
return `${tally}`;
};
const w = learn(lessons, index.rows, { epochs: Number(values.epochs), alpha: alpha!, l1: l1!, l2: l2!, seed: 7 }, (l, w) => console.log(l, score(w).split("\n").at(-1), now()));
if (values.full) console.log(score(w));
let nz = 0; for (const x of w.state) if (x !== 0) nz++;
console.log("nonzero", nz, now());
}
