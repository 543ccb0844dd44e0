/**
 * One or more things as a paper: what is known in words, facts with numbered sources, time, relations and place as drawings,
 * the list of sources. It prints on A4 as it stands, without the frame of the page.
 * @module
 */
import type { JSX } from "preact";
import type { EntityPageBody } from "../../../src/server/page-types.ts";
import type { RollupBody } from "../../../src/server/views/api.ts";
import { type Chapter, ChapterOf } from "../dossier/chapter.tsx";
import { Sources } from "../dossier/numbered.ts";
import { SourceList } from "../dossier/sources.tsx";
import { ApiError, get, path } from "../lib/api.ts";
import { number } from "../lib/format.ts";
import { status } from "../lib/legend.ts";
import { useLoad } from "../lib/load.ts";
import { nodeName } from "../lib/names.ts";
import { between } from "../lib/punctuation.ts";
import { listed, withQuery } from "../lib/router.ts";
import { useTitle } from "../lib/title.ts";
import { Button, Link, Outside } from "../ui/parts.tsx";
import { StateBlock } from "../ui/states.tsx";
import { w } from "../words/tools.ts";
import "../styles/pages.css";
import "../styles/entity.css";
import "../styles/charts.css";
import "../styles/dossier.css";

interface Loaded {
  chapters: Chapter[];
  unknown: string[];
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
  const names = loaded.value?.chapters.map(({ page }) => page.name).join(between()) ?? "";
  useTitle(names === "" ? w("dossier") : `${w("dossier")} ${names}`);
  return (
    <div class="page dossier-page">
      {ids.length === 0 ? (
        <>
          <h1>{w("dossier")}</h1>
          <p class="empty">{w("noIds")}</p>
        </>
      ) : null}
      <StateBlock loaded={loaded}>
        {(value) => (value.chapters.length === 0 && value.unknown.length === 0 ? null : <Paper {...value} />)}
      </StateBlock>
    </div>
  );
}

function Paper({ chapters: loaded, unknown }: Loaded): JSX.Element {
  const chapters = loaded.map(({ page, place }) => ({
    page: { ...page, name: nodeName(page.name, page.type, page.english) },
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
              {position > 0 ? between() : ""}
              <Outside text={page.name} />
            </span>
          ))}
        </h1>
        <p class="quiet small">
          {w("made", { version, name, reports: number(reports) })}
          {newest === undefined ? "" : ` · ${w("newest", { date: newest })}`}
        </p>
        <p class="quiet small">{w("disclaimer")}</p>
        {unknown.length > 0 ? (
          <p class="failed">{w("unknownIds", { ids: unknown.join(between()) })}</p>
        ) : null}
      </header>
      {chapters.map((chapter) => (
        <ChapterOf key={chapter.page.id} {...chapter} sources={sources} />
      ))}
      <SourceList sources={sources} />
    </article>
  );
}
