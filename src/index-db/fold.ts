/**
 * Makes the nodes and edges anew that a batch changed: those of a report, an entity, an indicator or an edge are what they
 * would be from scratch, so all that calls a renamed entity by its name goes along.
 * @module
 */
import { assembleReport } from "../graph/assemble.ts";
import { Builder } from "../graph/builder.ts";
import { addRelation } from "../graph/relations.ts";
import type { ReportInfo } from "../graph/report-info.ts";
import { addIndicator, indicatorId } from "../graph/statements.ts";
import type { Claim, RelationClaim } from "../model/claim.ts";
import { shortHash } from "../model/hash.ts";
import type { EntityLookup } from "../resolve/index.ts";
import type { Database } from "./database.ts";
import type { Entities, Identity, Renamed } from "./entities.ts";
import { EDGE, NODE } from "./item-kinds.ts";
import type { Item, Items } from "./items.ts";
import type { Moved } from "./labels.ts";
import type { Touch } from "./reports.ts";
import type { UnitRow } from "./units.ts";

export interface Folding {
  entities: Entities;
  items: Items;
  touch: Touch;
  /** Claims of a report that is in the index and not in the batch. */
  claimsOf(report: { id: string; claims: string }): readonly Claim[];
  dirty: ReadonlySet<number>;
  renamed: readonly Renamed[];
  moved: readonly Moved[];
  before: ReadonlyMap<number, Identity | undefined>;
  gone: readonly number[];
}

/** Makes anew what a report, an entity or an edge is made from that changed. */
export function fold(db: Database, on: Folding): void {
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
  // Units that had no entity came with the batch.
  const parted = new Set(on.moved.flatMap(({ from, to }) => (from === null ? [] : [from, to])));
  for (const e of dirty) {
    const isOne = !parted.has(e) && on.before.get(e)?.id === entities.identity(e)?.id;
    entities.fold(e, items, { dateOf, changed: isOne ? touch.ids : undefined });
  }

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

interface Ends {
  start: string;
  end: string;
}

/** Ids of the entities that two units belong to. */
function endsOf(db: Database, us: number, ue: number): Ends {
  const idOf = (u: number): string =>
    db.get<{ id: string }>("SELECT id FROM entity WHERE e = (SELECT e FROM unit WHERE u = ?)", u)
      ?.id as string;
  return { start: idOf(us), end: idOf(ue) };
}

/** Notes which edge a relation supports now; both that and the one before are to be made anew. */
function reassign(db: Database, { x, us, ue, predicate, edge }: RelRow, edges: Set<string>): void {
  const { start, end } = endsOf(db, us, ue);
  const now = start === end ? null : shortHash([predicate, start, end]);
  for (const id of [edge, now]) if (id !== null) edges.add(id);
  if (now !== edge) db.run("UPDATE rel SET edge = ? WHERE x = ?", now, x);
}

function foldEdge(db: Database, id: string, items: Items): void {
  const builder = new Builder();
  let ends: Ends | undefined;
  for (const { us, ue, data } of db.all<{ us: number; ue: number; data: string }>(
    "SELECT us, ue, data FROM rel WHERE edge = ?",
    id,
  )) {
    const claim = JSON.parse(data) as RelationClaim;
    ends ??= endsOf(db, us, ue);
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
function foldReport(db: Database, r: number, { touch, claimsOf, items }: Folding): void {
  const row = db.get<{ id: string; entry: string; claims: string }>(
    "SELECT id, entry, claims FROM report WHERE r = ?",
    r,
  );
  if (!row) return;
  const incoming = touch.reports.get(r);
  const entry = incoming?.entry ?? (JSON.parse(row.entry) as ReportInfo);
  const claims = incoming?.claims ?? claimsOf(row);
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
