/**
 * One change of the index: what reports and judgements say now, resolved and assembled in one transaction.
 * @module
 */
import type { UserJudgement } from "../resolve/index.ts";
import type { GraphIndexDb } from "./index.ts";
import { isLogged, noteChange } from "./outbox.ts";
import type { Incoming } from "./reports.ts";
import { type Applied, applyBatch } from "./update.ts";

export type { Incoming } from "./reports.ts";

/** What one transaction changes. */
interface IndexChange {
  put?: readonly Incoming[];
  /** Ids of reports. */
  remove?: readonly string[];
  /** All of them; absent: those of the last change stay. */
  judgements?: readonly UserJudgement[];
}

/** Applies a change at once or not at all. `also` writes in the same transaction. */
export function changeIndex(
  index: GraphIndexDb,
  { put = [], remove = [], judgements }: IndexChange,
  also?: () => void,
): Applied {
  const { db } = index;
  const judgedBefore = index.judgements();
  return db.transaction(() => {
    const rev = index.revision + 1;
    const logged = isLogged(db, put.length + remove.length);
    const applied = applyBatch(db, {
      put,
      remove,
      judgements: judgements ?? judgedBefore,
      judgedBefore,
      claimsOf: ({ id }) => index.claimsOf(id),
      rev,
      isFollowed: logged,
    });
    noteChange(db, rev, logged);
    index.setMeta("revision", String(rev));
    if (judgements) index.setMeta("judgements", JSON.stringify(judgements));
    also?.();
    return applied;
  });
}
