/** How sure a fact is, said in words and as a number. @module */
import type { JSX } from "preact";
import { dictionary } from "../lib/words.ts";

const sureWords = {
  confidence: { zh: "置信度 {share}", en: "confidence {share}" },
  unsure: { zh: "把握较小", en: "less sure" },
} as const;

const s = dictionary(sureWords);

/** Below it the page says that it is less sure. */
const UNSURE = 0.6;

/** Where there is little room: only what is less sure says so. */
export function Unsure({ confidence }: { confidence: number | undefined }): JSX.Element | null {
  return confidence !== undefined && confidence < UNSURE ? <Sure confidence={confidence} /> : null;
}

export function Sure({ confidence }: { confidence: number | undefined }): JSX.Element | null {
  if (confidence === undefined) return null;
  // Whole per cents, rounded down: as the choice of the least counts them.
  const share = `${Math.floor(confidence * 100 + 1e-9)}%`;
  const told = s("confidence", { share });
  return confidence < UNSURE ? (
    <span class="unsure" title={told}>
      {s("unsure")} {share}
    </span>
  ) : (
    <span class="sure quiet small">{told}</span>
  );
}
