/**
 * The gazetteer of China's administrative divisions, of countries and of great regions. It proposes and resolves; whether
 * a name is a place in its sentence is decided by rules (`src/extract/place`).
 * @module
 */
import { liesIn, outerCodes } from "./codes.ts";
import { homeOf } from "./home.ts";
import { loadTables, type Tables } from "./load.ts";
import { ScanMemo } from "./memo.ts";
import { choose } from "./resolve.ts";
import { lookup } from "./scan.ts";
import type { Division, Gazetteer, PlaceMatch, ScanOptions } from "./types.ts";

export type {
  Division,
  Gazetteer,
  PlaceMatch,
} from "./types.ts";
export { liesIn };

let tables: Tables | undefined;
let memo: ScanMemo | undefined;

/**
 * Opens the gazetteer. The data files are read at the first question, once per process.
 * @throws {InputError} `gazetteer.unreadable`, at the first question, when a data file is missing.
 */
export function openGazetteer(): Gazetteer {
  const get = (): Tables => {
    tables ??= loadTables();
    return tables;
  };
  const find = (norm: string, options: ScanOptions = {}): PlaceMatch[] => {
    memo ??= new ScanMemo(get());
    return memo.scan(norm, options);
  };
  const byCode = (code: string): Division | undefined => {
    const { rows } = get();
    const row = rows.rowOf(code);
    return row === undefined ? undefined : rows.division(row);
  };
  const parents = (code: string): Division[] => outerCodes(code).flatMap((c) => byCode(c) ?? []);
  return {
    scan: find,
    lookup: (name) => lookup(get(), name),
    resolve(name, context = {}) {
      const near =
        context.home === undefined || context.home.length > 6 || context.home.endsWith("0000")
          ? []
          : [context.home];
      const direct = lookup(get(), name, near);
      if (direct.length > 0) return choose(direct, context);
      const [match, ...more] = find(name, { near });
      if (!match || more.length > 0 || match.text !== name) return undefined;
      return choose(match.candidates, context);
    },
    homeOf: (sentences) => homeOf(sentences, find, (c) => choose(c, {}), parents),
    byCode,
    parents,
    shortForms(code) {
      const { rows } = get();
      const row = rows.rowOf(code);
      return (row === undefined ? "" : rows.list(row))
        .split(",")
        .filter((f) => f !== "" && !f.endsWith("!"))
        .map((f) => f.replace(/~$/, ""));
    },
  };
}
export { placeContext } from "./context.ts";
export { suffixOf } from "./lists.ts";
export type { PlaceCandidate } from "./named.ts";
export { proposePlaces, statedNesting } from "./propose.ts";
