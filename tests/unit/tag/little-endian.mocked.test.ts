import { describe, expect, it, vi } from "vitest";

const bytes = Buffer.from([9, 1, 0, 0, 0x80, 0xff, 0xff, 0xff, 0x7f]);

describe.each(["LE", "BE"] as const)("whole numbers of a file on a machine of order %s", (order) => {
  it("stand as the file says, at any offset", async () => {
    vi.resetModules();
    vi.doMock("node:os", () => ({ endianness: () => order }));
    const { int16s, int32s, uint16s, uint32s } = await import("../../../src/tag/little-endian.ts");
    vi.doUnmock("node:os");
    // This machine is little-endian: as another it sees each number's bytes turned.
    const seen = (number: Buffer): Buffer => (order === "LE" ? number : Buffer.from(number).reverse());
    expect([...int32s(bytes, 1, 2)]).toEqual(
      [1, 5].map((at) => seen(bytes.subarray(at, at + 4)).readInt32LE()),
    );
    expect([...uint32s(bytes, 1, 2)]).toEqual(
      [1, 5].map((at) => seen(bytes.subarray(at, at + 4)).readUInt32LE()),
    );
    expect([...int16s(bytes, 1, 4)]).toEqual(
      [1, 3, 5, 7].map((at) => seen(bytes.subarray(at, at + 2)).readInt16LE()),
    );
    expect([...uint16s(bytes, 3, 2)]).toEqual(
      [3, 5].map((at) => seen(bytes.subarray(at, at + 2)).readUInt16LE()),
    );
  });
});
