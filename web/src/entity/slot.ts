/**
 * What a part of an entity page that belongs to one type is given.
 * @module
 */
import type { EntityPageBody } from "../../../src/server/page-types.ts";

export interface SlotProps {
  page: EntityPageBody;
}
