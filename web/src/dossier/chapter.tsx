/** What a paper says of one thing: words, facts, time, drawings. @module */
import type { JSX } from "preact";
import type { EntityPageBody, SectionFact } from "../../../src/server/page-types.ts";
import type { RollupBody } from "../../../src/server/views/api.ts";
import { TileGrid } from "../charts/tile-grid.tsx";
import { EgoGraph } from "../entity/ego-graph.tsx";
import { ownText } from "../entity/fact-row.tsx";
import { number, qualified, valueText } from "../lib/format.ts";
import { words } from "../lib/i18n.ts";
import { stageName, statusName, typeName } from "../lib/legend.ts";
import { nodeName } from "../lib/names.ts";
import { between, bracketed, colon, semicolon, stop } from "../lib/punctuation.ts";
import { addressOf } from "../lib/router.ts";
import { Link, Outside } from "../ui/parts.tsx";
import { Unsure } from "../ui/sure.tsx";
import { e } from "../words/entity.ts";
import { m } from "../words/map.ts";
import { w } from "../words/tools.ts";
import type { Sources } from "./numbered.ts";
import { Mark } from "./sources.tsx";

/** Facts of one section, values and moments of the timeline on paper; the rest is counted. */
const FACTS = 8;
const MOMENTS = 10;
/** Ties to where it is written: the list of sources tells the same. */
const LEFT_OUT = new Set(["MENTIONED_IN", "REPORTED_IN"]);

export interface Chapter {
  page: EntityPageBody;
  place: RollupBody | null;
}

export function ChapterOf({ page, place, sources }: Chapter & { sources: Sources }): JSX.Element {
  const sections = page.sections.filter(({ edge, items }) => !LEFT_OUT.has(edge) && items.length > 0);
  const moments = page.timeline.items.slice(0, MOMENTS);
  const left = page.timeline.total - moments.length;
  return (
    <section class="chapter">
      <h2>
        <Outside text={page.name} /> <small class="quiet">{typeName(page.type)}</small>
      </h2>
      {page.summary.length > 0 ? (
        <p class="summary">
          {page.summary.map((part, position) => {
            const [before = "", after = ""] = words(part.say).split("{}");
            const said = [
              ...part.refs.map((ref) => ref.name),
              ...part.values.map((value, at) =>
                qualified(at === 0 ? part.qualifier : undefined, valueText(value, part.kind)),
              ),
            ].join(between());
            return (
              <span key={`${position}`}>
                {position > 0 ? semicolon() : ""}
                {before}
                <strong>
                  <Outside text={said} />
                </strong>
                {after}
                {part.status === "stated" ? "" : bracketed(statusName(part.status))}
                {part.differs
                  ? bracketed(e("differs", { count: `${number(part.reports)}${part.andMore ? "+" : ""}` }))
                  : ""}
                <Mark sources={sources} evidence={part.evidence} />
              </span>
            );
          })}
          {stop()}
        </p>
      ) : null}
      {page.properties.length > 0 ? (
        <>
          <h3>{w("facts")}</h3>
          <ul class="facts">
            {page.properties.map((fact) => (
              <li key={fact.name}>
                {words(fact.label)}
                {colon()}
                <Outside text={ownText(fact, page.type)} />
                <Mark sources={sources} evidence={fact.evidence} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {sections.map((section) => (
        <div key={section.name}>
          <h3>
            {words(section.label)} <small class="quiet">{number(section.total)}</small>
          </h3>
          <ul class="facts">
            {section.items.slice(0, FACTS).map((fact) => (
              <li key={fact.edge}>
                <FactText fact={fact} /> <Unsure confidence={fact.confidence} />
                <Mark sources={sources} evidence={fact.evidence} />
              </li>
            ))}
          </ul>
          {section.total > Math.min(FACTS, section.items.length) ? (
            <p class="quiet small">
              {w("left", { count: number(section.total - Math.min(FACTS, section.items.length)) })}
            </p>
          ) : null}
          {section.hidden > 0 ? (
            <p class="quiet small">{e("hidden", { count: number(section.hidden) })}</p>
          ) : null}
        </div>
      ))}
      {moments.length > 0 ? (
        <>
          <h3>{w("timeline")}</h3>
          <ul class="facts">
            {moments.map((item, position) => (
              <li key={`${position}`}>
                <strong>{item.date === undefined ? w("noDay") : item.date.replace("/", " – ")}</strong>{" "}
                {words(item.label)}{" "}
                <Outside text={item.kind === "stage" ? stageName(item.text) : item.text} />
                {item.basis === "report" ? <small class="quiet"> {w("reportDay")}</small> : null}
                <Mark sources={sources} evidence={item.evidence} />
              </li>
            ))}
          </ul>
          {left > 0 ? <p class="quiet small">{w("left", { count: number(left) })}</p> : null}
        </>
      ) : null}
      <div class="drawings">
        <EgoGraph page={page} />
        {place === null ? null : (
          <section class="card where">
            <h2>{w("where")}</h2>
            <TileGrid
              counts={new Map([[`${place.code.slice(0, 2)}0000`, 1]])}
              chosen={`${place.code.slice(0, 2)}0000`}
              label={w("where")}
              href={(code) => `/map?within=${code.slice(0, 2)}`}
              describe={(each) => each}
              none={m("none")}
              plain
            />
          </section>
        )}
      </div>
    </section>
  );
}

function FactText({ fact }: { fact: SectionFact }): JSX.Element {
  const { other, value, details, status: said } = fact;
  const name = nodeName(other?.name ?? String(value), other?.type, other?.english);
  const title = details.find((detail) => detail.name === "title")?.value;
  return (
    <>
      {other ? (
        <Link to={addressOf(other)}>
          <Outside text={name} />
        </Link>
      ) : (
        <Outside text={name} />
      )}
      {title === undefined ? null : (
        <>
          {" "}
          <Outside text={String(title)} />
        </>
      )}
      {said === undefined || said === "stated" ? "" : bracketed(statusName(said))}
    </>
  );
}
