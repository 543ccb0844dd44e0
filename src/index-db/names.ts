/**
 * Names to compare: where each stands, and which of them might be joined for being alike. What depends on who is whom
 * already (a shared investor) is taken to hold, so that a link is never missed; `replay` looks again.
 * @module
 */
import type { EntityType } from "../model/claim.ts";
import { plainName } from "../resolve/normal.ts";
import { PART } from "../resolve/replay.ts";
import { alike, BLOCK, blockOf, citiesOf, nodeScope, SAME } from "../resolve/similar.ts";
import type { Database } from "./database.ts";
import { type Comparable, comparable, plainNodes, projectNodes } from "./name-nodes.ts";
import type { UnitRow } from "./units.ts";

const MOST_REMEMBERED = 5_000;

export class Names {
  readonly #db: Database;
  readonly #read = new Map<string, Comparable>();
  /** Blocks that names came to or left, with whether all their names were compared before. */
  readonly #blocks = new Map<string, { block: string; city: string; whole: boolean }>();

  readonly #namesakes = new Set<number>();
  /** How many names are in a block, once all names have their places. */
  #crowds: Map<string, number> | undefined;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Notes anew where a key stands, in the scopes given; true when anything about it is new. */
  renew(k: number, type: EntityType, changed: readonly Pick<UnitRow, "home" | "report">[]): boolean {
    const scopes = new Set(
      changed.map((row) => nodeScope({ type, home: row.home || undefined, report: row.report })),
    );
    if (type === "Person") return this.#renewPerson(k);
    const now = type === "Project" ? projectNodes(this.#db, k) : plainNodes(this.#db, k, type, changed);
    const old = this.#db
      .all<{ scope: string; part: number; facts: string }>(
        "SELECT scope, part, facts FROM node WHERE k = ?",
        k,
      )
      .filter(({ scope }) => type === "Project" || scopes.has(scope));
    const key = (scope: string, part: number): string => `${part} ${scope}`;
    const before = new Map(old.map((row) => [key(row.scope, row.part), row]));
    const after = new Map(now.map((row) => [key(row.scope, row.part), row]));
    let differs = false;
    for (const [id, { scope, part, facts }] of before)
      if (after.get(id)?.facts !== facts) {
        differs = true;
        this.#db.run("DELETE FROM node WHERE k = ? AND scope = ? AND part = ?", k, scope, part);
        this.#place(k, scope, part, facts, false);
      }
    for (const [id, { scope, part, facts }] of after)
      if (before.get(id)?.facts !== facts) {
        differs = true;
        this.#db.run("INSERT INTO node VALUES (?, ?, ?, ?)", k, scope, part, facts);
        this.#place(k, scope, part, facts, true);
      }
    return differs;
  }

  /**
   * Keys of blocks that came to be, or ceased to be, too large to compare all their names, and namesakes of persons that
   * changed. Forgets what was noted.
   */
  overflowed(): Set<number> {
    const keys = new Set(this.#namesakes);
    this.#namesakes.clear();
    for (const { block, city, whole } of this.#blocks.values())
      if (this.#isWhole(block, city) !== whole)
        for (const { k } of this.#db.iterate<{ k: number }>(
          "SELECT DISTINCT k FROM block WHERE block = ? AND city = ?",
          block,
          city,
        ))
          keys.add(k);
    this.#blocks.clear();
    this.#crowds = new Map();
    return keys;
  }

  /** How many names a block holds, in all or in one city, as far as that matters. */
  crowd(block: string, city = ""): number {
    const id = `${block}\n${city}`;
    const known = this.#crowds?.get(id);
    if (known !== undefined) return known;
    const { n } = this.#db.get<{ n: number }>(
      "SELECT count(*) AS n FROM (SELECT 1 FROM block WHERE block = ? AND city = ? LIMIT ?)",
      block,
      city,
      BLOCK + 1,
    ) as { n: number };
    this.#crowds?.set(id, n);
    return n;
  }

  /** Keys that a key might be joined to for being alike. */
  alikeTo(k: number): Set<number> {
    const found = new Set<number>();
    for (const { part, facts } of this.#db.all<{ part: number; facts: string }>(
      "SELECT part, facts FROM node WHERE k = ?",
      k,
    )) {
      const own = this.#comparable(facts);
      for (const core of own.cores) {
        const block = `${part === 1 ? PART : ""}${blockOf(own, core)}`;
        const cities = this.#isWhole(block, "")
          ? [""]
          : citiesOf(own.side.homes).filter((city) => this.#isWhole(block, city));
        for (const city of cities)
          for (const other of this.#db.all<{ k: number; facts: string }>(
            "SELECT n.k AS k, n.facts AS facts FROM block b JOIN node n ON n.k = b.k AND n.scope = b.scope AND n.part = ? WHERE b.block = ? AND b.city = ? AND b.k <> ?",
            part,
            block,
            city,
            k,
          ))
            if (!found.has(other.k) && this.#mayJoin(own, this.#comparable(other.facts), core))
              found.add(other.k);
      }
    }
    return found;
  }

  /** Alike from either side: which of the two comes first must not matter to a link. */
  #mayJoin(a: Comparable, b: Comparable, core: string): boolean {
    return [alike([a, b], core), alike([b, a], core)].some(
      (found) => found !== undefined && found.score >= SAME,
    );
  }

  #isWhole(block: string, city: string): boolean {
    return this.crowd(block, city) <= BLOCK;
  }

  #place(k: number, scope: string, part: number, facts: string, isThere: boolean): void {
    const node = this.#comparable(facts);
    for (const core of new Set(node.cores)) {
      const block = `${part === 1 ? PART : ""}${blockOf(node, core)}`;
      for (const city of ["", ...citiesOf(node.side.homes)]) {
        this.#note(block, city);
        if (isThere) this.#db.run("INSERT OR IGNORE INTO block VALUES (?, ?, ?, ?)", block, city, k, scope);
        else
          this.#db.run(
            "DELETE FROM block WHERE block = ? AND city = ? AND k = ? AND scope = ?",
            block,
            city,
            k,
            scope,
          );
      }
    }
  }

  #note(block: string, city: string): void {
    const id = `${block}\n${city}`;
    if (!this.#blocks.has(id)) this.#blocks.set(id, { block, city, whole: this.#isWhole(block, city) });
  }

  #renewPerson(k: number): boolean {
    const now = new Set(
      this.#db
        .all<{ name: string }>("SELECT DISTINCT name FROM unit WHERE k = ?", k)
        .map(({ name }) => `Person|${plainName(name)}`),
    );
    const before = new Set(
      this.#db.all<{ block: string }>("SELECT block FROM block WHERE k = ?", k).map(({ block }) => block),
    );
    // Who stays keeps its namesakes tied to itself.
    for (const block of before)
      if (!now.has(block)) {
        for (const mate of this.#db.all<{ k: number }>(
          "SELECT k FROM block WHERE block = ? AND city = ''",
          block,
        ))
          this.#namesakes.add(mate.k);
        this.#db.run("DELETE FROM block WHERE block = ? AND city = '' AND k = ?", block, k);
      }
    for (const block of now)
      if (!before.has(block)) this.#db.run("INSERT INTO block VALUES (?, '', ?, '')", block, k);
    return true;
  }

  #comparable(json: string): Comparable {
    let node = this.#read.get(json);
    if (!node) {
      node = comparable(json);
      if (this.#read.size >= MOST_REMEMBERED) this.#read.clear();
      this.#read.set(json, node);
    }
    return node;
  }
}
