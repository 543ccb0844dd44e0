/** What makes the graph of claims is named in the index's key: after an upgrade none is used that other code made. */
import { join, sep } from "node:path";
import { expect, it } from "vitest";
import { ENGINE, hashCode } from "../../../src/hash-code.ts";
import { reachedFrom } from "../reached.ts";

/** They read data that is in the key, or change nothing that an index holds. */
const APART = [
  "src/errors.ts",
  "src/indicators.ts",
  "src/lexicon.ts",
  "src/matches.ts",
  "src/paths.ts",
  "src/tag/little-endian.ts",
];

it.each(["src/graph/assemble.ts", "src/resolve/resolve.ts"])(
  "all that %s runs is in a folder of the key",
  (start) => {
    const folders = ENGINE.map((folder) => `${join("src", folder).split(sep).join("/")}/`);
    const files = reachedFrom(start);
    expect(files.length).toBeGreaterThan(20);
    expect(
      files.filter((file) => !APART.includes(file) && !folders.some((folder) => file.startsWith(folder))),
    ).toEqual([]);
    for (const folder of ENGINE) expect(hashCode(folder).length, folder).toBeGreaterThan(2);
  },
);
