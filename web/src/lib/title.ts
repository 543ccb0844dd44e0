/** What the window is called: the page that is open says so. @module */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";

export const title = signal("");

export function useTitle(text: string | undefined): void {
  useEffect(() => {
    title.value = text ?? "";
  }, [text]);
}
