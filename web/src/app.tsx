/** The frame around all pages: brand, places to go, search, language, theme, and whether the server answers. @module */
import type { JSX } from "preact";
import { Suspense } from "preact/compat";
import { useEffect, useRef, useState } from "preact/hooks";
import { offline, returns } from "./lib/connection.ts";
import { chooseLang, lang, t, words } from "./lib/i18n.ts";
import { useKeys } from "./lib/keys.ts";
import { status } from "./lib/legend.ts";
import { notice, offer, tell } from "./lib/notice.ts";
import { route } from "./lib/router.ts";
import { theme, toggleTheme } from "./lib/theme.ts";
import { title } from "./lib/title.ts";
import { newCount, watched } from "./lib/watched.ts";
import { MAIN, MORE, mainAt } from "./nav.ts";
import { pageAt } from "./pages.ts";
import { KeyHelp } from "./ui/key-help.tsx";
import { LeastSure } from "./ui/least-sure.tsx";
import { Button, Link } from "./ui/parts.tsx";
import { SearchBox } from "./ui/search-box.tsx";
import { Missing, Skeleton } from "./ui/states.tsx";
import { f } from "./words/frame.ts";

/** A query says itself what it wants; the watch list tells everything that is new. */
const WITHOUT_FACTS: ReadonlySet<string> = new Set(["/query", "/watch"]);

/** How much is new on the watch list. */
function News(): JSX.Element | null {
  const count = watched.value === undefined ? (status.value?.news ?? 0) : newCount.value;
  return count === 0 ? null : <span class="news-badge">{count}</span>;
}

function More(): JSX.Element {
  const box = useRef<HTMLDetailsElement>(null);
  const { path } = route.value;
  useEffect(() => {
    if (box.current) box.current.open = false;
  }, [route.value]);
  useEffect(() => {
    const outside = (event: PointerEvent): void => {
      if (box.current && !box.current.contains(event.target as Node)) box.current.open = false;
    };
    addEventListener("pointerdown", outside);
    return () => removeEventListener("pointerdown", outside);
  }, []);
  // A page that an entry of the bar stands for is marked there only.
  const here = mainAt(path.split("/")[1] ?? "") === undefined && MORE.some(({ to }) => to === path);
  return (
    <details
      class="more"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !box.current?.open) return;
        box.current.open = false;
        box.current.querySelector("summary")?.focus();
      }}
    >
      <summary {...(here ? { "aria-current": "true" as const } : {})}>
        {f("more")}
        <News />
      </summary>
      <div class="more-menu">
        {(["lists", "tools"] as const).map((group) => (
          <section key={group}>
            <h2>{f(group)}</h2>
            <ul>
              {MORE.filter((item) => item.group === group).map(({ to, label }) => (
                <li key={to}>
                  <Link to={to}>{words(label)}</Link>
                  {to === "/watch" ? <News /> : null}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </details>
  );
}

function Places(): JSX.Element {
  const first = route.value.path.split("/")[1] ?? "";
  return (
    <nav class="pages" aria-label={t("nav.label")}>
      {MAIN.map(({ to, words: key }) => (
        <Link key={to} to={to} class={`place-${key}`} current={mainAt(first) === to}>
          {f(key)}
        </Link>
      ))}
      <Link to="/search" class="place-search" current={first === "search"}>
        {f("search")}
      </Link>
      <More />
    </nav>
  );
}

function Offline(): JSX.Element | null {
  const was = useRef(false);
  useEffect(() => {
    if (offline.value) was.current = true;
    else if (was.current) {
      was.current = false;
      tell(f("back"));
    }
  }, [offline.value, returns.value]);
  return (
    <div class="offline-host" role="alert">
      {offline.value ? <p class="offline">{f("offline")}</p> : null}
    </div>
  );
}

export function App(): JSX.Element {
  const { path } = route.value;
  const found = pageAt(path);
  const [help, setHelp] = useState(false);
  useKeys(() => setHelp(true));
  useEffect(() => {
    document.title = [title.value, status.value?.name, "reportgraph"].filter(Boolean).join(" · ");
  }, [title.value, status.value]);
  const Page = found?.page;
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
        </Link>
        <Places />
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
            onClick={() => chooseLang(lang.value === "zh" ? "en" : "zh")}
          >
            {t("app.language")}
          </button>
        </div>
      </header>
      <Offline />
      <main id="main" tabIndex={-1}>
        <div id="scroll" class="scroll" key={path}>
          {found && !WITHOUT_FACTS.has(path) ? <LeastSure /> : null}
          <Suspense fallback={<Skeleton />}>
            {found && Page ? <Page key={found.id} id={found.id} /> : <Missing />}
          </Suspense>
        </div>
      </main>
      {help ? <KeyHelp onClose={() => setHelp(false)} /> : null}
      <div class={`notice ${notice.value === "" ? "" : "shown"}`} role="status">
        {notice.value}
        {offer.value ? (
          <button type="button" class="notice-offer" onClick={offer.value.run}>
            {offer.value.label}
          </button>
        ) : null}
      </div>
    </>
  );
}
