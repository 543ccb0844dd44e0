import type { Command } from "commander";
import { UsageError } from "../../errors.ts";
import { csvLines, type SheetCell } from "../../export/spreadsheet.ts";
import type { Cell } from "../../model/cell.ts";
import { bindParams, loadSavedQueries, savedQuery } from "../../query/saved.ts";
import type { QueryResult } from "../../store/contract.ts";
import { flat, shown } from "../cells.ts";
import { note, print, readText, terminalWidth } from "../io.ts";
import { countOption, pairOption, probabilityOption } from "../options.ts";
import { type StoreOption, useStoreAt, withStore } from "../session.ts";
import { table } from "../text.ts";

interface Options extends StoreOption {
  saved?: string;
  list?: boolean;
  param: Record<string, string>;
  minConfidence?: number;
  write?: boolean;
  json?: boolean;
  csv?: boolean;
  timeout: number;
  rows: number;
}

export function queryCommand(program: Command): void {
  withStore(program.command("query"))
    .description("ask in Cypher, or with a saved query; reads only unless --write")
    .argument("[cypher]", "the query, - for stdin")
    .option("--saved <name>", "a saved query; --list names them")
    .option("--list", "list the saved queries")
    .option(
      "--param <k=v>",
      "a parameter; repeatable. In free Cypher a value that is JSON is taken as such",
      pairOption,
      {},
    )
    .option(
      "--min-confidence <p>",
      "ask of the facts that are at least so sure, 0 to 1 (default: what the store was built with)",
      probabilityOption,
    )
    .option("--write", "allow statements that change the store")
    .option("--timeout <seconds>", "stop after", countOption, 30)
    .option("--rows <n>", "show at most", countOption, 10_000)
    .option("--json", "rows as JSON")
    .option("--csv", "rows as CSV")
    .action(run);
}

async function run(cypher: string | undefined, options: Options): Promise<void> {
  if (options.json && options.csv) throw new UsageError("OPTIONS_CONFLICT", "--json or --csv, not both");
  if (options.write && options.minConfidence !== undefined)
    throw new UsageError(
      "OPTIONS_CONFLICT",
      "--min-confidence asks a copy of the store: nothing written there would stay",
    );
  if (options.list) return list(options);
  const { text, params } = await questionOf(cypher, options);
  const result = await useStoreAt(options.store, options.minConfidence, (store) =>
    store.query(text, {
      params,
      write: options.write ?? false,
      timeoutMs: options.timeout * 1000,
      maxRows: options.rows,
    }),
  );
  if (options.json) print(JSON.stringify(asObjects(result), null, 1));
  else if (options.csv)
    process.stdout.write(csvLines([result.columns, ...result.rows.map((row) => row.map(csvCell))]));
  else print(asTable(result));
  if (result.truncated)
    note(
      result.cut === "bytes"
        ? `only the first ${result.rows.length} rows: more would be too large an answer; return less of each`
        : `only the first ${result.rows.length} rows; --rows N shows more`,
    );
}

/** A number stays one: a minus in front is none of a formula. */
const csvCell = (cell: Cell): SheetCell => (typeof cell === "number" ? cell : flat(cell));

async function questionOf(
  cypher: string | undefined,
  options: Options,
): Promise<{ text: string; params: Record<string, unknown> }> {
  if ((cypher === undefined) === (options.saved === undefined))
    throw new UsageError("QUERY_MISSING", "give one query: Cypher, or --saved NAME (--list names them)");
  if (options.saved !== undefined) {
    const saved = await savedQuery(options.saved);
    return { text: saved.cypher, params: bindParams(saved, options.param) };
  }
  const text = cypher === "-" ? await readText("-") : (cypher ?? "");
  return { text, params: Object.fromEntries(Object.entries(options.param).map(([k, v]) => [k, jsonOr(v)])) };
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function list(options: Options): Promise<void> {
  const all = await loadSavedQueries();
  if (options.json) return print(JSON.stringify(all, null, 1));
  const rows = all.map((q) => [
    q.name,
    q.titleZh,
    q.title,
    q.params.map((p) => `${p.name}=${p.default ?? ""}`).join(" "),
  ]);
  print(table(["name", "标题", "title", "parameters"], rows, terminalWidth()));
}

const asObjects = ({ columns, rows }: QueryResult): object[] =>
  rows.map((row) => Object.fromEntries(columns.map((c, i) => [c, row[i] ?? null])));

const asTable = ({ columns, rows }: QueryResult): string =>
  rows.length === 0
    ? "no rows"
    : table(
        columns,
        rows.map((row) => row.map(shown)),
        terminalWidth(),
      );
