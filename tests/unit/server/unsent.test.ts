/** Clients that take nothing of their answers: who is disconnected, and how what waits for them is counted. */
import { EventEmitter } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CountedResponse, closeSlowReaders } from "../../../src/server/unsent.ts";

class FakeSocket extends EventEmitter {
  bytesWritten = 0;
  writableLength = 0;
  destroy = vi.fn(() => void this.emit("close"));
  /** So many more bytes wait. */
  send(bytes: number): void {
    this.bytesWritten += bytes;
    this.writableLength += bytes;
  }
}

describe("a connection", () => {
  let server: EventEmitter;
  const connected = (): FakeSocket => {
    const socket = new FakeSocket();
    server.emit("connection", socket);
    return socket;
  };
  beforeEach(() => {
    vi.useFakeTimers();
    server = new EventEmitter();
    closeSlowReaders(server as Server, { exportStallMs: 3_000, unsentBytes: 100 });
  });
  afterEach(() => {
    server.emit("close");
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it("that takes nothing is closed after a while", () => {
    const silent = connected();
    silent.send(50);
    vi.advanceTimersByTime(2_000);
    expect(silent.destroy).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(silent.destroy).toHaveBeenCalledOnce();
  });

  it("that takes a little, or has nothing to take, stays", () => {
    const [slow, idle] = [connected(), connected()];
    slow.send(50);
    for (let second = 0; second < 20; second++) {
      slow.writableLength -= 1;
      vi.advanceTimersByTime(1_000);
    }
    expect(slow.destroy).not.toHaveBeenCalled();
    expect(idle.destroy).not.toHaveBeenCalled();
  });

  it("on which most waits is closed when too much waits on all together, the others stay", () => {
    const [small, large] = [connected(), connected()];
    small.send(40);
    large.send(60);
    vi.advanceTimersByTime(1_000);
    expect(large.destroy).not.toHaveBeenCalled();
    large.send(1);
    vi.advanceTimersByTime(1_000);
    expect(large.destroy).toHaveBeenCalledOnce();
    expect(small.destroy).not.toHaveBeenCalled();
  });

  it("that is closed counts no longer, whatever it had not taken", () => {
    const [gone, living] = [connected(), connected()];
    gone.send(50);
    gone.emit("close");
    living.send(90);
    vi.advanceTimersByTime(1_000);
    expect(living.destroy).not.toHaveBeenCalled();
  });
});

it("a text is counted in bytes while it waits", async () => {
  const text = "中".repeat(8_000_000);
  let served: Socket | undefined;
  const server = createServer({ ServerResponse: CountedResponse }, (_request, response) => {
    served = response.socket ?? undefined;
    response.end(text);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const client = connect((server.address() as AddressInfo).port, "127.0.0.1").pause();
  try {
    client.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n");
    await vi.waitFor(() => expect(served?.writableLength).toBeGreaterThan(0));
    // What the kernel took is less than the third that the text has in letters.
    expect(served?.writableLength).toBeGreaterThan(text.length * 1.5);
  } finally {
    client.destroy();
    server.closeAllConnections();
    server.close();
  }
});
