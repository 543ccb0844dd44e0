/** Whether the server answers. When it is gone the page stays and asks again until it is back. @module */
import { signal } from "@preact/signals";

export const offline = signal(false);
/** Counts how often the server came back: what failed meanwhile is asked for again. */
export const returns = signal(0);

const EVERY_MS = 2_000;
let timer = 0;

async function probe(): Promise<void> {
  try {
    const answer = await fetch("/api/status", { cache: "no-store" });
    if (answer.status >= 500) throw new Error(String(answer.status));
    offline.value = false;
    returns.value += 1;
  } catch {
    timer = window.setTimeout(() => void probe(), EVERY_MS);
  }
}

/** To be called when a request did not reach the server. */
export function lost(): void {
  if (offline.value) return;
  offline.value = true;
  clearTimeout(timer);
  timer = window.setTimeout(() => void probe(), EVERY_MS);
}
