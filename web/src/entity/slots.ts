/**
 * What certain types show beside what every type shows. A part is loaded with the first page that has it; to add one, write
 * its line here.
 * @module
 */
import type { ComponentType } from "preact";
import type { EntityPageBody } from "../../../src/server/page-types.ts";

export interface SlotProps {
  page: EntityPageBody;
}

export interface Slot {
  /** Types of nodes; without it, all. */
  types?: readonly string[];
  /** `top`: under the sentence; `main`: before the sections; `aside`: beside them; `action`: among the buttons. */
  place: "top" | "main" | "aside" | "action";
  part: ComponentType<SlotProps>;
}

export const SLOTS: readonly Slot[] = [];
