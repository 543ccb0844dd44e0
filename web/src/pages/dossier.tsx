/**
 * One or more things as a paper: what is known in words, facts with numbered sources, time, relations and place as drawings,
 * the list of sources. It prints on A4 as it stands, without the frame of the page.
 * @module
 */
import type { JSX } from "preact";
import type { EvidenceItem } from "../../../src/server/api-types.ts";
import type { EntityPageBody, SectionFact } from "../../../src/server/page-types.ts";
import type { RollupBody } from "../../../src/server/views/api.ts";
import { TileGrid } from "../charts/tile-grid.tsx";
import { EgoGraph } from "../entity/ego-graph.tsx";
import { ownText } from "../entity/fact-row.tsx";
import { ApiError, get, path } from "../lib/api.ts";
import { number, qualified, valueText } from "../lib/format.ts";
import { words } from "../lib/i18n.ts";
import { nodeName, stageName, status, statusName, typeName } from "../lib/legend.ts";
import { useLoad } from "../lib/load.ts";
import { addressOf, listed, sentenceAddress, withQuery } from "../lib/router.ts";
import { useTitle } from "../lib/title.ts";
import { Button, Link, Outside } from "../ui/parts.tsx";
import { StateBlock } from "../ui/states.tsx";
import { Unsure } from "../ui/sure.tsx";
import { e } from "../words/entity.ts";
import { m } from "../words/map.ts";
import { r } from "../words/reports.ts";
import { w } from "../words/tools.ts";
import "../styles/pages.css";
import "../styles/entity.css";
import "../styles/charts.css";
import "../styles/dossier.css";

/** Facts of one section, values and moments of the timeline on paper; the rest is counted. */
const FACTS = 8;
const MOMENTS = 10;
/** Ties to where it is written: the list of sources tells the same. */
const LEFT_OUT = new Set(["MENTIONED_IN", "REPORTED_IN"]);

interface Chapter {
  page: EntityPageBody;
  place: RollupBody | null;
}

interface Loaded {
  chapters: Chapter[];
  unknown: string[];
}

/** Numbers sentences in the order in which they are first needed. */
class Sources {
  readonly items: EvidenceItem[] = [];
  readonly #numbers: Map<string, number> = new Map();

  of(evidence: readonly EvidenceItem[]): number | undefined {
    const [first] = evidence;
    if (!first) return undefined;
    const key = `${first.report}:${first.start}:${first.end}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.items.push(first);
    this.#numbers.set(key, this.items.length);
    return this.items.length;
  }
}

async function load(ids: readonly string[], signal: AbortSignal): Promise<Loaded> {
  const unknown: string[] = [];
  const chapters: Chapter[] = [];
  for (const id of ids) {
    try {
      const page = await get<EntityPageBody>(path("entities", id, "page"), {}, signal);
      const place =
        page.type === "Place"
          ? await get<RollupBody | null>(path("entities", id, "rollup"), {}, signal)
          : null;
      chapters.push({ page, place });
    } catch (error) {
      if (!(error instanceof ApiError) || error.problem.status !== 404) throw error;
      unknown.push(id);
    }
  }
  return { chapters, unknown };
}

export default function DossierPage(): JSX.Element {
  const ids = listed("ids");
  const loaded = useLoad<Loaded>((signal) => load(ids, signal), [ids.join("~"), status.value?.revision]);
  const names = loaded.value?.chapters.map(({ page }) => page.name).join("、") ?? "";
  useTitle(names === "" ? w("dossier") : `${w("dossier")} ${names}`);
  return (
    <div class="page dossier-page">
      {ids.length === 0 ? <p class="empty">{w("noIds")}</p> : null}
      <StateBlock loaded={loaded}>
        {(value) => (value.chapters.length === 0 && value.unknown.length === 0 ? null : <Paper {...value} />)}
      </StateBlock>
    </div>
  );
}

function Paper({ chapters: loaded, unknown }: Loaded): JSX.Element {
  const chapters = loaded.map(({ page, place }) => ({
    page: { ...page, name: nodeName(page.name, page.type) },
    place,
  }));
  const sources = new Sources();
  const newest = chapters
    .flatMap(({ page }) => page.lastReport ?? [])
    .sort()
    .at(-1);
  const { version = "", name = "", reports = 0 } = status.value ?? {};
  return (
    <article class="dossier">
      <div class="actions no-print">
        <Button label={w("printNow")} onClick={() => print()} />
        {chapters.length > 1
          ? chapters.map(({ page }) => (
              <Link
                key={page.id}
                class="button"
                to={withQuery({
                  ids: listed("ids")
                    .filter((id) => id !== page.id)
                    .join("~"),
                })}
              >
                × <Outside text={page.name} />
              </Link>
            ))
          : null}
      </div>
      <header>
        <p class="quiet">{w("dossier")}</p>
        <h1>
          {chapters.map(({ page }, position) => (
            <span key={page.id}>
              {position > 0 ? "、" : ""}
              <Outside text={page.name} />
            </span>
          ))}
        </h1>
        <p class="quiet small">
          {w("made", { version, name, reports: number(reports) })}
          {newest === undefined ? "" : ` · ${w("newest", { date: newest })}`}
        </p>
        <p class="quiet small">{w("disclaimer")}</p>
        {unknown.length > 0 ? <p class="failed">{w("unknownIds", { ids: unknown.join("、") })}</p> : null}
      </header>
      {chapters.map((chapter) => (
        <ChapterOf key={chapter.page.id} {...chapter} sources={sources} />
      ))}
      <SourceList sources={sources} />
    </article>
  );
}

/** Rendered after the chapters, which number what they need. */
function SourceList({ sources }: { sources: Sources }): JSX.Element {
  return (
    <section class="sources">
      <h2>{w("sources")}</h2>
      <ol>
        {sources.items.map(({ report, title, date, outlet, start, end, text, context = [] }, position) => (
          <li key={`${report}:${start}`} id={`source-${position + 1}`} value={position + 1}>
            <span class="source-number">[{position + 1}]</span> <Outside text={text} />{" "}
            <small>
              {context.map((c) => (
                <span key={c.start}>
                  （{r(c.start < start ? "earlier" : "later")}
                  <Outside text={c.text} />）
                </span>
              ))}
              —{" "}
              <Link to={sentenceAddress(report, start, end)}>
                {[date, outlet, title].filter(Boolean).map((part) => (
                  <span key={part}>
                    <Outside text={part ?? ""} />{" "}
                  </span>
                ))}
              </Link>
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Mark({ sources, evidence }: { sources: Sources; evidence: readonly EvidenceItem[] }): JSX.Element {
  const at = sources.of(evidence);
  return at === undefined ? (
    <small class="quiet">（{w("byProgram")}）</small>
  ) : (
    <sup>
      <a href={`#source-${at}`}>[{at}]</a>
    </sup>
  );
}

function ChapterOf({ page, place, sources }: Chapter & { sources: Sources }): JSX.Element {
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
            ].join("、");
            return (
              <span key={`${position}`}>
                {position > 0 ? "；" : ""}
                {before}
                <strong>
                  <Outside text={said} />
                </strong>
                {after}
                {part.status === "stated" ? "" : `（${statusName(part.status)}）`}
                {part.differs
                  ? `（${e("differs", { count: `${number(part.reports)}${part.andMore ? "+" : ""}` })}）`
                  : ""}
                <Mark sources={sources} evidence={part.evidence} />
              </span>
            );
          })}
        </p>
      ) : null}
      {page.properties.length > 0 ? (
        <>
          <h3>{w("facts")}</h3>
          <ul class="facts">
            {page.properties.map((fact) => (
              <li key={fact.name}>
                {words(fact.label)}：<Outside text={ownText(fact, page.type)} />
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
  const name = nodeName(other?.name ?? String(value), other?.type);
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
      {said === undefined || said === "stated" ? "" : `（${statusName(said)}）`}
    </>
  );
}
