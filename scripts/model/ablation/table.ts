/**
 * The table of an ablation, as tabs or as Markdown.
 * @module
 */
const FACTS = ["texts", "fires", "right", "alone"] as const;

export interface Table {
  text(): string;
  /** @returns the whole table so far */
  add(name: string, facts: readonly (string | number)[], changes: readonly number[] | undefined): string;
}

/** @param base F1 of each column with everything in place */
export function tableOf(
  columns: readonly string[],
  base: readonly number[],
  texts: number,
  markdown: boolean,
): Table {
  const row = (cells: readonly (string | number)[]): string =>
    markdown ? `| ${cells.join(" | ")} |` : cells.join("\t");
  const shown = (x: number): string => (Math.abs(x) < 0.0005 ? "0" : x.toFixed(3));
  const lines = [
    row(["without", ...FACTS, ...columns]),
    ...(markdown ? [row(["---", ...[...FACTS, ...columns].map(() => "--:")])] : []),
    row([`nothing (${texts} texts)`, "", "", "", "", ...base.map((f1) => f1.toFixed(4))]),
  ];
  const text = (): string => `${lines.join("\n")}\n`;
  return {
    text,
    add(name, facts, changes) {
      lines.push(row([name, ...facts, ...(changes?.map(shown) ?? columns.map(() => "needed"))]));
      return text();
    },
  };
}
