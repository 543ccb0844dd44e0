/**
 * What resolution gives: one real thing with all that was said of it.
 * @module
 */
import type { EntityType } from "../model/claim.ts";
import type { Unit } from "./units.ts";

export interface Entity {
  id: string;
  type: EntityType;
  name: string;
  /** Every other form, most frequent first. */
  aliases: string[];
  code?: string;
  /** Units merged into it. */
  units: Unit[];
}
