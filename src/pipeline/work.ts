/**
 * One unit of work: a batch of reports, or of rows that are read, extracted and written as lines in one go. The same code
 * runs on worker threads and, where there is little to do, on the main one.
 *
 * The sentences of a whole batch are tagged together, because the tagger is fastest with many sentences of similar length;
 * what it finds in a sentence does not depend on the others.
 * @module
 */
import { type Extraction, extractTagged } from "../extract/engine.ts";
import { type ExtractTools, extract, openExtractTools } from "../extract/extract.ts";
import type { Report } from "../model/report.ts";
import { type Row, rowReport } from "../report/json-lines.ts";
import { toLine } from "./line.ts";

/** A row and where it stands: `file:line`. */
export interface PlacedRow {
  row: Row;
  where: string;
}

export type Outcome<T> = { value: T } | { error: string };

/** `reports` gives extractions, `rows` gives lines of output. */
export interface Jobs {
  reports: { item: Report; value: Extraction };
  rows: { item: PlacedRow; value: string };
}
export type JobKind = keyof Jobs;

export interface Workbench {
  run<K extends JobKind>(kind: K, items: readonly Jobs[K]["item"][]): Promise<Outcome<Jobs[K]["value"]>[]>;
  close(): Promise<void>;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function attempt<T>(work: () => T): Outcome<T> {
  try {
    return { value: work() };
  } catch (error) {
    return { error: messageOf(error) };
  }
}

/** Opens tagger and gazetteer. @throws InputError when the tagger's model is there but broken */
export async function openWorkbench(): Promise<Workbench> {
  const tools = await openExtractTools();
  const extractAll = async (reports: readonly Report[]): Promise<Outcome<Extraction>[]> => {
    if (!tools.tagger)
      return reports.map((report) =>
        attempt(() => extractTagged(report, [], tools.gazetteer, tools.recogniser, tools.scorer)),
      );
    const tagged = await tagTogether(reports, tools.tagger);
    if (tagged)
      return reports.map((report, i) =>
        attempt(() =>
          extractTagged(report, tagged[i] ?? [], tools.gazetteer, tools.recogniser, tools.scorer),
        ),
      );
    return oneByOne(reports, tools);
  };
  const readRow = ({ row, where }: PlacedRow): Outcome<Report> =>
    attempt(() => rowReport(row, where, row.id));
  return {
    async run(kind, items) {
      if (kind === "reports") return (await extractAll(items as Report[])) as never;
      const read = (items as PlacedRow[]).map(readRow);
      const extracted = (await extractAll(read.flatMap((r) => ("value" in r ? [r.value] : [])))).values();
      return read.map((r): Outcome<string> => {
        if ("error" in r) return r;
        const x = extracted.next().value as Outcome<Extraction>;
        return "error" in x ? x : attempt(() => toLine(r.value, x.value));
      }) as never;
    },
    close: async () => tools.tagger?.close(),
  };
}

type Tokens = Awaited<ReturnType<NonNullable<ExtractTools["tagger"]>["tag"]>>;

/** Tokens by report and sentence; undefined when the tagger cannot take them all at once. */
async function tagTogether(
  reports: readonly Report[],
  tagger: NonNullable<ExtractTools["tagger"]>,
): Promise<Tokens[] | undefined> {
  try {
    const all = await tagger.tag(reports.flatMap((r) => r.sentences.map((s) => s.norm)));
    let from = 0;
    return reports.map(({ sentences }) => {
      const own = all.slice(from, from + sentences.length);
      from += sentences.length;
      return own;
    });
  } catch {
    return undefined;
  }
}

/** After a batch failed as a whole: the report at fault gets the error, the others are done. */
async function oneByOne(reports: readonly Report[], tools: ExtractTools): Promise<Outcome<Extraction>[]> {
  const outcomes: Outcome<Extraction>[] = [];
  for (const report of reports) {
    try {
      outcomes.push({ value: await extract(report, tools) });
    } catch (error) {
      outcomes.push({ error: messageOf(error) });
    }
  }
  return outcomes;
}
