/**
 * Forms of projects: a table in which each row says one or two things of the project (建设单位 | 甲公司 | 总投资 | 3亿元). Read
 * as the row of a list whose columns are the labels; the evidence of each fact is the row in which it stands.
 * @module
 */
import type { Table } from "../../model/report.ts";
import { bareLabel, isProjectLabel, labelColumns } from "../../report/tables/form.ts";
import { type Column, readColumns } from "./columns.ts";
import { projectList } from "./project.ts";
import type { Cell, RowView, TableRule, TableView } from "./types.ts";

interface Form {
  /** A label each. */
  columns: readonly Column[];
  /** Values by the label's index. */
  values: ReadonlyMap<number, Cell>;
  name: string;
}

type Pair = readonly [label: string, value: Cell];

const known = new WeakMap<Table, readonly Form[]>();

/**
 * Values of a row with their labels, by how far behind the label they stand: the projects of a table that describes several
 * side by side have a column each, and an empty cell moves none of them. A cell merged over several is said of all.
 */
function pairsOf(cells: readonly Cell[], labels: readonly number[]): Map<number, Pair[]> {
  const forms = new Map<number, Pair[]>();
  labels.forEach((column, i) => {
    const label = cells.find((c) => c.cell.column === column);
    if (label === undefined || label.text === "") return;
    const first = column + (label.cell.columns ?? 1);
    const end = labels[i + 1] ?? Number.POSITIVE_INFINITY;
    for (const value of cells) {
      const at = value.cell.column;
      if (at < first || at >= end || value.text === "") continue;
      for (let n = at - first; n < at - first + (value.cell.columns ?? 1); n++)
        forms.set(n, [...(forms.get(n) ?? []), [bareLabel(label.text), value]]);
    }
  });
  return forms;
}

const isNamed = (pairs: readonly Pair[]): boolean => pairs.some(([label]) => isProjectLabel(label));

function formOf(pairs: readonly Pair[]): Form[] {
  const name = pairs.find(([label]) => isProjectLabel(label))?.[1].text;
  if (name === undefined) return [];
  return [
    {
      columns: readColumns(pairs.map(([label]) => label)),
      values: new Map(pairs.map(([, value], i) => [i, value])),
      name,
    },
  ];
}

/** The forms of a table: below each other, each beginning with its project's name, or side by side with common labels. */
function formsOf({ report, table }: TableView): readonly Form[] {
  const had = known.get(table);
  if (had !== undefined) return had;
  const rows = table.rows.map(({ cells }) =>
    cells.map((cell): Cell => ({ text: report.text.slice(cell.start, cell.end), ...cell, cell })),
  );
  const labels = labelColumns(
    rows.map((row) =>
      row
        .filter(({ text }) => text !== "")
        .map(({ text, cell }) => ({ text, column: cell.column, columns: cell.columns ?? 1 })),
    ),
  );
  const forms: Form[] = [];
  const open = new Map<number, Pair[]>();
  const close = (): void => {
    for (const pairs of open.values()) forms.push(...formOf(pairs));
    open.clear();
  };
  for (const row of labels === undefined ? [] : rows) {
    const pairs = pairsOf(row, labels ?? []);
    // The next project's name begins the next form.
    if ([...pairs.values()].some(isNamed) && [...open.values()].some(isNamed)) close();
    for (const [n, more] of pairs) open.set(n, [...(open.get(n) ?? []), ...more]);
  }
  close();
  known.set(table, forms);
  return forms;
}

const isIn = (at: { start: number; end: number }, { row }: RowView): boolean =>
  row.cells.some((cell) => cell.start <= at.start && at.end <= cell.end);

const touching = (row: RowView, table: TableView): Form[] =>
  formsOf(table).filter(({ values }) => [...values.values()].some((cell) => isIn(cell, row)));

export const projectForm: TableRule = {
  name: "table/project-form",
  examples: {
    yes: [
      [
        "|项目名称|青禾光伏电站项目|\n|---|---|\n|建设单位|云岭新能源有限公司|\n|总投资|3.2亿元|\n|建设地点|农安县合隆镇|\n",
        "Company:云岭新能源有限公司 INVESTS Project:青禾光伏电站",
      ],
      [
        "|项目名称|青禾光伏电站项目|建设单位|云岭新能源有限公司|\n|---|---|---|---|\n|总投资（万元）|32000|建设年限|2024-2026|\n|责任单位|农安县发展和改革局|项目进展|在建|\n",
        "Project:青禾光伏电站.totalInvestment=320000000",
      ],
      [
        "|项目名称|青禾光伏电站|云岭湿地公园|\n|---|---|---|\n|建设单位|云岭新能源有限公司|农安县林业局|\n|总投资（万元）|32000|1200|\n|进展情况|在建|拟建|\n",
        "Agency:农安县林业局 LEADS Project:云岭湿地公园",
      ],
    ],
    no: [
      "|姓名|张三|\n|---|---|\n|单位|青禾集团|\n|职务|经理|\n|电话|12345|\n",
      "|项目|内容|\n|---|---|\n|名称|云岭|\n|地址|农安县|\n",
    ],
  },
  takes: (table) => formsOf(table).length > 0,
  apply: (row, table) =>
    touching(row, table).flatMap(({ columns, values }) => {
      const whole: RowView = {
        row: row.row,
        cell: (column) => (column === undefined ? undefined : values.get(column.index)),
        groups: [],
        before: [],
      };
      return projectList.apply(whole, { ...table, columns }).filter(({ at }) => isIn(at, row));
    }),
  header: (row, table) =>
    `项目名称：${touching(row, table)
      .map(({ name }) => name)
      .join("、")}`,
};
