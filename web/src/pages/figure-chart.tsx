/** Targets and outcomes over time, drawn with chart.js; the table beside it says the same to those who do not see it. @module */
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from "chart.js";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { FigureBody } from "../../../src/server/api-types.ts";
import { amount, period } from "../lib/format.ts";
import { lang, t } from "../lib/i18n.ts";
import { theme } from "../lib/theme.ts";

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

interface FigureChartProps {
  figures: readonly FigureBody[];
  unit: string;
  label: string;
  picked: string | undefined;
  onPick: (id: string) => void;
}

const COLORS = {
  light: { target: "#b45309", actual: "#0e7490", grid: "#e3e8ee", ink: "#445164" },
  dark: { target: "#fbbf24", actual: "#38bdd8", grid: "#283445", ink: "#a9b6c6" },
};

export function FigureChart({ figures, unit, label, picked, onPick }: FigureChartProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!canvas.current) return undefined;
    const colors = COLORS[theme.value];
    const periods = [...new Set(figures.map(({ period: when }) => when ?? ""))].sort();
    const of = (kind: "actual" | "target"): (FigureBody | undefined)[] =>
      periods.map((when) => figures.find((figure) => figure.kind === kind && (figure.period ?? "") === when));
    const byKind = [of("target"), of("actual")];
    const emphasised = (row: (FigureBody | undefined)[], color: string): string[] =>
      row.map((figure) => (picked === undefined || figure?.id === picked ? color : `${color}99`));
    const chart = new Chart(canvas.current, {
      type: "bar",
      data: {
        labels: periods.map((when) => period(when) || "—"),
        datasets: byKind.map((row, position) => {
          const kind = position === 0 ? "target" : "actual";
          return {
            label: t(`figures.${kind}`),
            data: row.map((figure) => figure?.value ?? null),
            backgroundColor: emphasised(row, colors[kind]),
            borderRadius: 4,
            maxBarThickness: 46,
          };
        }),
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        responsive: true,
        interaction: { mode: "nearest", intersect: true },
        onClick: (_, elements) => {
          const [hit] = elements;
          const figure = hit ? byKind[hit.datasetIndex]?.[hit.index] : undefined;
          if (figure) onPick(figure.id);
        },
        plugins: {
          legend: { labels: { color: colors.ink, boxWidth: 14 } },
          tooltip: {
            callbacks: { label: (item) => `${item.dataset.label}: ${amount(Number(item.raw), unit)}` },
          },
        },
        scales: {
          x: { ticks: { color: colors.ink }, grid: { display: false } },
          y: {
            beginAtZero: true,
            ticks: { color: colors.ink, maxTicksLimit: 6, callback: (value) => amount(Number(value), unit) },
            grid: { color: colors.grid },
          },
        },
      },
    });
    return () => chart.destroy();
  }, [figures, unit, picked, theme.value, lang.value]);
  return (
    <div class="chart">
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}
