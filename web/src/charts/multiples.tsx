/** Small multiples of lines: one for each place, all on one axis, every value a link to its sentence. @module */
import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import type { JSX } from "preact";
import { narrow } from "../lib/narrow.ts";
import { carried, follow } from "../lib/router.ts";
import { ChartSvg } from "./chart-svg.tsx";

export interface LinePoint {
  /** Position on the shared axis. */
  period: string;
  /** How long that is. */
  months: number;
  value: number;
  text: string;
  href: string;
  kind: "actual" | "target";
}

export interface LineSeries {
  key: string;
  name: string;
  points: readonly LinePoint[];
}

interface MultiplesProps {
  series: readonly LineSeries[];
  /** All positions of the axis, in order. */
  periods: readonly string[];
  label: string;
  unit: string;
  /** A value as the axis writes it. */
  tick: (value: number) => string;
  words: { actual: string; target: string };
}

const WIDTH = 340;
const HEIGHT = 210;
const LEFT = 78;
const TOP = 34;
const BOTTOM = 34;

export function Multiples(props: MultiplesProps): JSX.Element {
  const { series, periods, label, words, unit } = props;
  const columns = narrow.value ? 1 : Math.min(2, Math.max(1, series.length));
  const rows = Math.ceil(series.length / columns);
  const width = columns * WIDTH;
  const height = rows * HEIGHT + 30;
  return (
    <ChartSvg
      class={`multiples ${columns === 1 ? "single" : ""}`}
      label={label}
      width={width}
      height={height}
    >
      {series.map((one, position) => (
        <g
          key={one.key}
          transform={`translate(${(position % columns) * WIDTH} ${Math.floor(position / columns) * HEIGHT})`}
        >
          <Small {...props} one={one} periods={periods} />
        </g>
      ))}
      <g transform={`translate(${LEFT} ${rows * HEIGHT + 8})`} class="legend">
        <circle cx={6} cy={8} r={5} class="dot actual" />
        <text x={18} y={13}>
          {words.actual}
        </text>
        <rect x={96} y={3} width={10} height={10} class="dot target" transform="rotate(45 101 8)" />
        <text x={114} y={13}>
          {words.target}
        </text>
        <text x={width - LEFT - 8} y={13} text-anchor="end">
          {unit}
        </text>
      </g>
    </ChartSvg>
  );
}

function Small({ one, periods, series, tick }: MultiplesProps & { one: LineSeries }): JSX.Element {
  const values = series.flatMap(({ points }) => points.map(({ value }) => value));
  const low = Math.min(0, ...values);
  const y = scaleLinear()
    .domain([low, Math.max(low + Number.EPSILON, ...values)])
    .nice(4)
    .range([HEIGHT - BOTTOM, TOP]);
  const x = scalePoint()
    .domain(periods)
    .range([LEFT, WIDTH - 18])
    .padding(0.4);
  const at = (period: string): number => x(period) ?? LEFT;
  const actual = one.points.filter(({ kind }) => kind === "actual");
  // Two values of one period are two dots; the line takes the first.
  const along = actual
    .filter((point, index) => actual.findIndex(({ period }) => period === point.period) === index)
    .sort((a, b) => periods.indexOf(a.period) - periods.indexOf(b.period));
  const join = line<LinePoint>()
    .x(({ period }) => at(period))
    .y(({ value }) => y(value));
  // A quarter is not joined to a year: what is less for being shorter has not fallen.
  const lengths = [...new Set(along.map(({ months }) => months))];
  const paths = lengths.map((length) => join(along.filter(({ months }) => months === length)) ?? "");
  const every = Math.ceil(periods.length / 4);
  return (
    <>
      <text x={LEFT} y={20} class="multiple-name">
        {one.name}
      </text>
      {y.ticks(4).map((value) => (
        <g key={value}>
          <line x1={LEFT} x2={WIDTH - 10} y1={y(value)} y2={y(value)} class="grid" />
          <text x={LEFT - 8} y={y(value) + 4} text-anchor="end" class="axis">
            {tick(value)}
          </text>
        </g>
      ))}
      {periods.map((period, position) =>
        position % every === 0 ? (
          <text key={period} x={at(period)} y={HEIGHT - BOTTOM + 18} text-anchor="middle" class="axis">
            {period}
          </text>
        ) : null,
      )}
      <path d={paths.join("")} class="line" />
      {one.points.map(({ period, value, text, href, kind }) => (
        <a
          key={`${kind}:${period}:${value}:${href}`}
          href={carried(href)}
          onClick={follow as never}
          aria-label={`${one.name} ${period} ${text}`}
          class="point"
        >
          <circle cx={at(period)} cy={y(value)} r={14} class="hit" />
          {kind === "actual" ? (
            <circle cx={at(period)} cy={y(value)} r={5} class="dot actual" />
          ) : (
            <rect
              x={at(period) - 5}
              y={y(value) - 5}
              width={10}
              height={10}
              class="dot target"
              transform={`rotate(45 ${at(period)} ${y(value)})`}
            />
          )}
          <title>{text}</title>
        </a>
      ))}
    </>
  );
}
