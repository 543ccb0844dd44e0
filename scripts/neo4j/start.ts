/**
 * `npm run neo4j [-- --data DIR --bolt PORT --http PORT]`: a Neo4j Community with Browser and APOC, without Docker.
 * @module
 */
import { parseArgs } from "node:util";
import { ReportGraphError } from "../../src/errors.ts";
import { startNeo4j } from "./server.ts";

const USAGE = `npm run neo4j -- [--data DIR] [--bolt PORT] [--http PORT] [--heap MB] [--verbose]

  --data   where the database lies (default .reportgraph/neo4j)
  --bolt   port of Bolt (default 7687; 0 chooses a free one)
  --http   port of Neo4j Browser (default 7474; 0 chooses a free one)
  --heap   Java heap in MB (default 1024)

The password is NEO4J_PASSWORD, or is made at the first start and kept in DIR/password. Ctrl-C stops the server.`;

function port(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) throw new RangeError(`${text} is no port`);
  return number;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: "string", default: ".reportgraph/neo4j" },
      bolt: { type: "string" },
      http: { type: "string" },
      heap: { type: "string" },
      verbose: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const [bolt, http] = [port(values.bolt), port(values.http)];
  const server = await startNeo4j({
    dataDir: values.data,
    ...(bolt === undefined ? {} : { boltPort: bolt }),
    ...(http === undefined ? {} : { httpPort: http }),
    ...(values.heap === undefined ? {} : { heapMb: Number(values.heap) }),
    log: (line) => {
      if (values.verbose || line.startsWith("fetching")) console.error(line);
    },
  });
  console.log(`Neo4j is ready.
  Bolt      ${server.uri}
  Browser   ${server.httpUri}/browser/
  User      ${server.user}
  Password  ${process.env["NEO4J_PASSWORD"] ? "(NEO4J_PASSWORD)" : server.password}
Load a graph: NEO4J_PASSWORD=… reportgraph build DIR --store ${server.uri}
Ctrl-C stops it.`);
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (!stopping) void server.stop();
      stopping = true;
    });
  }
  await server.ended;
  if (!stopping) {
    console.error("Neo4j ended by itself: see logs/debug.log in its folder");
    process.exitCode = 1;
  }
}

main().catch((error: unknown) => {
  const known =
    error instanceof ReportGraphError || error instanceof RangeError || error instanceof TypeError;
  console.error(known ? `error: ${error.message}` : error);
  process.exitCode = error instanceof ReportGraphError ? error.exitCode : 2;
});
