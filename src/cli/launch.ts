/**
 * Starts the program from one file, with the code that V8 made of it the last time: of a command that reads one report a
 * third is finding, reading and compiling 230 modules otherwise. `scripts/lib/bundle.mjs` makes the file.
 *
 * What V8 made is kept beside the bundle, by its hash, the version of Node and the verb; where nothing can be written, every
 * start compiles. It is made anew when a run loads a part of the program that the kept one has not seen.
 * @module
 */
import { createHash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Script } from "node:vm";
import { tuneEngine } from "./engine.ts";

/** What the bundle is called with. */
type Bundle = (
  exports: { run?: () => Promise<void> },
  require: NodeJS.Require,
  /** Imports a package, or a file by its URL. */
  importPackage: (name: string) => Promise<unknown>,
  /** The `import.meta.url` of a module by its path below `dist/`. */
  urlOf: (path: string) => string,
  /** Told of each part that is loaded. */
  note: (part: string) => void,
) => void;

const HASH_BYTES = 32;

/** Code as it lies on disk: hash of the rest, length of the list of parts, the list, the code. */
interface Kept {
  parts: ReadonlySet<string>;
  code: Buffer;
}

const hashOf = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

/** Undefined where there is none, or a torn one. */
export function readKept(path: string): Kept | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return undefined;
  }
  const body = bytes.subarray(HASH_BYTES);
  if (body.length < 4 || !hashOf(body).equals(bytes.subarray(0, HASH_BYTES))) return undefined;
  const end = 4 + body.readUInt32LE(0);
  return { parts: new Set(JSON.parse(body.toString("utf8", 4, end)) as string[]), code: body.subarray(end) };
}

/** Keeps code for the next start, whole or not at all. A folder that cannot be written keeps none. */
export function keep(path: string, { parts, code }: Kept): void {
  const list = Buffer.from(JSON.stringify([...parts].sort()));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(list.length);
  const body = Buffer.concat([size, list, code]);
  const draft = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, Buffer.concat([hashOf(body), body]));
    renameSync(draft, path);
  } catch {
    // Read-only, or full: the next start compiles again.
  }
}

/**
 * Runs the program from its bundle.
 * @param bundle URL of the bundle
 * @param hash its content's hash, in the names of what is kept
 * @param verb what is called
 */
export async function launch(bundle: URL, hash: string, verb: string): Promise<void> {
  // Code that was made under other settings of the engine does not count.
  tuneEngine();
  const file = fileURLToPath(bundle);
  const path = join(file, "..", `${hash}-${process.version}-${process.arch}-${verb}.code`);
  const kept = readKept(path);
  const script = new Script(readFileSync(file, "utf16le"), {
    filename: file,
    ...(kept ? { cachedData: kept.code } : {}),
  });
  const parts = new Set<string>();
  const exports: { run?: () => Promise<void> } = {};
  const start = script.runInThisContext() as Bundle;
  const dist = pathToFileURL(join(file, "..", "..", "/"));
  start(
    exports,
    createRequire(file),
    (name) => import(name),
    (module) => new URL(module, dist).href,
    (part) => parts.add(part),
  );
  process.once("exit", () => {
    const known = kept && script.cachedDataRejected !== true ? kept.parts : undefined;
    if (known && [...parts].every((part) => known.has(part))) return;
    keep(path, { parts: new Set([...parts, ...(known ?? [])]), code: script.createCachedData() });
  });
  await exports.run?.();
}
