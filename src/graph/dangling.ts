/**
 * An edge without an end would be an error in one format and a nameless node in another.
 * @module
 */
import { SchemaError } from "../errors.ts";

export const danglingEnd = (edge: string, end: string): SchemaError =>
  new SchemaError("EXPORT_DANGLING_END", `edge ${edge} ends at ${end}, which is not exported with it`, {
    where: edge,
  });
