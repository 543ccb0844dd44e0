/**
 * Text for terminals: tables that align although Chinese characters are two columns wide.
 * @module
 */
import { eastAsianWidth } from "get-east-asian-width";

/** Stands on the character before it, or shows nothing. */
const NO_WIDTH = /\p{M}|\p{Cf}/u;
const ASCII = /^[ -~]*$/;

/** Columns of a terminal. */
function stringWidth(text: string): number {
  if (ASCII.test(text)) return text.length;
  let width = 0;
  for (const character of text)
    if (!NO_WIDTH.test(character)) width += eastAsianWidth(character.codePointAt(0) as number);
  return width;
}

/** Control characters and bidi marks of names from reports must not reach a terminal. */
const UNSAFE = /\p{Cc}|\p{Bidi_Control}/gu;

export const safe = (text: string): string => text.replace(UNSAFE, "�");

/** Cuts to a width in columns, with … where something was cut. */
export function clipped(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let out = "";
  let used = 0;
  for (const char of text) {
    const w = stringWidth(char);
    if (used + w > width - 1) break;
    out += char;
    used += w;
  }
  return `${out}…`;
}

const pad = (text: string, width: number, right: boolean): string => {
  const fill = " ".repeat(Math.max(0, width - stringWidth(text)));
  return right ? fill + text : text + fill;
};

/** A table with a header line; numbers align right. `width` is that of the terminal. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[], width = 120): string {
  const cells = rows.map((row) => row.map(safe));
  const natural = columns.map((c, i) =>
    Math.max(stringWidth(c), ...cells.map((r) => stringWidth(r[i] ?? ""))),
  );
  const numeric = columns.map(
    (_, i) => cells.length > 0 && cells.every((r) => /^[-+]?[\d,.]*$/.test(r[i] ?? "")),
  );
  const widths = shrink(
    natural,
    columns.map((c) => Math.max(8, stringWidth(c))),
    width - 2 * (columns.length - 1),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => pad(clipped(cell, widths[i] ?? 8), widths[i] ?? 8, numeric[i] ?? false))
      .join("  ")
      .trimEnd();
  return [line(columns), line(widths.map((w) => "─".repeat(w))), ...cells.map(line)].join("\n");
}

/** Takes from the widest columns until all fit, never below their least width. */
function shrink(natural: readonly number[], least: readonly number[], total: number): number[] {
  const widths = [...natural];
  let over = widths.reduce((a, b) => a + b, 0) - total;
  while (over > 0) {
    let widest = -1;
    widths.forEach((w, i) => {
      if (w > (least[i] ?? 8) && (widest < 0 || w > (widths[widest] ?? 0))) widest = i;
    });
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    over--;
  }
  return widths;
}

/** 3890000000 → 38.9亿元 */
export function money(cny: number): string {
  if (Math.abs(cny) >= 1e8) return `${Number((cny / 1e8).toFixed(4))}亿元`;
  if (Math.abs(cny) >= 1e4) return `${Number((cny / 1e4).toFixed(4))}万元`;
  return `${cny}元`;
}
