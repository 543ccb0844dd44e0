/** What the API says of queries: those that are saved, and answers. @module */
import type { Label, Opt, View } from "./api-types.ts";

export interface QueryParameter {
  name: string;
  /** Its name in Chinese. */
  zh?: Opt<string>;
  description: string;
  kind: "string" | "number" | "boolean";
  default: string | number | boolean | null;
}

export interface SavedQueryBody extends Label {
  name: string;
  question: string;
  cypher: string;
  parameters: QueryParameter[];
}

export interface QueryResultBody {
  columns: string[];
  rows: unknown[][];
  truncated: boolean;
  /** The answer was cut for its size, not for its number of rows. */
  cut?: Opt<"bytes">;
  /** Names in the query that the schema does not have. */
  hints: { kind: "label" | "type" | "property"; name: string; meant?: Opt<string> }[];
  /** What columns are called in Chinese, where they are known. */
  columnsZh: Record<string, string>;
  /** The nodes and edges among the values. */
  view: View;
  milliseconds: number;
}
