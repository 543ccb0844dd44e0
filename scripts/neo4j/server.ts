/**
 * Starts and stops a real Neo4j Community on this machine: for `npm run neo4j` and for the tests. It listens on loopback
 * only, asks for a password, sends no usage report, and ends when its parent does.
 * @module
 */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { delimiter, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { StoreError } from "../../src/errors.ts";
import { neo4jJars, noJava } from "./jars.ts";

export interface Neo4jOptions {
  /** Survives a restart. */
  dataDir: string;
  /** 0 chooses a free one. Default 7687. */
  boltPort?: number;
  /** 0 chooses a free one. Default 7474. */
  httpPort?: number;
  /** At least 8 characters. Default: the environment's `NEO4J_PASSWORD`, the one of last time, or a new one. */
  password?: string;
  /** Java heap in MB. Default 1024. */
  heapMb?: number;
  /** Page cache in MB. Default 512. */
  pageCacheMb?: number;
  /** Bolt only, without Browser and APOC: starts faster, for tests that start often. */
  boltOnly?: boolean;
  /** Keeps loaded classes between starts, which takes a third off each: made by the first start that ends in order. */
  startsOften?: boolean;
  /** More settings, as in `neo4j.conf`. */
  settings?: Record<string, string>;
  /** What the server prints, line by line. */
  log?: (line: string) => void;
}

export interface RunningNeo4j {
  /** `bolt://127.0.0.1:…` */
  readonly uri: string;
  /** `http://127.0.0.1:…` */
  readonly httpUri: string;
  readonly boltPort: number;
  readonly httpPort: number;
  readonly user: string;
  readonly password: string;
  readonly pid: number;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Shuts down cleanly. */
  stop(): Promise<void>;
  /** SIGKILL, as a power cut. */
  kill(): Promise<void>;
}

const HOST = "127.0.0.1";

/** @throws StoreError NEO4J_NO_JAVA, NEO4J_NO_MAVEN, NEO4J_JARS, NEO4J_START */
export async function startNeo4j(options: Neo4jOptions): Promise<RunningNeo4j> {
  const home = resolve(options.dataDir);
  const log = options.log ?? (() => {});
  const jars = await neo4jJars(log);
  await mkdir(join(home, "conf"), { recursive: true });
  await mkdir(join(home, "import"), { recursive: true });
  await writeFile(join(home, "conf", "neo4j.conf"), "# Settings are given by reportgraph's start script.\n");
  // Lets `apoc.import.json` read what lies in the server's own import folder, and nothing else.
  await writeFile(
    join(home, "conf", "apoc.conf"),
    "apoc.import.file.enabled=true\napoc.import.file.use_neo4j_config=true\n",
  );
  const password = options.password ?? (await keptPassword(home));
  const boltPort = options.boltPort || (options.boltPort === 0 ? await freePort() : 7687);
  const httpPort = options.httpPort || (options.httpPort === 0 ? await freePort() : 7474);
  const light = options.boltOnly
    ? { "server.http.enabled": "false", "server.directories.plugins": "plugins" }
    : {};
  const settings = {
    ...baseSettings(boltPort, httpPort, jars.plugins, options),
    ...light,
    ...options.settings,
  };
  const child = spawn(
    "java",
    [
      `-Xms${Math.min(256, options.heapMb ?? 1024)}m`,
      `-Xmx${options.heapMb ?? 1024}m`,
      ...(options.boltOnly ? ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"] : ["-XX:+UseG1GC"]),
      "-Dfile.encoding=UTF-8",
      "--add-opens=java.base/java.nio=ALL-UNNAMED",
      "--add-opens=java.base/java.io=ALL-UNNAMED",
      "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
      ...(options.startsOften ? [archiveOption(jars.archive)] : []),
      "-cp",
      [jars.server, join(jars.lib, "*")].join(delimiter),
      "Server",
      home,
      ...Object.entries(settings).map(([key, value]) => `${key}=${value}`),
    ],
    {
      stdio: ["pipe", "pipe", "pipe"],
      env: { ...process.env, NEO4J_PASSWORD: password, NEO4J_CONF: join(home, "conf") },
      // Its own group: Ctrl-C reaches us, and we end it in order.
      detached: true,
    },
  );
  const ended = new Promise<void>((done) => child.once("exit", () => done()).once("error", () => done()));
  await untilReady(child, log);
  return {
    uri: `bolt://${HOST}:${boltPort}`,
    httpUri: `http://${HOST}:${httpPort}`,
    boltPort,
    httpPort,
    user: "neo4j",
    password,
    pid: child.pid as number,
    ended,
    stop: async () => {
      child.stdin?.end();
      await ended;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

const archiveOption = (path: string): string =>
  existsSync(path) ? `-XX:SharedArchiveFile=${path}` : `-XX:ArchiveClassesAtExit=${path}`;

function baseSettings(
  bolt: number,
  http: number,
  plugins: string,
  options: Neo4jOptions,
): Record<string, string> {
  return {
    "server.default_listen_address": HOST,
    "server.bolt.listen_address": `${HOST}:${bolt}`,
    "server.bolt.advertised_address": `${HOST}:${bolt}`,
    "server.http.listen_address": `${HOST}:${http}`,
    "server.http.advertised_address": `${HOST}:${http}`,
    "server.https.enabled": "false",
    "server.directories.plugins": plugins,
    "server.directories.import": "import",
    "server.memory.pagecache.size": `${options.pageCacheMb ?? 512}m`,
    "dbms.security.auth_enabled": "true",
    "dbms.usage_report.enabled": "false",
    "client.allow_telemetry": "false",
  };
}

/** The environment's, else that of last time, else a new one, kept where only the owner reads it. */
async function keptPassword(home: string): Promise<string> {
  const given = process.env["NEO4J_PASSWORD"];
  if (given) return given;
  const file = join(home, "password");
  if (existsSync(file)) return (await readFile(file, "utf8")).trim();
  const made = randomBytes(12).toString("base64url");
  await writeFile(file, `${made}\n`, { mode: 0o600 });
  return made;
}

/** Below the ports that systems give away by themselves: none of those is taken while a server is still on its way up. */
const PORTS = { from: 20_000, to: 32_000 } as const;

export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(PORTS.from, PORTS.to);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer()
      .once("error", () => done(false))
      .listen(port, HOST, () => server.close(() => done(true)));
  });
}

function untilReady(child: ChildProcess, log: (line: string) => void): Promise<void> {
  return new Promise((done, fail) => {
    const said: string[] = [];
    const read = (stream: NodeJS.ReadableStream | null): void => {
      if (!stream) return;
      createInterface({ input: stream }).on("line", (line) => {
        if (line.startsWith("READY ")) done();
        else {
          if (said.length < 500) said.push(line);
          log(line);
        }
      });
    };
    read(child.stdout);
    read(child.stderr);
    child.once("error", (cause: NodeJS.ErrnoException) => {
      fail(
        cause.code === "ENOENT"
          ? noJava(cause)
          : new StoreError("NEO4J_START", `Neo4j did not start: ${cause.message}`, { cause }),
      );
    });
    child.once("close", (code) => {
      // The deepest cause stands last, and says what is wrong.
      const why =
        said.filter((line) => /^Caused by|^Exception|ERROR|Error/.test(line)).at(-1) ??
        said.at(-1) ??
        "no output";
      fail(new StoreError("NEO4J_START", `Neo4j did not start (exit ${code}): ${why}`));
    });
  });
}
