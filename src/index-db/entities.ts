/**
 * From the units of an entity to its id, its names and its node, without reading more of what everything mentions than its
 * node shows.
 * @module
 */
import { Builder } from "../graph/builder.ts";
import { addEntityNode, byPlace, type EntityParts } from "../graph/entity-node.ts";
import { MOST_SHOWN } from "../graph/evidence.ts";
import type { Claim, EntityType } from "../model/claim.ts";
import type { GraphNode } from "../model/graph.ts";
import { aliasesOf, byFullness, countForms, entityId, nameOf } from "../resolve/entity.ts";
import type { Database } from "./database.ts";
import { type Items, NODE } from "./items.ts";
import type { UnitData, UnitRow } from "./units.ts";

/** What others call an entity. */
export interface Identity {
  id: string;
  name: string;
}

interface Anchor {
  e: number;
  k: number;
  key: string;
  type: EntityType;
  age: string;
  report: string;
  name: string;
}

export interface Renamed {
  e: number;
  old: Identity | undefined;
  now: Identity | undefined;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byAge = (a: Anchor, b: Anchor): number =>
  order(a.age, b.age) || order(a.report, b.report) || order(a.name, b.name);

export class Entities {
  readonly #db: Database;
  readonly #isJudged: (k: number) => boolean;

  constructor(db: Database, isJudged: (k: number) => boolean) {
    this.#db = db;
    this.#isJudged = isJudged;
  }

  identity(e: number): Identity | undefined {
    const found = this.#db.get<Identity>("SELECT id, name FROM entity WHERE e = ?", e);
    return found && found.id !== "" ? found : undefined;
  }

  /** Gives each entity its id and name anew; says which are called otherwise than before, or are new or gone. */
  describe(dirty: Iterable<number>): Renamed[] {
    const all = new Set(dirty);
    const anchors = new Map<number, Anchor>();
    for (const e of all) {
      const anchor = this.#anchorOf(e);
      if (!anchor) continue;
      anchors.set(e, anchor);
      // People part what has one name: who of them goes by the name alone depends on all of them.
      if (this.#isJudged(anchor.k))
        for (const other of this.#db.all<{ e: number }>("SELECT DISTINCT e FROM unit WHERE k = ?", anchor.k))
          all.add(other.e);
    }
    const renamed: Renamed[] = [];
    for (const e of all) {
      const anchor = anchors.get(e);
      const old = this.identity(e);
      if (!anchor) {
        this.#db.run("DELETE FROM entity WHERE e = ?", e);
        renamed.push({ e, old, now: undefined });
        continue;
      }
      const isNamesake = [...anchors.values()].some(
        (other) => other.k === anchor.k && other.e !== e && byAge(other, anchor) < 0,
      );
      const now = {
        id: entityId(anchor.key, isNamesake ? anchor : undefined),
        name: this.#nameOf(e, anchor.type),
      };
      const judged = Number(
        this.#db.get("SELECT 1 AS x FROM unit u JOIN judged j ON j.k = u.k WHERE u.e = ? LIMIT 1", e) !==
          undefined,
      );
      this.#db.run(
        "UPDATE entity SET id = ?, type = ?, name = ?, judged = ? WHERE e = ?",
        ...[now.id, anchor.type, now.name, judged, e],
      );
      if (old?.id !== now.id || old.name !== now.name) renamed.push({ e, old, now });
    }
    return renamed;
  }

  /** The fullest name in the earliest report. */
  #anchorOf(e: number): Anchor | undefined {
    const first = this.#db.get<{ age: string; report: string }>(
      "SELECT age, report FROM unit INDEXED BY unit_e WHERE e = ? ORDER BY age, report LIMIT 1",
      e,
    );
    if (!first) return undefined;
    return this.#db
      .all<Anchor>(
        "SELECT u.e AS e, u.k AS k, key.text AS key, u.type AS type, u.age AS age, u.report AS report, u.name AS name FROM unit u JOIN key ON key.k = u.k WHERE u.e = ? AND u.own IN (0, 1) AND u.report = ?",
        e,
        first.report,
      )
      .sort((a, b) => byFullness(a.name, b.name))[0];
  }

  #nameOf(e: number, type: EntityType): string {
    const names = this.#db.all<{ name: string }>(
      "SELECT DISTINCT name FROM unit INDEXED BY unit_e WHERE e = ?",
      e,
    );
    return nameOf(type, new Set(names.map(({ name }) => name)));
  }

  /** Writes the node of an entity, or takes out the one that it had. */
  fold(e: number, items: Items, dateOf: (report: string) => string): void {
    const node = this.#nodeOf(e, dateOf);
    if (node) items.put(NODE, node.id, node);
  }

  #nodeOf(e: number, dateOf: (report: string) => string): GraphNode | undefined {
    const entity = this.#db.get<Identity & { type: EntityType }>(
      "SELECT id, type, name FROM entity WHERE e = ?",
      e,
    );
    if (!entity) return undefined;
    const counts = new Map<string, number>();
    let code = "";
    for (const { k, code: least } of this.#db.all<{ k: number; code: string | null }>(
      "SELECT k, min(nullif(code, '')) AS code FROM unit WHERE e = ? GROUP BY k",
      e,
    )) {
      if (least !== null && (code === "" || least < code)) code = least;
      if (this.#isJudged(k))
        for (const { name, data } of this.#db.all<UnitRow>(
          "SELECT * FROM unit WHERE e = ? AND k = ?",
          e,
          k,
        )) {
          const { forms, aliases } = JSON.parse(data) as UnitData;
          countForms({ name, forms: new Map(forms), aliases: new Set(aliases) }, counts);
        }
      else
        for (const { form, n } of this.#db.all<{ form: string; n: number }>(
          "SELECT form, n FROM form WHERE k = ?",
          k,
        ))
          counts.set(form, (counts.get(form) ?? 0) + n);
    }
    const builder = new Builder();
    addEntityNode(
      builder,
      {
        id: entity.id,
        type: entity.type,
        name: entity.name,
        aliases: aliasesOf(entity.name, counts),
        ...(code === "" ? {} : { code }),
      },
      this.#partsOf(e, entity.type, entity.name),
      dateOf,
    );
    return builder.finish().nodes[0];
  }

  #partsOf(e: number, type: EntityType, name: string): EntityParts {
    const sums = this.#db.get<{ own: number | null; m: number | null }>(
      "SELECT max(own) AS own, sum(m) AS m FROM unit INDEXED BY unit_e WHERE e = ?",
      e,
    );
    const own = sums?.own ?? 0;
    const reportCount = this.#db.get<{ n: number }>(
      "SELECT count(DISTINCT report) AS n FROM unit INDEXED BY unit_e WHERE e = ? AND own = ?",
      e,
      own,
    )?.n as number;
    const firsts = new Map<string, Claim>();
    for (const { data } of this.#db.all<{ data: string }>(
      "SELECT data FROM unit WHERE e = ?1 AND own = ?2 AND report IN (SELECT DISTINCT report FROM unit INDEXED BY unit_e WHERE e = ?1 AND own = ?2 ORDER BY report LIMIT ?3)",
      e,
      own,
      MOST_SHOWN,
    )) {
      const { first } = JSON.parse(data) as UnitData;
      const known = firsts.get(first.report);
      if (!known || byPlace(first, known) < 0) firsts.set(first.report, first);
    }
    const dataOf = (where: string): UnitData[] =>
      this.#db
        .all<{ data: string }>(`SELECT data FROM unit WHERE e = ? ${where}`, e)
        .map(({ data }) => JSON.parse(data) as UnitData);
    return {
      mentions: sums?.m ?? 0,
      reportCount,
      firsts: [...firsts.values()],
      values: dataOf("AND v > 0").flatMap(({ values }) => values),
      named:
        type === "Event"
          ? dataOf("").flatMap((data) =>
              data.named.filter((c) => c.kind === "mention" && c.subject.name === name),
            )
          : [],
      posts: type === "Person" ? dataOf("").flatMap(({ works }) => works) : [],
    };
  }
}
