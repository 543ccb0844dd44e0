/** One section of an entity's page: its total, its first facts, and by address all of them, page by page. @module */
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { SectionBody } from "../../../src/server/page-types.ts";
import { get, path } from "../lib/api.ts";
import { number } from "../lib/format.ts";
import { words } from "../lib/i18n.ts";
import { statusName } from "../lib/legend.ts";
import { useLoad } from "../lib/load.ts";
import { route, withQuery } from "../lib/router.ts";
import { Downloads } from "../ui/downloads.tsx";
import { PagesOf } from "../ui/pages-of.tsx";
import { Link } from "../ui/parts.tsx";
import { StateBlock } from "../ui/states.tsx";
import { e } from "../words/entity.ts";
import { FactRow } from "./fact-row.tsx";

const ROWS = 50;

interface Props {
  section: SectionBody;
  id: string;
  name: string;
  minConfidence: string | undefined;
}

function Rows({ section, id, name }: Omit<Props, "minConfidence">): JSX.Element {
  return (
    <ul class="facts">
      {section.items.map((fact) => (
        <FactRow key={fact.edge ?? fact.name} fact={fact} id={id} name={name} />
      ))}
    </ul>
  );
}

function Whole({ section, id, name, minConfidence }: Props): JSX.Element {
  const page = Math.max(1, Number(route.value.query.get("page") ?? 1) || 1);
  const asked = { minConfidence, offset: (page - 1) * ROWS, limit: ROWS };
  const loaded = useLoad<SectionBody>(
    (signal) => get(path("entities", id, "sections", section.name), asked, signal),
    [id, section.name, page, minConfidence],
  );
  return (
    <StateBlock loaded={loaded}>
      {(body) => (
        <>
          <Rows section={body} id={id} name={name} />
          <PagesOf
            total={body.total}
            offset={body.offset}
            limit={body.limit}
            keep={{ section: section.name }}
          />
        </>
      )}
    </StateBlock>
  );
}

export const sectionAnchor = (name: string): string => `s-${name}`;

export function Section({ section, id, name, minConfidence }: Props): JSX.Element {
  const { label, total, hidden, statuses, items } = section;
  const chosen = route.value.query.get("section") === section.name;
  const head = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosen && !route.value.hash.startsWith("#f-")) head.current?.scrollIntoView({ block: "start" });
  }, [chosen, route.value.query.get("page")]);
  return (
    <section class="card entity-section" id={sectionAnchor(section.name)} ref={head}>
      <div class="section-head">
        <h2>
          {words(label)} <span class="count">{number(total + hidden)}</span>
        </h2>
        {Object.entries(statuses).map(([status, count]) => (
          <span key={status} class={`status status-${status}`}>
            {statusName(status)} {number(count)}
          </span>
        ))}
        <Downloads
          path={path("entities", id, "sections", section.name)}
          query={{ minConfidence }}
          total={total}
        />
      </div>
      {chosen ? (
        <>
          <Whole section={section} id={id} name={name} minConfidence={minConfidence} />
          <Link class="small" to={withQuery({ section: undefined })}>
            {e("fewer")}
          </Link>
        </>
      ) : (
        <>
          <Rows section={section} id={id} name={name} />
          {total > items.length ? (
            <p class="small">
              <span class="quiet">{e("shown", { n: number(items.length), total: number(total) })}</span>{" "}
              <Link to={withQuery({ section: section.name })}>{e("all", { total: number(total) })}</Link>
            </p>
          ) : null}
        </>
      )}
      {hidden > 0 ? <p class="quiet small">{e("hidden", { count: number(hidden) })}</p> : null}
    </section>
  );
}
