/**
 * Listens: loopback by default, another address only with a token, and impatient with clients that dawdle.
 * @module
 */
import { createServer as createHttp, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { createAdaptorServer } from "@hono/node-server";
import { nodeTypes } from "../../schema/index.ts";
import { InputError, UsageError } from "../errors.ts";
import { type Limits, limitsHere } from "../limits.ts";
import type { Store } from "../store/contract.ts";
import { createServer } from "./app.ts";
import type { Logger } from "./context.ts";
import { isLoopbackHost } from "./guard.ts";
import { collectAtRest } from "./rest.ts";
import { CountedResponse, closeSlowReaders } from "./unsent.ts";
import type { WorkspaceApi } from "./workspace-api.ts";

export interface ServeOptions {
  store: Store;
  workspace: WorkspaceApi;
  logger: Logger;
  /** 0 takes a free one. */
  port?: number;
  /** Default 127.0.0.1. */
  host?: string;
  token?: string;
  limits?: Partial<Limits>;
  /** As `createServer` takes it. */
  minConfidence?: number;
  page?: string;
}

export interface Serving {
  /** With the token, where there is one. */
  url: string;
  close(): Promise<void>;
}

const MIN_TOKEN = 16;
/** Milliseconds for which the address is held back until the graph is read. */
const PATIENCE_MS = 2_000;
/** What is prepared in slices after the start page, before somebody asks. */
const OTHERS: readonly string[] = [
  ...nodeTypes.map(({ spec }) => `/lists/${spec.page.path}?limit=1&facets=1`),
  ...["/series", "/promises?limit=1", `/search/all?limit=1&q=${encodeURIComponent("中国")}`],
];

/**
 * Starts the server.
 * @throws UsageError `TOKEN_NEEDED`, `TOKEN_SHORT`, `TOKEN_CHARACTERS`; InputError `PORT_TAKEN`, `LISTEN_FAILED`
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const host = options.host ?? "127.0.0.1";
  const limits: Limits = { ...limitsHere(), ...options.limits };
  if (!isLoopbackHost(host) && options.token === undefined) {
    throw new UsageError("TOKEN_NEEDED", `Others could reach ${host}: give --token, or leave --host out.`);
  }
  if (options.token !== undefined && options.token.length < MIN_TOKEN) {
    throw new UsageError("TOKEN_SHORT", `A token needs at least ${MIN_TOKEN} characters.`);
  }
  if (options.token !== undefined && !/^[\x21-\x7e]+$/.test(options.token)) {
    throw new UsageError(
      "TOKEN_CHARACTERS",
      "A token is written in letters, digits and signs of ASCII, without blanks: no others can be sent in a header.",
    );
  }
  const anyAddress = host === "0.0.0.0" || host === "::";
  const app = createServer({
    store: options.store,
    workspace: options.workspace,
    logger: options.logger,
    options: {
      hosts: anyAddress ? [...localAddresses()] : [host],
      limits,
      ...(options.token === undefined ? {} : { token: options.token }),
      ...(options.minConfidence === undefined ? {} : { minConfidence: options.minConfidence }),
      ...(options.page === undefined ? {} : { page: options.page }),
    },
  });
  const server = createAdaptorServer({
    fetch: app.fetch,
    hostname: host,
    createServer: createHttp,
    serverOptions: {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.idleMs,
      connectionsCheckingInterval: 1_000,
      maxHeaderSize: 16 * 1024,
      ServerResponse: CountedResponse,
    },
  }) as Server;
  server.maxConnections = limits.connections;
  keepIdle(server, limits.idleMs);
  closeSlowReaders(server, limits);
  const stopCollecting = collectAtRest(server);
  server.once("close", stopCollecting);
  await listen(server, options.port ?? 4280, host);
  const { port } = server.address() as AddressInfo;
  // The first visitor should not wait for the graph to be read and counted; of a large one that takes longer than anybody waits for
  // an address, and whoever asks meanwhile waits for the same reading.
  const headers = { host: `127.0.0.1:${port}`, authorization: `Bearer ${options.token ?? ""}` };
  const ask = async (path: string): Promise<void> => {
    if (server.listening) await app.request(`http://127.0.0.1:${port}/api${path}`, { headers });
  };
  const isRead = ask("/summary");
  const others = isRead.then(async () => {
    for (const path of OTHERS) await ask(path);
  });
  others.catch((error: unknown) => options.logger.error("the pages could not be prepared", error));
  const inTime = await Promise.race([isRead.then(() => true), delay(PATIENCE_MS, false, { ref: false })]);
  if (!inTime)
    options.logger.info("reportgraph: the graph is being read; pages are answered as soon as that is done");
  const shown = host.includes(":") ? `[${host}]` : anyAddress ? "127.0.0.1" : host;
  const query = options.token === undefined ? "" : `/?token=${encodeURIComponent(options.token)}`;
  return { url: `http://${shown}:${port}${query}`, close: () => close(server) };
}

/**
 * Clients are told to use an idle connection for a quarter of the time that it stays open: one that is kept from its processor
 * for some seconds would else send a request into a connection that is just being closed, and hear that it broke. Where there
 * is no place left, those that ask nothing go.
 */
function keepIdle(server: Server, idleMs: number): void {
  const told = Math.max(1, Math.floor(idleMs / 4_000));
  server.prependListener("request", (_request, response) =>
    response.setHeader("keep-alive", `timeout=${told}`),
  );
  server.on("drop", () => server.closeIdleConnections());
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      reject(
        cause.code === "EADDRINUSE"
          ? new InputError("PORT_TAKEN", `Port ${port} is in use: give another with --port.`, { cause })
          : new InputError("LISTEN_FAILED", `Cannot listen on ${host}:${port} (${cause.code}).`, { cause }),
      );
    });
    server.listen(port, host, resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Names under which other machines reach this one when it listens on every address. */
function localAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .map(({ address, family }) => (family === "IPv6" ? `[${address}]` : address));
}
