/**
 * Which fields at which distance make a feature together. A feature with a field that has nothing to say is left out.
 * @module
 */
import { FIELDS, type Field, type Fields } from "./fields.ts";
import { finish, hashText, mix } from "./hash.ts";

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
const OUTSIDE = 0x7f1;

/** Gives each feature of each character to `add`, with the number of its template. */
export function applyTemplates(
  fields: Fields,
  add: (position: number, feature: number, template: number) => void,
): void {
  const columns = FIELDS.map((name) => fields[name]);
  const size = fields.char.length;
  templates.forEach(({ seed, parts }, index) => {
    position: for (let i = 0; i < size; i++) {
      let hash = seed;
      for (let p = 0; p < parts.length; p++) {
        const { field, distance } = parts[p] as Part;
        const at = i + distance;
        const value = at < 0 || at >= size ? OUTSIDE : ((columns[field] as Int32Array)[at] as number);
        if (value === 0) continue position;
        hash = mix(hash, value);
      }
      add(i, finish(hash), index);
    }
  });
}
