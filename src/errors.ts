/**
 * The errors that reach a user. Each has a stable `code` (tests assert codes, never message texts) and says in its
 * message what to do. Anything else that is thrown is a bug.
 * @module
 */

/** What the command line does with an error: 1 = an input or a service failed, 2 = the call itself was wrong. */
export type ExitCode = 1 | 2;

interface Details {
  cause?: unknown;
  /** The file, URL or option at fault. */
  where?: string;
}

export abstract class ReportGraphError extends Error {
  abstract readonly exitCode: ExitCode;
  readonly code: string;
  readonly where: string | undefined;
  constructor(code: string, message: string, details: Details = {}) {
    super(message, { cause: details.cause });
    this.name = new.target.name;
    this.code = code;
    this.where = details.where;
  }
}

/** A report or another input file cannot be used: empty, binary, undecodable, cut short, malformed. */
export class InputError extends ReportGraphError {
  readonly exitCode = 1;
}

/** A command, option or argument is wrong. */
export class UsageError extends ReportGraphError {
  readonly exitCode = 2;
}

/** A store is away, locked, of the wrong version, refuses the login, or lost the connection. */
export class StoreError extends ReportGraphError {
  readonly exitCode = 1;
}

/** A query is refused or failed: it writes, calls what it may not, runs too long, or does not parse. */
export class QueryError extends ReportGraphError {
  readonly exitCode = 1;
}

/** Data breaks the schema: an unknown type, a dangling end, a duplicate key. */
export class SchemaError extends ReportGraphError {
  readonly exitCode = 1;
}
