/**
 * How a Chinese name sounds: what people type when they search.
 * @module
 */
import { pinyin } from "pinyin-pro";

const HAN = /\p{Script=Han}/u;
/** Nobody types more. */
const LONGEST = 40;

/** Initials and full pinyin of a name, without tones and spaces (`yzs`, `yunzeshi`); undefined for names without Chinese. */
export function soundOf(name: string): string[] | undefined {
  if (!HAN.test(name)) return undefined;
  const syllables = pinyin(name.slice(0, LONGEST), {
    toneType: "none",
    type: "array",
    v: true,
    nonZh: "consecutive",
  }).map((s) => s.normalize("NFKC").toLowerCase().replace(/\s+/gu, ""));
  return [syllables.map((s) => s.slice(0, 1)).join(""), syllables.join("")];
}
