/** Signs between words: Chinese ones are as wide as a letter and have no space around them. @module */
import { lang } from "./i18n.ts";

const chinese = (): boolean => lang.value === "zh";

/** Between the items of a list. */
export const between = (): string => (chinese() ? "、" : ", ");
export const colon = (): string => (chinese() ? "：" : ": ");
/** Between statements. */
export const semicolon = (): string => (chinese() ? "；" : "; ");
/** At the end of a statement that another follows. */
export const stop = (): string => (chinese() ? "。" : ". ");
export const open = (): string => (chinese() ? "（" : " (");
export const close = (): string => (chinese() ? "）" : ") ");
export const bracketed = (text: string): string => `${open()}${text}${close().trimEnd()}`;
