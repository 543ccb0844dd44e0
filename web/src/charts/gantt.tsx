/**
 * The life of a project: stages down, time across. A dot is a day or period that a report states, a ring the day on which
 * a report appeared that gives no date; bars run between stated dates; a diamond is the planned completion.
 * @module
 */
import { scaleTime } from "d3-scale";
import type { JSX } from "preact";
import { narrow } from "../lib/narrow.ts";
import { carried, follow } from "../lib/router.ts";
import { ChartSvg } from "./chart-svg.tsx";

export interface StageMark {
  key: string;
  /** Row of the stage, by name. */
  stage: string;
  /** ISO days. */
  from: string;
  to: string;
  /** `report`: no date is stated, the report's day stands for it. */
  basis: "stated" | "report";
  planned: boolean;
  text: string;
  href: string;
}

interface GanttProps {
  stages: readonly { name: string; label: string }[];
  marks: readonly StageMark[];
  /** Planned completion. */
  target?: { day: string; text: string; href: string };
  label: string;
  words: { stated: string; report: string; planned: string; target: string };
}

const WIDE = { width: 720, label: 110, ticks: 6 };
/** On a phone; the legend stands below each other. */
const NARROW = { width: 340, label: 70, ticks: 3 };
const ROW = 34;
const AXIS = 26;
const RIGHT = 24;
const LINE = 20;

const time = (day: string): Date => new Date(`${day}T00:00:00Z`);
const DAY_MS = 86_400_000;
/** Axis of a project that is known from one day only. */
const PAD_DAYS = 45;

/** About how wide a text is drawn, in units of the picture. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > "\u2e80" ? 15 : 8), 0);

export function Gantt({ stages, marks, target, label, words }: GanttProps): JSX.Element {
  const { width, label: least, ticks } = narrow.value ? NARROW : WIDE;
  const days = [
    ...marks.flatMap(({ from, to }) => [time(from), time(to)]),
    ...(target ? [time(target.day)] : []),
  ].map(Number);
  const rows = stages.filter(({ name }) => marks.some(({ stage }) => stage === name));
  const left = Math.max(
    // Least room for the names of stages.
    least,
    ...[...rows.map((row) => row.label), ...(target ? [words.target] : [])].map((text) => widthOf(text) + 16),
  );
  const pad = PAD_DAYS * DAY_MS;
  const x = scaleTime()
    .domain([Math.min(...days) - pad, Math.max(...days) + pad])
    .range([left, width - RIGHT]);
  const years = x.ticks(ticks);
  const legend = [
    ["actual", words.stated],
    ["hollow", words.report],
    ["planned", words.planned],
    ...(target ? ([["target", words.target]] as const) : []),
  ] as const;
  const starts = legend.map((_, at) =>
    narrow.value
      ? { x: 0, y: at * LINE }
      : { x: legend.slice(0, at).reduce((sum, [, text]) => sum + 42 + widthOf(text) * 0.9, 0), y: 0 },
  );
  const foot = 14 + LINE * (narrow.value ? legend.length : 1);
  const height = AXIS + (rows.length + (target ? 1 : 0)) * ROW + foot;
  const y = (row: number): number => AXIS + row * ROW + ROW / 2;
  return (
    <ChartSvg class="gantt" label={label} width={width} height={height}>
      {years.map((tick) => (
        <g key={Number(tick)}>
          <line x1={x(tick)} x2={x(tick)} y1={AXIS - 4} y2={height - foot} class="grid" />
          <text x={x(tick)} y={14} text-anchor="middle" class="axis">
            {tick.toISOString().slice(0, 7)}
          </text>
        </g>
      ))}
      {rows.map(({ name, label: text }, row) => (
        <g key={name}>
          <text x={left - 12} y={y(row) + 5} text-anchor="end" class="bar-name">
            {text}
          </text>
          {marks
            .filter(({ stage }) => stage === name)
            .map((mark) => (
              <Mark key={mark.key} mark={mark} x={x} y={y(row)} name={text} />
            ))}
        </g>
      ))}
      {target ? (
        <g>
          <text x={left - 12} y={y(rows.length) + 5} text-anchor="end" class="bar-name">
            {words.target}
          </text>
          <a
            href={carried(target.href)}
            onClick={follow as never}
            aria-label={`${words.target} ${target.text}`}
            class="point"
          >
            <circle cx={x(time(target.day))} cy={y(rows.length)} r={14} class="hit" />
            <rect
              x={x(time(target.day)) - 6}
              y={y(rows.length) - 6}
              width={12}
              height={12}
              class="dot target"
              transform={`rotate(45 ${x(time(target.day))} ${y(rows.length)})`}
            />
            <title>{target.text}</title>
          </a>
        </g>
      ) : null}
      <g transform={`translate(${narrow.value ? 8 : least} ${height - foot + 10})`} class="legend">
        {legend.map(([tone, text], at) => (
          <g key={tone} transform={`translate(${starts[at]?.x ?? 0} ${starts[at]?.y ?? 0})`}>
            {tone === "target" ? (
              <rect x={1} y={3} width={10} height={10} class="dot target" transform="rotate(45 6 8)" />
            ) : (
              <circle cx={6} cy={8} r={6} class={`dot ${tone}`} />
            )}
            <text x={18} y={13}>
              {text}
            </text>
          </g>
        ))}
      </g>
    </ChartSvg>
  );
}

function Mark({
  mark,
  x,
  y,
  name,
}: {
  mark: StageMark;
  x: (day: Date) => number;
  y: number;
  name: string;
}): JSX.Element {
  const from = x(time(mark.from));
  const to = x(time(mark.to));
  const tone = mark.planned ? "planned" : mark.basis === "stated" ? "actual" : "hollow";
  return (
    <a href={carried(mark.href)} onClick={follow as never} aria-label={`${name} ${mark.text}`} class="point">
      {to - from > 14 ? (
        <rect x={from} y={y - 7} width={to - from} height={14} rx={7} class={`dot ${tone}`} />
      ) : (
        <>
          <circle cx={(from + to) / 2} cy={y} r={14} class="hit" />
          <circle cx={(from + to) / 2} cy={y} r={6} class={`dot ${tone}`} />
        </>
      )}
      <title>{mark.text}</title>
    </a>
  );
}
