/** Reports come from anywhere: no pattern that reads them may be made to run for minutes. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkSync } from "recheck";
import { expect, test } from "vitest";
import { packageRoot } from "../../../src/paths.ts";
import { outletPatterns } from "../../../src/report/outlet.ts";

const FOLDER = join(packageRoot, "src", "report");
const LITERAL = /(?<=[(=,:\s&|[]|^)\/((?![*/ ])(?:\\.|\[(?:\\.|[^\]\n\\])*\]|[^/\n\\[])+)\/([dgimsuy]*)/gm;

function patterns(): { file: string; source: string; flags: string }[] {
  const composed = outletPatterns.map(({ source, flags }) => ({ file: "outlet.ts", source, flags }));
  return composed.concat(literals());
}

function literals(): { file: string; source: string; flags: string }[] {
  return readdirSync(FOLDER).flatMap((file) =>
    [...readFileSync(join(FOLDER, file), "utf8").matchAll(LITERAL)].flatMap((match) => {
      const found = { file, source: match[1] as string, flags: match[2] as string };
      try {
        new RegExp(found.source, found.flags);
        return [found];
      } catch {
        return [];
      }
    }),
  );
}

test("patterns are found", () => {
  expect(patterns().length).toBeGreaterThan(60);
});

test("no pattern is vulnerable", { timeout: 300_000 }, () => {
  const bad = patterns().filter(
    ({ source, flags }) => checkSync(source, flags, { timeout: 20_000 }).status !== "safe",
  );
  expect(bad).toEqual([]);
});
