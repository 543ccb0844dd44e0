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

/** What a user can do about an error of the file system, by its code. */
const FILE_ERRORS: Readonly<Record<string, { code: string; why: string }>> = {
  ENOSPC: { code: "DISK_FULL", why: "no space left on the disk: make room and run it again" },
  EDQUOT: { code: "DISK_FULL", why: "your share of the disk is used up: make room and run it again" },
  EFBIG: { code: "DISK_FULL", why: "the file would become larger than is allowed" },
  EACCES: { code: "FILE_DENIED", why: "no permission" },
  EPERM: { code: "FILE_DENIED", why: "no permission" },
  EROFS: { code: "FILE_DENIED", why: "it lies on a read-only file system" },
  EMFILE: { code: "FILES_OPEN", why: "too many files are open: close other programs and run it again" },
  ENFILE: { code: "FILES_OPEN", why: "too many files are open: close other programs and run it again" },
  ENAMETOOLONG: { code: "FILE_PLACE", why: "the name is too long" },
  ENOTDIR: { code: "FILE_PLACE", why: "a file stands where a folder should be" },
  EISDIR: { code: "FILE_PLACE", why: "it is a folder" },
  EEXIST: { code: "FILE_PLACE", why: "a file stands where a folder should be" },
  ELOOP: { code: "FILE_PLACE", why: "its links lead in a circle" },
};

/** A file system's error that a user can mend, as one; anything else as it came. `where`: the file, if the error names none. */
export function asFileError(cause: unknown, where?: string): unknown {
  if (!(cause instanceof Error) || cause instanceof ReportGraphError) return cause;
  const { code = "", path } = cause as NodeJS.ErrnoException;
  const known = FILE_ERRORS[code];
  if (!known) return cause;
  const file = where ?? path ?? "a file";
  return new StoreError(known.code, `cannot use ${shortened(file)}: ${known.why}`, { cause, where: file });
}

const shortened = (path: string): string => (path.length > 200 ? `${path.slice(0, 200)}…` : path);
