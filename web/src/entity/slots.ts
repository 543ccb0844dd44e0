/**
 * What certain types show beside what every type shows. A part is loaded with the first page that has it; to add one, write
 * its line here.
 * @module
 */
import type { ComponentType } from "preact";
import { lazy } from "preact/compat";
import type { SlotProps } from "./slot.ts";

export interface Slot {
  /** Types of nodes; without it, all. */
  types?: readonly string[];
  /** `top`: under the sentence; `main`: before the sections; `aside`: beside them; `action`: among the buttons. */
  place: "top" | "main" | "aside" | "action";
  part: ComponentType<SlotProps>;
}

const part = (load: () => Promise<{ default: ComponentType<SlotProps> }>): ComponentType<SlotProps> =>
  lazy(load) as ComponentType<SlotProps>;

export const SLOTS: readonly Slot[] = [
  { place: "action", part: part(() => import("./watch-button.tsx")) },
  { place: "action", part: part(() => import("./dossier-link.tsx")) },
  { place: "top", types: ["Place"], part: part(() => import("./place-rollup.tsx")) },
  { place: "main", types: ["Project"], part: part(() => import("./project-life.tsx")) },
];
