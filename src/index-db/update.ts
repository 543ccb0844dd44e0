/**
 * A batch of changes to the index: reports that came, changed or went, and judgements. What the graph is afterwards is what
 * it would be from scratch, byte for byte; what is done depends on the change and not on how much there is.
 * @module
 */

import { assembleReport } from "../graph/assemble.ts";
import { Builder } from "../graph/builder.ts";
import { addRelation } from "../graph/relations.ts";
import type { ReportInfo } from "../graph/report-info.ts";
import { addIndicator, indicatorId } from "../graph/statements.ts";
import type { Claim, EntityType, RelationClaim } from "../model/claim.ts";
import { shortHash } from "../model/hash.ts";
import type { EntityLookup, UserJudgement } from "../resolve/index.ts";
import { Components, type Moved } from "./components.ts";
import type { Database } from "./database.ts";
import { Entities, type Identity, type Renamed } from "./entities.ts";
import { EDGE, NODE } from "./item-kinds.ts";
import { type Item, type ItemChanges, Items } from "./items.ts";
import { Names } from "./names.ts";
import { type Incoming, Reports, Touch } from "./reports.ts";
import { Said } from "./said.ts";
import type { UnitRow } from "./units.ts";

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

  const touched = touchedKeys(db, touch, reports, names, said);
  const beside = components.relink(touched);
  for (const k of beside) touched.add(k);
  // Units that came to a key which is not resolved anew belong to its entity, also for what is tied to them and is.
  for (const k of touch.units.keys())
    if (!touched.has(k))
      db.run("UPDATE unit SET e = (SELECT e FROM key WHERE k = ?1) WHERE k = ?1 AND e IS NULL", k);
  const { moved, judged } = components.resolve(touched);

  const dirty = new Set([...touch.entities, ...judged]);
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
  fold(db, { entities, items, touch, batch, dirty, renamed, moved, before, gone });
  for (const k of touch.units.keys())
    db.run("DELETE FROM key WHERE k = ?1 AND NOT EXISTS (SELECT 1 FROM unit WHERE k = ?1)", k);
  items.finish();
  return items.changes;
}

/** Keys whose resolution may differ: whatever resolution reads of them is not what it was. */
function touchedKeys(db: Database, touch: Touch, reports: Reports, names: Names, said: Said): Set<number> {
  const touched = said.settle();
  for (const k of [...touched])
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

interface Folding {
  entities: Entities;
  items: Items;
  touch: Touch;
  batch: Batch;
  dirty: ReadonlySet<number>;
  renamed: readonly Renamed[];
  moved: readonly Moved[];
  before: ReadonlyMap<number, Identity | undefined>;
  gone: readonly number[];
}

/** Makes anew what a report, an entity or an edge is made from that changed. */
function fold(db: Database, on: Folding): void {
  const { entities, items, touch, dirty, renamed, gone } = on;
  const dates = new Map<string, string>();
  const dateOf = (report: string): string => {
    let date = dates.get(report);
    if (date === undefined) {
      const entry = db.get<{ entry: string }>("SELECT entry FROM report WHERE id = ?", report)?.entry;
      date = (entry === undefined ? undefined : (JSON.parse(entry) as ReportInfo).date) ?? "";
      dates.set(report, date);
    }
    return date;
  };
  for (const { old } of renamed)
    if (old && db.get("SELECT 1 AS x FROM entity WHERE id = ?", old.id) === undefined)
      items.put(NODE, old.id, undefined);
  for (const e of dirty) entities.fold(e, items, dateOf);

  const { reports, edges } = callers(db, on);
  for (const r of touch.reports.keys()) reports.add(r);
  for (const r of gone) items.putOwn(r, []);
  for (const r of reports) foldReport(db, r, on);
  for (const name of touch.indicators) foldIndicator(db, name, items);

  for (const edge of touch.edges) edges.add(edge);
  for (const { x, us, ue, predicate, edge } of db.all<RelRow>(
    `${REL} WHERE r IN (SELECT value FROM json_each(?))`,
    JSON.stringify([...touch.reports.keys()]),
  ))
    reassign(db, { x, us, ue, predicate, edge }, edges);
  for (const edge of edges) foldEdge(db, edge, items);
}

interface RelRow {
  x: number;
  us: number;
  ue: number;
  predicate: string;
  edge: string | null;
}
const REL = "SELECT x, us, ue, edge, data ->> 'predicate' AS predicate FROM rel";

/** Reports that call an entity by another id or name now, and the edges that such entities are at. */
function callers(
  db: Database,
  { renamed, moved, before, entities }: Folding,
): {
  reports: Set<number>;
  edges: Set<string>;
} {
  const reports = new Set<number>();
  const edges = new Set<string>();
  const visit = (
    where: string,
    value: number,
    old: Identity | undefined,
    now: Identity | undefined,
  ): void => {
    if (old === undefined || now === undefined || (old.id === now.id && old.name === now.name)) return;
    const isOtherId = old.id !== now.id;
    for (const { r } of db.all<{ r: number }>(
      `SELECT DISTINCT r FROM unit WHERE ${where} = ? ${isOtherId ? "" : "AND obs = 1"}`,
      value,
    ))
      reports.add(r);
    if (!isOtherId) return;
    for (const row of db.all<RelRow>(
      `${REL} WHERE us IN (SELECT u FROM unit WHERE ${where} = ?1) OR ue IN (SELECT u FROM unit WHERE ${where} = ?1)`,
      value,
    ))
      reassign(db, row, edges);
  };
  for (const { e, old, now } of renamed) visit("e", e, old, now);
  for (const { k, u, from, to } of moved) {
    const old = from === null ? undefined : before.get(from);
    visit(u === undefined ? "k" : "u", u ?? k, old, entities.identity(to));
  }
  return { reports, edges };
}

/** Notes which edge a relation supports now; both that and the one before are to be made anew. */
function reassign(db: Database, { x, us, ue, predicate, edge }: RelRow, edges: Set<string>): void {
  const [start, end] = [us, ue].map(
    (u) =>
      db.get<{ id: string }>("SELECT id FROM entity WHERE e = (SELECT e FROM unit WHERE u = ?)", u)
        ?.id as string,
  ) as [string, string];
  const now = start === end ? null : shortHash([predicate, start, end]);
  for (const id of [edge, now]) if (id !== null) edges.add(id);
  if (now !== edge) db.run("UPDATE rel SET edge = ? WHERE x = ?", now, x);
}

function foldEdge(db: Database, id: string, items: Items): void {
  const builder = new Builder();
  let ends: { start: string; end: string } | undefined;
  for (const { us, ue, data } of db.all<{ us: number; ue: number; data: string }>(
    "SELECT us, ue, data FROM rel WHERE edge = ?",
    id,
  )) {
    const claim = JSON.parse(data) as RelationClaim;
    if (!ends) {
      const [start, end] = [us, ue].map(
        (u) =>
          db.get<{ id: string }>("SELECT id FROM entity WHERE e = (SELECT e FROM unit WHERE u = ?)", u)
            ?.id as string,
      ) as [string, string];
      ends = { start, end };
    }
    const { start, end } = ends;
    addRelation(builder, claim, {
      entityOf: (_, ref) => ({ id: ref === claim.subject ? start : end, name: "" }),
    });
  }
  items.put(EDGE, id, builder.finish().edges[0]);
}

/** An indicator is there while one figure uses it. */
function foldIndicator(db: Database, name: string, items: Items): void {
  const builder = new Builder();
  const units = db.all<{ unit: string }>("SELECT DISTINCT unit FROM uses WHERE name = ?", name);
  if (units.length > 0)
    addIndicator(
      builder,
      name,
      units.map(({ unit }) => unit),
    );
  items.put(NODE, indicatorId(name), builder.finish().nodes[0]);
}

/** The items of one report. */
function foldReport(db: Database, r: number, { touch, batch, items }: Folding): void {
  const row = db.get<{ id: string; entry: string; claims: string }>(
    "SELECT id, entry, claims FROM report WHERE r = ?",
    r,
  );
  if (!row) return;
  const incoming = touch.reports.get(r);
  const entry = incoming?.entry ?? (JSON.parse(row.entry) as ReportInfo);
  const claims = incoming?.claims ?? batch.claimsOf(row);
  const known = new Map<string, Identity>();
  for (const unit of db.all<Pick<UnitRow, "type" | "name"> & { id: string; called: string }>(
    "SELECT u.type AS type, u.name AS name, e.id AS id, e.name AS called FROM unit u JOIN entity e ON e.e = u.e WHERE u.r = ?",
    r,
  ))
    known.set(`${unit.type} ${unit.name}`, { id: unit.id, name: unit.called });
  const lookup: EntityLookup = { entityOf: (_, ref) => known.get(`${ref.type} ${ref.name}`) };
  const { nodes, edges } = assembleReport(claims, entry, lookup);
  items.putOwn(r, [...nodes, ...edges] satisfies Item[]);
}
