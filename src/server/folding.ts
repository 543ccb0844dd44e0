/**
 * Names as they are compared while somebody types: folded, and by their sound.
 * @module
 */
import { pinyin } from "pinyin-pro";

const HAN = /\p{Script=Han}/u;
/** A search box needs names of entities and titles; the words of quotes are found through their speakers. */
const MAX_SOUND = 40;

export function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Cf}]+/gu, "");
}

/** Pinyin initials and full pinyin, without tones or spaces; nothing for a name without Chinese characters. */
export function soundsOf(name: string): string[] {
  if (!HAN.test(name)) return [];
  const head = name.slice(0, MAX_SOUND);
  const syllables = pinyin(head, { toneType: "none", type: "array", v: true, nonZh: "consecutive" });
  const full = fold(syllables.join(""));
  const initials = fold(syllables.map((syllable) => syllable.slice(0, 1)).join(""));
  return [initials, full];
}
