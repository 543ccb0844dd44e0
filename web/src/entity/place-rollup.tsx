/** A division among its like: what lies in it and its parts, every number a link to the list of that length. @module */
import type { JSX } from "preact";
import type { RollupBody } from "../../../src/server/views/api.ts";
import { Bars } from "../charts/bars.tsx";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { get, path } from "../lib/api.ts";
import { number } from "../lib/format.ts";
import { stageName, status } from "../lib/legend.ts";
import { useLoad } from "../lib/load.ts";
import { Link } from "../ui/parts.tsx";
import { m } from "../words/map.ts";
import { w } from "../words/tools.ts";
import type { SlotProps } from "./slot.ts";
import "../styles/charts.css";

const MOST = 12;
type Measure = "projects" | "companies" | "institutions" | "agencies" | "events" | "reports";

export default function PlaceRollup({ page }: SlotProps): JSX.Element | null {
  const { value } = useLoad<RollupBody | null>(
    (signal) => get(path("entities", page.id, "rollup"), {}, signal),
    [page.id, status.value?.revision],
  );
  if (!value) return null;
  const { code, counts, stages, parts, level } = value;
  const short = code.endsWith("0000") ? code.slice(0, 2) : code;
  const within = level === "county" ? undefined : `/map?within=${short}`;
  const filled = counts.filter(({ total }) => total > 0);
  return (
    <section class="card rollup">
      <h2>{w("place")}</h2>
      <ul class="rollup-counts">
        {filled.map(({ measure, total, own }) => (
          <li key={measure}>
            <Link to={`/${measure}?place=${code}`}>
              <span>{m(measure as Measure)}</span> <strong>{number(total)}</strong>
            </Link>
            {own === total ? null : <small class="quiet">{w("ownCount", { own: number(own) })}</small>}
          </li>
        ))}
      </ul>
      <p class="actions no-print">
        {within === undefined ? null : (
          <Link class="button" to={within}>
            {w("inMap")}
          </Link>
        )}
        <Link class="button" to={`/compare?places=${code}`}>
          {w("compare")}
        </Link>
      </p>
      <div class="rollup-charts">
        {stages.length > 0 ? (
          <ChartFigure title={w("stages")} file={`stages-${code}`}>
            <Bars
              label={w("stages")}
              bars={stages.map(({ stage, count }) => {
                const name = stage === "none" ? w("noStageValue") : stageName(stage);
                return {
                  key: stage,
                  label: name,
                  value: count,
                  text: number(count),
                  href: `/projects?place=${code}&stage=${stage}`,
                  describe: w("projectsCount", { name, count: number(count) }),
                };
              })}
            />
          </ChartFigure>
        ) : null}
        {parts.length > 0 ? (
          <ChartFigure title={w("parts")} file={`parts-${code}`}>
            <Bars
              label={w("parts")}
              bars={parts.slice(0, MOST).map((part) => ({
                key: part.code,
                label: part.name,
                value: part.total,
                text: number(part.total),
                href: `/projects?place=${part.code}`,
                describe: w("projectsCount", { name: part.name, count: number(part.total) }),
              }))}
            />
            {parts.length > MOST && within !== undefined ? (
              <Link to={within}>{w("moreParts", { count: number(parts.length - MOST) })}</Link>
            ) : null}
          </ChartFigure>
        ) : null}
      </div>
    </section>
  );
}
