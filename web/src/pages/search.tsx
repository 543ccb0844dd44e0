/** All that holds some words: names, posts, quotes, text, each with what matched; `in` narrows to one group. @module */
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Page } from "../../../src/server/api-types.ts";
import type { SearchAllBody } from "../../../src/server/page-types.ts";
import { get } from "../lib/api.ts";
import { number } from "../lib/format.ts";
import { words } from "../lib/i18n.ts";
import { status, typeName } from "../lib/legend.ts";
import { useLoad } from "../lib/load.ts";
import { addressOf, go, route, sentenceAddress, withQuery } from "../lib/router.ts";
import { useTitle } from "../lib/title.ts";
import { Chips, Facets } from "../list/facets.tsx";
import { PagesOf, RangeText } from "../ui/pages-of.tsx";
import { Link, NodeLink, Outside, StatusChip } from "../ui/parts.tsx";
import { Snippet } from "../ui/snippet.tsx";
import { StateBlock } from "../ui/states.tsx";
import { sw } from "../words/search.ts";
import "../styles/pages.css";

const FEW = 8;
const ROWS = 50;
const TYPING_MS = 250;
const GROUPS = ["names", "posts", "quotes", "text"] as const;
type Group = (typeof GROUPS)[number];

export default function Search(): JSX.Element {
  const { query } = route.value;
  const q = query.get("q") ?? "";
  const only = GROUPS.find((group) => group === query.get("in"));
  const page = Math.max(1, Number(query.get("page") ?? 1) || 1);
  const asked = {
    q,
    in: only,
    type: query.get("type") ?? undefined,
    place: query.get("place") ?? undefined,
    year: query.get("year") ?? undefined,
    offset: only ? (page - 1) * ROWS : 0,
    limit: only ? ROWS : FEW,
  };
  const loaded = useLoad<SearchAllBody>(
    (signal) => get("/search/all", asked, signal),
    [JSON.stringify(asked), status.value?.revision],
  );
  useTitle(q === "" ? sw("title") : q);
  return (
    <div class="page search-page">
      <div class="page-head">
        <h1>{q === "" ? sw("title") : <Outside text={sw("hits", { q })} />}</h1>
      </div>
      <Box q={q} />
      {q === "" ? (
        <p class="empty">{sw("ask")}</p>
      ) : (
        <StateBlock loaded={loaded}>{(body) => <Results body={body} only={only} />}</StateBlock>
      )}
    </div>
  );
}

function Box({ q }: { q: string }): JSX.Element {
  const [text, setText] = useState(q);
  const timer = useRef(0);
  useEffect(() => setText(q), [q]);
  return (
    <input
      class="search-field"
      type="search"
      aria-label={sw("label")}
      placeholder={sw("placeholder")}
      value={text}
      onInput={({ currentTarget: { value } }) => {
        setText(value);
        clearTimeout(timer.current);
        timer.current = window.setTimeout(
          () => go(withQuery({ q: value.trim() }), { replace: true }),
          TYPING_MS,
        );
      }}
    />
  );
}

function GroupOf<T>({
  group,
  page,
  only,
  row,
}: {
  group: Group;
  page: Page<T>;
  only: Group | undefined;
  row: (item: T) => ComponentChildren;
}): JSX.Element | null {
  if (page.total === 0 || (only !== undefined && only !== group)) return null;
  return (
    <section class="card" aria-labelledby={`group-${group}`}>
      <div class="section-head">
        <h2 id={`group-${group}`}>
          {sw(group)} <span class="count">{number(page.total)}</span>
        </h2>
        {only ? <RangeText total={page.total} offset={page.offset} count={page.items.length} /> : null}
      </div>
      <ul class="hit-list">{page.items.map(row)}</ul>
      {only ? (
        <PagesOf total={page.total} offset={page.offset} limit={page.limit} />
      ) : page.total > page.items.length ? (
        <Link to={withQuery({ in: group })}>{sw("all", { total: number(page.total) })}</Link>
      ) : null}
    </section>
  );
}

function Results({ body, only }: { body: SearchAllBody; only: Group | undefined }): JSX.Element {
  const { names, posts, quotes, text, facets, query } = body;
  const chips = facets.flatMap(({ name, label, values }) =>
    values
      .filter(({ selected }) => selected)
      .map((choice) => ({ name, label: words(label), value: choice.value, shown: words(choice.label) })),
  );
  const total = names.total + posts.total + quotes.total + text.total;
  return (
    <div class="list-grid">
      <details class="facets" open={innerWidth > 860}>
        <summary>{sw("where")}</summary>
        <ul class="facet">
          {([undefined, ...GROUPS] as const).map((group) => (
            <li key={group ?? "all"}>
              <Link
                to={withQuery({ in: group })}
                class={`choice ${group === only ? "selected" : ""}`}
                current={group === only}
              >
                <span class="choice-name">{group === undefined ? sw("everything") : sw(group)}</span>
                <span class="count">{number(group === undefined ? total : body[group].total)}</span>
              </Link>
            </li>
          ))}
        </ul>
        <Facets facets={facets} wide={undefined} />
      </details>
      <div class="list-main">
        <Chips chips={chips} />
        {total === 0 ? <p class="empty">{sw("none", { q: query })}</p> : null}
        <GroupOf
          group="names"
          page={names}
          only={only}
          row={(hit) => (
            <li key={hit.id} data-row>
              <NodeLink {...hit} /> <small class="quiet">{typeName(hit.type)}</small>
              {hit.alias === undefined ? null : (
                <small class="quiet">
                  <Outside text={sw("alias", { alias: hit.alias })} />
                </small>
              )}
              <small class="quiet">{sw("relations", { count: number(hit.degree) })}</small>
            </li>
          )}
        />
        <GroupOf
          group="posts"
          page={posts}
          only={only}
          row={(hit) => (
            <li key={hit.edge} data-row>
              <NodeLink {...hit} /> {hit.organisation ? <NodeLink {...hit.organisation} /> : null}{" "}
              <Link to={`${addressOf(hit)}#f-${hit.edge}`}>
                <Outside text={hit.post} />
              </Link>
              <StatusChip status={hit.status} />
            </li>
          )}
        />
        <GroupOf
          group="quotes"
          page={quotes}
          only={only}
          row={(hit) => (
            <li key={hit.id} data-row>
              {hit.speaker ? <NodeLink {...hit.speaker} /> : null}
              <Link
                class="hit-text"
                to={
                  hit.evidence
                    ? sentenceAddress(hit.evidence.report, hit.evidence.start, hit.evidence.end)
                    : addressOf({ id: hit.id, type: "Quote" })
                }
              >
                <Snippet text={hit.text} at={hit.at} length={hit.length} />
              </Link>
            </li>
          )}
        />
        <GroupOf
          group="text"
          page={text}
          only={only}
          row={(hit) => (
            <li key={`${hit.report}:${hit.start}`} data-row>
              <Link class="hit-text" to={sentenceAddress(hit.report, hit.start, hit.end)}>
                <Snippet text={hit.text} at={hit.at} length={hit.length} />
              </Link>
              <small class="quiet">
                {hit.date} <Outside text={hit.title} />
              </small>
            </li>
          )}
        />
      </div>
    </div>
  );
}
