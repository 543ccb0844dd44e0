/** No pattern of the scanners can be driven into exponential or polynomial time. */
import { checkSync } from "recheck";
import { describe, expect, it } from "vitest";
import * as figure from "../../../../src/extract/figure/patterns.ts";
import * as quantity from "../../../../src/extract/quantity/patterns.ts";
import * as time from "../../../../src/extract/time/patterns.ts";

const patterns = Object.entries({ ...quantity, ...time, ...figure });

describe("patterns", () => {
  it.each(patterns)(
    "%s is safe",
    (_name, pattern) => {
      expect(checkSync(pattern.source, pattern.flags, { timeout: 20_000 }).status).toBe("safe");
    },
    60_000,
  );
});
