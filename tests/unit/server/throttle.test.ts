import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { Gate, rateLimit } from "../../../src/server/throttle.ts";

describe("a client's bucket", () => {
  const clock = { now: 0 };
  const app = new Hono();
  app.use(
    rateLimit({
      burst: 2,
      perSecond: 0.5,
      now: () => clock.now,
      clientOf: (context) => context.req.header("x-client") ?? "",
    }),
  );
  app.get("/", (context) => context.text("ok"));
  const ask = (client: string): Promise<Response> =>
    Promise.resolve(app.request("/", { headers: { "x-client": client } }));

  it("empties, tells when to come again, fills with time and never beyond its size", async () => {
    expect((await ask("a")).status).toBe(200);
    expect((await ask("a")).status).toBe(200);
    const refused = await ask("a");
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "2"]);
    expect(await refused.json()).toMatchObject({ code: "RATE" });
    clock.now += 1_000;
    expect((await ask("a")).headers.get("retry-after")).toBe("1");
    clock.now += 1_000;
    expect((await ask("a")).status).toBe(200);
    clock.now += 3_600_000;
    const statuses: number[] = [];
    for (let i = 0; i < 3; i += 1) statuses.push((await ask("a")).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  it("is its own", async () => {
    expect((await ask("b")).status).toBe(200);
  });

  it("of ten thousand others is kept, and one that was idle longest is forgotten, hence full again", async () => {
    for (const status of [200, 200, 429]) expect((await ask("old")).status).toBe(status);
    for (let i = 0; i < 9_999; i += 1) await ask(`client-${i}`);
    expect((await ask("old")).status).toBe(429);
    for (let i = 0; i < 10_000; i += 1) await ask(`other-${i}`);
    expect((await ask("old")).status).toBe(200);
  });
});

describe("a gate", () => {
  const later = <T>(): { promise: Promise<T>; resolve: (value: T) => void } => {
    let resolve: (value: T) => void = () => undefined;
    const promise = new Promise<T>((done) => (resolve = done));
    return { promise, resolve };
  };

  it("lets so many in at a time, the others in their order, also after one that failed", async () => {
    const gate = new Gate(2, 60_000);
    const order: string[] = [];
    const held = [later<void>(), later<void>()];
    const running = ["a", "b"].map((name, i) =>
      gate.run(async () => {
        order.push(name);
        await held[i]?.promise;
        if (name === "a") throw new Error("failed");
      }),
    );
    const waiting = ["c", "d"].map((name) => gate.run(async () => void order.push(name)));
    await Promise.resolve();
    expect(order).toEqual(["a", "b"]);
    held[0]?.resolve();
    await expect(running[0]).rejects.toThrow("failed");
    await Promise.all(waiting);
    expect(order).toEqual(["a", "b", "c", "d"]);
    held[1]?.resolve();
    await running[1];
    // Nothing runs any more: two may enter at once.
    const both = [later<void>(), later<void>()];
    const entered: number[] = [];
    const last = both.map((one, i) =>
      gate.run(() => {
        entered.push(i);
        return one.promise;
      }),
    );
    await Promise.resolve();
    expect(entered).toEqual([0, 1]);
    for (const one of both) one.resolve();
    await Promise.all(last);
  });
});
