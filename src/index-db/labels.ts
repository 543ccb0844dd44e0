/**
 * Which number an entity has: it says which units are one, and where groups merge or part, the larger side keeps it.
 * @module
 */
import type { Database } from "./database.ts";

/** A key, or a unit of a key that is resolved unit by unit, that went from one entity to another. */
export interface Moved {
  k: number;
  u?: number;
  from: number | null;
  to: number;
}

/** A key of a component, or a unit of it, with the group that it is in now. */
export interface Part {
  k: number;
  u?: number;
  group: number;
}

const idOf = ({ k, u }: Part): string => (u === undefined ? `k${k}` : `u${u}`);

export class Labels {
  readonly #db: Database;
  /** Numbers that groups of this batch kept: what was one component may be several now. */
  readonly #taken = new Set<number>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** Gives each group the number that most of its units have, if it is free, else a new one. */
  label(parts: readonly Part[]): Moved[] {
    const votes = new Map<string, { group: number; e: number; n: number }>();
    const numbers = new Map<string, (number | null)[]>();
    const seen = new Set<string>();
    const once = parts.filter((part) => {
      const id = idOf(part);
      if (seen.has(id)) return false;
      seen.add(id);
      return true;
    });
    for (const part of once) {
      const { k, u, group } = part;
      const counts =
        u === undefined
          ? this.#db.all<{ e: number | null; n: number }>(
              "SELECT e, count(*) AS n FROM unit INDEXED BY unit_ke WHERE k = ? GROUP BY e",
              k,
            )
          : this.#db.all<{ e: number | null; n: number }>("SELECT e, 1 AS n FROM unit WHERE u = ?", u);
      numbers.set(
        idOf(part),
        counts.map(({ e }) => e),
      );
      for (const { e, n } of counts) {
        if (e === null) continue;
        const id = `${group} ${e}`;
        const vote = votes.get(id) ?? { group, e, n: 0 };
        vote.n += n;
        votes.set(id, vote);
      }
    }
    const labels = new Map<number, number>();
    for (const { group, e } of [...votes.values()].sort((a, b) => b.n - a.n || a.e - b.e))
      if (!labels.has(group) && !this.#taken.has(e)) {
        labels.set(group, e);
        this.#taken.add(e);
      }
    const moved: Moved[] = [];
    for (const part of once) {
      const { k, u, group } = part;
      let to = labels.get(group);
      if (to === undefined) {
        to = this.#newEntity();
        labels.set(group, to);
      }
      const others = (numbers.get(idOf(part)) ?? []).filter((e) => e !== to);
      for (const from of others) moved.push({ k, ...(u === undefined ? {} : { u }), from, to });
      if (others.length > 0)
        this.#db.run(
          u === undefined
            ? "UPDATE unit INDEXED BY unit_ke SET e = ?1 WHERE k = ?2 AND e IS NOT ?1"
            : "UPDATE unit SET e = ?1 WHERE u = ?2 AND e IS NOT ?1",
          to,
          u ?? k,
        );
      this.#db.run("UPDATE key SET e = ?1 WHERE k = ?2 AND e IS NOT ?1", to, k);
    }
    return moved;
  }

  #newEntity(): number {
    return this.#db.get<{ e: number }>(
      "INSERT INTO entity (id, type, name, judged) VALUES ('', '', '', 0) RETURNING e",
    )?.e as number;
  }
}
