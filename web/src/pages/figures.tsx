/** Figures: headline indicators first, one of them by place and period; the list of all values where it is asked for. @module */
import type { JSX } from "preact";
import type { SeriesIndicator } from "../../../src/server/views/api.ts";
import { get } from "../lib/api.ts";
import { number, unitName } from "../lib/format.ts";
import { useLoad } from "../lib/load.ts";
import { bracketed } from "../lib/punctuation.ts";
import { route } from "../lib/router.ts";
import { useTitle } from "../lib/title.ts";
import { SeriesView } from "../series/series-view.tsx";
import { indicatorName, measureName } from "../series/value.tsx";
import { Link, Outside } from "../ui/parts.tsx";
import { StateBlock } from "../ui/states.tsx";
import { q } from "../words/series.ts";
import ListPage from "./list-page.tsx";
import "../styles/pages.css";
import "../styles/charts.css";
import "../styles/tools.css";

export default function FiguresPage(): JSX.Element {
  const { query } = route.value;
  if (query.get("view") === "list") return <ListPage />;
  const indicator = query.get("indicator");
  if (indicator !== null) return <SeriesView key={indicator} id={indicator} />;
  const asked = [...query.keys()].some((name) => name !== "lang" && name !== "minConfidence");
  return asked ? <ListPage /> : <Headlines />;
}

/** Stated in several units: their names alone would be alike. */
const isTwofold = (one: SeriesIndicator, all: readonly SeriesIndicator[]): boolean =>
  all.some(({ id, node, measure }) => id !== one.id && node === one.node && measure === one.measure);

function Headlines(): JSX.Element {
  useTitle(q("title"));
  const loaded = useLoad<SeriesIndicator[]>((signal) => get("/series", {}, signal), []);
  return (
    <div class="page figures-page">
      <h1>{q("title")}</h1>
      <p class="lead">{q("intro")}</p>
      <p class="actions">
        <Link class="button" to="/figures?view=list">
          {q("all")}
        </Link>
        <Link class="button" to="/indicators">
          {q("allIndicators")}
        </Link>
        <Link class="button" to="/compare">
          {q("compare")}
        </Link>
      </p>
      <StateBlock loaded={loaded}>
        {(indicators) =>
          indicators.length === 0 ? (
            <p class="empty">{q("noHeadline")}</p>
          ) : (
            <ul class="headlines">
              {indicators.map((one) => (
                <li key={one.id}>
                  <Link to={`/figures?indicator=${encodeURIComponent(one.id)}`}>
                    <span>
                      <Outside text={indicatorName(one)} />{" "}
                      {one.measure === undefined ? null : <small class="quiet">{measureName(one)}</small>}
                      {isTwofold(one, indicators) ? (
                        <small class="quiet">{bracketed(unitName(one.unit))}</small>
                      ) : null}
                    </span>
                    <span class="quiet">{q("values", { count: number(one.values) })}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </StateBlock>
    </div>
  );
}
