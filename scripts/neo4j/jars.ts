/**
 * Neo4j's jars: resolved once by Maven, with the user's own Maven settings, into a cache below `node_modules`. The cache
 * is named after the content of `pom.xml`, so a raised version makes a new one.
 * @module
 */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { StoreError } from "../../src/errors.ts";
import { sha256 } from "../../src/model/hash.ts";
import { packageRoot } from "../../src/paths.ts";

const run = promisify(execFile);
const here: string = dirname(fileURLToPath(import.meta.url));
const GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies";

export interface Neo4jJars {
  /** Folder with all jars: the class path is `${lib}/*`. */
  lib: string;
  /** Folder with APOC alone, where the server looks for procedures. */
  plugins: string;
}

/** @throws StoreError NEO4J_NO_JAVA, NEO4J_NO_MAVEN, NEO4J_JARS */
export async function neo4jJars(log: (line: string) => void = () => {}): Promise<Neo4jJars> {
  const pom = join(here, "pom.xml");
  const cache = join(packageRoot, "node_modules", ".cache", "reportgraph-neo4j");
  const folder = join(cache, sha256(await readFile(pom)).slice(0, 16));
  if (!existsSync(folder)) {
    log("fetching Neo4j from Maven Central (about 130 MB, once) …");
    await mkdir(cache, { recursive: true });
    const fresh = await mkdtemp(join(cache, "fetch-"));
    try {
      await copyJars(pom, fresh);
      // Two that fetch at once both end with a whole folder: the second rename fails, and nothing is lost.
      await rename(fresh, folder).catch((error: unknown) => {
        if (!existsSync(folder)) throw error;
      });
    } finally {
      await rm(fresh, { recursive: true, force: true });
    }
  }
  return { lib: join(folder, "lib"), plugins: join(folder, "plugins") };
}

async function copyJars(pom: string, target: string): Promise<void> {
  const lib = join(target, "lib");
  try {
    await run("mvn", ["-B", "-q", "-f", pom, GOAL, `-DoutputDirectory=${lib}`, "-DincludeScope=runtime"], {
      maxBuffer: 1e8,
    });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT")
      throw new StoreError(
        "NEO4J_NO_MAVEN",
        "Maven is missing: run `node scripts/setup-system.mjs`, or install maven",
        { cause },
      );
    const said = String((cause as { stdout?: string }).stdout ?? "");
    const line = /^\[ERROR\] (.*)$/m.exec(said)?.[1] ?? (cause as Error).message;
    throw new StoreError("NEO4J_JARS", `Maven could not fetch Neo4j: ${line}`, { cause });
  }
  await mkdir(join(target, "plugins"));
  for (const name of await readdir(lib)) {
    if (name.startsWith("apoc-")) await cp(join(lib, name), join(target, "plugins", name));
  }
}

/** Where `Server.java` lies. */
export const serverSource: string = join(here, "Server.java");
