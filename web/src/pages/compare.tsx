/** Places side by side: what was read of each, and the newest value of every headline indicator. @module */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { NodeRef, Page, SearchHit } from "../../../src/server/api-types.ts";
import type { ListBody } from "../../../src/server/page-types.ts";
import type { CompareBody } from "../../../src/server/views/api.ts";
import { get } from "../lib/api.ts";
import { number, period } from "../lib/format.ts";
import { useLoad } from "../lib/load.ts";
import { entityAddress, go, listed, route, withQuery } from "../lib/router.ts";
import { useTitle } from "../lib/title.ts";
import { indicatorName, measureName, Values } from "../series/value.tsx";
import { Link, Outside, Scroll } from "../ui/parts.tsx";
import { StateBlock } from "../ui/states.tsx";
import { YearFields } from "../ui/years.tsx";
import { m } from "../words/map.ts";
import { q } from "../words/series.ts";
import "../styles/pages.css";
import "../styles/charts.css";
import "../styles/tools.css";

type Counted = "projects" | "companies" | "agencies" | "reports";

export default function ComparePage(): JSX.Element {
  useTitle(q("compare"));
  const places = listed("places");
  const years = route.value.query.get("years") ?? undefined;
  const asked = places.join("~");
  const loaded = useLoad<CompareBody>(
    (signal) => get("/compare", { places: asked, years }, signal),
    [asked, years],
  );
  return (
    <div class="page compare-page">
      <h1>{q("compare")}</h1>
      <p class="lead quiet">{q("compareIntro")}</p>
      <FindPlace places={places} />
      <YearFields name="years" year={years} />
      <StateBlock loaded={loaded}>{(body) => <Shown body={body} places={places} />}</StateBlock>
    </div>
  );
}

const OFFERED = 8;
/** Provinces and cities of which most reports speak: something to begin with. */
const MOST_REPORTED = { level: "province~prefecture", sort: "-reports", facets: 0 };

/** Suggestions by name, before that the places most reported; a choice joins the address. */
function FindPlace({ places }: { places: readonly string[] }): JSX.Element {
  const [text, setText] = useState("");
  const [hits, setHits] = useState<readonly NodeRef[]>([]);
  const few = places.length < 2;
  useEffect(() => {
    const control = new AbortController();
    const typed = text.trim();
    const found: Promise<{ items: readonly NodeRef[] }> =
      typed !== ""
        ? get<Page<SearchHit>>("/search", { q: typed, types: "Place", limit: OFFERED }, control.signal)
        : few
          ? get<ListBody>("/lists/places", { ...MOST_REPORTED, limit: OFFERED }, control.signal)
          : Promise.resolve({ items: [] });
    found.then(({ items }) => setHits(items)).catch(() => undefined);
    return () => control.abort();
  }, [text, few]);
  const offered = hits.filter(({ id }) => !places.includes(id));
  return (
    <div class="find-place">
      <input
        type="search"
        aria-label={q("findPlace")}
        placeholder={q("findPlace")}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      {text.trim() === "" && offered.length > 0 ? <p class="quiet small">{q("mostReported")}</p> : null}
      <ul class="pills">
        {offered.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              class="pill"
              onClick={() => {
                setText("");
                go(withQuery({ places: [...new Set([...places, id])].join("~") }));
              }}
            >
              <Outside text={name} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Shown({ body, places }: { body: CompareBody; places: readonly string[] }): JSX.Element {
  if (body.places.length === 0) return <p class="empty">{q("noPlaces")}</p>;
  return (
    <>
      {body.places.length < 2 ? <p class="quiet">{q("noPlaces")}</p> : null}
      <Scroll label={q("compare")}>
        <table class="series-table">
          <thead>
            <tr>
              <th scope="col">{q("indicator")}</th>
              {body.places.map(({ key, name, node }) => (
                <th key={key} scope="col" class="number">
                  <Link to={entityAddress(node)}>
                    <Outside text={name} />
                  </Link>{" "}
                  <Link
                    to={withQuery({
                      places: places.filter((each) => each !== key && each !== node).join("~") || undefined,
                    })}
                    label={q("takeOut", { name })}
                  >
                    ×
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {body.counts.map(({ measure, totals }) => (
              <tr key={measure}>
                <th scope="row">{m(measure as Counted)}</th>
                {totals.map((total, at) => {
                  const key = body.places[at]?.key ?? "";
                  return (
                    <td key={key} class="number">
                      {/^\d{6}$/.test(key) ? (
                        <Link to={`/${measure}?place=${key}`}>{number(total)}</Link>
                      ) : (
                        <span class="quiet">—</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
            {body.rows.map(({ indicator, cells }) => (
              <tr key={indicator.id}>
                <th scope="row">
                  <Link
                    to={`/figures?indicator=${encodeURIComponent(indicator.id)}&place=${body.places.map(({ key }) => key).join("~")}`}
                  >
                    <Outside text={indicatorName(indicator)} />
                  </Link>
                  {indicator.measure === undefined ? null : (
                    <small class="quiet"> {measureName(indicator)}</small>
                  )}
                </th>
                {cells.map((cell, at) => (
                  <td key={body.places[at]?.key} class="number">
                    {cell ? (
                      <>
                        <small class="quiet">{period(cell.period)}</small>
                        <Values values={cell.values} unit={indicator.unit} />
                      </>
                    ) : null}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="quiet small">{q("latest")}</p>
    </>
  );
}
