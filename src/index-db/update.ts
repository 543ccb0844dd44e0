/**
 * A batch of changes to the index: reports that came, changed or went, and judgements. What the graph is afterwards is what
 * it would be from scratch, byte for byte; what is done depends on the change and not on how much there is.
 * @module
 */
import type { Claim, EntityType } from "../model/claim.ts";
import type { UserJudgement } from "../resolve/index.ts";
import { Components } from "./components.ts";
import type { Database } from "./database.ts";
import { Entities } from "./entities.ts";
import { fold } from "./fold.ts";
import { type ItemChanges, Items } from "./items.ts";
import { Names } from "./names.ts";
import { type Incoming, Reports, Touch } from "./reports.ts";
import { Said } from "./said.ts";

export interface Batch {
  /** A report that changed is put like a new one. */
  put: readonly Incoming[];
  /** Ids. */
  remove: readonly string[];
  judgements: readonly UserJudgement[];
  /** Judgements at the last batch. */
  judgedBefore: readonly UserJudgement[];
  /** Claims of a report that is in the index and not in the batch. */
  claimsOf(report: { id: string; claims: string }): readonly Claim[];
  rev: number;
  /** Some store takes the changes up. */
  isFollowed: boolean;
}

export interface Applied {
  nodes: ItemChanges;
  edges: ItemChanges;
}

const sameJudgements = (a: readonly UserJudgement[], b: readonly UserJudgement[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Applies a batch; the caller has begun a transaction. */
export function applyBatch(db: Database, batch: Batch): Applied {
  const said = new Said(db, batch.judgements);
  const reports = new Reports(db, said);
  const names = new Names(db);
  const components = new Components(db, names, said);
  const entities = new Entities(db, (k) => said.isJudged(k));
  const items = new Items(db, batch.rev, batch.isFollowed);
  const touch = new Touch();

  if (!sameJudgements(batch.judgements, batch.judgedBefore)) said.relist(batch.judgedBefore);
  const gone: number[] = [];
  for (const id of new Set([...batch.remove, ...batch.put.map(({ entry }) => entry.id)]))
    reports.remove(id, touch);
  for (const id of batch.remove) {
    const r = db.get<{ r: number }>("SELECT r FROM report WHERE id = ?", id)?.r;
    if (r !== undefined) gone.push(r);
    db.run("DELETE FROM report WHERE id = ?", id);
  }
  for (const incoming of new Map(batch.put.map((one) => [one.entry.id, one])).values())
    reports.add(incoming, touch);

  const stirred = said.settle();
  const touched = touchedKeys(db, stirred, touch, reports, names, said);
  const beside = components.relink(touched);
  for (const k of beside) touched.add(k);
  // Units that came to a key which is not resolved anew belong to its entity, also for what is tied to them and is.
  db.run(
    `UPDATE unit INDEXED BY unit_e SET e = (SELECT e FROM key WHERE key.k = unit.k)
     WHERE e IS NULL AND k IN (SELECT value FROM json_each(?))`,
    JSON.stringify([...touch.units.keys()].filter((k) => !touched.has(k))),
  );
  const { moved, judged } = components.resolve(touched);

  const dirty = new Set([...touch.entities, ...judged]);
  // A key that no judgement is about any more: who went by it beside another goes by it alone now.
  for (const k of stirred)
    for (const { e } of db.all<{ e: number }>("SELECT DISTINCT e FROM unit WHERE k = ?", k)) dirty.add(e);
  for (const { from, to } of moved) for (const e of [from, to]) if (e !== null) dirty.add(e);
  const present = JSON.stringify([...touch.reports.keys()]);
  for (const { e } of db.all<{ e: number }>(
    "SELECT DISTINCT e FROM unit WHERE r IN (SELECT value FROM json_each(?))",
    present,
  ))
    dirty.add(e);
  const before = new Map([...dirty].map((e) => [e, entities.identity(e)]));
  const renamed = entities.describe(dirty);
  for (const { e } of renamed) dirty.add(e);
  const claimsOf = batch.claimsOf.bind(batch);
  fold(db, { entities, items, touch, claimsOf, dirty, renamed, moved, before, gone });
  for (const k of touch.units.keys())
    db.run("DELETE FROM key WHERE k = ?1 AND NOT EXISTS (SELECT 1 FROM unit WHERE k = ?1)", k);
  items.finish();
  return items.changes;
}

/** Keys whose resolution may differ: whatever resolution reads of them is not what it was. */
function touchedKeys(
  db: Database,
  stirred: ReadonlySet<number>,
  touch: Touch,
  reports: Reports,
  names: Names,
  said: Said,
): Set<number> {
  const touched = new Set(stirred);
  for (const k of stirred)
    for (const other of db.all<{ k: number }>(
      `SELECT DISTINCT o.k AS k FROM unit o WHERE o.u IN (SELECT ue FROM rel WHERE us IN (SELECT u FROM unit WHERE k = ?1)
       UNION SELECT us FROM rel WHERE ue IN (SELECT u FROM unit WHERE k = ?1)) AND ?2 = 'Person'`,
      k,
      db.get<{ type: string }>("SELECT type FROM key WHERE k = ?", k)?.type ?? "",
    ))
      touched.add(other.k);
  for (const { k, name, home, code, n } of touch.guises.values()) {
    const now = db.get<{ n: number }>(
      "SELECT count(*) AS n FROM (SELECT 1 FROM unit INDEXED BY unit_k WHERE k = ? AND home = ? AND name = ? AND code = ? LIMIT ?)",
      ...[k, home, name, code, Math.max(0, n) + 1],
    )?.n as number;
    // Before the batch there were now − n of them.
    if (now === 0 || now - n <= 0) touched.add(k);
  }
  for (const [k, changed] of touch.units) {
    const { type, e } = db.get<{ type: EntityType; e: number | null }>(
      "SELECT type, e FROM key WHERE k = ?",
      k,
    ) as {
      type: EntityType;
      e: number | null;
    };
    if (names.renew(k, type, changed)) touched.add(k);
    const isJudged =
      said.isJudged(k) ||
      (e !== null && db.get<{ judged: number }>("SELECT judged FROM entity WHERE e = ?", e)?.judged === 1);
    if (type === "Person" || type === "Project" || e === null || isJudged) touched.add(k);
  }
  for (const { first, ...pair } of touch.pairs.values()) {
    const now = reports.firstOf(pair);
    if (now === first && (now === null || !touch.ids.has(now))) continue;
    touched.add(pair.ka).add(pair.kb);
  }
  for (const k of names.overflowed()) touched.add(k);
  return touched;
}
