/** The graph page: filters, canvas, details. @module */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ReportBody } from "../../../src/server/api-types.ts";
import { unpackView } from "../graph/link.ts";
import { Scene } from "../graph/scene.ts";
import { messageOf } from "../lib/api.ts";
import { t } from "../lib/i18n.ts";
import { legend, status } from "../lib/legend.ts";
import { tell } from "../lib/notice.ts";
import { route } from "../lib/router.ts";
import { useTitle } from "../lib/title.ts";
import { Failed, Loading } from "../ui/parts.tsx";
import { Details } from "./details.tsx";
import { GraphFilters } from "./graph-filters.tsx";
import {
  expand,
  isStale,
  layout,
  model,
  prepare,
  restore,
  showNode,
  showOverview,
  takeGiven,
} from "./graph-state.ts";
import { Toolbar } from "./graph-toolbar.tsx";
import "../styles/graph.css";
import "../styles/pages.css";

const fail = (error: unknown): void => tell(t("app.failed", { detail: messageOf(error) }));

export default function GraphPage(): JSX.Element {
  useTitle(t("nav.graph"));
  const canvas = useRef<HTMLDivElement>(null);
  const [scene, setScene] = useState<Scene>();
  const [reports, setReports] = useState<ReportBody[]>([]);
  const [error, setError] = useState<unknown>();
  const [ready, setReady] = useState(false);
  const [filtersOpen, setFiltersOpen] = useState(() => innerWidth >= 1100);
  const shown = useRef<unknown>(undefined);
  const revision = status.value?.revision;

  useEffect(() => {
    if (!canvas.current) return undefined;
    const made = new Scene(model, layout, canvas.current, { onOpen: (id) => void expand(id).catch(fail) });
    setScene(made);
    // For scripts that drive the page: a canvas does not tell where its nodes are.
    Object.assign(window, { reportgraph: made });
    const resize = new ResizeObserver(() => made.sigma.resize());
    resize.observe(canvas.current);
    return () => {
      resize.disconnect();
      made.kill();
    };
  }, []);

  // The first view, and a new one when reports came or went.
  useEffect(() => {
    if (!scene || revision === undefined || legend.value.nodes.length === 0 || (ready && !isStale())) return;
    const again = ready;
    const hash = location.hash.startsWith("#v=") ? location.hash.slice(3) : "";
    const asked = route.value.query.get("root");
    void (async () => {
      setReports(await prepare());
      const saved = hash === "" || again ? undefined : await unpackView(hash);
      if (saved) await restore(saved, scene);
      else if (asked !== null && !again) {
        shown.current = route.value;
        await showNode(asked, scene, true);
      } else if (again || !takeGiven()) await showOverview();
      setReady(true);
      setError(undefined);
    })().catch(setError);
  }, [scene, revision, legend.value]);

  // An address that names a node, once the page is up.
  const asked = route.value.query.get("root");
  useEffect(() => {
    if (ready && scene && asked !== null && shown.current !== route.value) showNode(asked, scene).catch(fail);
  }, [asked, route.value, ready]);

  useEffect(() => {
    scene?.sigma.resize(true);
  }, [scene, filtersOpen]);

  const onKey = (event: KeyboardEvent): void => {
    if (!scene) return;
    const step = 0.12;
    const moves: Record<string, () => void> = {
      ArrowLeft: () => scene.pan(-step, 0),
      ArrowRight: () => scene.pan(step, 0),
      ArrowUp: () => scene.pan(0, step),
      ArrowDown: () => scene.pan(0, -step),
      "+": () => scene.zoom(1 / 1.4),
      "=": () => scene.zoom(1 / 1.4),
      "-": () => scene.zoom(1.4),
      "0": () => scene.fit(),
      Escape: () => {
        model.selection.value = undefined;
        model.path.value = new Set();
      },
      Enter: () => {
        const chosen = model.selection.value;
        if (chosen?.kind === "nodes") for (const id of chosen.ids) void expand(id).catch(fail);
      },
      Delete: () => {
        const chosen = model.selection.value;
        if (chosen?.kind === "nodes") model.remove(chosen.ids);
      },
      z: () => {
        if (event.ctrlKey || event.metaKey) model.undo();
      },
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };

  void model.revision.value;
  const empty = ready && model.graph.order === 0;
  return (
    <div
      class={`graph-page ${filtersOpen ? "with-filters" : ""} ${model.selection.value ? "with-details" : ""}`}
    >
      <h1 class="sr">{t("nav.graph")}</h1>
      <GraphFilters
        open={filtersOpen}
        reports={reports}
        scene={scene}
        onClose={() => setFiltersOpen(false)}
      />
      <section class="stage-area" aria-label={t("nav.graph")}>
        <Toolbar scene={scene} filtersOpen={filtersOpen} onFilters={() => setFiltersOpen((open) => !open)} />
        <div
          class="canvas"
          ref={canvas}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas takes keys, as its label says
          tabIndex={0}
          role="application"
          aria-label={t("graph.canvas")}
          onKeyDown={onKey}
          data-ready={ready}
        />
        {!ready && error === undefined ? (
          <div class="overlay">
            <Loading />
          </div>
        ) : null}
        {error !== undefined ? (
          <div class="overlay">
            <Failed error={error} retry={() => location.reload()} />
          </div>
        ) : null}
        {empty ? (
          <div class="overlay">
            <p>{t("graph.empty")}</p>
          </div>
        ) : null}
        <Counts />
      </section>
      <Details scene={scene} />
    </div>
  );
}

function Counts(): JSX.Element {
  const { nodes, edges } = model.counts.value;
  return (
    <p class="counts" role="status">
      {t("graph.counts", { nodes, edges })}
      {model.truncated.value ? ` · ${t("graph.truncated")}` : ""}
    </p>
  );
}
