/** Which page is open: the path, and its query. Pages are ordinary addresses, so back and forward work. @module */
import { signal } from "@preact/signals";

export interface Route {
  path: string;
  query: URLSearchParams;
}

const read = (): Route => ({ path: location.pathname, query: new URLSearchParams(location.search) });

export const route = signal<Route>(read());
addEventListener("popstate", () => {
  route.value = read();
});

export function go(to: string, { replace = false }: { replace?: boolean } = {}): void {
  if (replace) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  route.value = read();
}

/** For links: left click without modifier stays in the page. */
export function follow(event: MouseEvent): void {
  const link = event.currentTarget as HTMLAnchorElement;
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(link.getAttribute("href") ?? "/");
}

export const nodeAddress = (id: string): string => `/?node=${encodeURIComponent(id)}`;

export function sentenceAddress(report: string, start: number, end: number): string {
  return `/reports/${encodeURIComponent(report)}?from=${start}&to=${end}`;
}
