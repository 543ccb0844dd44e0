/**
 * Which fields at which distance make a feature together. A feature with a field that has nothing to say is left out.
 * @module
 */
import { FIELDS, type Field, type Fields } from "./fields.ts";
import { finish, hashText, mixIn, premix } from "./hash.ts";

/** `char-1 char` is the character before and the character itself. */
const TEMPLATES = [
  ...[-3, -2, -1, 0, 1, 2, 3].map((d) => `char${d}`),
  "char-2 char-1",
  "char-1 char0",
  "char0 char1",
  "char1 char2",
  "char-1 char1",
  "char-2 char-1 char0",
  "char-1 char0 char1",
  "char0 char1 char2",
  "char-3 char-2 char-1 char0",
  "char0 char1 char2 char3",
  "class-1 class0 class1",
  "class-2 class-1 class0 class1 class2",
  "quote0",
  "quote0 tag0",
  "before0",
  "after0",
  "before0 after0",
  "before0 tag0",
  "after0 tag0",
  "list0",
  "list0 char-1",
  "list0 tag0",
  "word0",
  "wordEnd0 tag0",
  "tag0",
  "tag0 tagLeft0",
  "tag0 tagRight0",
  "tag0 tagLeft0 tagRight0",
  "tag0 tagLeft0 tagLeft20",
  "tag0 tagRight0 tagRight20",
  "tag0 wordLeft0",
  "tag0 wordRight0",
  "word0 wordLeft0",
  "word0 wordRight0",
  "word0 tagLeft0",
  "word0 tagRight0",
  "tag-1 tag0 tag1",
  "wordEnd0 wordRight0",
  "groupFine0",
  "group0",
  "groupCoarse0",
  "groupLeft0",
  "groupRight0",
  "group0 groupLeft0",
  "group0 groupRight0",
  "groupCoarse0 groupLeft0",
  "groupCoarse0 groupRight0",
  "groupLeft0 groupRight0",
  "groupFine0 tagRight0",
  "groupFine0 tagLeft0",
  "tag0 groupLeft0",
  "tag0 groupRight0",
  "groupCoarse-1 groupCoarse0 groupCoarse1",
  "organisation0",
  "head0",
  "person0",
  "common0",
  "verb0",
  "organisation1 tag0",
  "head1 tag0",
  "person-1 tag0",
  "person-1 char0",
  "verb-1 tag0",
  "common0 head1",
  "organisationAhead0",
  "organisationAhead0 tag0",
  "organisationAhead0 before0",
  "headAhead0",
  "headAhead0 tag0",
  "headAhead0 before0",
  "place0",
  "place0 tag0",
  "place0 char1",
  "place-1 char0",
  "place-1 organisationAhead0",
  "place-1 headAhead0",
  "place0 place1",
  "value0",
  "value-1 tag0",
  "value1 tag0",
  "rule0",
  "rule-1",
  "rule1",
  "ruleType0",
  "ruleType-1 ruleType0 ruleType1",
  "ruleType0 tag0",
  "rule0 tag0",
  "rule0 wordRight0",
  "rule0 wordLeft0",
  "rule0 char0",
  "kind0",
  "kind0 tag0",
  "kind0 char0",
  "repeated0 tag0",
  "elsewhere0",
  "elsewhere0 tag0",
  "elsewhere-1 tag0",
  "elsewhere1 tag0",
] as const;

interface Part {
  field: number;
  distance: number;
}
interface Template {
  seed: number;
  parts: readonly Part[];
}

const READ = /^(?<field>[A-Za-z]+?2?)(?<distance>-?\d)$/u;

const templates: readonly Template[] = TEMPLATES.map((text) => ({
  seed: hashText(text),
  parts: text.split(" ").map((part): Part => {
    const { field = "", distance = "" } = READ.exec(part)?.groups ?? {};
    const index = FIELDS.indexOf(field as Field);
    if (index < 0) throw new Error(`no field ${field} in template ${text}`);
    return { field: index, distance: Number(distance) };
  }),
}));

/** Most features that the templates give for one character. */
export const MOST_TEMPLATES: number = templates.length;
/** The fields of a template, and how far from the character they are read. */
export const partsOf = (index: number): { field: Field; distance: number }[] =>
  (templates[index]?.parts ?? []).map(({ field, distance }) => ({ field: FIELDS[field] as Field, distance }));

/** Stands for a character outside the sentence. */
const BEYOND = premix(0x7f1);
/** As far as templates look to either side. */
const REACH = Math.max(...templates.flatMap(({ parts }) => parts.map((p) => Math.abs(p.distance))));

/** The values of the fields, ready to be mixed in, with room for the neighbours outside the sentence; 0 where nothing is said. */
function premixed(fields: Fields): Int32Array[] {
  const size = fields.char.length;
  return FIELDS.map((name) => {
    const values = fields[name];
    const column = new Int32Array(size + 2 * REACH).fill(BEYOND);
    for (let i = 0; i < size; i++) column[i + REACH] = premix(values[i] as number);
    return column;
  });
}

/**
 * Gives `each` template's feature of every character, 0 where it has none. The array is used again for the next template.
 */
export function applyTemplates(fields: Fields, each: (features: Int32Array, template: number) => void): void {
  const columns = premixed(fields);
  const features = new Int32Array(fields.char.length);
  for (let index = 0; index < templates.length; index++) {
    const { seed, parts } = templates[index] as Template;
    const read = parts.map(({ field }) => columns[field] as Int32Array);
    const from = parts.map(({ distance }) => distance + REACH);
    if (parts.length === 1) one(features, seed, read, from);
    else if (parts.length === 2) two(features, seed, read, from);
    else many(features, seed, read, from);
    each(features, index);
  }
}

// Most templates have one part or two: these loops are the recogniser's innermost, and run without inner ones.
type Columns = readonly Int32Array[];

function one(out: Int32Array, seed: number, [a]: Columns, [da]: readonly number[]): void {
  for (let i = 0; i < out.length; i++) {
    const va = (a as Int32Array)[i + (da as number)] as number;
    out[i] = va === 0 ? 0 : finish(mixIn(seed, va));
  }
}

function two(out: Int32Array, seed: number, [a, b]: Columns, [da, db]: readonly number[]): void {
  for (let i = 0; i < out.length; i++) {
    const va = (a as Int32Array)[i + (da as number)] as number;
    const vb = (b as Int32Array)[i + (db as number)] as number;
    out[i] = va === 0 || vb === 0 ? 0 : finish(mixIn(mixIn(seed, va), vb));
  }
}

function many(out: Int32Array, seed: number, columns: Columns, from: readonly number[]): void {
  for (let i = 0; i < out.length; i++) {
    let hash = seed;
    let value = 1;
    for (let p = 0; p < columns.length && value !== 0; p++) {
      value = (columns[p] as Int32Array)[i + (from[p] as number)] as number;
      hash = mixIn(hash, value);
    }
    out[i] = value === 0 ? 0 : finish(hash);
  }
}
