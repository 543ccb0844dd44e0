/**
 * What kind of place or way of working a thing is, as far as its code or its name says so.
 * @module
 */
import { lexiconTable } from "../lexicon.ts";
import { openGazetteer } from "../tag/gazetteer/index.ts";

const gazetteer = openGazetteer();

type Endings = ReadonlyMap<string, string>;
const endings = (list: string): Endings =>
  new Map(
    lexiconTable(list).flatMap(([ending = "", kind]) =>
      kind === undefined ? [] : [[ending, kind] as const],
    ),
  );
let places: Endings | undefined;
let mechanisms: Endings | undefined;

function byEnding(name: string, table: Endings): string | undefined {
  for (let start = 0; start < name.length; start++) {
    const kind = table.get(name.slice(start));
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** Level of a division (`province` … `street`, `country`, `region`) and kind (`division`, `zone`, `road`, …) of a place. */
export function placeKind(name: string, code: string | undefined): { level?: string; kind?: string } {
  const division = code === undefined ? undefined : gazetteer.byCode(code);
  if (division) return { level: division.level, kind: division.kind ?? "division" };
  places ??= endings("place-suffixes");
  const kind = byEnding(name, places);
  return kind === undefined ? {} : { kind };
}

/** Kind of a mechanism by the end of its name: 机制, 行动, 平台, … */
export function mechanismKind(name: string): string | undefined {
  mechanisms ??= endings("mechanism-kinds");
  return byEnding(name, mechanisms);
}

/** The one year that an event's name bears (2024世界制造业大会). */
export function yearOf(name: string): string | undefined {
  const years = new Set(name.normalize("NFKC").match(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu) ?? []);
  return years.size === 1 ? [...years][0] : undefined;
}
