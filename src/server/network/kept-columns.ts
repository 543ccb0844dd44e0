/**
 * Keeps the columns of a large graph beside the index, `columns.bin`, so that a server that starts need not read every item. They
 * are derived from what is derived: one that is missing, damaged, of another index or made by other code is made anew.
 * @module
 */
import { readFileSync } from "node:fs";
import { endianness } from "node:os";
import { dirname, join } from "node:path";
import { COLUMNS, hashCode } from "../../hash-code.ts";
import { changedSince } from "../../index-db/outbox.ts";
import { shortHash } from "../../model/hash.ts";
import { packageRoot } from "../../paths.ts";
import { inSlices } from "../../steps.ts";
import type { IndexReader } from "../../workspace/index-reader.ts";
import { readColumns, writeColumns } from "./columns-file.ts";
import type { Network } from "./network.ts";
import { laterNetwork, networkOver } from "./of-index.ts";

/** Changes after which the file is written anew; the log of changes reaches back twice as far. */
const LATER = 4;

interface Key {
  code: string;
  file: string;
  change: number;
  state: string;
}

let known: string | undefined;
/** The code that makes columns, the packages that it stands on (by `package.json`), and what numbers and letters are to both. */
function codeFingerprint(): string {
  known ??= shortHash([
    ...COLUMNS.flatMap((folder) => [folder, ...hashCode(folder)]),
    readFileSync(join(packageRoot, "package.json"), "utf8"),
    process.version,
    endianness(),
  ]);
  return known;
}

const pathOf = ({ path }: IndexReader): string => join(dirname(path), "columns.bin");

export interface KeptNetwork {
  network: Network;
  /** Of the file. */
  change: number;
}

/** The graph of the index out of the file, brought up to date; undefined where all must be read. */
export async function readKept(reader: IndexReader): Promise<KeptNetwork | undefined> {
  const kept = await readColumns(pathOf(reader), (text) => {
    const { code, file, change, state } = JSON.parse(text) as Key;
    return code === codeFingerprint() && file === reader.file && reader.states.get(change) === state;
  });
  if (!kept || kept.columns.words.texts.isWorn) return undefined;
  const { change } = JSON.parse(kept.key) as Key;
  const network = networkOver(kept.columns, reader.db);
  if (change === reader.change) return { network, change };
  const changed = changedSince(reader.db, change);
  return changed && { network: await inSlices(laterNetwork(network, reader.db, changed)), change };
}

/**
 * Writes the columns where what lies there is of too long ago.
 * @param change of the file that is there, undefined where there is none that can be used
 * @returns the change of the file that is there now
 */
export async function keepColumns(
  network: Network,
  reader: IndexReader,
  change: number | undefined,
): Promise<number | undefined> {
  const state = reader.states.get(reader.change);
  if (state === undefined || (change !== undefined && reader.change < change + LATER)) return change;
  const key: Key = { code: codeFingerprint(), file: reader.file, change: reader.change, state };
  try {
    await writeColumns(pathOf(reader), JSON.stringify(key), network.columns);
    return key.change;
  } catch {
    // Where nothing can be written, or the disk is full, the next start reads every item.
    return change;
  }
}
