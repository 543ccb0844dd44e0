/** How many things lie where: the country as a grid of provinces, then prefectures and counties as ranked bars. @module */
import type { JSX } from "preact";
import type { MapBody, RegionCount } from "../../../src/server/views/api.ts";
import { Bars } from "../charts/bars.tsx";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { English } from "../charts/english.tsx";
import { TileGrid } from "../charts/tile-grid.tsx";
import { get } from "../lib/api.ts";
import { number } from "../lib/format.ts";
import { useLoad } from "../lib/load.ts";
import { stop } from "../lib/punctuation.ts";
import { entityAddress, route, withQuery } from "../lib/router.ts";
import { useTitle } from "../lib/title.ts";
import { Link, Outside, Scroll } from "../ui/parts.tsx";
import { StateBlock } from "../ui/states.tsx";
import { YearFields } from "../ui/years.tsx";
import { m } from "../words/map.ts";
import "../styles/pages.css";
import "../styles/charts.css";

const MEASURES = ["projects", "companies", "agencies", "institutions", "events", "reports"] as const;
type Measure = (typeof MEASURES)[number];
const COUNTRY = "";

export const isMeasure = (text: string | null): text is Measure =>
  (MEASURES as readonly (string | null)[]).includes(text);

/** The list whose length the number is. */
function listAddress(measure: string, place: string, year: string | undefined): string {
  const query = new URLSearchParams({ place, ...(year === undefined ? {} : { year }) });
  return `/${measure}?${query.toString().replaceAll("%7E", "~")}`;
}

export default function MapPage(): JSX.Element {
  const { query } = route.value;
  const asked = query.get("measure");
  const measure: Measure = isMeasure(asked) ? asked : "projects";
  const given = query.get("within") ?? COUNTRY;
  // `21` is as good as `210000`.
  const within = /^\d{2,6}$/.test(given) ? given.padEnd(6, "0") : undefined;
  const year = query.get("year") ?? undefined;
  useTitle(m("title"));
  const loaded = useLoad<MapBody>(
    (signal) => get("/map", { measure, within, year }, signal),
    [measure, within, year],
  );
  return (
    <div class="page map-page">
      <div class="page-head">
        <h1>{m("title")}</h1>
      </div>
      <nav class="pills" aria-label={m("measure")}>
        {MEASURES.map((each) => (
          <Link
            key={each}
            class="pill"
            to={withQuery({ measure: each === "projects" ? undefined : each })}
            current={each === measure}
          >
            {m(each)}
          </Link>
        ))}
      </nav>
      <YearFields name="year" year={year} legend={m("year")} />
      <StateBlock loaded={loaded}>
        {(map) => <Shown map={map} measure={measure} within={within} year={year} />}
      </StateBlock>
    </div>
  );
}

interface ShownProps {
  map: MapBody;
  measure: Measure;
  within: string | undefined;
  year: string | undefined;
}

function Shown({ map, measure, within, year }: ShownProps): JSX.Element {
  const what = m(measure);
  const place = map.within?.name ?? m("country");
  const title = m("heading", { place, what, on: number(map.onMap), total: number(map.total) });
  const present = map.regions.filter(({ total }) => total > 0);
  return (
    <>
      <Way map={map} within={within} />
      <p class="counted">
        <Off map={map} measure={measure} place={place} within={within} year={year} />
        {stop()}
        {map.several > 0 ? m("several", { count: number(map.several) }) : null}
      </p>
      {map.onMap === 0 ? (
        <p class="empty">{within === undefined ? m("empty", { what }) : m("noParts")}</p>
      ) : null}
      <div class="chart-and-table">
        {within === undefined ? (
          <ChartFigure title={title} file={`map-${measure}`}>
            <TileGrid
              counts={new Map(map.regions.map(({ code, total }) => [code, total]))}
              label={m("grid", { what })}
              href={(code) => withQuery({ within: code.slice(0, 2) })}
              describe={(name, count) => m("square", { name, what, count: number(count) })}
              none={m("none")}
            />
            <p class="quiet small">{m("gridHint")}</p>
          </ChartFigure>
        ) : present.length > 0 ? (
          <ChartFigure title={title} file={`map-${measure}-${within}`}>
            <Bars
              label={m("bars", { place, what })}
              bars={present.map(({ code, name, total }) => ({
                key: code,
                label: name,
                value: total,
                text: number(total),
                href: code.endsWith("00") ? withQuery({ within: code }) : listAddress(measure, code, year),
                describe: m("square", { name, what, count: number(total) }),
              }))}
            />
          </ChartFigure>
        ) : null}
        {present.length > 0 ? <Table regions={present} measure={measure} year={year} title={title} /> : null}
      </div>
    </>
  );
}

/** All of China › 辽宁省 › 鞍山市 */
function Way({ map, within }: { map: MapBody; within: string | undefined }): JSX.Element {
  const code = within ?? COUNTRY;
  const province = code === COUNTRY || code.endsWith("0000") ? undefined : `${code.slice(0, 2)}0000`;
  return (
    <nav class="way" aria-label={m("way")}>
      {within === undefined ? (
        <span aria-current="page">{m("country")}</span>
      ) : (
        <>
          <Link to={withQuery({ within: undefined })}>{m("country")}</Link>
          {province === undefined ? null : (
            <>
              <span aria-hidden="true">›</span>
              <Link to={withQuery({ within: province.slice(0, 2) })}>{map.around ?? province}</Link>
            </>
          )}
          <span aria-hidden="true">›</span>
          <span aria-current="page">{map.within?.name}</span>
          {map.within?.place === undefined ? null : (
            <Link class="button" to={entityAddress(map.within.place)}>
              {m("open", { name: map.within.name })}
            </Link>
          )}
        </>
      )}
    </nav>
  );
}

function Off({
  map,
  measure,
  place,
  within,
  year,
}: Omit<ShownProps, "measure"> & { measure: Measure; place: string }): JSX.Element {
  const values = { on: number(map.onMap), off: number(map.offMap), place };
  if (map.offMap === 0) return <>{m("allOn", values)}</>;
  return (
    <Link to={listAddress(measure, within === undefined ? "none~other" : `${within}-`, year)}>
      {m(within === undefined ? "off" : "offWithin", values)}
    </Link>
  );
}

function Table({
  regions,
  measure,
  year,
  title,
}: {
  regions: readonly RegionCount[];
  measure: Measure;
  year: string | undefined;
  title: string;
}): JSX.Element {
  return (
    <div>
      <Scroll label={title}>
        <table class="region-table">
          <thead>
            <tr>
              <th scope="col" class="number">
                {m("rank")}
              </th>
              <th scope="col">{m("place")}</th>
              <th scope="col" class="number">
                {m("total")}
              </th>
              <th scope="col" class="number">
                {m("own")}
              </th>
            </tr>
          </thead>
          <tbody>
            {regions.map(({ code, name, total, own }, position) => (
              <tr key={code}>
                <td class="number">
                  {regions.findIndex((each) => each.total === total) + 1 || position + 1}
                </td>
                <th scope="row">
                  {code.endsWith("00") ? (
                    <Link to={withQuery({ within: code.endsWith("0000") ? code.slice(0, 2) : code })}>
                      <Outside text={name} />
                    </Link>
                  ) : (
                    <Outside text={name} />
                  )}
                  <English code={code} />
                </th>
                <td class="number">
                  <Link
                    to={listAddress(measure, code, year)}
                    label={m("square", { name, what: m(measure), count: number(total) })}
                  >
                    {number(total)}
                  </Link>
                </td>
                <td class="number quiet">{number(own)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="quiet small">{m("ownHint")}</p>
    </div>
  );
}
