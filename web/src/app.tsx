/** The frame around all pages: brand, pages, search, language, theme. @module */
import type { JSX } from "preact";
import { lazy, Suspense } from "preact/compat";
import { useEffect } from "preact/hooks";
import { lang, t } from "./lib/i18n.ts";
import { status } from "./lib/legend.ts";
import { notice } from "./lib/notice.ts";
import { route } from "./lib/router.ts";
import { theme, toggleTheme } from "./lib/theme.ts";
import type { Key } from "./lib/zh.ts";
import { GraphPage } from "./pages/graph.tsx";
import { Icon, type IconName } from "./ui/icons.tsx";
import { Button, Link, Loading } from "./ui/parts.tsx";
import { SearchBox } from "./ui/search-box.tsx";

const Projects = lazy(() => import("./pages/projects.tsx"));
const Figures = lazy(() => import("./pages/figures.tsx"));
const Mechanisms = lazy(() => import("./pages/mechanisms.tsx"));
const Query = lazy(() => import("./pages/query.tsx"));
const Reports = lazy(() => import("./pages/reports.tsx"));
const Reader = lazy(() => import("./pages/reader.tsx"));

const PAGES: { path: string; icon: IconName; label: Key }[] = [
  { path: "/", icon: "graph", label: "nav.graph" },
  { path: "/projects", icon: "projects", label: "nav.projects" },
  { path: "/figures", icon: "figures", label: "nav.figures" },
  { path: "/mechanisms", icon: "mechanisms", label: "nav.mechanisms" },
  { path: "/query", icon: "query", label: "nav.query" },
  { path: "/reports", icon: "reports", label: "nav.reports" },
];

function pageOf(path: string): JSX.Element | null {
  if (path === "/projects") return <Projects />;
  if (path === "/figures") return <Figures />;
  if (path === "/mechanisms") return <Mechanisms />;
  if (path === "/query") return <Query />;
  if (path === "/reports") return <Reports />;
  if (path.startsWith("/reports/")) return <Reader id={decodeURIComponent(path.slice("/reports/".length))} />;
  return null;
}

export function App(): JSX.Element {
  const { path } = route.value;
  const current =
    PAGES.find((page) => page.path !== "/" && path.startsWith(page.path)) ??
    (PAGES[0] as (typeof PAGES)[number]);
  const onGraph = current.path === "/";
  useEffect(() => {
    document.title = `${t(current.label)} · ${status.value?.name ?? ""} · reportgraph`;
  }, [current, lang.value, status.value]);
  return (
    <>
      <a class="skip" href="#main">
        {t("app.skip")}
      </a>
      <header class="top">
        <Link to="/" class="brand">
          <img src="/icon.svg" alt="reportgraph" width="28" height="28" />
          <span class="brand-name" aria-hidden="true">
            reportgraph
          </span>
          {status.value ? <span class="brand-space">{status.value.name}</span> : null}
        </Link>
        <SearchBox />
        <div class="top-actions">
          <Button
            bare
            icon={theme.value === "dark" ? "sun" : "moon"}
            label={t(theme.value === "dark" ? "app.theme.toLight" : "app.theme.toDark")}
            onClick={toggleTheme}
          />
          <button
            type="button"
            class="button language"
            lang={lang.value === "zh" ? "en" : "zh-CN"}
            onClick={() => {
              lang.value = lang.value === "zh" ? "en" : "zh";
            }}
          >
            {t("app.language")}
          </button>
        </div>
      </header>
      <nav class="pages" aria-label={t("nav.label")}>
        {PAGES.map((page) => (
          <a
            key={page.path}
            href={page.path}
            onClick={(event) => {
              event.preventDefault();
              history.pushState(null, "", page.path);
              dispatchEvent(new PopStateEvent("popstate"));
            }}
            {...(page === current ? { "aria-current": "page" as const } : {})}
          >
            <Icon name={page.icon} />
            <span>{t(page.label)}</span>
          </a>
        ))}
      </nav>
      <main id="main" tabIndex={-1}>
        <div class="graph-host" hidden={!onGraph}>
          <GraphPage active={onGraph} />
        </div>
        {onGraph ? null : (
          <div class="scroll" key={current.path}>
            <Suspense fallback={<Loading />}>{pageOf(path)}</Suspense>
          </div>
        )}
      </main>
      <div class={`notice ${notice.value === "" ? "" : "shown"}`} role="status">
        {notice.value}
      </div>
    </>
  );
}
