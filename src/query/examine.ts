/**
 * All that has to be known of a query before a store sees it. Parsing can take long on a hostile text, so this runs in a
 * thread (`examine-thread.ts`) that is ended when it does; ask through `examiner.ts`.
 * @module
 */
import { withRowCap } from "./cap.ts";
import { forEmbedded } from "./embedded.ts";
import { type GuardResult, guardQuery } from "./guard.ts";
import { tokenize } from "./parser.ts";

export interface Question {
  cypher: string;
  /** Rows that the caller takes at most. */
  rows: number;
  /** It is for the embedded store, which answers some things otherwise. */
  embedded: boolean;
}

export interface Examined {
  verdict: GuardResult;
  /** The query with a LIMIT where it has none and one changes nothing; the query itself when the verdict is no. */
  text: string;
  /** It begins with EXPLAIN or PROFILE. */
  explained: boolean;
}

export async function examine({ cypher, rows, embedded }: Question): Promise<Examined> {
  const verdict = await guardQuery(cypher);
  if (!verdict.ok) return { verdict, text: cypher, explained: false };
  const adapted = embedded ? await forEmbedded(cypher) : { text: cypher };
  if ("refused" in adapted) {
    const { refused: reason, line, column } = adapted;
    return {
      verdict: { ok: false, code: "QUERY_REFUSED", reason, line, column },
      text: cypher,
      explained: false,
    };
  }
  const [first] = await tokenize(cypher);
  return {
    verdict,
    text: await withRowCap(adapted.text, rows),
    explained: /^(EXPLAIN|PROFILE)$/i.test(first?.text ?? ""),
  };
}
