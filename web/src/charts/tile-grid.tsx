/** The 34 provinces as a grid of squares, coloured by a count; every square is a link. @module */
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { number } from "../lib/format.ts";
import { lang } from "../lib/i18n.ts";
import { narrow } from "../lib/narrow.ts";
import { carried, follow } from "../lib/router.ts";
import { ChartSvg } from "./chart-svg.tsx";
import { shadeOf, stepsOf } from "./steps.ts";
import { isArrow, neighbourOf, TILE_COLUMNS, TILE_ROWS, TILES } from "./tiles.ts";

interface TileGridProps {
  /** Count by code; provinces without one count nothing. */
  counts: ReadonlyMap<string, number>;
  label: string;
  href: (code: string) => string;
  /** What a screen reader says of a square. */
  describe: (name: string, count: number) => string;
  /** What the legend calls no things at all. */
  none: string;
  chosen?: string | undefined;
  /** Names only: it shows where, not how many. */
  plain?: boolean;
}

const SIZE = 64;
const GAP = 4;
const LEGEND = 46;
/** Letters of an English name that one line of a square has room for. */
const ON_ONE_LINE = { wide: 6, narrow: 5 };
const WIDTH = TILE_COLUMNS * (SIZE + GAP) - GAP;
/** An English name and a number want three lines of a phone. */
const TALL = 84;

export function TileGrid({
  counts,
  label,
  href,
  describe,
  none,
  chosen,
  plain = false,
}: TileGridProps): JSX.Element {
  const tall = narrow.value && lang.value === "en" && !plain ? TALL : SIZE;
  const bottom = TILE_ROWS * (tall + GAP) - GAP;
  const svg = useRef<SVGSVGElement>(null);
  const { steps, stepOf } = stepsOf(TILES.map(({ code }) => counts.get(code) ?? 0));
  const move = (event: KeyboardEvent, code: string): void => {
    if (!isArrow(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    const next = neighbourOf(code, event.key);
    if (next === undefined) return;
    event.preventDefault();
    svg.current?.querySelector<SVGAElement>(`[data-code="${next}"]`)?.focus();
  };
  return (
    <ChartSvg
      inner={svg}
      class="tiles"
      label={label}
      x={-2}
      y={-2}
      width={WIDTH + 4}
      height={bottom + (plain ? 4 : LEGEND)}
    >
      {TILES.map(({ code, zh, en, lines, column, row }) => {
        const count = counts.get(code) ?? 0;
        const step = stepOf(count);
        const name = lang.value === "zh" ? zh : en;
        const x = column * (SIZE + GAP);
        const y = row * (tall + GAP);
        return (
          <a
            key={code}
            href={carried(href(code))}
            onClick={follow as never}
            onKeyDown={(event) => move(event, code)}
            data-code={code}
            aria-label={describe(name, count)}
            class={`tile ${step < 0 ? "none" : `shade-${shadeOf(step, steps.length)}`} ${chosen === code ? "chosen" : ""}`}
            {...(chosen === code ? { "aria-current": "true" as const } : {})}
          >
            <rect x={x} y={y} width={SIZE} height={tall} rx={4} class="ground" />
            <TileName
              lines={linesOf(name, lines)}
              x={x + SIZE / 2}
              y={y + (plain ? 38 : tall === TALL ? 31 : 25)}
            />
            {plain ? null : (
              <text x={x + SIZE / 2} y={y + tall - 12} text-anchor="middle" class="tile-count">
                {number(count)}
              </text>
            )}
          </a>
        );
      })}
      {plain ? null : (
        <g transform={`translate(0 ${bottom + 14})`} class="legend">
          <rect width={18} height={18} rx={3} class="shade-none" />
          <text x={24} y={14}>
            {none}
          </text>
          {steps.map(({ from, to }, step) => (
            <g
              key={from}
              transform={`translate(${(narrow.value ? 92 : 70) + step * (narrow.value ? 104 : 92)} 0)`}
            >
              <rect width={18} height={18} rx={3} class={`shade-${shadeOf(step, steps.length)}`} />
              <text x={24} y={14}>
                {from === to ? number(from) : `${number(from)}–${number(to)}`}
              </text>
            </g>
          ))}
        </g>
      )}
    </ChartSvg>
  );
}

const linesOf = (name: string, lines: readonly string[]): readonly string[] =>
  lang.value === "zh" || [...name].length <= ON_ONE_LINE[narrow.value ? "narrow" : "wide"] ? [name] : lines;

/** @param y Of a name on one line; two lines stand around it. */
function TileName({ lines, x, y }: { lines: readonly string[]; x: number; y: number }): JSX.Element {
  if (lines.length === 1)
    return (
      <text x={x} y={y} text-anchor="middle" class="tile-name">
        {lines[0]}
      </text>
    );
  const step = narrow.value ? 20 : 14;
  // Few are so long that they want smaller letters, too.
  const long = lines.some((line) => line.length > 7);
  return (
    <text y={y - (narrow.value ? 9 : 6)} text-anchor="middle" class={`tile-name two ${long ? "long" : ""}`}>
      {lines.map((line, position) => (
        <tspan key={line} x={x} dy={position === 0 ? 0 : step}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
