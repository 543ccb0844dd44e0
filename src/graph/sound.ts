/**
 * How a Chinese name sounds: what people type when they search.
 * @module
 */
import { createRequire } from "node:module";

/** Half a megabyte of words: loaded with the first name, not by every command that only reads the graph. */
let pinyin: typeof import("pinyin-pro")["pinyin"] | undefined;
const load = createRequire(import.meta.url);

const HAN = /\p{Script=Han}/u;
/** Nobody types more. */
const LONGEST = 40;

/** Initials and full pinyin of a name, without tones and spaces (`yzs`, `yunzeshi`); undefined for names without Chinese. */
export function soundOf(name: string): string[] | undefined {
  if (!HAN.test(name)) return undefined;
  pinyin ??= (load("pinyin-pro") as typeof import("pinyin-pro")).pinyin;
  const syllables = pinyin(name.slice(0, LONGEST), {
    toneType: "none",
    type: "array",
    v: true,
    nonZh: "consecutive",
  }).map((s) => s.normalize("NFKC").toLowerCase().replace(/\s+/gu, ""));
  return [syllables.map((s) => s.slice(0, 1)).join(""), syllables.join("")];
}
