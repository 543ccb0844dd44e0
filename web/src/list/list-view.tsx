/** A list with all that belongs to it; the address holds everything that was chosen. @module */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ListBody } from "../../../src/server/page-types.ts";
import { get } from "../lib/api.ts";
import { nameOf, number } from "../lib/format.ts";
import { words } from "../lib/i18n.ts";
import { status } from "../lib/legend.ts";
import { type Loaded, useLoad } from "../lib/load.ts";
import { go, route, withQuery } from "../lib/router.ts";
import { Downloads } from "../ui/downloads.tsx";
import { PagesOf, RangeText } from "../ui/pages-of.tsx";
import { Link } from "../ui/parts.tsx";
import { StateBlock } from "../ui/states.tsx";
import { l } from "../words/list.ts";
import { type Chip, Chips, Facets } from "./facets.tsx";
import { Table } from "./table.tsx";

const ROWS = 50;
const SOME = 1;
const TYPING_MS = 250;
/** CNY */
const UNIT = 1e8;
/** Of the page, not of the list. */
const OF_PAGE = new Set(["page", "lang", "view", "minConfidence"]);

type Query = Record<string, string | number | undefined>;

/** The list's question from the address. */
export function listQuery(params: URLSearchParams, wide: string | undefined): Query {
  const page = Math.max(1, Number(params.get("page") ?? 1) || 1);
  return {
    ...Object.fromEntries([...params].filter(([name]) => !OF_PAGE.has(name))),
    facets: SOME,
    wide,
    offset: (page - 1) * ROWS,
    limit: ROWS,
  };
}

function chipsOf(list: ListBody): Chip[] {
  const { query } = route.value;
  const q = query.get("q");
  const min = query.get("min");
  return [
    ...(q === null ? [] : [{ name: "q", label: l("text"), value: q, shown: q }]),
    ...(min === null
      ? []
      : [{ name: "min", label: l("min"), value: min, shown: number(Number(min) / UNIT) }]),
    ...list.filters.map(({ name, value, label }) => {
      const facet = list.facets.find((each) => each.name === name);
      return { name, label: facet ? words(facet.label) : name, value, shown: words(label) };
    }),
  ];
}

/** What is typed goes into the address after a pause, without a step in the history. */
function Typed({ name, label, unit = 1 }: { name: string; label: string; unit?: number }): JSX.Element {
  const given = route.value.query.get(name) ?? "";
  const shown = unit === 1 || given === "" ? given : String(Number(given) / unit);
  const [text, setText] = useState(shown);
  const timer = useRef(0);
  useEffect(() => setText(shown), [shown]);
  const field = {
    "aria-label": label,
    placeholder: label,
    value: text,
    onInput: ({ currentTarget: { value } }: { currentTarget: HTMLInputElement }): void => {
      setText(value);
      clearTimeout(timer.current);
      const next = value.trim() === "" ? undefined : unit === 1 ? value.trim() : Number(value) * unit;
      timer.current = window.setTimeout(() => go(withQuery({ [name]: next }), { replace: true }), TYPING_MS);
    },
  };
  return unit === 1 ? <input type="search" {...field} /> : <input type="number" min={0} {...field} />;
}

/** Cards have no heads to sort by. */
function SortChoice({ list }: { list: ListBody }): JSX.Element {
  const { sort, columns } = list;
  const names = [
    { name: "name", label: l("name") },
    ...columns
      .filter(({ sortable }) => sortable)
      .map(({ name, label, kind }) => ({ name, label: nameOf(label, name, kind) })),
  ];
  const choices = names.flatMap(({ name, label }) => [
    { value: `-${name}`, label: l("down", { column: label }) },
    { value: name, label: l("up", { column: label }) },
  ]);
  return (
    <label class="sort-choice">
      <span>{l("sort")}</span>
      <select value={sort} onChange={({ currentTarget }) => go(withQuery({ sort: currentTarget.value }))}>
        {choices.some(({ value }) => value === sort) ? null : <option value={sort}>{l("usual")}</option>}
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Empty({ list, chips }: { list: ListBody; chips: readonly Chip[] }): JSX.Element {
  if (chips.length > 0)
    return (
      <div class="empty">
        <p>{l("emptyFiltered")}</p>
        <Chips chips={chips} />
      </div>
    );
  if (status.value?.reports === 0 || list.path === "reports")
    return (
      <p class="empty">
        {l("emptyAll")} <Link to="/reports">{l("toReports")}</Link>
      </p>
    );
  return <p class="empty">{l("emptyUnread")}</p>;
}

interface Props {
  /** As in the API: `projects`. */
  path: string;
  /** Shown in place of the table. */
  rows?: (list: ListBody, loaded: Loaded<ListBody>) => ComponentChildren;
  /** Above the list, under the heading. */
  children?: ComponentChildren;
  heading: (list: ListBody | undefined) => ComponentChildren;
  /** Changes when what the list is made of changed. */
  version?: unknown;
}

export function ListView({ path, rows, children, heading, version }: Props): JSX.Element {
  const [wide, setWide] = useState<string>();
  const asked = listQuery(route.value.query, wide);
  const loaded = useLoad<ListBody>(
    (signal) => get(`/lists/${path}`, asked, signal),
    [path, JSON.stringify(asked), version, status.value?.revision],
  );
  const { value: list } = loaded;
  return (
    <div class="page list-page">
      <div class="page-head">
        {heading(list)}
        {list ? (
          <p class="quiet" role="status">
            <RangeText total={list.total} offset={list.offset} count={list.items.length} />
            {list.hidden === 0 ? null : ` · ${l("hidden", { count: number(list.hidden) })}`}
            {list.all === list.total ? null : ` ${l("of", { all: number(list.all) })}`}
          </p>
        ) : null}
        <div class="page-tools">
          {list ? <Downloads path={`/lists/${path}`} query={asked} total={list.total} /> : null}
        </div>
      </div>
      {children}
      <StateBlock loaded={loaded}>
        {(body) => {
          const chips = chipsOf(body);
          return (
            <div class={`list-grid ${rows ? "" : "with-heads"}`}>
              <details class="facets" open={innerWidth > 860}>
                <summary>
                  {l("narrow")} {chips.length > 0 ? <span class="count">{chips.length}</span> : null}
                </summary>
                <SortChoice list={body} />
                <Typed name="q" label={l("filter")} />
                {body.columns.some(({ kind }) => kind === "money") ? (
                  <Typed name="min" label={l("min")} unit={UNIT} />
                ) : null}
                <Facets facets={body.facets} wide={wide} onWide={setWide} />
              </details>
              <div class="list-main">
                {body.total > 0 ? <Chips chips={chips} /> : null}
                {body.total === 0 ? (
                  <Empty list={body} chips={chips} />
                ) : rows ? (
                  rows(body, loaded)
                ) : (
                  <Table list={body} />
                )}
                <PagesOf total={body.total} offset={body.offset} limit={body.limit} />
              </div>
            </div>
          );
        }}
      </StateBlock>
    </div>
  );
}
