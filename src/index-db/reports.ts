/**
 * Rows of reports: puts what a report says into the index, and takes it out again. Says which keys that touches.
 * @module
 */
import type { ReportInfo } from "../graph/report-info.ts";
import type { Claim, EntityType } from "../model/claim.ts";
import { unitKey } from "../resolve/units.ts";
import type { Database } from "./database.ts";
import type { Said } from "./said.ts";
import { readUnits, type UnitData, type UnitRow } from "./units.ts";

/** A report as it comes in. */
export interface Incoming {
  entry: ReportInfo;
  claims: readonly Claim[];
  /** What the index keeps for its owner: the entry, where claims and text lie, where the file is. */
  kept: { entry: string; claims: string; text?: string; path?: string };
}

type Changed = Pick<UnitRow, "k" | "e" | "type" | "name" | "home" | "code" | "report">;

interface Pair {
  ka: number;
  kb: number;
  stage: number;
}

/** What a batch of changed reports did to the rows. */
export class Touch {
  /** Changed units by key. */
  readonly units: Map<number, Changed[]> = new Map();
  /** Entities that units were in. */
  readonly entities: Set<number> = new Set();
  /** Edges that lost support. */
  readonly edges: Set<string> = new Set();
  readonly indicators: Set<string> = new Set();
  /** Rows of reports that are there now. */
  readonly reports: Map<number, Incoming> = new Map();
  readonly ids: Set<string> = new Set();
  readonly pairs: Map<string, Pair & { first: string | null }> = new Map();
  readonly guises: Map<string, Changed & { n: number }> = new Map();

  unit({ k, e, type, name, home, code, report }: Changed, by: 1 | -1): void {
    // A row is held by what it is called: what else it says is long.
    const changed = { k, e, type, name, home, code, report };
    const list = this.units.get(k);
    if (list) list.push(changed);
    else this.units.set(k, [changed]);
    if (e !== null) this.entities.add(e);
    const key = JSON.stringify([k, name, home, code]);
    const guise = this.guises.get(key) ?? { ...changed, n: 0 };
    guise.n += by;
    this.guises.set(key, guise);
  }
}

export class Reports {
  readonly #db: Database;
  readonly #said: Said;
  readonly #keys = new Map<string, number>();

  constructor(db: Database, said: Said) {
    this.#db = db;
    this.#said = said;
  }

  /** Takes a report out, if it is there. */
  remove(id: string, touch: Touch): void {
    touch.ids.add(id);
    const r = this.#db.get<{ r: number }>("SELECT r FROM report WHERE id = ?", id)?.r;
    if (r === undefined) return;
    for (const pair of this.#db.all<Pair>(
      "SELECT DISTINCT ka, kb, stage FROM claimed WHERE r = ? AND stage > 0",
      r,
    ))
      this.#notePair(pair, touch);
    for (const row of this.#db.all<UnitRow>("SELECT * FROM unit WHERE r = ?", r)) {
      touch.unit(row, -1);
      this.#said.remove(row.u);
      this.#countForms(row.k, row.name, JSON.parse(row.data) as UnitData, -1);
    }
    for (const { edge } of this.#db.all<{ edge: string | null }>("SELECT edge FROM rel WHERE r = ?", r))
      if (edge !== null) touch.edges.add(edge);
    for (const { name } of this.#db.all<{ name: string }>("SELECT DISTINCT name FROM uses WHERE r = ?", r))
      touch.indicators.add(name);
    for (const table of ["claimed", "unit", "rel", "uses"])
      this.#db.run(`DELETE FROM ${table} WHERE r = ?`, r);
    // The items that it owns go with the row: see `Items.putOwn`.
    touch.reports.delete(r);
  }

  /** Puts a report in; what was there of it has been taken out. */
  add(incoming: Incoming, touch: Touch): void {
    const { entry, claims, kept } = incoming;
    touch.ids.add(entry.id);
    const { r } = this.#db.get<{ r: number }>(
      "INSERT INTO report (id, path, entry, claims, text) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET path = excluded.path, entry = excluded.entry, claims = excluded.claims, text = excluded.text RETURNING r",
      ...[entry.id, kept.path ?? null, kept.entry, kept.claims, kept.text ?? null],
    ) as { r: number };
    touch.reports.set(r, incoming);
    const { units, claimed, relations } = readUnits(entry, claims);
    const rows = new Map<string, { u: number; k: number }>();
    let next = this.#db.get<{ u: number }>("SELECT coalesce(max(u), 0) + 1 AS u FROM unit")?.u as number;
    for (const { unit, key } of units) {
      rows.set(unitKey(entry.id, unit), { u: next, k: this.#keyOf(key, unit.type) });
      next++;
    }
    const rowOf = (key: string): { u: number; k: number } => rows.get(key) as { u: number; k: number };
    for (const made of units) {
      const { unit, own, mentions, isSubject, data } = made;
      const { u, k } = rowOf(unitKey(entry.id, unit));
      const ties = [...unit.ties.values()].map(({ edge, other }): [string, number] => [edge, rowOf(other).u]);
      const full: UnitData = { ...data, ties };
      const row: UnitRow = {
        u,
        r,
        report: entry.id,
        age: entry.date ?? "~",
        k,
        e: null,
        type: unit.type,
        name: unit.name,
        home: unit.home ?? "",
        code: unit.code ?? "",
        own: Number(own),
        m: mentions,
        v: data.values.length,
        obs: Number(isSubject),
        data: JSON.stringify(full),
      };
      this.#db.run(
        "INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ...[row.u, row.r, row.report, row.age, row.k, row.e, row.type, row.name, row.home, row.code],
        ...[row.own, row.m, row.v, row.obs, row.data],
      );
      touch.unit(row, 1);
      this.#said.add(u, made);
      this.#countForms(k, unit.name, full, 1);
    }
    for (const [seq, { stage, left, right }] of claimed.entries()) {
      const [a, b] = [rowOf(unitKey(entry.id, left)), rowOf(unitKey(entry.id, right))];
      if (a.k !== b.k) this.#claim(r, entry.id, stage, seq, a, b, touch);
    }
    for (const claim of claims) {
      if (claim.kind !== "observation") continue;
      touch.indicators.add(claim.indicator);
      this.#db.run("INSERT OR IGNORE INTO uses VALUES (?, ?, ?)", claim.indicator, claim.unit, r);
    }
    for (const { claim, start, end } of relations) {
      const [s, e] = [rowOf(start), rowOf(end)];
      this.#db.run(
        "INSERT INTO rel (r, us, ue, edge, data) VALUES (?, ?, ?, NULL, ?)",
        ...[r, s.u, e.u, JSON.stringify(claim)],
      );
      const ends = [claim.subject.type, (claim.object as { type: EntityType }).type];
      if (s.k !== e.k && ends.every((type) => type === "Project"))
        this.#claim(r, entry.id, 0, 0, s, e, touch);
    }
  }

  #claim(
    r: number,
    report: string,
    stage: number,
    seq: number,
    a: { u: number; k: number },
    b: { u: number; k: number },
    touch: Touch,
  ): void {
    if (stage > 0) this.#notePair({ ka: a.k, kb: b.k, stage }, touch);
    this.#db.run(
      "INSERT INTO claimed VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      ...[r, report, stage, seq, a.k, b.k, a.u, b.u],
    );
  }

  /** Notes which report called two names one first, before this batch. */
  #notePair(pair: Pair, touch: Touch): void {
    const key = `${pair.ka} ${pair.kb} ${pair.stage}`;
    if (!touch.pairs.has(key)) touch.pairs.set(key, { ...pair, first: this.firstOf(pair) });
  }

  firstOf({ ka, kb, stage }: Pair): string | null {
    return this.#db.get<{ report: string | null }>(
      "SELECT min(report) AS report FROM claimed WHERE ka = ? AND kb = ? AND stage = ?",
      ...[ka, kb, stage],
    )?.report as string | null;
  }

  #keyOf(text: string, type: EntityType): number {
    const known = this.#keys.get(text);
    if (known !== undefined) return known;
    const k =
      this.#db.get<{ k: number }>("SELECT k FROM key WHERE text = ?", text)?.k ??
      (this.#db.get<{ k: number }>("INSERT INTO key (text, type) VALUES (?, ?) RETURNING k", text, type)
        ?.k as number);
    this.#keys.set(text, k);
    return k;
  }

  #countForms(k: number, name: string, { forms, aliases }: UnitData, by: 1 | -1): void {
    const counts = new Map([name, ...aliases].map((form) => [form, 0]));
    for (const [form, n] of forms) counts.set(form, n);
    for (const [form, n] of counts)
      this.#db.run(
        "INSERT INTO form VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET n = n + ?3, b = b + ?4",
        ...[k, form, by * n, by],
      );
    if (by < 0) this.#db.run("DELETE FROM form WHERE k = ? AND b = 0", k);
  }
}
