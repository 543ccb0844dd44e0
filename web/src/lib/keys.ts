/**
 * Keys that work without a modifier: `/` search, `?` help, `j` and `k` rows, `e` sentences. They can be switched off
 * (WCAG 2.1.4), and never fire while something is typed.
 * @module
 */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";

const STORED = "reportgraph.keys";
export const keysOn = signal(localStorage.getItem(STORED) !== "off");

export function switchKeys(on: boolean): void {
  keysOn.value = on;
  localStorage.setItem(STORED, on ? "on" : "off");
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

/** Rows are what carries `data-row`; the link in one is what gets the focus. */
function step(by: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>("#scroll [data-row]")];
  if (rows.length === 0) return;
  const now = rows.findIndex((row) => row.contains(document.activeElement));
  const next =
    rows[now < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, now + by))];
  const target = next?.querySelector<HTMLElement>("a, summary, button") ?? next;
  target?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function sentences(): void {
  const row = document.activeElement?.closest<HTMLElement>("[data-row]");
  row?.querySelector<HTMLElement>("[data-sentences]")?.click();
}

export function useKeys(onHelp: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (!keysOn.value || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      // The canvas of the graph has keys of its own.
      if (typing(event.target) || (event.target as Element | null)?.closest?.(".canvas")) return;
      const actions: Record<string, () => void> = {
        "/": () => document.querySelector<HTMLElement>("#search")?.focus(),
        "?": onHelp,
        j: () => step(1),
        k: () => step(-1),
        e: sentences,
      };
      const action = actions[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
}
