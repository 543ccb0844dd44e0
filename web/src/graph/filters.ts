/** Which types, statuses, reports and times are shown. @module */

export interface Filters {
  hiddenNodes: ReadonlySet<string>;
  hiddenEdges: ReadonlySet<string>;
  hiddenStatus: ReadonlySet<string>;
  /** One report only; empty for all. */
  report: string;
  /** ISO dates; empty for open. */
  from: string;
  to: string;
}

/** Statements are many and mostly read in tables; they are drawn when asked for. */
export const STATEMENTS: readonly string[] = ["Observation", "Quote", "Milestone"];
const BOOKKEEPING: readonly string[] = ["Report", "Indicator", ...STATEMENTS];

export function noFilters(): Filters {
  return {
    hiddenNodes: new Set(BOOKKEEPING),
    hiddenEdges: new Set(),
    hiddenStatus: new Set(),
    report: "",
    from: "",
    to: "",
  };
}

export function toggled(set: ReadonlySet<string>, item: string): Set<string> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

/** Tests whether one of an item's reports is the chosen one and lies in the time. */
export function reportWindow(
  { report, from, to }: Filters,
  dates: ReadonlyMap<string, string>,
): (reports: readonly string[]) => boolean {
  if (report === "" && from === "" && to === "") return () => true;
  return (reports) =>
    reports.some((id) => {
      if (report !== "" && id !== report) return false;
      if (from === "" && to === "") return true;
      const date = dates.get(id);
      return (
        date !== undefined && (from === "" || date >= from) && (to === "" || date.slice(0, to.length) <= to)
      );
    });
}
