/** One section of an entity's page: its total, its first facts, and by address all of them, page by page. @module */
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { EvidenceItem } from "../../../src/server/api-types.ts";
import type { SectionBody, SectionFact } from "../../../src/server/page-types.ts";
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
}

const sentenceOf = ({ report, start }: EvidenceItem): string => `${report}:${start}`;

/**
 * The same words may be said twice, in one sentence of things that it does not name, or in several reports: told once, with
 * how often and all the sentences. What has more sentences than are at hand stands by itself.
 */
function together(items: readonly SectionFact[]): { fact: SectionFact; times: number }[] {
  const found = new Map<string, { fact: SectionFact; times: number }>();
  for (const fact of items) {
    const { other, value, details, status, evidence, edge, reportDate } = fact;
    const whole = fact.sentences === evidence.length;
    const key = JSON.stringify([other?.name ?? value, details, status, reportDate, whole ? "" : edge]);
    const known = found.get(key);
    if (!known) {
      found.set(key, { fact, times: 1 });
      continue;
    }
    const all = new Map([...known.fact.evidence, ...evidence].map((item) => [sentenceOf(item), item]));
    const reports = new Set([...all.values()].map(({ report }) => report)).size;
    known.fact = { ...known.fact, evidence: [...all.values()], sentences: all.size, reports };
    known.times += 1;
  }
  return [...found.values()];
}

function Rows({ section, id, name }: Props): JSX.Element {
  return (
    <ul class="facts">
      {together(section.items).map(({ fact, times }) => (
        <FactRow key={fact.edge ?? fact.name} fact={fact} id={id} name={name} times={times} />
      ))}
    </ul>
  );
}

function Whole({ section, id, name }: Props): JSX.Element {
  const page = Math.max(1, Number(route.value.query.get("page") ?? 1) || 1);
  const asked = { offset: (page - 1) * ROWS, limit: ROWS };
  const loaded = useLoad<SectionBody>(
    (signal) => get(path("entities", id, "sections", section.name), asked, signal),
    [id, section.name, page],
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

/** What is shown, of how many where something is hidden. */
export const shownOf = (total: number, hidden: number): string =>
  hidden === 0 ? number(total) : `${number(total)} / ${number(total + hidden)}`;

export const sectionAnchor = (name: string): string => `s-${name}`;

export function Section({ section, id, name }: Props): JSX.Element {
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
          {words(label)} <span class="count">{shownOf(total, hidden)}</span>
        </h2>
        {Object.entries(statuses).map(([status, count]) => (
          <span key={status} class={`status status-${status}`}>
            {statusName(status)} {number(count)}
          </span>
        ))}
        <Downloads path={path("entities", id, "sections", section.name)} query={{}} total={total} />
      </div>
      {chosen ? (
        <>
          <Whole section={section} id={id} name={name} />
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
