/**
 * Annotations without the text that they are of: every printed form is kept as where it stands (`[start, length]`, UTF-16
 * units), so that the file holds none of the text's words. With the text it becomes the .tsv of docs/training.md again.
 * @module
 */

/** A stretch of the text, or a value that is not printed in it (a number, a key word of the guide). */
export type Piece = readonly [start: number, length: number] | string;

export interface Standoff {
  id: string;
  date: string;
  /** First 16 hexadecimal digits of the text's SHA-256. */
  sha256: string;
  /** Type, which form is the name, the forms, the keys. */
  entities: [type: string, name: number, forms: Piece[], keys: Record<string, Piece>][];
  /** Type, numbers of two entities (a tail of -1 is the report), the keys. */
  relations: [type: string, head: number, tail: number, keys: Record<string, Piece>][];
}

/** Keys whose values are words of the guide or numbers, never text. */
const PLAIN: ReadonlySet<string> = new Set(["optional", "stage", "invest", "official", "status", "role"]);
const REPORT = "REPORT";

const find = (text: string, words: string): readonly [number, number] | undefined => {
  const start = text.indexOf(words);
  return start < 0 ? undefined : [start, words.length];
};

function pack(text: string, fields: readonly string[]): Record<string, Piece> {
  const keys: Record<string, Piece> = {};
  for (const field of fields) {
    const at = field.indexOf("=");
    if (at < 1) continue;
    const [key, value] = [field.slice(0, at), field.slice(at + 1)];
    // A title put together from parts is printed nowhere as such: it is left out.
    const piece = PLAIN.has(key) ? value : find(text, value);
    if (piece !== undefined) keys[key] = piece;
  }
  return keys;
}

/**
 * @param tsv in the form of docs/training.md
 * @throws Error on a form that the text does not hold, or an end that is no entity
 */
export function toStandoff(id: string, text: string, tsv: string, date: string, sha256: string): Standoff {
  const rows = tsv
    .split("\n")
    .filter((line) => /^[ER]\t/u.test(line))
    .map((line) => line.split("\t"));
  const ids = new Map<string, number>();
  const entities = rows
    .filter(([kind]) => kind === "E")
    .map(([, type = "", name = "", printed = "", ...keys], index): Standoff["entities"][number] => {
      ids.set(`${type}:${name}`, index);
      if (!ids.has(name)) ids.set(name, index);
      const list = printed.split("|");
      const forms = list.map((form): Piece => {
        const piece = find(text, form);
        if (piece === undefined) throw new Error(`${id}: the text does not hold ${form}`);
        return piece;
      });
      return [type, Math.max(0, list.indexOf(name)), forms, pack(text, keys)];
    });
  const end = (name: string): number => {
    const index = name === REPORT ? -1 : ids.get(name);
    if (index === undefined) throw new Error(`${id}: no entity ${name}`);
    return index;
  };
  const relations = rows
    .filter(([kind]) => kind === "R")
    .map(([, type = "", head = "", tail = "", ...keys]): Standoff["relations"][number] => [
      type,
      end(head),
      end(tail),
      pack(text, keys),
    ]);
  return { id, date, sha256, entities, relations };
}

/** The .tsv of a text. The full name of an entity is one of its printed forms here. */
export function toTsv({ entities, relations }: Standoff, text: string): string {
  const read = (piece: Piece): string =>
    typeof piece === "string" ? piece : text.slice(piece[0], piece[0] + piece[1]);
  const keysOf = (keys: Record<string, Piece>): string[] =>
    Object.entries(keys).map(([key, piece]) => `${key}=${read(piece)}`);
  const nameOf = (index: number): string => {
    const [, name = 0, forms = []] = entities[index] ?? [];
    return read(forms[name] ?? REPORT);
  };
  const endOf = (index: number): string => (index < 0 ? REPORT : `${entities[index]?.[0]}:${nameOf(index)}`);
  const lines = [
    ...entities.map(([type, , forms, keys], index) =>
      ["E", type, nameOf(index), forms.map(read).join("|"), ...keysOf(keys)].join("\t"),
    ),
    ...relations.map(([type, head, tail, keys]) =>
      ["R", type, endOf(head), endOf(tail), ...keysOf(keys)].join("\t"),
    ),
  ];
  return lines.length === 0 ? "# nothing\n" : `${lines.join("\n")}\n`;
}
