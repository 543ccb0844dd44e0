/**
 * Which page is open. Every state is an address: the path says what, the query how. Typing replaces the address, choosing
 * adds one, so back and forward work.
 * @module
 */
import { signal } from "@preact/signals";

export interface Route {
  path: string;
  query: URLSearchParams;
  hash: string;
  /** How often the address that was open already has been asked for once more. */
  repeats: number;
}

/** Addresses of earlier versions lead where the thing is now. */
function settle(): void {
  const query = new URLSearchParams(location.search);
  const node = query.get("node");
  if (location.pathname !== "/") return;
  if (node !== null) history.replaceState(null, "", entityAddress(node));
  else if (location.hash.startsWith("#v=")) history.replaceState(null, "", `/graph${location.hash}`);
}

const read = (repeats: number): Route => {
  settle();
  return {
    path: location.pathname.replace(/(?<=.)\/+$/, ""),
    query: new URLSearchParams(location.search),
    hash: location.hash,
    repeats,
  };
};

export const route = signal<Route>(read(0));

/** How far each address was scrolled when it was left. */
const scrolled = new Map<string, number>();
const scroller = (): Element | null => document.querySelector("#scroll");

addEventListener("popstate", () => {
  const { path: before, repeats } = route.value;
  route.value = read(repeats);
  const top = scrolled.get(location.href);
  if (route.value.path !== before || top === undefined) return;
  requestAnimationFrame(() => scroller()?.scrollTo({ top }));
});
addEventListener("hashchange", () => {
  route.value = read(route.value.repeats);
});

export function go(to: string, { replace = false }: { replace?: boolean } = {}): void {
  scrolled.set(location.href, scroller()?.scrollTop ?? 0);
  // As with plain links, the same address once more is no step for the way back.
  const same = new URL(to, location.href).href === location.href;
  if (replace || same) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  route.value = read(route.value.repeats + (same ? 1 : 0));
}

/** For links: left click without modifier stays in the page. */
export function follow(event: MouseEvent): void {
  const link = event.currentTarget as HTMLAnchorElement;
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(link.getAttribute("href") ?? "/");
}

type Changes = Record<string, string | number | undefined>;

/**
 * The address with some parameters changed; `undefined` and empty take one out. A change of anything but the page leads to
 * the first page.
 */
export function withQuery(
  changes: Changes,
  { path, query }: Pick<Route, "path" | "query"> = route.value,
): string {
  const next = new URLSearchParams(query);
  next.delete("lang");
  if (!("page" in changes) && Object.keys(changes).length > 0) next.delete("page");
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === "") next.delete(name);
    else next.set(name, String(value));
  }
  // `~`, `..` and `,` are ours and read better unescaped.
  const text = next.toString().replaceAll("%7E", "~").replaceAll("%2C", ",");
  return text === "" ? path : `${path}?${text}`;
}

const LEAST = "minConfidence";

/** How sure relations must be, as the address asks for it, 0 to 1: it goes along from page to page. Anything else is not asked. */
export function askedLeast(): string | undefined {
  const given = route.value.query.get(LEAST);
  return given !== null && given !== "" && Number(given) >= 0 && Number(given) <= 1 ? given : undefined;
}

/** An address of this page, with what goes along. */
export function carried(to: string): string {
  const least = askedLeast();
  if (least === undefined || !to.startsWith("/") || to.startsWith("/api/")) return to;
  const target = new URL(to, location.origin);
  if (target.searchParams.has(LEAST)) return to;
  const query = new URLSearchParams([...target.searchParams, [LEAST, least]]);
  return `${withQuery({}, { path: target.pathname, query })}${target.hash}`;
}

/** A function declaration: it is needed while this file is still being run. */
export function entityAddress(id: string, fact?: string): string {
  return `/entity/${encodeURIComponent(id)}${fact === undefined ? "" : `#f-${fact}`}`;
}

export function reportAddress(id: string): string {
  return `/reports/${encodeURIComponent(id)}`;
}

export function sentenceAddress(report: string, start: number, end: number): string {
  return `${reportAddress(report)}?from=${start}&to=${end}`;
}

/** Where a thing's page is; a report's node carries its id behind a mark. */
export function addressOf({ id, type }: { id: string; type: string }): string {
  return type === "Report" && id.startsWith("report:")
    ? reportAddress(id.slice("report:".length))
    : entityAddress(id);
}

/** `a~b` → `["a", "b"]` */
export function listed(name: string, query: URLSearchParams = route.value.query): string[] {
  return (
    query
      .get(name)
      ?.split("~")
      .filter((part) => part !== "") ?? []
  );
}
