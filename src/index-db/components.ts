/**
 * Resolves anew what a change touched and nothing else: the names that are tied to each other by anything that could join
 * them are resolved together, all others keep the entities that they have (`labels.ts`).
 * @module
 */
import type { EntityType } from "../model/claim.ts";
import { replay } from "../resolve/replay.ts";
import type { Tied } from "../resolve/similar.ts";
import type { Unit } from "../resolve/units.ts";
import type { Database } from "./database.ts";
import { Labels, type Moved } from "./labels.ts";
import type { Names } from "./names.ts";
import { type Said, withUnits } from "./said.ts";
import { byUnit, type UnitRow, unitOf } from "./units.ts";

export interface Resolved {
  moved: Moved[];
  /** Entities of components that judgements are about. */
  judged: Set<number>;
}

type Round = "things" | "projects" | "persons";
const roundOf = (type: EntityType): Round =>
  type === "Person" ? "persons" : type === "Project" ? "projects" : "things";

export class Components {
  readonly #db: Database;
  readonly #names: Names;
  readonly #said: Said;
  /** Undefined: no unit has the key any more. */
  readonly #types = new Map<number, EntityType | undefined>();
  readonly #labels: Labels;

  constructor(db: Database, names: Names, said: Said) {
    this.#db = db;
    this.#names = names;
    this.#said = said;
    this.#labels = new Labels(db);
  }

  /** Writes the links of keys anew. Gives the keys that they were or are linked to. */
  relink(keys: ReadonlySet<number>): Set<number> {
    const beside = new Set<number>();
    for (const k of keys) {
      for (const { b } of this.#db.all<{ b: number }>("SELECT b FROM link WHERE a = ?", k)) {
        beside.add(b);
        this.#db.run("DELETE FROM link WHERE a = ? AND b = ?", b, k);
      }
      this.#db.run("DELETE FROM link WHERE a = ?", k);
    }
    for (const k of keys)
      for (const other of this.#names.alikeTo(k)) {
        beside.add(other);
        this.#db.run("INSERT OR IGNORE INTO link VALUES (?, ?)", k, other);
        this.#db.run("INSERT OR IGNORE INTO link VALUES (?, ?)", other, k);
      }
    return beside;
  }

  /** Resolves the components of the keys: first all things, then projects, whose investors are known by then, then people. */
  resolve(keys: ReadonlySet<number>): Resolved {
    const result: Resolved = { moved: [], judged: new Set() };
    const waiting: Record<Round, Set<number>> = {
      things: new Set(),
      projects: new Set(),
      persons: new Set(),
    };
    for (const k of keys) {
      const type = this.#typeOf(k);
      if (type !== undefined) waiting[roundOf(type)].add(k);
    }
    for (const round of ["things", "projects", "persons"] as const) {
      const done = new Set<number>();
      for (const k of waiting[round]) {
        if (done.has(k)) continue;
        const component = this.#componentOf(k);
        for (const member of component) done.add(member);
        const moved = this.#settle(component, result.judged);
        result.moved.push(...moved);
        for (const one of moved)
          for (const other of this.#dependents(one)) {
            const next = roundOf(this.#typeOf(other) as EntityType);
            const isLater = next === "persons" || (next === "projects" && round === "things");
            if (isLater && other !== one.k) waiting[next].add(other);
          }
      }
    }
    return result;
  }

  #typeOf(k: number): EntityType | undefined {
    if (this.#types.has(k)) return this.#types.get(k);
    const type = this.#db.get<{ type: EntityType }>(
      "SELECT type FROM key WHERE k = ?1 AND EXISTS (SELECT 1 FROM unit WHERE k = ?1)",
      k,
    )?.type;
    this.#types.set(k, type);
    return type;
  }

  #componentOf(start: number): Set<number> {
    const members = new Set([start]);
    const blocks = new Set<string>();
    for (const k of members) {
      for (const other of this.#neighbours(k)) members.add(other);
      if (this.#typeOf(start) === "Person")
        for (const other of this.#namesakes(k, blocks)) members.add(other);
    }
    return members;
  }

  #neighbours(k: number): number[] {
    const found = this.#db
      .all<{ x: number }>(
        `SELECT b AS x FROM link WHERE a = ?1
         UNION SELECT kb FROM claimed WHERE ka = ?1 UNION SELECT ka FROM claimed WHERE kb = ?1`,
        k,
      )
      .map(({ x }) => x);
    return [...found, ...this.#said.besides(k)];
  }

  /** Persons called as one is, by the blocks that were not looked at before: a name that many bear is read once. */
  #namesakes(k: number, seen: Set<string>): number[] {
    return this.#db
      .all<{ block: string }>("SELECT block FROM block WHERE k = ?", k)
      .filter(({ block }) => !seen.has(block) && seen.add(block))
      .flatMap(({ block }) =>
        this.#db.all<{ k: number }>("SELECT k FROM block WHERE block = ? AND city = ''", block),
      )
      .map((row) => row.k);
  }

  /** Projects and persons that are tied to what moved. */
  #dependents({ k, u, from }: Moved): number[] {
    // Units that just came are tied to units that came with them, and those are resolved anyway.
    if (from === null) return [];
    return this.#db
      .all<{ k: number }>(
        `WITH moved AS (SELECT u FROM unit WHERE ${u === undefined ? "k = ?1" : "u = ?1"})
         SELECT DISTINCT o.k AS k FROM unit o WHERE o.type IN ('Project', 'Person') AND o.u IN
         (SELECT ue FROM rel WHERE us IN moved UNION SELECT us FROM rel WHERE ue IN moved)`,
        u ?? k,
      )
      .map((row) => row.k);
  }

  /** Resolves one component and writes down which entity each of its units belongs to. */
  #settle(component: ReadonlySet<number>, judgedEntities: Set<number>): Moved[] {
    const bound = this.#said.boundTo(component);
    const judged = new Set([...component].filter((k) => bound.length > 0 && this.#said.isJudged(k)));
    const rows = new Map<number, UnitRow>();
    for (const k of component)
      for (const row of this.#representatives(k, judged.has(k))) rows.set(row.u, row);
    const attempts = this.#attempts(component, judged);
    for (const { ua, ub } of attempts) for (const u of [ua, ub]) if (!rows.has(u)) rows.set(u, this.#row(u));

    const units = [...rows]
      .map(([u, row]) => ({ u, row, unit: unitOf(row) }))
      .sort((a, b) => byUnit(a.unit, b.unit));
    units.forEach(({ unit }, index) => {
      unit.index = index;
    });
    const byRow = new Map(units.map((entry) => [entry.u, entry]));
    const unitAt = (u: number): Unit => byRow.get(u)?.unit as Unit;
    const groups = replay(
      units.map(({ unit }) => unit),
      {
        keyOf: (unit) => units[unit.index]?.row.k as number,
        said: withUnits(bound, unitAt),
        claimed: attempts.map(({ ua, ub }) => [unitAt(ua), unitAt(ub)] as const),
        tied: (other, groupOf) => this.#tied(Number(other), byRow.get(Number(other))?.unit, groupOf),
        crowd: (block, city) => this.#names.crowd(block, city),
      },
    );
    const parts = units.map(({ u, row, unit }) => ({
      k: row.k,
      ...(judged.has(row.k) ? { u } : {}),
      group: groups.find(unit.index),
    }));
    const moved = this.#labels.label(parts);
    if (judged.size > 0)
      for (const k of component)
        for (const { e } of this.#db.all<{ e: number }>("SELECT DISTINCT e FROM unit WHERE k = ?", k))
          judgedEntities.add(e);
    return moved;
  }

  #row(u: number): UnitRow {
    return this.#db.get<UnitRow>("SELECT * FROM unit WHERE u = ?", u) as UnitRow;
  }

  /** All units of a key, or of a name that reports use in one way the first. */
  #representatives(k: number, isJudged: boolean): UnitRow[] {
    const type = this.#typeOf(k);
    if (isJudged || type === "Project" || type === "Person")
      return this.#db.all<UnitRow>("SELECT * FROM unit WHERE k = ?", k);
    return this.#db.all<UnitRow>(
      `SELECT * FROM unit WHERE u IN (SELECT u FROM
         (SELECT u, min(report) FROM unit INDEXED BY unit_k WHERE k = ? GROUP BY name, home, code))`,
      k,
    );
  }

  /** What reports call one thing, in the order in which it is tried: of two keys the first time, of judged ones each. */
  #attempts(component: ReadonlySet<number>, judged: ReadonlySet<number>): { ua: number; ub: number }[] {
    if (component.size === 1) return [];
    type Attempt = { stage: number; report: string; seq: number; kb: number; ua: number; ub: number };
    const found: Attempt[] = [];
    for (const k of component)
      for (const { kb, stage, report } of this.#db.all<{ kb: number; stage: number; report: string }>(
        "SELECT kb, stage, min(report) AS report FROM claimed WHERE ka = ? AND stage > 0 GROUP BY kb, stage",
        k,
      ))
        found.push(
          ...(judged.has(k) || judged.has(kb)
            ? this.#db.all<Attempt>(
                "SELECT * FROM claimed WHERE ka = ? AND kb = ? AND stage = ?",
                k,
                kb,
                stage,
              )
            : this.#db.all<Attempt>(
                "SELECT * FROM claimed WHERE ka = ? AND kb = ? AND stage = ? AND report = ?",
                k,
                kb,
                stage,
                report,
              )),
        );
    return found.sort(
      (a, b) => a.stage - b.stage || (a.report < b.report ? -1 : a.report > b.report ? 1 : a.seq - b.seq),
    );
  }

  #tied(u: number, here: Unit | undefined, groupOf: (unit: Unit) => number): Tied | undefined {
    const row = this.#db.get<UnitRow>("SELECT * FROM unit WHERE u = ?", u);
    if (!row) return undefined;
    const unit = here ?? unitOf(row);
    if (row.type === "Person") return { unit, group: this.#said.personGroup(row.k) };
    // Numbers of entities are set apart from numbers of groups.
    return { unit, group: here ? groupOf(here) : -1 - (row.e ?? 0) - 2 ** 40 };
  }
}
