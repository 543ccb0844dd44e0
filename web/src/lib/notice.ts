/** One short message at the foot of the page, also read out; it may bring a way back. @module */
import { signal } from "@preact/signals";

interface Offer {
  label: string;
  run: () => void;
}

export const notice = signal("");
export const offer = signal<Offer | undefined>(undefined);
const SHOWN_MS = 6_000;
/** Who may undo needs time to notice. */
const OFFERED_MS = 20_000;
let timer = 0;

export function tell(text: string, undo?: Offer): void {
  notice.value = text;
  offer.value = undo;
  clearTimeout(timer);
  timer = window.setTimeout(
    () => {
      notice.value = "";
      offer.value = undefined;
    },
    undo ? OFFERED_MS : SHOWN_MS,
  );
}
