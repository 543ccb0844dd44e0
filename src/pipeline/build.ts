/**
 * From files to the workspace: reads, extracts what is new or changed, keeps what is not. The store is synchronised
 * afterwards by the caller. An input that fails keeps what was read of it before.
 * @module
 */
import { InputError } from "../errors.ts";
import { whyNoScorer } from "../extract/scorer.ts";
import type { Report } from "../model/report.ts";
import { type InputResult, readInputs } from "../report/files.ts";
import { whyNoTagger } from "../tag/lac/index.ts";
import { whyNoRecogniser } from "../tag/names/model.ts";
import type { ReportEntry, Workspace } from "../workspace/contract.ts";
import { fileOf, pathFrom, pathTo, sourceName } from "../workspace/source.ts";
import { contentKey, toStored } from "./ingest.ts";
import { openPool } from "./pool.ts";
import { type BuildResult, emptyResult } from "./result.ts";
import { noteUnread } from "./unread.ts";

export interface BuildOptions {
  /**
   * ISO date of all the inputs; wins over what they say, and stays theirs in later builds. Without it each report's own
   * date counts, or the one that was given for it before.
   */
  date?: string;
  workers: number;
  /** Recognise the text of scanned PDFs, with programs of the machine. */
  ocr?: boolean;
  /** Follow links out of the folders that are named. */
  links?: boolean;
  /** Called with the number of reports done, and the file that is waited for. */
  onProgress?: (done: number, at?: string) => void;
}

/** Reads `inputs` into the workspace and commits. The caller holds the workspace's lock. */
export async function build(
  workspace: Workspace,
  inputs: readonly string[],
  options: BuildOptions,
): Promise<BuildResult> {
  const progress = new Progress(options);
  const dated = {
    onReading: progress.reading,
    ...(options.date === undefined ? {} : { date: options.date }),
    ...(options.ocr === true ? { ocr: true } : {}),
    ...(options.links === true ? { links: true } : {}),
  };
  return ingest(workspace, readInputs(inputs, dated), options, inputs, progress);
}

/** As `build`, for inputs that are read already. `roots`: the paths whose files that were not read are kept in mind. */
export async function ingest(
  workspace: Workspace,
  inputs: AsyncIterable<InputResult>,
  options: BuildOptions,
  roots: readonly string[] = [],
  progress: Progress = new Progress(options),
): Promise<BuildResult> {
  const result = emptyResult();
  const absence = (await whyNoTagger())?.message ?? whyNoRecogniser() ?? whyNoScorer();
  if (absence !== undefined) result.missingModel = absence;
  const identify = identifier(workspace, options.date !== undefined);
  const paths = new Map<string, string>();
  const read = new Set<string>();

  async function* fresh(): AsyncGenerator<Report> {
    for await (const input of inputs) {
      if ("unread" in input) {
        result.notRead.push(input);
        continue;
      }
      if ("report" in input) {
        for (const note of input.report.notes ?? []) result.notes.push({ source: input.source, note });
        read.add(pathFrom(workspace.folder, input.source));
      }
      const known = "error" in input ? input : identify(input);
      if ("error" in known) result.failed.push(known);
      else if (isKept(workspace, known.report, known.path, absence === undefined))
        result.unchanged.push(known.report.id);
      else {
        paths.set(known.report.id, known.path);
        progress.extracting(known.report.source);
        yield known.report;
        continue;
      }
      progress.done();
    }
  }

  const pool = openPool(options.workers);
  try {
    for await (const outcome of pool.map("reports", fresh(), { size: (report) => report.text.length })) {
      const { item } = outcome;
      if ("error" in outcome)
        result.failed.push({
          source: item.source,
          error: new InputError("EXTRACT_FAILED", `${item.source}: ${outcome.error}`, { where: item.source }),
        });
      else {
        (workspace.entry(item.id) ? result.changed : result.added).push(item.id);
        workspace.put(toStored(item, outcome.value, paths.get(item.id)));
      }
      progress.done(item.source);
    }
  } finally {
    await pool.close();
  }
  for (const list of [result.added, result.changed, result.unchanged]) list.sort();
  noteUnread(workspace, roots, read, result);
  workspace.commit();
  return result;
}

/** What is done, and which file is waited for: the one being read, or the first that is being extracted, as outcomes come in order. */
class Progress {
  readonly #tell: BuildOptions["onProgress"];
  readonly #extracting = new Set<string>();
  #reading: string | undefined;
  #done = 0;

  constructor({ onProgress }: BuildOptions) {
    this.#tell = onProgress;
  }

  readonly reading = (source: string): void => {
    this.#reading = source;
    this.#say();
  };

  extracting(source: string): void {
    this.#reading = undefined;
    this.#extracting.add(source);
    this.#say();
  }

  done(source?: string): void {
    this.#done += 1;
    if (source === undefined) this.#reading = undefined;
    else this.#extracting.delete(source);
    this.#say();
  }

  #say(): void {
    const [first] = this.#extracting;
    this.#tell?.(this.#done, this.#reading ?? first);
  }
}

interface Known {
  report: Report;
  path: string;
}
type Failed = { source: string; error: InputError };

/**
 * Says which report an input is: a file that was read before keeps its id and the date that was given for it, wherever it
 * is called from; another file of the same name must not silently take the place of the first.
 */
function identifier(
  workspace: Workspace,
  isDateGiven: boolean,
): (input: { source: string; report: Report }) => Known | Failed {
  const taken = new Map<string, string>();
  return ({ source, report: read }) => {
    const path = pathFrom(workspace.folder, source);
    const before = workspace.entryAt(path);
    const isRow = /:\d+$/.test(path);
    const id = before && !isRow ? before.id : read.id;
    const entry = workspace.entry(id);
    const other =
      taken.get(id) ?? (entry && isOtherFile(workspace, entry, path, read.sha256) ? entry.path : undefined);
    if (other !== undefined) {
      const message = `${source}: the report ${id} was read from ${other} already; rename one of the files, or name both in one call the first time`;
      return { source, error: new InputError("REPORT_ID_TAKEN", message, { where: source }) };
    }
    taken.set(id, path);
    const keepsDate = !isDateGiven && entry?.dateGiven && entry.date !== undefined;
    return {
      report: { ...read, id, ...(keepsDate ? { date: entry.date as string, dateSource: "option" } : {}) },
      path,
    };
  };
}

/** Another file, with other content, and the first one is still there. Rows of one file may change their lines. */
function isOtherFile({ folder }: Workspace, entry: ReportEntry, path: string, sha256: string): boolean {
  if (entry.path === undefined || entry.path === path || entry.sha256 === sha256) return false;
  const first = fileOf(pathTo(folder, entry.path));
  return first !== undefined && first !== fileOf(pathTo(folder, path));
}

/** Nothing to do: the same content was read by the same extractor. A file that moved is noted under its new path. */
function isKept(workspace: Workspace, report: Report, path: string, tagged: boolean): boolean {
  const entry = workspace.entry(report.id);
  // Where there is no sentence, the tagger has nothing to say.
  const key = contentKey(report, tagged || report.sentences.length === 0);
  if (!entry || entry.key !== key) return false;
  const dateGiven = report.dateSource === "option";
  if (entry.path !== path || (entry.dateGiven ?? false) !== dateGiven) {
    const stored = workspace.read(report.id);
    const { dateGiven: _, ...rest } = entry;
    if (stored)
      workspace.put({
        ...stored,
        entry: { ...rest, path, source: sourceName(report.source), ...(dateGiven ? { dateGiven } : {}) },
      });
  }
  return true;
}
