/**
 * What `build`, `load` and their like tell of the inputs: failures on stderr, the rest as JSON.
 * @module
 */
import type { BuildResult } from "../pipeline/result.ts";
import { failureText } from "../report/unread.ts";
import type { SyncResult } from "../store/contract.ts";
import { complain, note } from "./io.ts";
import { safe } from "./text.ts";

/** Names of one kind that are printed; the others are counted. */
const SHOWN = 5;

/** `3 pictures …: a.png, b.png, c.png`, one line a kind. */
function passedOver(notRead: BuildResult["notRead"]): string[] {
  const kinds = new Map<string, { text: string; sources: string[] }>();
  for (const { source, unread } of notRead) {
    const kind = kinds.get(unread.code) ?? { text: `${unread.what}; ${unread.todo}`, sources: [] };
    kind.sources.push(source);
    kinds.set(unread.code, kind);
  }
  return [...kinds.values()].map(({ text, sources }) => {
    const more =
      sources.length > SHOWN ? ` and ${sources.length - SHOWN} more (all with --json or \`status\`)` : "";
    return `not read (${text}): ${sources.slice(0, SHOWN).join(", ")}${more}`;
  });
}

const codeOf = (error: Error): string => ("code" in error ? String(error.code) : "INTERNAL");

/**
 * Names what failed, each with its place, what was passed over and what was damaged, and why rules worked alone; some
 * failure makes exit 1.
 */
export function report(result: BuildResult): void {
  if (result.missingModel !== undefined)
    note(`reportgraph: ${result.missingModel}: working with rules alone, which find less`);
  for (const { source, error } of result.failed) {
    const text = failureText(codeOf(error), error.message);
    complain(text.startsWith(source) ? text : `${source}: ${text}`);
  }
  for (const { source, note: found } of result.notes) note(`reportgraph: ${safe(source)}: ${found}`);
  for (const line of passedOver(result.notRead)) note(`reportgraph: ${safe(line)}`);
  if (result.failed.length > 0) process.exitCode = 1;
}

export const asJson = (result: BuildResult, changes: SyncResult): object => ({
  reports: { added: result.added, changed: result.changed, unchanged: result.unchanged },
  failed: result.failed.map(({ source, error }) => ({
    source,
    code: codeOf(error),
    message: failureText(codeOf(error), error.message),
  })),
  notRead: result.notRead.map(({ source, unread: { code, what, todo } }) => ({ source, code, what, todo })),
  notes: result.notes,
  changes,
});
