/**
 * Opens a driver to a Neo4j that we can work with: it answers, takes the login, and is of version 5 or later.
 * @module
 */
import neo4j, { type Driver } from "neo4j-driver";
import { StoreError, UsageError } from "../../errors.ts";
import { storeError } from "./errors.ts";

export interface ConnectOptions {
  user?: string;
  password?: string;
  /** Milliseconds for which a transaction that the server failed is tried again. Default 30,000. */
  patienceMs?: number;
}

export interface Connection {
  driver: Driver;
  /** The address without credentials. */
  url: string;
}

const OLDEST = 5;

/** @throws StoreError STORE_AWAY, STORE_LOGIN, STORE_VERSION; UsageError STORE_ADDRESS */
export async function connect(
  address: string,
  options: ConnectOptions,
  database: string | undefined,
): Promise<Connection> {
  const given = parse(address);
  const url = `${given.protocol}//${given.host}`;
  const { user, password } = loginOf(given, options, process.env);
  const auth = password === undefined ? undefined : neo4j.auth.basic(user, password);
  const driver = neo4j.driver(url, auth, {
    useBigInt: true,
    userAgent: "reportgraph",
    connectionTimeout: 10_000,
    connectionAcquisitionTimeout: 30_000,
    maxTransactionRetryTime: options.patienceMs ?? 30_000,
    telemetryDisabled: true,
  });
  try {
    assertVersion(await greet(driver, database), url);
  } catch (error) {
    await driver.close();
    throw storeError(error, url);
  }
  return { driver, url };
}

/** As it is given, else as the address says, else as the environment does; without a password there is no login. */
export function loginOf(
  { username, password }: Pick<URL, "username" | "password">,
  given: ConnectOptions,
  environment: NodeJS.ProcessEnv,
): { user: string; password: string | undefined } {
  return {
    user: given.user ?? (decodeURIComponent(username) || environment["NEO4J_USER"] || "neo4j"),
    password: given.password ?? (decodeURIComponent(password) || environment["NEO4J_PASSWORD"]),
  };
}

/**
 * The server's name for itself. A statement and not only a greeting: it also tells whether the database is there. Asked
 * once: who waits for a server that is not there wants to know it at once.
 */
async function greet(driver: Driver, database: string | undefined): Promise<string> {
  const session = driver.session({
    defaultAccessMode: "READ",
    ...(database === undefined ? {} : { database }),
  });
  try {
    const { summary } = await session.run("RETURN 1");
    return summary.server.agent ?? "";
  } finally {
    await session.close();
  }
}

function parse(address: string): URL {
  try {
    return new URL(address);
  } catch (cause) {
    throw new UsageError("STORE_ADDRESS", "that is no address of a Neo4j: write it as bolt://HOST:PORT", {
      cause,
    });
  }
}

/** `Neo4j/5.26.12`; Neo4j's calendar versions (2025.01) come after 5. */
function assertVersion(agent: string, url: string): void {
  const major = /^Neo4j\/v?(\d+)\./.exec(agent)?.[1];
  if (major !== undefined && Number(major) >= OLDEST) return;
  throw new StoreError(
    "STORE_VERSION",
    `${url} is ${agent || "no Neo4j"}, and reportgraph needs Neo4j ${OLDEST} or later`,
    { where: url },
  );
}
