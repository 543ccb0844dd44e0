/** Values in a text. @module */
export type Values = Record<string, string | number>;

/** `{name}` stands for a value, `{name|one|many}` for a word by its number: `{count} {count|value|values}`. */
export function fill(text: string, values: Values = {}): string {
  return text.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g,
    (whole, name: string, one?: string, many?: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      if (one === undefined || many === undefined) return String(value);
      return String(value) === "1" ? one : many;
    },
  );
}
