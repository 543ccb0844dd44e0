import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Batch, batched } from "../../../src/pipeline/batches.ts";

async function* from<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function collect<T>(batches: AsyncIterable<Batch<T>>): Promise<Batch<T>[]> {
  const all: Batch<T>[] = [];
  for await (const batch of batches) all.push(batch);
  return all;
}

describe("batched", () => {
  it("loses nothing, keeps the order, says which batch is the last, and fills no batch further than needed", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(50)),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 9 }),
        async (sizes, characters, items) => {
          const batches = await collect(batched(from(sizes), { size: (n) => n, characters, items }));
          expect(batches.flatMap((b) => b.items)).toEqual(sizes);
          expect(batches.map((b) => b.last)).toEqual(batches.map((_, i) => i === batches.length - 1));
          for (const batch of batches) {
            expect(batch.items.length).toBeGreaterThan(0);
            expect(batch.items.length).toBeLessThanOrEqual(items);
            expect(batch.items.slice(0, -1).reduce((a, b) => a + b, 0)).toBeLessThan(characters);
          }
        },
      ),
    );
  });

  it("does not keep a slow stream waiting", async () => {
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    async function* slow(): AsyncGenerator<string> {
      yield "first";
      await held;
      yield "second";
    }
    const batches = batched(slow(), { size: () => 1, characters: 100, items: 100, patience: 5 });
    expect((await batches.next()).value).toEqual({ items: ["first"], last: false });
    release();
    expect((await batches.next()).value).toEqual({ items: ["second"], last: true });
    expect((await batches.next()).done).toBe(true);
  });

  it("closes the stream when nobody asks for more", async () => {
    let closed = false;
    async function* endless(): AsyncGenerator<number> {
      try {
        for (let i = 0; ; i++) yield i;
      } finally {
        closed = true;
      }
    }
    for await (const batch of batched(endless(), { size: () => 1, characters: 3, items: 9 }))
      if (batch.items.includes(6)) break;
    expect(closed).toBe(true);
  });
});
