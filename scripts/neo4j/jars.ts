/**
 * Neo4j's jars: resolved once by Maven, with the user's own Maven settings, into a cache below `node_modules`. The cache
 * is named after the content of `pom.xml`, so a raised version makes a new one.
 * @module
 */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { StoreError } from "../../src/errors.ts";
import { zipFiles } from "../../src/export/archive.ts";
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
  /** `Server.java`, compiled, as a jar. */
  server: string;
  /** Where Java keeps loaded classes for the next start, if something made it (`-XX:ArchiveClassesAtExit`). */
  archive: string;
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
  const lib = join(folder, "lib");
  const server = await compiledServer(folder, lib);
  const made = join(server, "server.jar");
  return { lib, plugins: join(folder, "plugins"), server: made, archive: join(server, "classes.jsa") };
}

/** `Server.java`, compiled once: Java would do it again at every start. */
async function compiledServer(folder: string, lib: string): Promise<string> {
  const source = join(here, "Server.java");
  const target = join(folder, `server-${sha256(await readFile(source)).slice(0, 16)}`);
  if (existsSync(target)) return target;
  const fresh = await mkdtemp(join(folder, "compile-"));
  try {
    const compiler = ["-m", "jdk.compiler/com.sun.tools.javac.Main", "-nowarn", "-proc:none"];
    const jars = (await readdir(lib)).map((name) => join(lib, name)).join(delimiter);
    await run("java", [...compiler, "-cp", jars, "-d", fresh, source]);
    // A jar, because Java keeps no loaded classes for a class path with a folder.
    const classes = (await readdir(fresh)).filter((name) => name.endsWith(".class"));
    const files = await Promise.all(
      classes.map(async (name) => [name, await readFile(join(fresh, name))] as const),
    );
    await writeFile(join(fresh, "server.jar"), zipFiles(new Map(files)));
    await rename(fresh, target).catch((error: unknown) => {
      if (!existsSync(target)) throw error;
    });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") throw noJava(cause);
    const said = String((cause as { stderr?: string }).stderr ?? "").split("\n")[0];
    throw new StoreError("NEO4J_START", `Java could not compile ${source}: ${said}`, { cause });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return target;
}

export const noJava = (cause: unknown): StoreError =>
  new StoreError(
    "NEO4J_NO_JAVA",
    "Java 17 is missing: run `node scripts/setup-system.mjs`, or install openjdk-17-jre-headless",
    { cause },
  );

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
