/**
 * What units and counting words are called on pages, from `data/explorer/units.tsv`.
 * @module
 */
import { lexiconTable } from "../lexicon.ts";
import type { Label } from "./api-types.ts";
import type { LegendUnit } from "./legend-types.ts";

function load(): Record<string, LegendUnit> {
  const currencies = new Map<string, string>();
  // Of several ways to print one the first is the usual one.
  for (const [form = "", code = ""] of lexiconTable("currencies"))
    if (!currencies.has(code)) currencies.set(code, form);
  return Object.fromEntries(
    lexiconTable("units", "explorer").map(([unit = "", zh = "", ...en]) => [
      unit,
      { zh: zh === "" ? (currencies.get(unit) ?? unit) : zh, en, money: currencies.has(unit) },
    ]),
  );
}

export const unitNames: Readonly<Record<string, LegendUnit>> = load();

/** `CNY/股`: 元/股, yuan per share. */
export function unitLabel(unit: string): Label {
  const parts = unit.split("/").map((each) => unitNames[each] ?? { zh: each, en: [each] });
  const english = parts.map(({ en }, at) => (at === 0 ? en.at(-1) : en[0]));
  return { zh: parts.map(({ zh }) => zh).join("/"), en: english.join(" per ") };
}
