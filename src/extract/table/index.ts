/**
 * Facts of tables. Each table is read by the first rule that takes it, row by row; the evidence is the row, with its header,
 * and the span is the cell. Rows are no sentences: the rules of the other families do not see them.
 * @module
 */
import { type Claim, type ClaimDraft, makeClaim } from "../../model/claim.ts";
import type { Report, Table } from "../../model/report.ts";
import type { Division, Gazetteer } from "../../tag/gazetteer/index.ts";
import { bareNumber } from "./amounts.ts";
import { type Column, panelsOf, readColumns } from "./columns.ts";
import { projectList } from "./project.ts";
import { projectForm } from "./project-form.ts";
import { indicatorRows, regionRows, yearRows } from "./statistics.ts";
import type { Cell, RowClaim, RowView, TableRule, TableView } from "./types.ts";

export const tableRules: readonly TableRule[] = [
  projectForm,
  projectList,
  regionRows,
  yearRows,
  indicatorRows,
];

const CONFIDENCE = 0.9;
/** Longest header that evidence carries. */
const HEADER = 300;

/** Title of the article, heading of the section, caption: what a table stands under, the nearest last. */
function overOf(report: Report, table: Table): string[] {
  const texts = [
    report.title,
    report.articles[table.article]?.title,
    report.sections[table.section]?.title,
    table.caption,
  ];
  return [...new Set(texts.filter((text): text is string => text !== undefined && text !== ""))];
}

function* rowViews(report: Report, table: Table): Generator<RowView> {
  const before: RowView[] = [];
  let groups: string[] = [];
  for (const row of table.rows) {
    if (row.kind === "header") continue;
    const cells = new Map<number, Cell>();
    for (const cell of row.cells) {
      const text = report.text.slice(cell.start, cell.end);
      if (text !== "") cells.set(cell.column, { text, start: cell.start, end: cell.end, cell });
    }
    if (row.kind === "group") {
      // Its sums are those of the rows that follow.
      const words = [...cells.values()].filter(({ text }) => bareNumber(text) === undefined);
      const text = words
        .slice(0, 2)
        .map((cell) => cell.text)
        .join("");
      // A numbered group of the same rank takes the place of the last one.
      groups = /^[（(]/u.test(text) ? [...groups.slice(0, 1), text] : [text];
      continue;
    }
    const view: RowView = {
      row,
      cell: (column: Column | undefined) => (column === undefined ? undefined : cells.get(column.index)),
      groups: [...groups],
      before: [...before.slice(-40)],
    };
    yield view;
    before.push(view);
  }
}

function finish(
  claim: RowClaim,
  rule: string,
  row: RowView,
  table: TableView,
  header: string,
): Claim | undefined {
  const sentence = table.report.sentences[row.row.sentence];
  if (sentence === undefined) return undefined;
  const { at, confidence = CONFIDENCE, ...fields } = claim;
  const base = {
    report: table.report.id,
    sentence: {
      start: sentence.start,
      end: sentence.end,
      text: sentence.text,
      ...(header === "" ? {} : { header }),
    },
    span: { start: at.start, end: at.end },
    rule,
    confidence,
  };
  switch (fields.kind) {
    case "mention":
      return makeClaim({ ...base, ...fields, text: fields.text ?? at.text } as ClaimDraft);
    case "value":
      return makeClaim({ status: "stated", ...base, ...fields, original: at.text } as ClaimDraft);
    default:
      return makeClaim({ ...base, ...fields } as ClaimDraft);
  }
}

function headerOf({ table, columns }: TableView, own?: string): string {
  const names = own === undefined ? columns.map((c) => c.name).filter((name) => name !== "") : [own];
  const unit = table.unit === "" ? "" : `（单位：${table.unit}）`;
  return `${table.caption}${unit}${names.length === 0 ? "" : `${table.caption || unit ? "：" : ""}${names.join(" | ")}`}`.slice(
    0,
    HEADER,
  );
}

/** Claims of all tables of a report, in no particular order. `rows`: rows that were looked at; `silent`: those that gave none. */
export function tableClaims(
  report: Report,
  home: Division | undefined,
  gazetteer: Gazetteer,
): { claims: Claim[]; rows: number; silent: number } {
  const claims: Claim[] = [];
  let [rows, silent] = [0, 0];
  for (const table of report.tables ?? []) {
    const whole: TableView = {
      report,
      table,
      columns: readColumns(table.columns),
      home,
      gazetteer,
      over: overOf(report, table),
    };
    const header = headerOf(whole);
    const panels = panelsOf(whole.columns).flatMap((columns) => {
      const view = { ...whole, columns };
      const rule = tableRules.find((r) => r.takes(view));
      return rule === undefined ? [] : [{ view, rule }];
    });
    for (const row of rowViews(report, table)) {
      rows++;
      const made = panels.flatMap(({ view, rule }) => {
        const said = rule.header === undefined ? header : headerOf(whole, rule.header(row, view));
        return rule.apply(row, view).flatMap((claim) => finish(claim, rule.name, row, view, said) ?? []);
      });
      if (made.length === 0) silent++;
      claims.push(...made);
    }
  }
  return { claims, rows, silent };
}
