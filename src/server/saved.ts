/**
 * Saved queries as the page shows them.
 * @module
 */
import type { SavedQuery as StoredQuery } from "../query/saved.ts";
import { wordsOfQueries } from "../query/words.ts";
import type { SavedQuery } from "./workspace-api.ts";

export function savedQueryOf({ name, title, titleZh, question, params, cypher }: StoredQuery): SavedQuery {
  const words = wordsOfQueries();
  return {
    name,
    zh: titleZh,
    en: title,
    question,
    cypher,
    parameters: params.map(({ name: key, default: value, description }) => {
      const word = words.get(key);
      return {
        name: key,
        ...(word === undefined ? {} : { zh: word }),
        description,
        kind: typeof value === "number" ? "number" : typeof value === "boolean" ? "boolean" : "string",
        default: value,
      };
    }),
  };
}
