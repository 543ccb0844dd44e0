/**
 * What units and counting words are called on pages, from `data/explorer/units.tsv`.
 * @module
 */
import { lexiconTable } from "../lexicon.ts";
import type { LegendUnit } from "./legend-types.ts";

function load(): Record<string, LegendUnit> {
  const currencies = new Map<string, string>();
  // Of several ways to print one the first is the usual one.
  for (const [form = "", code = ""] of lexiconTable("currencies"))
    if (!currencies.has(code)) currencies.set(code, form);
  return Object.fromEntries(
    lexiconTable("units", "explorer").map(([unit = "", ...en]) => [
      unit,
      { zh: currencies.get(unit) ?? unit, en, money: currencies.has(unit) },
    ]),
  );
}

export const unitNames: Readonly<Record<string, LegendUnit>> = load();
