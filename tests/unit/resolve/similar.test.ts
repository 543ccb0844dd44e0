import { describe, expect, it } from "vitest";
import { profileOf } from "../../../src/resolve/profile.ts";
import { BLOCK, type SimilarContext, similarPairs } from "../../../src/resolve/similar.ts";
import { collectUnits } from "../../../src/resolve/units.ts";
import { mention } from "./claims.ts";

/** How many pairs are found of a long and a short name in two reports on these places. */
function pairs(homes: readonly [string, string], crowd?: SimilarContext["crowd"]): number {
  const reports = new Map(homes.map((home, i) => [`r${i}`, { id: `r${i}`, home }]));
  const claims = [mention("r0", "Company", "松柏电气有限公司"), mention("r1", "Company", "松柏电气")];
  return similarPairs([...collectUnits(claims, reports).values()], {
    profile: ({ type, name, home, code }) => profileOf(type, name, home, code),
    group: ({ index }) => index,
    tied: () => undefined,
    ...(crowd ? { crowd } : {}),
  }).length;
}

describe("names that are alike", () => {
  const [oneCity, twoCities] = [
    ["320500", "320581"],
    ["320500", "210300"],
  ] as const;

  it("are pairs wherever they stand, as long as they are not too many", () => {
    expect([pairs(oneCity), pairs(twoCities)]).toEqual([1, 1]);
    expect(pairs(twoCities, () => BLOCK)).toBe(1);
  });

  it("are compared within a city where they are too many, and not at all where they are too many there", () => {
    const inAll: SimilarContext["crowd"] = (_, city) => (city === undefined ? BLOCK + 1 : BLOCK);
    expect([pairs(oneCity, inAll), pairs(twoCities, inAll)]).toEqual([1, 0]);
    expect(pairs(oneCity, () => BLOCK + 1)).toBe(0);
  });
});
