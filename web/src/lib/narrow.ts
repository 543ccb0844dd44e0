/** Whether the window is a phone's: charts are drawn narrower then, so that their words stay as large as the page's. @module */
import { signal } from "@preact/signals";

const query = matchMedia("(max-width: 600px)");
export const narrow = signal(query.matches);
query.addEventListener("change", ({ matches }) => {
  narrow.value = matches;
});
