/**
 * Tables that are forms: what a column's header would say stands left of each value (项目名称 | … | 建设单位 | …), in one
 * or several columns of labels. Which words are labels is told by `data/lexicon/table-columns.tsv`.
 * @module
 */
import { lexiconTable } from "../../lexicon.ts";

/** Roles of labels that say that the form is one of a project, and of those that may stand beside them. */
const NAME = "project";
const SIDE = new Set(
  "investor builder agency place total plan done content years start end progress nature person industry".split(
    " ",
  ),
);
/** A form names this many things of its project. */
const SEVERAL = 3;

let words: { labels: Map<string, string>; heads: Set<string> } | undefined;

function known(): { labels: Map<string, string>; heads: Set<string> } {
  if (words === undefined) {
    words = { labels: new Map(), heads: new Set() };
    for (const [role = "", list = ""] of lexiconTable("table-columns"))
      for (const word of list.split(" ")) {
        words.heads.add(word);
        if (role === NAME || SIDE.has(role)) words.labels.set(word, role);
      }
  }
  return words;
}

const withoutUnit = (label: string): string => label.replace(/[（(][^（）()]{1,14}[)）]$/u, "");

/** Whether the texts of a row are names of columns: at least two and half of them are words for that. */
export function isHeaderRow(texts: readonly string[]): boolean {
  const { heads } = known();
  const named = texts.map(bareLabel).filter((text) => heads.has(text) || heads.has(withoutUnit(text)));
  return named.length >= 2 && named.length * 2 >= texts.length;
}

/** A label without blanks, number, colon and the unit behind it. */
export function bareLabel(text: string): string {
  return text
    .replace(/\s/gu, "")
    .replace(/^(?:[*＊★]|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）、.．])/u, "")
    .replace(/[:：]$/u, "");
}

/** The role of a label, if it is one of the words and nothing else. */
function roleOf(text: string): string | undefined {
  const bare = bareLabel(text);
  const { labels } = known();
  return labels.get(bare) ?? labels.get(withoutUnit(bare));
}

export const isProjectLabel = (text: string): boolean => roleOf(text) === NAME;

interface FormCell {
  column: number;
  /** Columns that it is merged over. */
  columns: number;
  text: string;
}

/** Length of the longest run of labels that stand side by side. */
function longestRun(row: readonly FormCell[], isLabel: readonly boolean[]): number {
  let [run, longest, end] = [0, 0, -1];
  row.forEach(({ column, columns }, i) => {
    run = isLabel[i] === true ? (column === end ? run + 1 : 1) : 0;
    end = column + columns;
    longest = Math.max(longest, run);
  });
  return longest;
}

/**
 * The columns in which the labels of a form stand, from the left; `undefined` if the table is none. `rows`: filled cells of
 * each row in order.
 */
export function labelColumns(rows: readonly (readonly FormCell[])[]): number[] | undefined {
  const seen = new Map<number, { labels: number; others: number }>();
  const roles = new Set<string>();
  let labels = 0;
  for (const row of rows) {
    const found = row.map((cell) => roleOf(cell.text));
    const run = longestRun(
      row,
      found.map((role) => role !== undefined),
    );
    // 项目名称 | 建设单位 | 总投资 | 进展: the head of a list.
    if (run >= SEVERAL) return undefined;
    row.forEach(({ column }, i) => {
      const at = seen.get(column) ?? { labels: 0, others: 0 };
      seen.set(column, at);
      const role = found[i];
      if (role === undefined || run > 1) at.others++;
      else {
        at.labels++;
        labels++;
        roles.add(role);
      }
    });
  }
  if (!roles.has(NAME) || roles.size < SEVERAL || rows.length < 2 || labels < SEVERAL) return undefined;
  const columns = [...seen]
    .filter(([, at]) => at.labels >= 2 && at.labels >= at.others)
    .map(([column]) => column)
    .sort((a, b) => a - b);
  return columns.length === 0 ? undefined : columns;
}
