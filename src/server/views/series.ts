/**
 * Figures as people compare them: one indicator, by place and period; several places, by headline indicators. What reports
 * state differently stays side by side. Only values of one indicator, unit and measure ever stand in one series.
 * @module
 */

import type { GraphNode } from "../../model/graph.ts";
import { compareTexts } from "../../model/order.ts";
import { atOnce, inSlices, type Steps } from "../../steps.ts";
import { evidenceOf } from "../facts.ts";
import type { GraphIndex } from "../graph-index.ts";
import { codeOf, numberProperty, propertyOf, reportsOf, textProperty } from "../graph-items.ts";
import { properties } from "../network/told.ts";
import type { CompareBody, SeriesBody, SeriesIndicator, SeriesPlace, SeriesValue } from "./api.ts";
import { unitName } from "./divisions.ts";
import { MEASURES, type Measure } from "./map.ts";
import { spanOf } from "./periods.ts";
import { regionsOf } from "./regions.ts";
import { inRange, yearRange } from "./years.ts";

/** Places that are shown where none is chosen. */
const FIRST_PLACES = 6;

interface Point {
  node: GraphNode;
  place: string;
  period: string;
}

interface Series {
  indicator: SeriesIndicator;
  points: Point[];
  places: Map<string, SeriesPlace>;
}

const cached = new WeakMap<GraphIndex, Map<string, Series>>();

/** What the figure is about, if that is a place or a thing of the graph. */
function placeOf(index: GraphIndex, figure: string): { key: string; name: string; node: string } | undefined {
  const node = index.edgesFrom(figure, "ABOUT")[0]?.end;
  if (node === undefined) return undefined;
  const isPlace = index.network.type(node) === "Place";
  const code = isPlace ? codeOf(index.node(node) as GraphNode) : undefined;
  const key = code !== undefined && /^\d{6}$/.test(code) ? code : node;
  return { key, name: unitName(key) ?? index.caption(node), node };
}

/** One series for each unit and measure in which the indicator is stated: a level and its growth never meet. */
function seriesOf(index: GraphIndex, node: GraphNode): Series[] {
  const made = new Map<string, Series>();
  const english = textProperty(node, "english");
  for (const { start } of index.edgesInto(node.id, "OF")) {
    const figure = index.node(start);
    if (!figure || numberProperty(figure, "value") === undefined) continue;
    const unit = textProperty(figure, "unit") ?? "";
    const measure = textProperty(figure, "measure");
    const id = [node.id, unit, measure ?? ""].join(".");
    let series = made.get(id);
    if (!series) {
      const indicator = {
        id,
        node: node.id,
        name: index.caption(node.id),
        ...(english === undefined ? {} : { english }),
        unit,
        ...(measure === undefined ? {} : { measure }),
        headline: propertyOf(node, "headline") === true,
        values: 0,
        loose: 0,
        places: 0,
      };
      series = { indicator, points: [], places: new Map() };
      made.set(id, series);
    }
    addPoint(index, series, figure);
  }
  for (const { indicator, places } of made.values()) indicator.places = places.size;
  return [...made.values()];
}

function addPoint(index: GraphIndex, { indicator, points, places }: Series, figure: GraphNode): void {
  indicator.values += 1;
  const place = placeOf(index, figure.id);
  const period = textProperty(figure, "period");
  if (!place || period === undefined || spanOf(period) === undefined) {
    indicator.loose += 1;
    return;
  }
  points.push({ node: figure, place: place.key, period });
  const known = places.get(place.key);
  if (known) known.values += 1;
  else places.set(place.key, { ...place, values: 1 });
}

/** Reads, in slices, what series are made of; then questions about them are answered at once. */
export async function prepareSeries(index: GraphIndex): Promise<void> {
  if (cached.has(index)) return;
  await index.network.tell("Observation", properties("value", "unit", "measure", "period"));
  await index.network.tell("Indicator", properties("english", "headline"));
  cached.set(index, await inSlices(making(index)));
}

/** Made once for each state of the graph; by the id of the series. */
function allSeries(index: GraphIndex): Map<string, Series> {
  const known = cached.get(index) ?? atOnce(making(index));
  cached.set(index, known);
  return known;
}

function* making(index: GraphIndex): Steps<Map<string, Series>> {
  const made = new Map<string, Series>();
  for (const node of index.ofType("Indicator")) {
    for (const series of seriesOf(index, node)) made.set(series.indicator.id, series);
    yield;
  }
  return made;
}

const byValues = (a: { values: number; name: string }, b: { values: number; name: string }): number =>
  b.values - a.values || (a.name < b.name ? -1 : 1);

/** Headline indicators that the reports have values of, the most first. */
export function headlines(index: GraphIndex): SeriesIndicator[] {
  return [...allSeries(index).values()]
    .map(({ indicator }) => indicator)
    .filter(({ headline, values }) => headline && values > 0)
    .sort(byValues);
}

function seriesValueOf(index: GraphIndex, { node }: Point): SeriesValue {
  const [evidence] = evidenceOf(index, node);
  const low = numberProperty(node, "valueLow");
  const high = numberProperty(node, "valueHigh");
  const qualifier = textProperty(node, "qualifier");
  const original = textProperty(node, "original");
  const confidence = numberProperty(node, "confidence");
  return {
    id: node.id,
    value: numberProperty(node, "value") ?? Number.NaN,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    ...(qualifier === undefined ? {} : { qualifier }),
    kind: textProperty(node, "kind") === "target" ? "target" : "actual",
    ...(original === undefined ? {} : { original }),
    ...(evidence === undefined ? {} : { evidence }),
    reports: reportsOf(node).length,
    ...(confidence === undefined ? {} : { confidence }),
  };
}

/** Equal values that several sentences state are one value; outcomes before targets. */
function valuesOf(index: GraphIndex, points: readonly Point[]): SeriesValue[] {
  const found = new Map<string, SeriesValue>();
  for (const point of points) {
    const value = seriesValueOf(index, point);
    const key = `${value.kind}:${value.value}:${value.qualifier ?? ""}`;
    const known = found.get(key);
    if (known) {
      known.reports += value.reports;
      known.confidence = Math.max(known.confidence ?? 0, value.confidence ?? 0) || undefined;
    } else found.set(key, value);
  }
  return [...found.values()].sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.value - b.value));
}

/** Earlier first; a longer period before the part of it that ends on the same day. */
function byTime(a: string, b: string): number {
  const [x, y] = [spanOf(a), spanOf(b)];
  const last = compareTexts(x?.last ?? "9999", y?.last ?? "9999");
  return last || compareTexts(x?.first ?? "", y?.first ?? "") || compareTexts(a, b);
}

const yearOf = (period: string): number => Number((spanOf(period)?.last ?? "").slice(0, 4));

function within(points: readonly Point[], years: string | undefined): Point[] {
  const range = years === undefined ? undefined : yearRange(years);
  return points.filter(({ period }) => !range || inRange(yearOf(period), range));
}

/**
 * @param asked id of a series, or the id or name of its indicator: then the series of it with most values
 * @returns `undefined` where there is none
 */
export function seriesBody(
  index: GraphIndex,
  asked: string,
  places: readonly string[],
  years: string | undefined,
): SeriesBody | undefined {
  const all = allSeries(index);
  const named = [...all.values()].filter(
    ({ indicator }) => indicator.name === asked || indicator.node === asked,
  );
  const series = all.get(asked) ?? named.sort((a, b) => byValues(a.indicator, b.indicator))[0];
  if (!series) return undefined;
  const choices = [...series.places.values()].sort(byValues);
  const shown =
    places.length > 0
      ? places.flatMap((key) => series.places.get(key) ?? [])
      : choices.slice(0, FIRST_PLACES);
  const keys = new Set(shown.map(({ key }) => key));
  const points = within(series.points, years).filter(({ place }) => keys.has(place));
  const periods = [...new Set(points.map(({ period }) => period))].sort(byTime);
  const cells = shown.flatMap(({ key }) =>
    periods.flatMap((period) => {
      const own = points.filter((point) => point.place === key && point.period === period);
      return own.length === 0 ? [] : [{ place: key, period, values: valuesOf(index, own) }];
    }),
  );
  const siblings = [...all.values()]
    .map(({ indicator }) => indicator)
    .filter(
      ({ id, node, values }) => node === series.indicator.node && id !== series.indicator.id && values > 0,
    )
    .sort(byValues);
  return { indicator: series.indicator, shown, choices, siblings, periods, cells };
}

const COUNTED: readonly Measure[] = ["projects", "companies", "agencies", "reports"];

/** Headline indicators of the places, each with its newest value, and what lies in them. */
export function compareBody(
  index: GraphIndex,
  keys: readonly string[],
  years: string | undefined,
): CompareBody {
  const regions = regionsOf(index);
  const places = keys.flatMap((key): SeriesPlace[] => {
    const node = index.node(key) ? key : regions.placeOf(key);
    const found = node === undefined ? undefined : index.node(node);
    if (node === undefined || !found) return [];
    const code = textProperty(found, "code");
    const own = code !== undefined && /^\d{6}$/.test(code) ? code : node;
    return [{ key: own, name: unitName(own) ?? index.caption(node), node, values: 0 }];
  });
  const counts = COUNTED.map((measure) => ({
    measure,
    totals: places.map(
      ({ key }) => index.ofType(MEASURES[measure]).filter(({ id }) => regions.within(id, key)).length,
    ),
  }));
  const rows = [...allSeries(index).values()]
    .filter(({ indicator }) => indicator.headline)
    .sort((a, b) => byValues(a.indicator, b.indicator))
    .flatMap(({ indicator, points }) => {
      const inYears = within(points, years);
      const cells = places.map((place) => {
        const own = inYears.filter((point) => point.place === place.key);
        const period = [...new Set(own.map((point) => point.period))].sort(byTime).at(-1);
        if (period === undefined) return null;
        place.values += own.length;
        return {
          period,
          values: valuesOf(
            index,
            own.filter((point) => point.period === period),
          ),
        };
      });
      return cells.some((cell) => cell !== null) ? [{ indicator, cells }] : [];
    });
  return { places, counts, rows };
}
