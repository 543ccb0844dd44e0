/** That a thing lies in a place, said by its name or by the ground that a text stands on. @module */
import type { Draft, Mention } from "../types.ts";

export const located = (
  subject: Mention,
  object: Mention | { type: "Place"; name: string },
  confidence?: number,
): Draft => ({
  kind: "relation",
  predicate: "LOCATED_IN",
  subject,
  object,
  start: subject.start,
  end: subject.end,
  status: "stated",
  ...(confidence === undefined ? {} : { confidence }),
});
