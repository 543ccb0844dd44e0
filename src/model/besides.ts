/**
 * A sentence in print does not always speak for itself: what has to stand beside it.
 * @module
 */
import type { Evidence } from "./graph.ts";

/** Its table's header, and the sentences that name what it leaves out, before or behind it in the report; one line each. */
export function besides({
  header,
  context = [],
  start: here,
}: Pick<Evidence, "header" | "context" | "start">): string[] {
  const sentences = context.map(({ text, start }) => `${start < here ? "前文" : "后文"}：${text}`);
  return [...(header === undefined ? [] : [`表头：${header}`]), ...sentences];
}
