/** The language of the page: the user's choice, before that the browser's. @module */
import { effect, signal } from "@preact/signals";
import type { Label } from "../../../src/server/api-types.ts";
import { en } from "./en.ts";
import { type Key, zh } from "./zh.ts";

export type Lang = "zh" | "en";
const STORED = "reportgraph.lang";

function initial(): Lang {
  const asked = new URLSearchParams(location.search).get("lang");
  if (asked === "en" || asked === "zh") localStorage.setItem(STORED, asked);
  const chosen = localStorage.getItem(STORED);
  if (chosen === "en" || chosen === "zh") return chosen;
  return /^zh\b/i.test(navigator.languages[0] ?? navigator.language) ? "zh" : "en";
}

export const lang = signal<Lang>(initial());

effect(() => {
  document.documentElement.lang = lang.value === "zh" ? "zh-CN" : "en";
});

export function chooseLang(chosen: Lang): void {
  localStorage.setItem(STORED, chosen);
  lang.value = chosen;
}

/** The text of a key; `{name}` is replaced from `values`. */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  const text: string = (lang.value === "zh" ? zh : en)[key];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

export function words(label: Label): string {
  return label[lang.value];
}
