/**
 * Answers that their clients do not take stay in this process's memory. A connection that takes nothing of its answer for a
 * while is closed; so are those that hold most, when all together hold too much.
 * @module
 */
import { type IncomingMessage, type Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

export interface UnsentLimits {
  /** Milliseconds in which something must have been taken. */
  exportStallMs: number;
  /** Bytes that wait on all connections together. */
  unsentBytes: number;
}

const CHECK_MS = 1_000;

/** Sends texts as bytes: of what waits on it a socket counts bytes as such, but a text by its letters, of which each may be three bytes. */
export class CountedResponse<
  Request extends IncomingMessage = IncomingMessage,
> extends ServerResponse<Request> {
  override end(...given: unknown[]): this {
    const [body, encoding, ...rest] = given;
    if (typeof body !== "string") return super.end(...(given as []));
    const isEncoding = typeof encoding === "string";
    const bytes = Buffer.from(body, isEncoding ? (encoding as BufferEncoding) : "utf8");
    return super.end(...([bytes, ...(isEncoding ? rest : [encoding, ...rest])] as [Buffer]));
  }
}

/** Watches until the server closes. */
export function closeSlowReaders(server: Server, { exportStallMs, unsentBytes }: UnsentLimits): void {
  const sockets = new Map<Socket, { taken: number; idleMs: number }>();
  server.on("connection", (socket) => {
    sockets.set(socket, { taken: 0, idleMs: 0 });
    socket.once("close", () => sockets.delete(socket));
  });
  const timer = setInterval(() => {
    let held = 0;
    for (const [socket, state] of sockets) {
      const { writableLength, bytesWritten } = socket;
      held += writableLength;
      // `bytesWritten` counts what waits, too.
      const taken = bytesWritten - writableLength;
      state.idleMs = writableLength > 0 && taken === state.taken ? state.idleMs + CHECK_MS : 0;
      state.taken = taken;
      if (state.idleMs >= exportStallMs) socket.destroy();
    }
    if (held <= unsentBytes) return;
    const most = [...sockets.keys()].sort((a, b) => b.writableLength - a.writableLength);
    for (const socket of most) {
      if (held <= unsentBytes) break;
      held -= socket.writableLength;
      socket.destroy();
    }
  }, CHECK_MS);
  timer.unref();
  server.once("close", () => clearInterval(timer));
}
