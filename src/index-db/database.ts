/**
 * The one place that knows which SQLite is behind the index. Plain SQL only, so that another binding can take its place.
 *
 * Texts are kept in UTF-16BE: then `ORDER BY` sorts them by code unit, as JavaScript does. They must not hold U+0000.
 * @module
 */
import { pathToFileURL } from "node:url";
import Sqlite from "libsql";

export type Value = string | number | null;

export interface Database {
  exec(sql: string): void;
  run(sql: string, ...values: Value[]): void;
  get<T>(sql: string, ...values: Value[]): T | undefined;
  /** All rows, of a `SELECT` whose columns have names of their own. */
  all<T>(sql: string, ...values: Value[]): T[];
  /** Rows one after another; nothing may be written meanwhile. */
  iterate<T>(sql: string, ...values: Value[]): IterableIterator<T>;
  /** Everything that `work` writes, or nothing of it. */
  transaction<T>(work: () => T): T;
  /** What `work` reads is of one moment, whatever others write meanwhile. */
  reading<T>(work: () => Promise<T>): Promise<T>;
  close(): void;
}

export interface DatabaseOptions {
  /** The file must be there and is not written to. */
  readonly?: boolean;
  /** The file lies where nothing can be written, so that nobody else changes it either. */
  frozen?: boolean;
  /** Nobody needs the file when this process has ended. */
  passing?: boolean;
}

/** Opens or makes a database; `:memory:` keeps it in memory. */
export function openDatabase(path: string, options: DatabaseOptions = {}): Database {
  const { frozen = false } = options;
  const readonly = frozen || (options.readonly ?? false);
  // Without a log and a lock beside it, which it may not make there.
  const db = new Sqlite(frozen ? `${pathToFileURL(path).href}?immutable=1` : path, { readonly });
  const statements = new Map<string, Sqlite.Statement<Value[]>>();
  const prepared = (sql: string): Sqlite.Statement<Value[]> => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = db.prepare<Value[]>(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  // Rows come as one text. For rows one after another the binding lays 0.9 KB a query aside until the event loop turns, which a
  // batch of a hundred thousand queries does not let it.
  const lists = new Map<string, Sqlite.Statement<Value[]>>();
  const listed = (sql: string): Sqlite.Statement<Value[]> => {
    let statement = lists.get(sql);
    if (!statement) {
      const columns = db
        .prepare(sql)
        .columns()
        .map(({ name }) => `'${name}', "${name}"`);
      statement = db
        .prepare<Value[]>(`SELECT json_group_array(json_object(${columns.join(", ")})) FROM (${sql})`)
        .raw();
      lists.set(sql, statement);
    }
    return statement;
  };
  // The encoding is settled before the first table is made.
  if (options.passing)
    db.exec("PRAGMA encoding = 'UTF-16be'; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
  else if (!readonly)
    db.exec("PRAGMA encoding = 'UTF-16be'; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  db.exec("PRAGMA busy_timeout = 10000; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
  return {
    exec: (sql) => void db.exec(sql),
    run: (sql, ...values) => void prepared(sql).run(...values),
    get: <T>(sql: string, ...values: Value[]) => prepared(sql).get(...values) as T | undefined,
    all: <T>(sql: string, ...values: Value[]) =>
      JSON.parse((listed(sql).get(...values) as [string])[0]) as T[],
    // A statement of its own: two readers may be at different places of one query.
    iterate: <T>(sql: string, ...values: Value[]) =>
      db.prepare<Value[]>(sql).iterate(...values) as IterableIterator<T>,
    transaction: (work) => {
      db.exec("BEGIN IMMEDIATE");
      try {
        const result = work();
        db.exec("COMMIT");
        return result;
      } catch (error) {
        db.exec("ROLLBACK");
        throw error;
      }
    },
    reading: async (work) => {
      db.exec("BEGIN");
      try {
        return await work();
      } finally {
        db.exec("COMMIT");
      }
    },
    close: () => {
      statements.clear();
      lists.clear();
      db.close();
    },
  };
}
