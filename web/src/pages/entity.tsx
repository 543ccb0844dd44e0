/** The page of any thing, as its schema file declares it: in words, in values, in relations, in time. @module */
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { EntityPageBody } from "../../../src/server/page-types.ts";
import { EgoGraph } from "../entity/ego-graph.tsx";
import { OwnFact } from "../entity/fact-row.tsx";
import { Section, sectionAnchor, shownOf } from "../entity/section.tsx";
import { SLOTS, type Slot } from "../entity/slots.ts";
import { Summary } from "../entity/summary.tsx";
import { Timeline } from "../entity/timeline.tsx";
import { get, path, url } from "../lib/api.ts";
import { number } from "../lib/format.ts";
import { words } from "../lib/i18n.ts";
import { status, typeName } from "../lib/legend.ts";
import { useLoad } from "../lib/load.ts";
import { nodeName } from "../lib/names.ts";
import { tell } from "../lib/notice.ts";
import type { PageProps } from "../lib/page-props.ts";
import { addressOf, carried, go } from "../lib/router.ts";
import { useTitle } from "../lib/title.ts";
import { Badge, Button, Link, NodeLink, Outside } from "../ui/parts.tsx";
import { StateBlock } from "../ui/states.tsx";
import { e } from "../words/entity.ts";
import "../styles/pages.css";
import "../styles/entity.css";

export default function EntityPage({ id }: PageProps): JSX.Element {
  const loaded = useLoad<EntityPageBody>(
    (signal) => get(path("entities", id, "page"), {}, signal),
    [id, status.value?.revision],
  );
  const { value } = loaded;
  // A report's page is its text.
  useEffect(() => {
    if (value?.type === "Report" && value.id.startsWith("report:"))
      go(carried(addressOf(value)), { replace: true });
  }, [value]);
  useTitle(value && nodeName(value.name, value.type, value.english));
  return (
    <StateBlock loaded={loaded} missing={e("gone")}>
      {(page) => <Whole page={{ ...page, name: nodeName(page.name, page.type, page.english) }} />}
    </StateBlock>
  );
}

function Slots({ page, place }: { page: EntityPageBody; place: Slot["place"] }): JSX.Element {
  return (
    <>
      {SLOTS.filter((slot) => slot.place === place && (slot.types?.includes(page.type) ?? true)).map(
        (slot) => {
          const Part = slot.part;
          return <Part key={SLOTS.indexOf(slot)} page={page} />;
        },
      )}
    </>
  );
}

function Head({ page }: { page: EntityPageBody }): JSX.Element {
  const { name, type, aliases, reports, firstReport, lastReport, mentions, labels } = page;
  return (
    <header class="entity-head">
      <p class="entity-type">
        <Badge type={type} />
        <Link to={`/${page.path}`}>{typeName(type)}</Link>
        {labels.includes("Official") ? <span class="tag">{e("official")}</span> : null}
      </p>
      <h1>
        <Outside text={name} />
      </h1>
      {aliases.length > 0 ? (
        <p class="quiet">
          {e("aliases")}{" "}
          {aliases.map((alias) => (
            <span class="byline" key={alias}>
              <Outside text={alias} />
            </span>
          ))}
        </p>
      ) : null}
      <Summary page={page} />
      <p class="quiet small">
        {e("reports", { count: number(reports) })}
        {mentions === undefined ? "" : ` · ${e("mentions", { count: number(mentions) })}`}
        {firstReport === undefined || lastReport === undefined
          ? ""
          : ` · ${firstReport === lastReport ? e("day", { from: firstReport }) : e("span", { from: firstReport, to: lastReport })}`}
      </p>
      <div class="actions no-print">
        <Slots page={page} place="action" />
        <Button label={e("print")} onClick={() => print()} />
        <Link class="button" to={`/graph?root=${encodeURIComponent(page.id)}`}>
          {e("inGraph")}
        </Link>
        <Button
          icon="link"
          label={e("copyLink")}
          onClick={() =>
            void navigator.clipboard
              .writeText(location.href)
              .then(() => tell(e("copied")))
              .catch(() => tell(location.href))
          }
        />
        <a class="button" href={url(path("entities", page.id, "page"))} target="_blank" rel="noreferrer">
          {e("downloadJson")}
        </a>
      </div>
    </header>
  );
}

function SameName({ page: { sameName } }: { page: EntityPageBody }): JSX.Element | null {
  if (sameName.length === 0) return null;
  return (
    <section class="card same-name">
      <p>
        <strong>{e("sameName", { count: sameName.length })}</strong> {e("sameNameHint")}
      </p>
      <ul>
        {sameName.map(({ id, name, type, hint }) => (
          <li key={id}>
            <NodeLink id={id} name={name} type={type} />{" "}
            {hint === "" ? null : (
              <small class="quiet">
                <Outside text={hint} />
              </small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Whole({ page }: { page: EntityPageBody }): JSX.Element {
  const filled = page.sections.filter(({ total, hidden }) => total + hidden > 0);
  const firstOther = filled.find(({ other }) => other);
  return (
    <article class="page entity">
      <Head page={page} />
      <Slots page={page} place="top" />
      <SameName page={page} />
      <nav class="section-tabs no-print" aria-label={e("sections")}>
        {page.sections.map(({ name, label, total, hidden, other }) =>
          total + hidden === 0 ? (
            <span key={name} class="tab off" aria-disabled="true">
              {words(label)} <span class="count">0</span>
            </span>
          ) : (
            <a
              key={name}
              class={`tab ${other ? "other" : ""}`}
              href={`#${sectionAnchor(name)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(sectionAnchor(name))?.scrollIntoView({ block: "start" });
              }}
            >
              {words(label)} <span class="count">{shownOf(total, hidden)}</span>
            </a>
          ),
        )}
      </nav>
      <div class="entity-grid">
        <div class="entity-main">
          {page.properties.length > 0 ? (
            <section class="card">
              <h2>{e("facts")}</h2>
              <dl class="own-facts">
                {page.properties.map((fact) => (
                  <OwnFact key={fact.name} fact={fact} id={page.id} type={page.type} />
                ))}
              </dl>
            </section>
          ) : null}
          <Slots page={page} place="main" />
          {filled.map((section) => (
            <div key={section.name}>
              {section === firstOther ? <h2 class="other-head">{e("others2")}</h2> : null}
              <Section section={section} id={page.id} name={page.name} />
            </div>
          ))}
        </div>
        <aside class="entity-aside">
          <EgoGraph page={page} />
          <Timeline page={page} />
          <Slots page={page} place="aside" />
        </aside>
      </div>
      <p class="quiet small disclaimer">{e("disclaimer")}</p>
    </article>
  );
}
