/**
 * The index of a workspace: the graph as rows, kept equal to what the reports and judgements say. It is derived: deleting it
 * loses nothing. Here it is opened and read; `change.ts` changes it, with all that resolves and assembles.
 * @module
 */
import type { Claim } from "../model/claim.ts";
import type { UserJudgement } from "../resolve/index.ts";
import { type Database, openDatabase } from "./database.ts";
import { engineFingerprint } from "./engine.ts";
import { TABLES } from "./tables.ts";

/** A report as the index keeps it. */
export interface ReportRow {
  id: string;
  /** What `Incoming.kept` was given. */
  entry: string;
  claims: string;
  text: string | null;
  path: string | null;
}

export class GraphIndexDb {
  readonly db: Database;
  readonly #claimsOf: (report: ReportRow) => readonly Claim[];

  /** @param claimsOf reads the claims of a report that is in the index, by what was kept of it */
  constructor(db: Database, claimsOf: (report: ReportRow) => readonly Claim[]) {
    this.db = db;
    this.#claimsOf = claimsOf;
  }

  /** Counts up with every change. */
  get revision(): number {
    return Number(this.meta("revision") ?? 0);
  }

  meta(name: string): string | undefined {
    return this.db.get<{ value: string }>("SELECT value FROM meta WHERE name = ?", name)?.value;
  }

  setMeta(name: string, value: string): void {
    this.db.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", name, value);
  }

  judgements(): UserJudgement[] {
    return JSON.parse(this.meta("judgements") ?? "[]") as UserJudgement[];
  }

  report(id: string): ReportRow | undefined {
    return this.db.get<ReportRow>("SELECT id, entry, claims, text, path FROM report WHERE id = ?", id);
  }

  /** The claims of a report that is in the index. */
  claimsOf(id: string): readonly Claim[] {
    const report = this.report(id);
    return report ? this.#claimsOf(report) : [];
  }

  /** The names by which reports call an entity, sorted. */
  namesOf(id: string): string[] {
    return this.db
      .all<{ name: string }>(
        "SELECT DISTINCT u.name AS name FROM unit u JOIN entity e ON e.e = u.e WHERE e.id = ? ORDER BY u.name",
        id,
      )
      .map(({ name }) => name);
  }

  /** Relations that a report states, each with the sentence, also where the edge's own list of reports is cut. */
  statedBy(report: string): { edge: string; start: number; end: number }[] {
    return this.db.all<{ edge: string; start: number; end: number }>(
      `SELECT edge, data ->> '$.sentence.start' AS start, data ->> '$.sentence.end' AS "end"
       FROM rel WHERE edge IS NOT NULL AND r = (SELECT r FROM report WHERE id = ?) ORDER BY edge, start, "end"`,
      report,
    );
  }

  close(): void {
    this.db.close();
  }
}

export interface OpenedIndex {
  index: GraphIndexDb;
  /** It is empty. */
  isFresh: boolean;
  /** Its tables are not those of this version: it can be neither read nor written. */
  isOtherFormat: () => boolean;
  /** Other code made it: it can be read, and is made anew before it is written. */
  isOutdated: () => boolean;
}

/** What makes the tables, each as SQLite keeps it. */
const STATEMENTS: readonly string[] = TABLES.replace(/^--.*$/gm, "")
  .split(";")
  .map((statement) => statement.trim())
  .filter(Boolean);

/** Opens the index; `frozen` where nothing can be written. */
export function openIndex(
  path: string,
  claimsOf: (report: ReportRow) => readonly Claim[],
  frozen = false,
): OpenedIndex {
  const db = openDatabase(path, { frozen });
  const index = new GraphIndexDb(db, claimsOf);
  const hasTables = db.get("SELECT 1 AS x FROM sqlite_schema WHERE name = 'meta'") !== undefined;
  if (!hasTables) {
    db.transaction(() => {
      db.exec(TABLES);
      index.setMeta("engine", engineFingerprint());
    });
  }
  const isOtherFormat = (): boolean => {
    const there = db.all<{ sql: string }>("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL");
    const statements = new Set(there.map(({ sql }) => sql.trim()));
    return statements.size !== STATEMENTS.length || STATEMENTS.some((one) => !statements.has(one));
  };
  return {
    index,
    isFresh: !hasTables,
    isOtherFormat,
    isOutdated: () => isOtherFormat() || index.meta("engine") !== engineFingerprint(),
  };
}
