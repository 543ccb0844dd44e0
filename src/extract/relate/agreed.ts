/**
 * The status of relations that other facts of the report tell better than their own sentences: what is being built is no mere
 * plan of who builds it (预计10月竣工 is of something else), and a post that was left is left wherever it is named.
 * @module
 */
import type { Decided } from "./types.ts";

/** A stage less likely than this tells nothing. */
const SURE = 0.5;
const BEGUN: ReadonlySet<unknown> = new Set([
  "started",
  "under-construction",
  "completed",
  "operating",
  "suspended",
  "resumed",
]);
const OPEN: ReadonlySet<unknown> = new Set(["proposed", "negotiating", "signed"]);

/** Relations, of which those who invest in what has begun do so, and those in what is signed or proposed plan to. */
export function withBegun(edges: readonly Decided[], values: readonly Decided[]): Decided[] {
  const told = (stages: ReadonlySet<unknown>): Set<string> =>
    new Set(
      values.flatMap(({ draft: d }) =>
        d.kind === "value" && d.property === "stage" && (d.confidence ?? 1) >= SURE && stages.has(d.value)
          ? [d.subject.name]
          : [],
      ),
    );
  const [begun, open] = [told(BEGUN), told(OPEN)];
  return edges.map((e): Decided => {
    const { draft } = e;
    if (draft.kind !== "relation" || draft.predicate !== "INVESTS" || draft.object === "REPORT") return e;
    const [has, is] = [begun.has(draft.object.name), open.has(draft.object.name)];
    if (draft.status === "planned" && has && !is) return { ...e, draft: { ...draft, status: "stated" } };
    if (draft.status === "stated" && is && !has) return { ...e, draft: { ...draft, status: "planned" } };
    return e;
  });
}

/**
 * A post that was left where it is told is left where the sentence says no more than who and where.
 * @param dead names of those who hold no post any more
 */
export function withLeftPosts(
  decided: readonly (Decided & { edge: string })[],
  dead: ReadonlySet<string>,
): Decided[] {
  const left = new Map<string, boolean>();
  for (const { edge, draft } of decided)
    if (draft.kind === "relation" && draft.predicate === "WORKS_FOR" && draft.title !== undefined)
      left.set(edge, (left.get(edge) ?? true) && draft.status === "former");
  return decided.map(
    ({ edge, ...d }): Decided =>
      d.draft.kind === "relation" &&
      ((d.draft.title === undefined && left.get(edge) === true) ||
        (d.draft.predicate === "WORKS_FOR" && dead.has(d.draft.subject.name)))
        ? { ...d, draft: { ...d.draft, status: "former" } }
        : d,
  );
}
