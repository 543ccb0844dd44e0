/** English names of provinces. @module */
import type { JSX } from "preact";
import { lang } from "../lib/i18n.ts";
import { englishName } from "./tiles.ts";

/** Beside the name of a unit of the first level its English one, on English pages. */
export function English({ code }: { code: string }): JSX.Element | null {
  const name = lang.value === "en" ? englishName(code) : undefined;
  return name === undefined ? null : <small class="quiet"> {name}</small>;
}
