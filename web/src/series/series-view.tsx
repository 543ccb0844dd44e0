/** One indicator: the table first, then the same numbers as small multiples or as a ranking. Never two units in one. @module */
import type { JSX } from "preact";
import type { SeriesBody, SeriesPlace } from "../../../src/server/views/api.ts";
import { Bars } from "../charts/bars.tsx";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { Multiples } from "../charts/multiples.tsx";
import { get, path } from "../lib/api.ts";
import { downloadText } from "../lib/download.ts";
import { axisOf, number, period as periodText, unitName } from "../lib/format.ts";
import { useLoad } from "../lib/load.ts";
import { bracketed } from "../lib/punctuation.ts";
import { entityAddress, listed, route, withQuery } from "../lib/router.ts";
import { useTitle } from "../lib/title.ts";
import { Button, Link, Outside, Scroll } from "../ui/parts.tsx";
import { StateBlock } from "../ui/states.tsx";
import { YearFields } from "../ui/years.tsx";
import { q } from "../words/series.ts";
import { csvOf } from "./csv.ts";
import { indicatorName, measureName, Values, valueAddress, valueText } from "./value.tsx";

const VIEWS = ["table", "chart", "rank"] as const;
/** Choices offered at once; all others are in the list of values. */
const OFFERED = 40;

export function SeriesView({ id }: { id: string }): JSX.Element {
  const { query } = route.value;
  const place = query.get("place") ?? undefined;
  const period = query.get("period") ?? undefined;
  const loaded = useLoad<SeriesBody>(
    (signal) => get(path("series", id), { place, period }, signal),
    [id, place, period],
  );
  return (
    <div class="page figures-page">
      <StateBlock loaded={loaded}>{(series) => <Shown series={series} period={period} />}</StateBlock>
    </div>
  );
}

const headOf = ({ indicator }: SeriesBody): string =>
  indicator.measure === undefined
    ? indicatorName(indicator)
    : `${indicatorName(indicator)} · ${measureName(indicator)}`;

function Shown({ series, period }: { series: SeriesBody; period: string | undefined }): JSX.Element {
  const { indicator, shown, siblings, cells } = series;
  const view = route.value.query.get("view") ?? "table";
  const head = headOf(series);
  useTitle(head);
  return (
    <>
      <div class="page-head">
        <h1>
          <Outside text={head} />
        </h1>
        <Link class="button" to="/figures">
          {q("allHeadlines")}
        </Link>
        <Button
          icon="download"
          label={q("csv")}
          onClick={() => downloadText("series.csv", csvOf(series), "text/csv")}
        />
      </div>
      <p class="counted">
        {q("shown", { n: number(shown.length), N: number(indicator.places) })} ·{" "}
        <Link to={entityAddress(indicator.node)}>{q("everything", { count: number(indicator.values) })}</Link>
        {indicator.loose > 0 ? <> · {q("loose", { count: number(indicator.loose) })}</> : null}
      </p>
      {siblings.length > 0 ? (
        <nav class="pills" aria-label={q("measure")}>
          {[indicator, ...siblings].map((one) => (
            <Link
              key={one.id}
              class="pill"
              to={withQuery({ indicator: one.id })}
              current={one.id === indicator.id}
            >
              {measureName(one)}
              {bracketed(unitName(one.unit))} {number(one.values)}
            </Link>
          ))}
        </nav>
      ) : null}
      <nav class="pills" aria-label={q("view")}>
        {VIEWS.map((each) => (
          <Link
            key={each}
            class="pill"
            to={withQuery({ view: each === "table" ? undefined : each })}
            current={view === each}
          >
            {q(each)}
          </Link>
        ))}
      </nav>
      <YearFields name="period" year={period} />
      <Places series={series} />
      {cells.length === 0 ? (
        <p class="empty">{q("empty")}</p>
      ) : (
        <>
          {view === "chart" ? <Chart series={series} head={head} /> : null}
          {view === "rank" ? <Rank series={series} head={head} /> : null}
          <Table series={series} head={head} />
        </>
      )}
    </>
  );
}

function Places({ series: { shown, choices } }: { series: SeriesBody }): JSX.Element {
  const keys = shown.map(({ key }) => key);
  const chosen = listed("place");
  const others = choices.filter(({ key }) => !keys.includes(key));
  const set = (next: readonly string[]): string =>
    withQuery({ place: next.length === 0 ? undefined : next.join("~") });
  return (
    <details class="places" open={chosen.length > 0}>
      <summary>{q("addPlace")}</summary>
      <p class="pills">
        {shown.map(({ key, name }) => (
          <Link
            key={key}
            class="pill"
            current
            to={set(keys.filter((each) => each !== key))}
            label={q("takeOut", { name })}
          >
            <Outside text={name} /> ×
          </Link>
        ))}
        {others.slice(0, OFFERED).map(({ key, name, values }) => (
          <Link key={key} class="pill" to={set([...(chosen.length > 0 ? keys : []), key])}>
            <Outside text={name} /> <span class="quiet">{number(values)}</span>
          </Link>
        ))}
        {others.length > OFFERED ? (
          <span class="quiet">{q("shown", { n: OFFERED, N: others.length })}</span>
        ) : null}
      </p>
      {shown.length > 1 ? (
        <Link class="button" to={`/compare?places=${keys.join("~")}`}>
          {q("compareThese")}
        </Link>
      ) : null}
    </details>
  );
}

function Table({ series, head }: { series: SeriesBody; head: string }): JSX.Element {
  const { shown, periods, cells, indicator } = series;
  const at = new Map(cells.map((cell) => [`${cell.place}\t${cell.period}`, cell.values]));
  return (
    <Scroll label={head}>
      <table class="series-table">
        <thead>
          <tr>
            <th scope="col">{q("period")}</th>
            {shown.map(({ key, name, node }) => (
              <th scope="col" key={key} class="number">
                <Link to={entityAddress(node)}>
                  <Outside text={name} />
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods.map((period) => (
            <tr key={period}>
              <th scope="row">{periodText(period)}</th>
              {shown.map(({ key }) => {
                const values = at.get(`${key}\t${period}`);
                return (
                  <td key={key} class="number">
                    {values ? <Values values={values} unit={indicator.unit} /> : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** How many months a period has; a day has none. */
function monthsIn(text: string): number {
  const ends = text.split("/").map((end) => end.split("-").map(Number));
  const [from = [], to = from] = ends;
  if (from.length > 2) return 0;
  const [[year = 0, month = 1], [lastYear = 0, lastMonth = 12]] = [from, to];
  return (lastYear - year) * 12 + lastMonth - month + 1;
}

/** Short enough for an axis: `2023`, `2023/1–6`, `2023-06`. */
function axisText(text: string): string {
  const span = /^(\d{4})-0?(\d+)\/\1-0?(\d+)$/.exec(text);
  return span ? `${span[1]}/${span[2]}–${span[3]}` : periodText(text);
}

function Chart({ series, head }: { series: SeriesBody; head: string }): JSX.Element {
  const { shown, periods, cells, indicator } = series;
  const ofPlace = ({ key, name }: SeriesPlace): Parameters<typeof Multiples>[0]["series"][number] => ({
    key,
    name,
    points: cells
      .filter(({ place }) => place === key)
      .flatMap(({ period, values }) =>
        values.map((value) => ({
          period: axisText(period),
          months: monthsIn(period),
          value: value.value,
          text: valueText(value, indicator.unit),
          href: valueAddress(value),
          kind: value.kind,
        })),
      ),
  });
  const axis = axisOf(
    Math.max(...cells.flatMap(({ values }) => values.map(({ value }) => Math.abs(value)))),
    indicator.unit,
  );
  return (
    <ChartFigure title={q("chartOf", { name: head })} file="series">
      <Multiples
        series={shown.map(ofPlace)}
        periods={periods.map(axisText)}
        label={q("chartOf", { name: head })}
        unit={axis.name}
        tick={axis.tick}
        words={{ actual: q("actual"), target: q("target") }}
      />
    </ChartFigure>
  );
}

/** The newest period that most places share, as bars with the target as a mark. */
function Rank({ series, head }: { series: SeriesBody; head: string }): JSX.Element | null {
  const { shown, periods, cells, indicator } = series;
  const counts = periods.map((period) => cells.filter((cell) => cell.period === period).length);
  const best = periods[counts.lastIndexOf(Math.max(...counts))];
  if (best === undefined) return null;
  const rows = shown.flatMap((place) => {
    const values = cells.find((cell) => cell.place === place.key && cell.period === best)?.values ?? [];
    const actual = values.find(({ kind }) => kind === "actual");
    const target = values.find(({ kind }) => kind === "target");
    const value = actual ?? target;
    if (!value) return [];
    return [
      {
        key: place.key,
        label: place.name,
        value: value.value,
        text: valueText(value, indicator.unit),
        href: valueAddress(value),
        tone: value.kind,
        ...(actual && target
          ? { target: { value: target.value, text: `${q("target")} ${valueText(target, indicator.unit)}` } }
          : {}),
      },
    ];
  });
  const title = q("rankOf", { name: head, period: periodText(best) });
  return (
    <ChartFigure title={title} file="rank">
      <Bars label={title} bars={rows.sort((a, b) => b.value - a.value)} legend={`▎${q("target")}`} />
    </ChartFigure>
  );
}
