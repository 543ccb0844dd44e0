/**
 * Writes data/parser/cypher.mjs: Neo4j's own Cypher grammar as a parser of one file, without dependencies.
 *
 * Why not depend on `@neo4j-cypher/language-support` at run time: it is 86 MB, asks for Node 24 and loads an editor's
 * whole machinery (0.7 s). The query guard needs the generated ANTLR lexer and parser only: 1.2 MB, 40 ms.
 * Run it again after raising the version in package.json: `node scripts/build-cypher-parser.mjs`.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const grammar = join(root, "node_modules/@neo4j-cypher/language-support");
const runtime = join(root, "node_modules/antlr4ng");
const out = join(root, "data/parser");

const version = (dir) => JSON.parse(readFileSync(join(dir, "package.json"), "utf8")).version;
const generated = join(grammar, "src/generated-parser");

mkdirSync(out, { recursive: true });
await build({
  stdin: {
    contents: [
      `export { CypherCmdLexer } from ${JSON.stringify(join(generated, "CypherCmdLexer.ts"))};`,
      `export { CypherCmdParser } from ${JSON.stringify(join(generated, "CypherCmdParser.ts"))};`,
      `export { CharStream, CommonTokenStream } from "antlr4ng";`,
    ].join("\n"),
    resolveDir: root,
    loader: "ts",
  },
  bundle: true,
  minify: true,
  legalComments: "none",
  format: "esm",
  platform: "node",
  target: "node20",
  banner: {
    js: [
      `/* Cypher grammar of @neo4j-cypher/language-support ${version(grammar)}, (c) Neo4j Sweden AB, Apache-2.0: LICENSE-cypher-language-support.`,
      ` * Runtime antlr4ng ${version(runtime)}, BSD-3-Clause: LICENSE-antlr4ng. Made by scripts/build-cypher-parser.mjs; do not edit. */`,
    ].join("\n"),
  },
  outfile: join(out, "cypher.mjs"),
});
copyFileSync(join(grammar, "LICENSE.md"), join(out, "LICENSE-cypher-language-support"));
const licence = ["LICENSE", "LICENSE.txt", "LICENSE.md", "License.txt"].map((name) => join(runtime, name));
for (const file of licence) {
  try {
    writeFileSync(join(out, "LICENSE-antlr4ng"), readFileSync(file));
    break;
  } catch (error) {
    if (error.code !== "ENOENT" || file === licence.at(-1)) throw error;
  }
}
