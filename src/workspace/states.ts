/**
 * The states of a workspace that its last changes led to: who kept something of an earlier one knows whether it is of this history.
 * @module
 */

/** As many as the log of changes keeps revisions, at least. */
const REMEMBERED = 16;

type States = readonly [change: number, state: string][];

/** @param text as `withState` gave it */
export const statesOf = (text: string | undefined): States => JSON.parse(text ?? "[]") as States;

/** @param text what was noted until now */
export const withState = (text: string | undefined, change: number, state: string): string =>
  JSON.stringify([...statesOf(text).slice(1 - REMEMBERED), [change, state]]);
