/** Ranked bars, each a link; a mark stands where the target is. The number is written beside every bar. @module */
import { scaleLinear } from "d3-scale";
import type { JSX } from "preact";
import { narrow } from "../lib/narrow.ts";
import { carried, follow } from "../lib/router.ts";
import { ChartSvg } from "./chart-svg.tsx";
import { fitted, widthOf } from "./fitted.ts";

export interface Bar {
  key: string;
  label: string;
  value: number;
  /** The value as it is to be read. */
  text: string;
  href: string;
  /** Spoken in place of label and text. */
  describe?: string;
  target?: { value: number; text: string };
  tone?: "actual" | "target" | "late";
}

const ROW = 30;
const LETTERS = 13;
/** Between a name and its bar. */
const GAP = 10;
/** At most so much room for the names, and so much for the numbers, of the whole. */
const WIDE = { label: 220, number: 130, width: 720 };
const NARROW = { label: 164, number: 70, width: 340 };

export function Bars({
  bars,
  label,
  legend,
}: {
  bars: readonly Bar[];
  label: string;
  legend?: string;
}): JSX.Element {
  const { label: mostRoom, number: numbers, width } = narrow.value ? NARROW : WIDE;
  const names = Math.min(
    mostRoom,
    Math.max(...bars.map(({ label: name }) => widthOf(name, LETTERS))) + 2 * GAP,
  );
  const most = Math.max(...bars.flatMap(({ value, target }) => [value, target?.value ?? 0]), 0);
  const least = Math.min(...bars.map(({ value }) => value), 0);
  const x = scaleLinear()
    .domain([least, most === least ? least + 1 : most])
    .range([names, width - numbers]);
  const zero = x(0);
  const height = bars.length * ROW + (legend ? 28 : 6);
  return (
    <ChartSvg class="bars" label={label} width={width} height={height}>
      {bars.map(({ key, label: name, value, text, href, describe, target, tone = "actual" }, row) => (
        <a
          key={key}
          href={carried(href)}
          onClick={follow as never}
          class={`bar ${tone}`}
          aria-label={describe ?? `${name} ${text}`}
        >
          <rect x={0} y={row * ROW} width={width} height={ROW} class="hit" />
          <text x={names - GAP} y={row * ROW + 20} text-anchor="end" class="bar-name">
            {fitted(name, names - GAP, LETTERS)}
          </text>
          <rect
            x={Math.min(zero, x(value))}
            y={row * ROW + 6}
            width={Math.max(2, Math.abs(x(value) - zero))}
            height={ROW - 12}
            rx={2}
            class="bar-fill"
          />
          {target ? (
            <line
              x1={x(target.value)}
              x2={x(target.value)}
              y1={row * ROW + 3}
              y2={row * ROW + ROW - 3}
              class="target-mark"
            >
              <title>{target.text}</title>
            </line>
          ) : null}
          <text
            x={Math.max(x(value), target ? x(target.value) : 0, zero) + 8}
            y={row * ROW + 20}
            class="bar-text"
          >
            {text}
          </text>
        </a>
      ))}
      {legend ? (
        <text x={names} y={height - 8} class="legend">
          {legend}
        </text>
      ) : null}
    </ChartSvg>
  );
}
