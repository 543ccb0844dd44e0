/** Puts the thing on the watch list, or takes it off. @module */
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { messageOf } from "../lib/api.ts";
import { tell } from "../lib/notice.ts";
import { refreshWatched, unwatchItem, watched, watchItem } from "../lib/watched.ts";
import { Button } from "../ui/parts.tsx";
import { w } from "../words/tools.ts";
import type { SlotProps } from "./slot.ts";

export default function WatchButton({ page }: SlotProps): JSX.Element {
  const item = { item: page.id, kind: "entity" as const };
  useEffect(() => {
    if (watched.value === undefined) void refreshWatched().catch((error: unknown) => tell(messageOf(error)));
  }, []);
  const on = watched.value?.some((each) => each.kind === "entity" && each.item === page.id) ?? false;
  return (
    <Button
      icon="target"
      label={on ? w("watched") : w("watch")}
      pressed={on}
      onClick={() => {
        (on ? unwatchItem(item) : watchItem(item)).catch((error: unknown) => tell(messageOf(error)));
      }}
    />
  );
}
