/** The language of the page: Chinese unless the user chose English. @module */
import { effect, signal } from "@preact/signals";
import type { Label } from "../../../src/server/api-types.ts";
import { en } from "./en.ts";
import { type Key, zh } from "./zh.ts";

export type Lang = "zh" | "en";
const STORED = "reportgraph.lang";

function initial(): Lang {
  const asked = new URLSearchParams(location.search).get("lang") ?? localStorage.getItem(STORED);
  return asked === "en" ? "en" : "zh";
}

export const lang = signal<Lang>(initial());

effect(() => {
  localStorage.setItem(STORED, lang.value);
  document.documentElement.lang = lang.value === "zh" ? "zh-CN" : "en";
});

/** The text of a key; `{name}` is replaced from `values`. */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  const text: string = (lang.value === "zh" ? zh : en)[key];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

export function words(label: Label): string {
  return label[lang.value];
}
