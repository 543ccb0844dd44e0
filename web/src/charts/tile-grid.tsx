/** The 34 provinces as a grid of squares, coloured by a count; every square is a link. @module */
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { number } from "../lib/format.ts";
import { lang } from "../lib/i18n.ts";
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
const WIDTH = TILE_COLUMNS * (SIZE + GAP) - GAP;
const HEIGHT = TILE_ROWS * (SIZE + GAP) - GAP;

export function TileGrid({
  counts,
  label,
  href,
  describe,
  none,
  chosen,
  plain = false,
}: TileGridProps): JSX.Element {
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
      height={HEIGHT + (plain ? 4 : LEGEND)}
    >
      {TILES.map(({ code, zh, en, column, row }) => {
        const count = counts.get(code) ?? 0;
        const step = stepOf(count);
        const name = lang.value === "zh" ? zh : en;
        const x = column * (SIZE + GAP);
        const y = row * (SIZE + GAP);
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
            <rect x={x} y={y} width={SIZE} height={SIZE} rx={4} class="ground" />
            <TileName name={name} x={x + SIZE / 2} y={y + (plain ? 38 : 25)} />
            {plain ? null : (
              <text x={x + SIZE / 2} y={y + 50} text-anchor="middle" class="tile-count">
                {number(count)}
              </text>
            )}
          </a>
        );
      })}
      {plain ? null : (
        <g transform={`translate(0 ${HEIGHT + 14})`} class="legend">
          <rect width={18} height={18} rx={3} class="shade-none" />
          <text x={24} y={14}>
            {none}
          </text>
          {steps.map(({ from, to }, step) => (
            <g key={from} transform={`translate(${70 + step * 92} 0)`}>
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

/** Two words on two lines: 内蒙古 fits, Inner Mongolia does not. */
function TileName({ name, x, y }: { name: string; x: number; y: number }): JSX.Element {
  const words = name.split(" ");
  // Latin letters are half as wide as Chinese ones.
  const size = name.length > 9 ? "tiny" : name.length > 6 ? "small" : "";
  if (words.length === 1)
    return (
      <text x={x} y={y} text-anchor="middle" class={`tile-name ${size}`}>
        {name}
      </text>
    );
  return (
    <text y={y - 7} text-anchor="middle" class="tile-name small">
      {words.map((word, line) => (
        <tspan key={word} x={x} dy={line === 0 ? 0 : 13}>
          {word}
        </tspan>
      ))}
    </text>
  );
}
