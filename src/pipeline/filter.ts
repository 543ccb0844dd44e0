/**
 * The pure filter behind `extract`: one JSON line in, one JSON line out, in order, in bounded memory.
 * @module
 */
import { type Row, readRows } from "../report/json-lines.ts";
import { openPool } from "./pool.ts";
import type { PlacedRow } from "./work.ts";

export interface FilterOptions {
  workers: number;
  /** Name of the input, for messages. */
  source: string;
  /** Called for every line that cannot be used; the others go on. */
  onError(message: string): void;
}

/** A line waits this long, in milliseconds, for others to be worked on with. */
const PATIENCE = 100;

/** Extracts a stream of JSON Lines; yields lines with their line feed. */
export async function* extractLines(
  bytes: AsyncIterable<Uint8Array>,
  options: FilterOptions,
): AsyncGenerator<string> {
  async function* rows(): AsyncGenerator<PlacedRow> {
    for await (const result of readRows(bytes, options.source)) {
      if ("error" in result) options.onError(result.error.message);
      else yield result;
    }
  }
  const pool = openPool(options.workers);
  const size = ({ row }: { row: Row }): number => row.text.length;
  try {
    for await (const result of pool.map("rows", rows(), { size, patience: PATIENCE })) {
      if ("error" in result) options.onError(`${result.item.where}: ${result.error}`);
      else yield `${result.value}\n`;
    }
  } finally {
    await pool.close();
  }
}
