/**
 * From the units of an entity to its id and its name.
 * @module
 */
import type { EntityType } from "../model/claim.ts";
import { compareTexts } from "../model/order.ts";
import { byFullness, entityId, nameOf } from "../resolve/entity.ts";
import type { Database } from "./database.ts";
import { type Before, EntityNodes } from "./entity-nodes.ts";
import { NODE } from "./item-kinds.ts";
import type { Items } from "./items.ts";
import type { UnitRow } from "./units.ts";

/** What others call an entity. */
export interface Identity {
  id: string;
  name: string;
}

/** A row of `entity`. */
interface Row extends Identity {
  type: EntityType;
  judged: number;
}

/** A unit with the text of its key. */
type Keyed = UnitRow & { key: string };

type Anchor = Pick<Keyed, "k" | "key" | "type" | "age" | "report" | "name">;

/** Entities of so few units, which are most, are made from their rows; of others only what their nodes show is read. */
const FEW = 8;

export interface Renamed {
  e: number;
  old: Identity | undefined;
  now: Identity | undefined;
}

const byAge = (a: Anchor, b: Anchor): number =>
  compareTexts(a.age, b.age) || compareTexts(a.report, b.report) || compareTexts(a.name, b.name);

const byOrder = (a: Anchor, b: Anchor): number =>
  compareTexts(a.age, b.age) || compareTexts(a.report, b.report) || byFullness(a.name, b.name);

export class Entities {
  readonly #db: Database;
  readonly #isJudged: (k: number) => boolean;
  readonly #nodes: EntityNodes;
  readonly #rows = new Map<number, Row | undefined>();
  /** Units of entities that have few; undefined: there are more. */
  readonly #few = new Map<number, Keyed[] | undefined>();

  constructor(db: Database, isJudged: (k: number) => boolean) {
    this.#db = db;
    this.#isJudged = isJudged;
    this.#nodes = new EntityNodes(db, isJudged);
  }

  identity(e: number): Identity | undefined {
    const found = this.#row(e);
    return found && found.id !== "" ? { id: found.id, name: found.name } : undefined;
  }

  #row(e: number): Row | undefined {
    if (!this.#rows.has(e))
      this.#rows.set(e, this.#db.get<Row>("SELECT id, type, name, judged FROM entity WHERE e = ?", e));
    return this.#rows.get(e);
  }

  /** All units of an entity, if they are few. Units do not change once entities are described. */
  #unitsOf(e: number): Keyed[] | undefined {
    if (!this.#few.has(e)) {
      const { n } = this.#db.get<{ n: number }>(
        `SELECT count(*) AS n FROM (SELECT 1 FROM unit INDEXED BY unit_e WHERE e = ? LIMIT ${FEW + 1})`,
        e,
      ) as { n: number };
      const rows = (): Keyed[] =>
        this.#db.all("SELECT u.*, key.text AS key FROM unit u JOIN key ON key.k = u.k WHERE u.e = ?", e);
      this.#few.set(e, n > FEW ? undefined : rows());
    }
    return this.#few.get(e);
  }

  /** Gives each entity its id and name anew; says which are called otherwise than before, or are new or gone. */
  describe(dirty: Iterable<number>): Renamed[] {
    const all = new Set(dirty);
    const anchors = new Map<number, Anchor>();
    /** Of keys that people part. */
    const parted = new Map<number, Anchor[]>();
    for (const e of all) {
      const anchor = this.#anchorOf(e);
      if (!anchor) continue;
      anchors.set(e, anchor);
      // People part what has one name: who of them goes by the name alone depends on all of them.
      if (!this.#isJudged(anchor.k)) continue;
      parted.set(anchor.k, [...(parted.get(anchor.k) ?? []), anchor]);
      for (const other of this.#db.all<{ e: number }>("SELECT DISTINCT e FROM unit WHERE k = ?", anchor.k))
        all.add(other.e);
    }
    const renamed: Renamed[] = [];
    for (const e of all) {
      const anchor = anchors.get(e);
      const old = this.identity(e);
      if (!anchor) {
        this.#db.run("DELETE FROM entity WHERE e = ?", e);
        this.#rows.set(e, undefined);
        renamed.push({ e, old, now: undefined });
        continue;
      }
      const isNamesake = (parted.get(anchor.k) ?? []).some((other) => byAge(other, anchor) < 0);
      const now = {
        id: entityId(anchor.key, isNamesake ? anchor : undefined),
        name: this.#nameOf(e, anchor.type),
      };
      this.#put(e, { ...now, type: anchor.type, judged: Number(this.#hasJudged(e)) });
      if (old?.id !== now.id || old.name !== now.name) renamed.push({ e, old, now });
    }
    return renamed;
  }

  #put(e: number, row: Row): void {
    const old = this.#row(e);
    if (
      old &&
      old.id === row.id &&
      old.type === row.type &&
      old.name === row.name &&
      old.judged === row.judged
    )
      return;
    this.#db.run(
      "UPDATE entity SET id = ?, type = ?, name = ?, judged = ? WHERE e = ?",
      ...[row.id, row.type, row.name, row.judged, e],
    );
    this.#rows.set(e, row);
  }

  #hasJudged(e: number): boolean {
    const few = this.#unitsOf(e);
    return few
      ? few.some(({ k }) => this.#isJudged(k))
      : this.#db.get("SELECT 1 AS x FROM unit u JOIN judged j ON j.k = u.k WHERE u.e = ? LIMIT 1", e) !==
          undefined;
  }

  /** The fullest name in the earliest report. */
  #anchorOf(e: number): Anchor | undefined {
    const few = this.#unitsOf(e);
    if (few) return [...few].sort(byOrder)[0];
    const first = this.#db.get<{ age: string; report: string }>(
      "SELECT age, report FROM unit INDEXED BY unit_e WHERE e = ? ORDER BY age, report LIMIT 1",
      e,
    );
    if (!first) return undefined;
    return this.#db
      .all<Anchor>(
        "SELECT u.k AS k, key.text AS key, u.type AS type, u.age AS age, u.report AS report, u.name AS name FROM unit u JOIN key ON key.k = u.k WHERE u.e = ? AND u.own IN (0, 1) AND u.report = ?",
        e,
        first.report,
      )
      .sort(byOrder)[0];
  }

  #nameOf(e: number, type: EntityType): string {
    const names =
      this.#unitsOf(e) ??
      this.#db.all<{ name: string }>("SELECT DISTINCT name FROM unit INDEXED BY unit_e WHERE e = ?", e);
    return nameOf(type, new Set(names.map(({ name }) => name)));
  }

  /**
   * Writes the node of an entity.
   * @param changed reports whose units may be others than before; undefined: any may be
   */
  fold(
    e: number,
    items: Items,
    { dateOf, changed }: { dateOf: (report: string) => string; changed: ReadonlySet<string> | undefined },
  ): void {
    const entity = this.#row(e);
    const before = (id: string): Before | undefined => {
      const node = changed && items.node(id);
      return node && { node, changed };
    };
    const node = entity && this.#nodes.of(e, entity, this.#unitsOf(e), dateOf, () => before(entity.id));
    if (node) items.put(NODE, node.id, node);
    this.#few.delete(e);
  }
}
