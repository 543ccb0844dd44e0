/**
 * Runs Neo4j's bulk importer (`neo4j-admin database import full`) from Maven Central over a folder that
 * `export --format neo4j-admin` wrote, into the data folder of a server that is not running.
 * @module
 */
import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { StoreError } from "../../src/errors.ts";
import { neo4jJars } from "./jars.ts";

const run = promisify(execFile);

/** @returns what the tool printed. @throws StoreError NEO4J_IMPORT, and as `neo4jJars` */
export async function importNeo4jAdmin(folder: string, dataDir: string): Promise<string> {
  const { lib } = await neo4jJars();
  const home = resolve(dataDir);
  await mkdir(join(home, "conf"), { recursive: true });
  await writeFile(join(home, "conf", "neo4j.conf"), "dbms.usage_report.enabled=false\n");
  const args = (await readFile(join(folder, "import.args"), "utf8")).trim().split("\n");
  const command = ["database", "import", "full", "neo4j", "--overwrite-destination", "--verbose", ...args];
  try {
    const { stdout, stderr } = await run(
      "java",
      [
        "-Xmx1536m",
        "--add-opens=java.base/java.nio=ALL-UNNAMED",
        "-cp",
        join(lib, "*"),
        "org.neo4j.cli.AdminTool",
        ...command,
      ],
      {
        cwd: folder,
        maxBuffer: 1e8,
        env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, "conf") },
      },
    );
    return stdout + stderr;
  } catch (cause) {
    const { stdout = "", stderr = "" } = cause as { stdout?: string; stderr?: string };
    throw new StoreError(
      "NEO4J_IMPORT",
      `neo4j-admin refused the files: ${stderr || stdout || (cause as Error).message}`,
      { cause },
    );
  }
}
