/**
 * After `tsc`: the verbs that are called often, as one file (`dist/start/program.utf16`), and an entry that starts it
 * (`src/cli/launch.ts`). `tsc` alone puts the plain entry back, so that no bundle can be older than the code beside it.
 * Threads, child processes and the other verbs run the modules as `tsc` wrote them.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { ENGINE, EXTRACTOR, hashCode } from "../../dist/src/hash-code.js";

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
/** Verbs that wait for nobody. The server and the MCP server start once and run long. */
const VERBS = ["build", "extract", "load", "query", "show", "remove", "status", "merge", "split", "export"];
/** Small packages that every start needs, or that have no form for `require`; others are loaded when they are used. */
const INSIDE =
  /^(?:commander|get-east-asian-width|iconv-lite|safer-buffer|yauzl|pend|pinyin-pro|@e965\/xlsx\/dist\/)/;

/** In place of `src/hash-code.ts`: what it would answer. */
const CODE = `export const EXTRACTOR = ${JSON.stringify(EXTRACTOR)};
export const ENGINE = ${JSON.stringify(ENGINE)};
const hashes = ${JSON.stringify(Object.fromEntries([...EXTRACTOR, ...ENGINE].map((name) => [name, hashCode(name)])))};
export const hashCode = (folder) => hashes[folder];`;
/** The server and the MCP server are not in the bundle. */
const OUTSIDE = /^\.\.\/\.\.\/(?:server|mcp)\/main\.js$/;

/** Own modules: what ES modules have and a script has not is handed in (`Bundle` in `launch.ts`). */
const asScript = {
  name: "as-script",
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, ({ path }) =>
      INSIDE.test(path) ? undefined : { path, external: true },
    );
    builder.onResolve({ filter: OUTSIDE }, ({ path }) => ({ path, external: true }));
    builder.onLoad({ filter: /[\\/]dist[\\/]src[\\/]hash-code\.js$/ }, () => ({
      contents: CODE,
      loader: "js",
    }));
    builder.onLoad({ filter: /[\\/]dist[\\/](?:src|schema)[\\/].*\.js$/ }, async ({ path }) => {
      const own = relative(dist, path).split(sep).join("/");
      const text = (await readFile(path, "utf8"))
        .replaceAll("import.meta.url", `__urlOf(${JSON.stringify(own)})`)
        .replace(/\bimport\(("[^./][^"]*")\)/g, "__importPackage($1)")
        // What is named when it runs is a module of its own: the parser of Cypher.
        .replace(/\bimport\((?!["'])/g, "__importPackage(")
        .replace(/\bimport\(("\.[^"]*")\)/g, "(__note($1), import($1))");
      // Packages that are loaded by `createRequire` when they are needed.
      return { contents: text.replace(/\bload\(("[^"]+")\)/g, "require($1)"), loader: "js" };
    });
  },
};

const { outputFiles } = await build({
  entryPoints: [`${dist}src/cli/run.js`],
  bundle: true,
  write: false,
  platform: "node",
  target: "node20.19",
  format: "cjs",
  charset: "utf8",
  supported: { "dynamic-import": false },
  plugins: [asScript],
  logLevel: "warning",
});
// One expression: V8 keeps the code of a script, also what it compiled late, but not of a function's text.
const text = `(function (exports, require, __importPackage, __urlOf, __note) { const module = { exports };\n${outputFiles[0].text}\nObject.assign(exports, { run: module.exports.run });\n})`;
const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
rmSync(`${dist}start`, { recursive: true, force: true });
mkdirSync(`${dist}start`);
// As V8 keeps text with Chinese in memory: read without decoding.
writeFileSync(`${dist}start/program.utf16`, text, "utf16le");

const entry = `${dist}src/cli/main.js`;
const plain = readFileSync(entry, "utf8");
if (!plain.includes("./run.js")) throw new Error("run tsc first: dist/src/cli/main.js is not what it writes");
writeFileSync(
  entry,
  `#!/usr/bin/env node
const VERBS = new Set(${JSON.stringify(VERBS)});
if (VERBS.has(process.argv[2])) {
  const { launch } = await import("./launch.js");
  await launch(new URL("../../start/program.utf16", import.meta.url), ${JSON.stringify(hash)}, process.argv[2]);
} else {
  const { run } = await import("./run.js");
  await run();
}
`,
);
