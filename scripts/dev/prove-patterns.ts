/**
 * Proves every regular expression that reads reports and is not in the record of proven ones, and writes the record anew
 * without the patterns that are gone: `npx tsx scripts/dev/prove-patterns.ts [--all]`. `--all` believes no record.
 * Exit 1 when one is vulnerable; it is named and stays out of the record.
 * @module
 */
import { parseArgs } from "node:util";
import { verdict } from "../../tests/redos/attack.ts";
import { type Pattern, patternsOfReading } from "../../tests/redos/patterns.ts";
import { hashOf, proofVersion, readProven, writeProven } from "../../tests/redos/record.ts";

const AT_ONCE = 4;

const { values } = parseArgs({ options: { all: { type: "boolean", default: false } } });
const version = proofVersion();
const { all } = await patternsOfReading();
const known = values.all ? new Set<string>() : readProven(version);
const proven = all.map(hashOf).filter((hash) => known.has(hash));
const waiting: Pattern[] = all.filter((pattern) => !known.has(hashOf(pattern)));
console.log(`${all.length} patterns, ${waiting.length} to prove (${version})`);

await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let pattern = waiting.pop(); pattern; pattern = waiting.pop()) {
      const { safe, because } = await verdict(pattern.source, pattern.flags);
      if (safe) proven.push(hashOf(pattern));
      else {
        console.error(`${pattern.where} /${pattern.source}/${pattern.flags} ${because}`);
        process.exitCode = 1;
      }
    }
  }),
);
writeProven(version, proven);
console.log(`${proven.length} proven`);
