/**
 * The node of an entity from its units, without reading more of what everything mentions than the node shows.
 * @module
 */
import { Builder } from "../graph/builder.ts";
import { addEntityNode, byPlace, type EntityParts, type KnownParts } from "../graph/entity-node.ts";
import { MOST_SHOWN, reportOf } from "../graph/evidence.ts";
import type { Claim, EntityType } from "../model/claim.ts";
import type { GraphNode } from "../model/graph.ts";
import { aliasesOf, countForms } from "../resolve/entity.ts";
import type { Database, Value } from "./database.ts";
import type { UnitData, UnitRow } from "./units.ts";

/** What an entity is called, and what it is. */
interface Named {
  id: string;
  type: EntityType;
  name: string;
}

/** The node that an entity had, all of whose units but those of `changed` reports are its units now. */
export interface Before {
  node: GraphNode;
  /** Ids. */
  changed: ReadonlySet<string>;
}

export class EntityNodes {
  readonly #db: Database;
  readonly #isJudged: (k: number) => boolean;

  constructor(db: Database, isJudged: (k: number) => boolean) {
    this.#db = db;
    this.#isJudged = isJudged;
  }

  /**
   * @param few all of its units, where they are few
   * @param before asked where they are many
   */
  of(
    e: number,
    entity: Named,
    few: readonly UnitRow[] | undefined,
    dateOf: (report: string) => string,
    before: () => Before | undefined,
  ): GraphNode | undefined {
    const counts = new Map<string, number>();
    let code = "";
    for (const [k, least] of this.#keysOf(e, few)) {
      if (least !== "" && (code === "" || least < code)) code = least;
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
      this.#partsOf(entity, few ? partsOfFew(few) : this.#partsOfMany(e, before())),
      dateOf,
    );
    return builder.finish().nodes[0];
  }

  /** Keys of the units, each with the least of their codes. */
  #keysOf(e: number, few: readonly UnitRow[] | undefined): Map<number, string> {
    const codes = new Map<number, string>();
    if (!few)
      for (const { k } of this.#db.all<{ k: number }>(
        "SELECT DISTINCT k FROM unit INDEXED BY unit_e WHERE e = ?",
        e,
      ))
        codes.set(k, this.#codeOf(k, e));
    for (const { k, code } of few ?? []) {
      const known = codes.get(k) ?? "";
      codes.set(k, known === "" || (code !== "" && code < known) ? code : known);
    }
    return codes;
  }

  /** The least code of the units of a key in an entity: all of them, unless people part what has the key. */
  #codeOf(k: number, e: number): string {
    const least = this.#isJudged(k)
      ? this.#db.get<{ code: string | null }>(
          "SELECT min(nullif(code, '')) AS code FROM unit INDEXED BY unit_ke WHERE k = ? AND e = ?",
          k,
          e,
        )
      : this.#db.get<{ code: string | null }>(
          "SELECT min(nullif(code, '')) AS code FROM unit INDEXED BY unit_k WHERE k = ?",
          k,
        );
    return least?.code ?? "";
  }

  #partsOf({ type, name }: Named, parts: Parts): EntityParts {
    const { mentions, reportCount, known, shown, all, valued } = parts;
    const firsts = new Map<string, Claim>();
    for (const { first } of shown) {
      const known = firsts.get(first.report);
      if (!known || byPlace(first, known) < 0) firsts.set(first.report, first);
    }
    return {
      mentions,
      reportCount,
      ...(known ? { known } : {}),
      firsts: [...firsts.values()],
      values: valued().flatMap(({ values }) => values),
      named:
        type === "Event"
          ? all().flatMap((data) => data.named.filter((c) => c.kind === "mention" && c.subject.name === name))
          : [],
      posts: type === "Person" ? all().flatMap(({ works }) => works) : [],
    };
  }

  #partsOfMany(e: number, before: Before | undefined): Parts {
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
    const reports = this.#db
      .all<{ report: string }>(
        "SELECT DISTINCT report FROM unit INDEXED BY unit_e WHERE e = ? AND own = ? ORDER BY report LIMIT ?",
        ...[e, own, MOST_SHOWN],
      )
      .map(({ report }) => report);
    const known = before && knownOf(before, reports);
    const isKnown = new Set(known?.reports);
    const dataOf = (where: string, ...values: Value[]): UnitData[] =>
      this.#db
        .all<{ data: string }>(`SELECT data FROM unit WHERE e = ?1 ${where}`, e, ...values)
        .map(({ data }) => JSON.parse(data) as UnitData);
    return {
      mentions: sums?.m ?? 0,
      reportCount,
      ...(known ? { known } : {}),
      shown: dataOf(
        "AND own = ?2 AND report IN (SELECT value FROM json_each(?3))",
        own,
        JSON.stringify(reports.filter((report) => !isKnown.has(report))),
      ),
      all: () => dataOf(""),
      valued: () => dataOf("AND v > 0"),
    };
  }
}

/** What of the reports that a node shows now it showed before. */
function knownOf({ node: { properties }, changed }: Before, reports: readonly string[]): KnownParts {
  const evidence = properties["evidence"] as string[];
  const had = new Set(properties["reports"] as string[]);
  // Of the last report in a full list sentences may have been cut off.
  const end = evidence.length < MOST_SHOWN ? undefined : reportOf(evidence.at(-1) as string);
  const isKnown = (report: string): boolean =>
    had.has(report) && !changed.has(report) && (end === undefined || report < end);
  const known = new Set(reports.filter(isKnown));
  return { reports: [...known], evidence: evidence.filter((entry) => known.has(reportOf(entry))) };
}

/** What a node is made from; `shown` holds at least the units whose first sentences the node shows and that are not known. */
interface Parts {
  mentions: number;
  reportCount: number;
  known?: KnownParts;
  shown: UnitData[];
  all: () => UnitData[];
  valued: () => UnitData[];
}

function partsOfFew(rows: readonly UnitRow[]): Parts {
  const read = rows.map((row) => ({ row, data: JSON.parse(row.data) as UnitData }));
  const own = Math.max(...rows.map((row) => row.own));
  const shown = read.filter(({ row }) => row.own === own);
  const dataOf = (some: typeof read): UnitData[] => some.map(({ data }) => data);
  return {
    mentions: rows.reduce((sum, { m }) => sum + m, 0),
    reportCount: new Set(shown.map(({ row }) => row.report)).size,
    shown: dataOf(shown),
    all: () => dataOf(read),
    valued: () => dataOf(read.filter(({ row }) => row.v > 0)),
  };
}
