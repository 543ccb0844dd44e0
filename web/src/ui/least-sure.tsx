/** How sure relations and figures must be to be shown: one choice for all pages, kept in the address, and how much it hides. @module */
import type { JSX } from "preact";
import { number, percent } from "../lib/format.ts";
import { status } from "../lib/legend.ts";
import { askedLeast, go, withQuery } from "../lib/router.ts";
import { dictionary } from "../lib/words.ts";
import { Button } from "./parts.tsx";

const leastWords = {
  label: { zh: "只看置信度不低于", en: "Confidence at least" },
  all: { zh: "不限", en: "any" },
  choice: { zh: "{share}（隐去 {hidden}）", en: "{share} (hides {hidden})" },
  hidden: {
    zh: "全库 {of} 条有置信度的关系和统计数值里，隐去了 {hidden} 条低于 {share} 的；数字和列表都不含它们。",
    en: "Of all {of} relations and figures with a confidence, {hidden} below {share} are hidden; numbers and lists go without them.",
  },
  showAll: { zh: "全部显示", en: "Show all" },
} as const;

const w = dictionary(leastWords);

const CHOICES = [0, 0.6, 0.7, 0.8, 0.9];
/** As the server counts: whole hundredths. */
const hundredths = (share: number): number => Math.floor(share * 100 + 1e-9);

export function LeastSure(): JSX.Element | null {
  const { least, counts } = status.value?.sure ?? { least: 0, counts: [] };
  const of = counts.reduce((sum, count) => sum + count, 0);
  if (of === 0) return null;
  const given = Number(askedLeast() ?? least);
  const now = given >= 0 && given <= 1 ? given : least;
  const hiddenBelow = (share: number): number =>
    counts.slice(0, hundredths(share)).reduce((sum, count) => sum + count, 0);
  const choices = [...new Set([...CHOICES, least, now])].sort((a, b) => a - b);
  const choose = (share: number): void =>
    go(withQuery({ minConfidence: share === least ? undefined : share }), { replace: true });
  return (
    <div class={`least-sure ${now > 0 ? "active" : ""}`}>
      <label class="no-print">
        <span>{w("label")}</span>
        <select value={String(now)} onChange={(event) => choose(Number(event.currentTarget.value))}>
          {choices.map((share) => (
            <option key={share} value={String(share)}>
              {share === 0
                ? w("all")
                : w("choice", { share: percent(share), hidden: number(hiddenBelow(share)) })}
            </option>
          ))}
        </select>
      </label>
      {now > 0 ? (
        <>
          <span role="status">
            {w("hidden", { of: number(of), hidden: number(hiddenBelow(now)), share: percent(now) })}
          </span>
          <Button class="no-print" label={w("showAll")} onClick={() => choose(0)} />
        </>
      ) : null}
    </div>
  );
}
