import { PassThrough, Writable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { Pace, paced } from "../../../src/mcp/pace.ts";

/** Turns of the loop, in which whatever may happen has happened, however busy the machine is. */
async function aWhile(): Promise<void> {
  for (let i = 0; i < 500; i++) await turn();
}

/** Calls that end when they are told to. */
function calls(pace: Pace): { begin(): void; end(): void; running(): number } {
  const ends: (() => void)[] = [];
  let running = 0;
  return {
    begin: () =>
      void pace.run(async () => {
        running += 1;
        await new Promise<void>((resolve) => ends.push(resolve));
        running -= 1;
      }),
    end: () => ends.shift()?.(),
    running: () => running,
  };
}

describe("messages of an assistant", () => {
  it("are taken while few calls run, and the next when one has ended", async () => {
    const pace = new Pace(3);
    const call = calls(pace);
    const messages = paced(pace, new PassThrough());
    let taken = 0;
    messages.on("data", () => {
      taken += 1;
      call.begin();
    });
    for (let i = 0; i < 500; i++) messages.write(`${i}\n`);
    await aWhile();
    expect({ taken, running: call.running() }).toEqual({ taken: 3, running: 3 });
    call.end();
    call.end();
    await aWhile();
    expect({ taken, running: call.running() }).toEqual({ taken: 5, running: 3 });
  });

  it("are not taken while answers are not, and come whole and in order", async () => {
    let take = (): void => undefined;
    const out = new Writable({
      highWaterMark: 10,
      write: (_chunk, _encoding, done) => {
        take = () => done();
      },
    });
    const messages = paced(new Pace(100), out);
    const taken: string[] = [];
    messages.setEncoding("utf8").on("data", (message: string) => {
      taken.push(message);
      out.write("an answer that is not taken");
    });
    for (const name of ["a", "b", "c"]) messages.write(`${name}\n`);
    await aWhile();
    expect(taken).toEqual(["a\n"]);
    take();
    await aWhile();
    expect(taken).toEqual(["a\n", "b\n"]);
  });

  it("end where their client ends", async () => {
    const messages = paced(new Pace(1), new PassThrough());
    const ended = new Promise((resolve) => messages.resume().once("end", resolve));
    messages.end("last\n");
    await ended;
  });
});
