/** One short message at the foot of the page, also read out. @module */
import { signal } from "@preact/signals";

export const notice = signal("");
let timer = 0;

export function tell(text: string): void {
  notice.value = text;
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    notice.value = "";
  }, 6000);
}
