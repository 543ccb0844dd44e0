import { describe, expect, it } from "vitest";
import { Partition } from "../../../src/resolve/partition.ts";
import { type Profile, profileOf } from "../../../src/resolve/profile.ts";

function partitionOf(profiles: readonly Profile[]): Partition {
  return new Partition(profiles.length, (index) => profiles[index] as Profile);
}

describe("vetoes between groups", () => {
  it("stand after a join with a name that is equal but for its code", () => {
    const groups = partitionOf([
      profileOf("Place", "青岚区", undefined),
      profileOf("Place", "青岚区", undefined, "110105"),
      profileOf("Place", "青岚区", undefined, "220104"),
    ]);
    expect(groups.veto(1, 2, true)).toBe("code differs");
    groups.join(0, 1);
    expect(groups.veto(0, 2, true)).toBe("code differs");
    expect(groups.veto(2, 1, true)).toBe("code differs");
  });
});
