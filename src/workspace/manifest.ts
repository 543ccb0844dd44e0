/** The first file of a workspace: its format, what was committed last, and the files that were not read. @module */
import { join } from "node:path";
import { InputError } from "../errors.ts";
import { writeAtomic } from "../files.ts";
import { parseJson, type ReportEntry, type UnreadEntry } from "./contract.ts";
import { contentOf } from "./small-files.ts";

const FORMAT = 2;

interface Manifest {
  format: number;
  /** Names what was committed last. */
  revision?: string;
  /** Absent when everything was read. */
  unread?: UnreadEntry[];
  /** Absent where it is the default. */
  minConfidence?: number;
  /** Format 1. */
  reports?: ReportEntry[];
}

const pathIn = (folder: string): string => join(folder, "manifest.json");

/** Of an empty folder the one that a first commit would write. @throws InputError WORKSPACE_FORMAT */
export function readManifest(folder: string): Manifest {
  const path = pathIn(folder);
  const text = contentOf(path);
  if (text === undefined) return { format: FORMAT };
  const manifest = parseJson<Manifest>(path, text);
  const { format } = manifest;
  if (format !== FORMAT && format !== 1)
    throw new InputError(
      "WORKSPACE_FORMAT",
      `${path} was written by another version (format ${format}, this one writes ${FORMAT}). Move the folder away and build again from your files; uploaded reports and judgements on names are only in it.`,
      { where: path },
    );
  return manifest;
}

/** Writes nothing where it says the same already. */
export function writeManifest(folder: string, rest: Omit<Manifest, "format" | "reports">): void {
  const text = `${JSON.stringify({ format: FORMAT, ...rest } satisfies Manifest, null, 1)}\n`;
  if (contentOf(pathIn(folder)) !== text) writeAtomic(pathIn(folder), text);
}
