/**
 * People's judgements: which units their names stand for. A name stands for the units that are called so, and only where
 * none is for those that were once printed so; one unit anywhere can change that.
 * @module
 */
import { sha256 } from "../model/hash.ts";
import type { UserJudgement } from "../resolve/index.ts";
import type { Unit } from "../resolve/units.ts";
import type { Database } from "./database.ts";
import type { NewUnit } from "./units.ts";

type Side = UserJudgement["left"];

/** A judgement with the rows of the units that its names stand for. */
export interface Bound {
  type: UserJudgement["type"];
  decision: UserJudgement["decision"];
  left: number[];
  right: number[];
}

/** Judgements of a key, and keys of a judgement. */
interface Judged {
  of: Map<number, Set<string>>;
  by: Map<string, Set<number>>;
}

const idOf = ({ type, left, right, decision }: UserJudgement): string =>
  sha256(
    JSON.stringify([type, left.name, left.report ?? "", right.name, right.report ?? "", decision]),
  ).slice(0, 16);
const nameKey = (type: string, name: string): string => `${type} ${name}`;

export class Said {
  readonly #db: Database;
  readonly #judgements: Map<string, UserJudgement>;
  readonly #names = new Map<string, Set<string>>();
  readonly #stirred = new Set<string>();
  /** The table `judged` both ways; people judge little. Read when it is first asked for. */
  #judged: Judged | undefined;

  constructor(db: Database, judgements: readonly UserJudgement[]) {
    this.#db = db;
    this.#judgements = new Map(judgements.map((j) => [idOf(j), j]));
    for (const [id, j] of this.#judgements)
      for (const side of [j.left, j.right]) {
        const key = nameKey(j.type, side.name);
        this.#names.set(key, (this.#names.get(key) ?? new Set()).add(id));
      }
  }

  /** Notes a unit that came under the judged names that it bears. */
  add(u: number, { unit }: Pick<NewUnit, "unit">): void {
    if (this.#names.size === 0) return;
    for (const name of new Set([unit.name, ...unit.forms.keys(), ...unit.aliases]))
      if (this.#stir(unit.type, name))
        this.#db.run(
          "INSERT INTO bearer VALUES (?, ?, ?, ?)",
          unit.type,
          name,
          u,
          Number(name === unit.name),
        );
  }

  /** Forgets a unit. */
  remove(u: number): void {
    for (const { type, name } of this.#db.all<{ type: string; name: string }>(
      "SELECT type, name FROM bearer WHERE u = ?",
      u,
    ))
      this.#stir(type, name);
    this.#db.run("DELETE FROM bearer WHERE u = ?", u);
  }

  #stir(type: string, name: string): boolean {
    const ids = this.#names.get(nameKey(type, name));
    for (const id of ids ?? []) this.#stirred.add(id);
    return ids !== undefined;
  }

  /** After another list of judgements: the names that were not judged before get their bearers. Reads all units then. */
  relist(before: readonly UserJudgement[]): void {
    const known = new Said(this.#db, before);
    for (const id of known.#judgements.keys()) if (!this.#judgements.has(id)) this.#stirred.add(id);
    for (const id of this.#judgements.keys()) if (!known.#judgements.has(id)) this.#stirred.add(id);
    for (const key of known.#names.keys())
      if (!this.#names.has(key)) {
        const at = key.indexOf(" ");
        this.#db.run("DELETE FROM bearer WHERE type = ? AND name = ?", key.slice(0, at), key.slice(at + 1));
      }
    const fresh = [...this.#names.keys()].filter((key) => !known.#names.has(key));
    for (const key of fresh) {
      const at = key.indexOf(" ");
      const [type, name] = [key.slice(0, at), key.slice(at + 1)];
      this.#db.run(
        "INSERT INTO bearer SELECT type, ?2, u, name = ?2 FROM unit WHERE type = ?1 AND (name = ?2 OR k IN (SELECT k FROM form WHERE form = ?2) AND (EXISTS (SELECT 1 FROM json_each(data, '$.forms') WHERE value ->> 0 = ?2) OR EXISTS (SELECT 1 FROM json_each(data, '$.aliases') WHERE value = ?2)))",
        type,
        name,
      );
    }
  }

  /** Binds what was stirred anew. Keys that judgements are about, or were; they are resolved unit by unit. */
  settle(): Set<number> {
    const touched = new Set<number>();
    for (const id of this.#stirred) {
      for (const { k } of this.#db.all<{ k: number }>("SELECT k FROM judged WHERE j = ?", id)) touched.add(k);
      this.#db.run("DELETE FROM judged WHERE j = ?", id);
      const judgement = this.#judgements.get(id);
      if (!judgement) continue;
      const { left, right } = this.#bind(judgement);
      if (left.length === 0 || right.length === 0) continue;
      for (const u of [...left, ...right]) {
        const k = this.#db.get<{ k: number }>("SELECT k FROM unit WHERE u = ?", u)?.k as number;
        this.#db.run("INSERT OR IGNORE INTO judged VALUES (?, ?)", id, k);
        touched.add(k);
      }
    }
    this.#stirred.clear();
    this.#judged = undefined;
    return touched;
  }

  isJudged(k: number): boolean {
    return this.#table().of.has(k);
  }

  /** Keys that stand in one judgement with a key. */
  besides(k: number): number[] {
    const { of, by } = this.#table();
    return [...new Set([...(of.get(k) ?? [])].flatMap((j) => [...(by.get(j) ?? [])]))];
  }

  /** The judgements that are about any of the keys. */
  boundTo(keys: Iterable<number>): Bound[] {
    const { of } = this.#table();
    const ids = new Set<string>();
    for (const k of keys) for (const j of of.get(k) ?? []) ids.add(j);
    return [...ids].flatMap((id) => {
      const judgement = this.#judgements.get(id);
      return judgement
        ? [{ type: judgement.type, decision: judgement.decision, ...this.#bind(judgement) }]
        : [];
    });
  }

  #table(): Judged {
    if (this.#judged) return this.#judged;
    const [of, by] = [new Map<number, Set<string>>(), new Map<string, Set<number>>()];
    for (const { j, k } of this.#db.all<{ j: string; k: number }>("SELECT j, k FROM judged")) {
      of.set(k, (of.get(k) ?? new Set()).add(j));
      by.set(j, (by.get(j) ?? new Set()).add(k));
    }
    this.#judged = { of, by };
    return this.#judged;
  }

  #bind({ type, left, right }: UserJudgement): { left: number[]; right: number[] } {
    return { left: this.#find(type, left), right: this.#find(type, right) };
  }

  #find(type: string, { name, report }: Side): number[] {
    const all = this.#db.all<{ u: number; own: number; report: string }>(
      "SELECT b.u AS u, b.own AS own, n.report AS report FROM bearer b JOIN unit n ON n.u = b.u WHERE b.type = ? AND b.name = ?",
      type,
      name,
    );
    const here = all.filter((row) => report === undefined || row.report === report);
    const named = here.filter(({ own }) => own === 1);
    return (named.length > 0 ? named : here).map(({ u }) => u);
  }

  /** Number of a person's group before namesakes are compared: of its key, or of all keys that people said are one. */
  personGroup(k: number): number {
    if (!this.isJudged(k)) return -1 - k;
    const seen = new Set([k]);
    for (const at of seen)
      for (const bound of this.boundTo([at]))
        if (bound.decision === "same")
          for (const u of [...bound.left, ...bound.right])
            seen.add(this.#db.get<{ k: number }>("SELECT k FROM unit WHERE u = ?", u)?.k as number);
    return -1 - Math.min(...seen);
  }
}

/** Judgements over units that are loaded. */
export const withUnits = (
  bound: readonly Bound[],
  unitAt: (u: number) => Unit,
): { decision: Bound["decision"]; left: Unit[]; right: Unit[] }[] =>
  bound.map(({ decision, left, right }) => ({ decision, left: left.map(unitAt), right: right.map(unitAt) }));
