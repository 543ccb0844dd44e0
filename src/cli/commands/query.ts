import type { Command } from "commander";
import { stringify } from "csv-stringify/sync";
import { UsageError } from "../../errors.ts";
import { savedQueries, savedQuery, type SavedQuery } from "../../query/saved.ts";
import type { Cell, QueryResult } from "../../store/contract.ts";
import { note, print, readLines, terminalWidth } from "../io.ts";
import { countOption, pairOption } from "../options.ts";
import { type StoreOption, useStore, withStore } from "../session.ts";
import { table } from "../text.ts";

interface Options extends StoreOption {
  saved?: string;
  list?: boolean;
  param: Record<string, string>;
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
    .option("--param <k=v>", "a parameter; repeatable", pairOption, {})
    .option("--write", "allow statements that change the store")
    .option("--timeout <seconds>", "stop after", countOption, 30)
    .option("--rows <n>", "show at most", countOption, 10_000)
    .option("--json", "rows as JSON")
    .option("--csv", "rows as CSV")
    .action(run);
}

async function run(cypher: string | undefined, options: Options): Promise<void> {
  if (options.list) return list(options);
  const saved = options.saved === undefined ? undefined : savedQuery(options.saved);
  if ((cypher === undefined) === (saved === undefined))
    throw new UsageError("QUERY_MISSING", "give one query: Cypher, or --saved NAME (--list names them)");
  const text = saved?.cypher ?? (cypher === "-" ? await stdin() : (cypher ?? ""));
  const result = await useStore(options.store, (store) =>
    store.query(text, { params: saved ? parametersOf(saved, options.param) : options.param, write: options.write ?? false, timeoutMs: options.timeout * 1000, maxRows: options.rows }),
  );
  if (options.json) print(JSON.stringify(result.rows.map((row) => Object.fromEntries(result.columns.map((c, i) => [c, row[i] ?? null]))), null, 1));
  else if (options.csv) process.stdout.write(stringify([result.columns, ...result.rows.map((row) => row.map(flat))], { escape_formulas: true }));
  else print(asTable(result));
  if (result.truncated) note(`only the first ${result.rows.length} rows; --rows N shows more`);
}

async function stdin(): Promise<string> {
  const lines: string[] = [];
  for await (const line of readLines("-")) lines.push(line);
  return lines.join("\n");
}

/** Parameters as the query declares them, with its defaults; an unknown one is wrong usage. */
function parametersOf(saved: SavedQuery, given: Record<string, string>): Record<string, unknown> {
  const known = new Map(saved.params.map((p) => [p.name, p]));
  for (const name of Object.keys(given))
    if (!known.has(name))
      throw new UsageError("PARAM_UNKNOWN", `${saved.name} has no parameter ${name}; it takes ${[...known.keys()].join(", ") || "none"}`);
  return Object.fromEntries(saved.params.map(({ name, default: value }) => [name, given[name] ?? value]));
}

function list(options: Options): void {
  const all = savedQueries();
  if (options.json) print(JSON.stringify(all, null, 1));
  else print(table(["name", "title", "标题", "parameters"], all.map((q) => [q.name, q.title, q.titleZh, q.params.map((p) => `${p.name}=${p.default}`).join(" ")]), terminalWidth()));
}

export function flat(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "object") return String(cell);
  if (Array.isArray(cell)) return cell.map(flat).join("; ");
  if (cell["kind"] === "node" && "labels" in cell) return String((cell.properties as Record<string, unknown>)["name"] ?? cell["id"]);
  if (cell["kind"] === "edge" && "type" in cell) return `[${String(cell["type"])}]`;
  return JSON.stringify(cell);
}

const SENTENCE_FIELDS = /^\{"report":"/;

/** Evidence shows as its sentences. */
function shown(cell: Cell): string {
  if (Array.isArray(cell)) return cell.map(shown).join(" ¶ ");
  if (typeof cell === "string" && SENTENCE_FIELDS.test(cell)) {
    const { report, text } = JSON.parse(cell) as { report: string; text: string };
    return `${text} [${report}]`;
  }
  return flat(cell);
}

const asTable = ({ columns, rows }: QueryResult): string =>
  rows.length === 0 ? "no rows" : table(columns, rows.map((row) => row.map(shown)), terminalWidth());
