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
  /** Numbers of the parts' fields, and where each is read for the first character, in {@link premixed} columns. */
  fields: readonly number[];
  from: readonly number[];
}

/** As far as templates look to either side. */
const REACH = 3;

const READ = /^(?<field>[A-Za-z]+?2?)(?<distance>-?\d)$/u;

const templates: readonly Template[] = TEMPLATES.map((text) => {
  const parts = text.split(" ").map((part): Part => {
    const { field = "", distance = "" } = READ.exec(part)?.groups ?? {};
    const index = FIELDS.indexOf(field as Field);
    if (index < 0) throw new Error(`no field ${field} in template ${text}`);
    if (Math.abs(Number(distance)) > REACH) throw new Error(`template ${text} looks too far`);
    return { field: index, distance: Number(distance) };
  });
  return {
    seed: hashText(text),
    parts,
    fields: parts.map(({ field }) => field),
    from: parts.map(({ distance }) => distance + REACH),
  };
});

/** Most features that the templates give for one character. */
export const MOST_TEMPLATES: number = templates.length;
/** The fields of a template, and how far from the character they are read. */
export const partsOf = (index: number): { field: Field; distance: number }[] =>
  (templates[index]?.parts ?? []).map(({ field, distance }) => ({ field: FIELDS[field] as Field, distance }));

/** Stands for a character outside the sentence. */
const BEYOND = premix(0x7f1);
/** Columns for the longest sentence so far, used again as those of `fieldsOf` are. */
let room: readonly Int32Array[] = [];

/** The values of the fields, ready to be mixed in, with room for the neighbours outside the sentence; 0 where nothing is said. */
function premixed(fields: Fields, size: number): readonly Int32Array[] {
  const end = size + REACH;
  if (room.length === 0 || (room[0] as Int32Array).length < end + REACH)
    room = FIELDS.map(() => new Int32Array(2 * end + REACH).fill(BEYOND, 0, REACH));
  for (let n = 0; n < FIELDS.length; n++) {
    const values = fields[FIELDS[n] as Field];
    const column = room[n] as Int32Array;
    for (let i = 0; i < size; i++) column[i + REACH] = premix(values[i] as number);
    column.fill(BEYOND, end, end + REACH);
  }
  return room;
}

/**
 * Gives `each` template's feature of each of `size` characters, 0 where it has none. The array is used again for the next
 * template.
 */
export function applyTemplates(
  fields: Fields,
  size: number,
  each: (features: Int32Array, template: number) => void,
): void {
  const columns = premixed(fields, size);
  const features = new Int32Array(size);
  for (let index = 0; index < templates.length; index++) {
    const { seed, fields: read, from } = templates[index] as Template;
    const first = columns[read[0] as number] as Int32Array;
    if (read.length === 1) one(features, seed, first, from[0] as number);
    else if (read.length === 2)
      two(
        features,
        seed,
        first,
        columns[read[1] as number] as Int32Array,
        from[0] as number,
        from[1] as number,
      );
    else many(features, seed, columns, read, from);
    each(features, index);
  }
}

// Most templates have one part or two: these loops are the recogniser's innermost, and run without inner ones.
function one(out: Int32Array, seed: number, a: Int32Array, fromA: number): void {
  for (let i = 0; i < out.length; i++) {
    const va = a[i + fromA] as number;
    out[i] = va === 0 ? 0 : finish(mixIn(seed, va));
  }
}

function two(
  out: Int32Array,
  seed: number,
  a: Int32Array,
  b: Int32Array,
  fromA: number,
  fromB: number,
): void {
  for (let i = 0; i < out.length; i++) {
    const va = a[i + fromA] as number;
    const vb = b[i + fromB] as number;
    out[i] = va === 0 || vb === 0 ? 0 : finish(mixIn(mixIn(seed, va), vb));
  }
}

function many(
  out: Int32Array,
  seed: number,
  columns: readonly Int32Array[],
  read: readonly number[],
  from: readonly number[],
): void {
  for (let i = 0; i < out.length; i++) {
    let hash = seed;
    let value = 1;
    for (let p = 0; p < read.length && value !== 0; p++) {
      value = (columns[read[p] as number] as Int32Array)[i + (from[p] as number)] as number;
      hash = mixIn(hash, value);
    }
    out[i] = value === 0 ? 0 : finish(hash);
  }
}
