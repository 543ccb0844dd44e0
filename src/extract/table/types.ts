/**
 * What a rule of tables sees and gives.
 * @module
 */
import type { EntityRef, ObservationClaim, RelationClaim, Stage } from "../../model/claim.ts";
import type { Report, Table, TableCell, TableRow } from "../../model/report.ts";
import type { Division, Gazetteer } from "../../tag/gazetteer/index.ts";
import type { Examples } from "../types.ts";
import type { Column } from "./columns.ts";

/** The text of a row's cell and where it stands. */
export interface Cell {
  text: string;
  start: number;
  end: number;
  cell: TableCell;
}

export interface TableView {
  report: Report;
  table: Table;
  columns: readonly Column[];
  home: Division | undefined;
  gazetteer: Gazetteer;
  /** The title, the section and the caption that the table stands under, the nearest last. */
  over: readonly string[];
}

export interface RowView {
  row: TableRow;
  /** By column; `undefined` where the row has none or it is empty. */
  cell(column: Column | undefined): Cell | undefined;
  /** Texts of the groups that the row stands under, the nearest last. */
  groups: readonly string[];
  /** The rows of the table before this one, nearest last. */
  before: readonly RowView[];
}

/** A claim that a row states; the engine adds the row as its sentence, the report and the id. */
export type RowClaim =
  | { kind: "mention"; at: Cell; subject: EntityRef; text?: string; code?: string; confidence?: number }
  | { kind: "alias"; at: Cell; subject: EntityRef; alias: string; confidence?: number }
  | (Pick<RelationClaim, "predicate" | "status"> & {
      kind: "relation";
      at: Cell;
      subject: EntityRef;
      object: EntityRef;
      confidence?: number;
    })
  | {
      kind: "value";
      at: Cell;
      subject: EntityRef;
      property: "totalInvestment" | "completion" | "description";
      value: string | number;
      qualifier?: string;
      status?: "stated" | "planned";
      confidence?: number;
    }
  | { kind: "value"; at: Cell; subject: EntityRef; property: "stage"; value: Stage; confidence?: number }
  | (Pick<ObservationClaim, "subject" | "indicator" | "value" | "unit" | "observationKind" | "original"> &
      Partial<Pick<ObservationClaim, "period" | "change" | "basis" | "qualifier">> & {
        kind: "observation";
        at: Cell;
        confidence?: number;
      });

export interface TableRule {
  /** `table/rule`; travels into the claim. */
  name: string;
  /** Texts are whole tables in Markdown. */
  examples: Examples;
  /** Whether the table is of the rule's kind; the first rule that takes a table reads it. */
  takes(table: TableView): boolean;
  apply(row: RowView, table: TableView): RowClaim[];
  /** What the evidence of a row says of the table, where it is not the names of its columns. */
  header?(row: RowView, table: TableView): string;
}
