/**
 * The gazetteer of China's administrative divisions, of countries and of great regions. It proposes and resolves; whether
 * a name is a place in its sentence is decided by rules (`src/extract/place`).
 * @module
 */
import { liesIn, outerCodes } from "./codes.ts";
import { homeOf } from "./home.ts";
import { loadTables, type Tables } from "./load.ts";
import { choose } from "./resolve.ts";
import { lookup, scan } from "./scan.ts";
import type { Division, Gazetteer, PlaceMatch } from "./types.ts";

export type {
  Division,
  Gazetteer,
  PlaceMatch,
} from "./types.ts";
export { liesIn };

let tables: Tables | undefined;

/**
 * Opens the gazetteer. The data files are read at the first question, once per process.
 * @throws {InputError} `gazetteer.unreadable`, at the first question, when a data file is missing.
 */
export function openGazetteer(): Gazetteer {
  const get = (): Tables => {
    tables ??= loadTables();
    return tables;
  };
  const byCode = (code: string): Division | undefined => {
    const row = get().rowOf.get(code);
    return row === undefined ? undefined : get().divisions[row];
  };
  const parents = (code: string): Division[] => outerCodes(code).flatMap((c) => byCode(c) ?? []);
  return {
    scan: (norm, options = {}): PlaceMatch[] => scan(get(), norm, options),
    lookup: (name) => lookup(get(), name),
    resolve(name, context = {}) {
      const near =
        context.home === undefined || context.home.length > 6 || context.home.endsWith("0000")
          ? []
          : [context.home];
      const direct = lookup(get(), name, near);
      if (direct.length > 0) return choose(direct, context);
      const [match, ...more] = scan(get(), name, { near });
      if (!match || more.length > 0 || match.text !== name) return undefined;
      return choose(match.candidates, context);
    },
    homeOf: (sentences) =>
      homeOf(
        sentences,
        (norm) => scan(get(), norm, {}),
        (c) => choose(c, {}),
        parents,
      ),
    byCode,
    parents,
    shortForms(code) {
      const row = get().rowOf.get(code);
      const list = row === undefined ? undefined : get().shorter[row];
      return (list ?? "")
        .split(",")
        .filter((f) => f !== "" && !f.endsWith("!"))
        .map((f) => f.replace(/~$/, ""));
    },
  };
}
export { suffixOf } from "./lists.ts";
export {
  type PlaceCandidate,
  placeContext,
  proposePlaces,
  statedNesting,
} from "./propose.ts";
