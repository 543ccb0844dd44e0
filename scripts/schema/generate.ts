/**
 * `npm run schema`: writes what follows from the graph's schema and from the types of the API's answers. With `--check` it writes nothing and fails when a file is stale.
 * @module
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generatedFiles } from "../../schema/render/files.ts";
import { packageRoot } from "../../src/paths.ts";
import { ANSWERS_FILE, renderAnswers } from "./answers.ts";

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

const check = process.argv.includes("--check");
for (const [file, text] of [...generatedFiles(), [ANSWERS_FILE, renderAnswers()] as const]) {
  const path = join(packageRoot, file);
  if (read(path) === text) continue;
  console.error(check ? `stale: ${file}` : `written: ${file}`);
  if (check) {
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
