/**
 * Words that one page needs, beside its code: they are loaded with it, and both languages stand together.
 * @module
 */
import type { Label } from "../../../src/server/api-types.ts";
import { fill, type Values } from "./fill.ts";
import { lang } from "./i18n.ts";

export type Words<K extends string> = (key: K, values?: Values) => string;

/** A function that gives the text of a key in the page's language; `{name}` is replaced from the values. */
export function dictionary<K extends string>(entries: Readonly<Record<K, Label>>): Words<K> {
  return (key, values) => fill(entries[key][lang.value], values);
}
