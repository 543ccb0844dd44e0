/**
 * What Neo4j and its driver say, as our errors: one clear line each.
 * @module
 */
import { QueryError, ReportGraphError, StoreError } from "../../errors.ts";

interface Said {
  code: string;
  message: string;
}

function saidBy(error: unknown): Said | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = (error as { code?: unknown }).code;
  return typeof code === "string" ? { code, message: firstLine(error.message) } : undefined;
}

const firstLine = (message: string): string => message.split("\n")[0]?.trim() ?? "";

interface Case {
  when: (said: Said) => boolean;
  code: string;
  say: (url: string, said: Said) => string;
}

const has =
  (...parts: string[]) =>
  ({ code }: Said): boolean =>
    parts.some((part) => code.includes(part));

/** The first that fits, so the order matters: a full disk also makes a database unavailable. */
const CASES: readonly Case[] = [
  {
    when: ({ message }) =>
      /no space left|file too large|disk (is )?full|not enough (free )?(disk )?space|ENOSPC/i.test(message),
    code: "STORE_FULL",
    say: (url) => `Neo4j at ${url} has no disk space left: make room there and run it again`,
  },
  {
    // Neo4j itself does not say why its log could not be written; after that it refuses everything until a restart.
    when: (said) =>
      has("TransactionLogError", "TransactionCommitFailed")(said) ||
      /critical error, and needs to be restarted/.test(said.message),
    code: "STORE_FULL",
    say: (url) =>
      `Neo4j at ${url} cannot write to its disk: make room there, restart it, and run it again (its debug.log says more)`,
  },
  {
    when: has("Unauthorized", "AuthenticationRateLimit", "CredentialsExpired", "TokenExpired"),
    code: "STORE_LOGIN",
    say: (url) => `Neo4j at ${url} refuses the login: check NEO4J_USER and NEO4J_PASSWORD`,
  },
  {
    when: has("Database.DatabaseNotFound", "DatabaseNotFound"),
    code: "STORE_NO_DATABASE",
    say: (url, said) => `Neo4j at ${url} does not have that database: ${said.message}`,
  },
  {
    when: has("NotALeader", "ForbiddenOnReadOnlyDatabase.Follower"),
    code: "STORE_NOT_LEADER",
    say: (url) => `${url} is not the leader of its cluster and takes no writes: use a neo4j:// address`,
  },
  {
    when: has("ReadOnly", "WriteOnReadOnlyAccessDatabase"),
    code: "STORE_READ_ONLY",
    say: (url) => `the database at ${url} is read-only: make it writable, or choose another`,
  },
  {
    when: (said) => has("Security.Forbidden", "AuthorizationExpired", "Security.Authorization")(said),
    code: "STORE_FORBIDDEN",
    say: (url) => `the user may not do that at ${url}: log in as one who may write and make indexes`,
  },
  {
    when: (said) => /read.?only/i.test(said.message) && !/access mode/i.test(said.message),
    code: "STORE_READ_ONLY",
    say: (url) => `the database at ${url} is read-only: make it writable, or choose another`,
  },
  {
    when: has(
      "ServiceUnavailable",
      "SessionExpired",
      "DatabaseUnavailable",
      "ECONNREFUSED",
      "ENOTFOUND",
      "ProtocolError",
      "N/A",
    ),
    code: "STORE_AWAY",
    say: (url) =>
      `no answer from Neo4j at ${url}: is it running? Run it again when it is (\`npm run neo4j\` starts one)`,
  },
  {
    when: has("ConstraintValidationFailed", "ConstraintCreationFailed"),
    code: "STORE_CONFLICT",
    say: (_url, said) => `Neo4j holds something with the same id: ${said.message}`,
  },
  {
    when: has("OutOfMemory", "MemoryPool"),
    code: "STORE_MEMORY",
    say: (url) => `Neo4j at ${url} ran out of memory: give it more (server.memory.heap.max_size)`,
  },
];

/** What a load or a read met. Our own errors and bugs pass unchanged. */
export function storeError(error: unknown, url: string): unknown {
  if (error instanceof ReportGraphError) return error;
  const said = saidBy(error);
  if (!said) return error;
  const known = CASES.find(({ when }) => when(said));
  if (known) return new StoreError(known.code, known.say(url, said), { cause: error, where: url });
  if (/^Neo\./.test(said.code) || (error as Error).name === "Neo4jError")
    return new StoreError("STORE_FAILED", `Neo4j at ${url}: ${said.message} (${said.code})`, {
      cause: error,
      where: url,
    });
  return error;
}

/** What a query met: its own fault, or else the store's. */
export function queryError(error: unknown, url: string, timeoutMs: number): unknown {
  const said = saidBy(error);
  if (!said || error instanceof ReportGraphError) return error;
  const { code, message } = said;
  if (/TransactionTimedOut|Transaction\.Terminated|LockClientStopped|TransactionMarkedAsFailed/.test(code))
    return new QueryError(
      "QUERY_TIMEOUT",
      `the query was stopped after ${timeoutMs} ms: ask for less, or allow more time`,
      { cause: error },
    );
  if (/OutOfMemory|MemoryPool|StackOverFlow/i.test(code))
    return new QueryError("QUERY_MEMORY", "the query needs more memory than Neo4j has: ask for less", {
      cause: error,
    });
  if (/AccessMode|ForbiddenOnReadOnly/.test(code) || /Writing in read access mode/.test(message))
    return new QueryError("QUERY_REFUSED", "query refused: it writes", { cause: error });
  if (/Statement\.SyntaxError/.test(code))
    return new QueryError("QUERY_SYNTAX", `query not understood: ${message}`, { cause: error });
  if (/Statement|Procedure|Schema|General\.InvalidArguments/.test(code))
    return new QueryError("QUERY_FAILED", `query failed: ${message}`, { cause: error });
  return storeError(error, url);
}
