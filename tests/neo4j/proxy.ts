/** A TCP proxy whose connections a test can cut, or whose server's bytes it can change on the way. */
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export interface Proxy {
  readonly port: number;
  /** Cuts every connection, as a pulled cable would; new ones are taken. */
  cut(): void;
  /** Bytes that went through so far, both ways. */
  bytes(): number;
  close(): Promise<void>;
}

export async function startProxy(
  target: number,
  change: (chunk: Buffer) => Buffer = (chunk) => chunk,
): Promise<Proxy> {
  const sockets = new Set<Socket>();
  let bytes = 0;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    return socket;
  };
  const server = createServer((client) => {
    const upstream = keep(connect(target, "127.0.0.1"));
    keep(client);
    client.on("data", (chunk) => {
      bytes += chunk.length;
      upstream.write(chunk);
    });
    upstream.on("data", (chunk) => {
      bytes += chunk.length;
      client.write(change(chunk));
    });
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => client.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const cut = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    port: (server.address() as { port: number }).port,
    cut,
    bytes: () => bytes,
    close: async () => {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}
