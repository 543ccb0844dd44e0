/**
 * `reportgraph serve`: opens the store, serves until told to stop, closes the store.
 * @module
 */
import type { Logger } from "./context.ts";
import { openServed } from "./open-served.ts";
import { serve } from "./serve.ts";

export interface ServeCommand {
  store: string;
  port: number;
  host: string;
  token?: string;
  minConfidence?: number;
}

const say = (message: string): void => void process.stderr.write(`${message}\n`);

export const stderrLogger: Logger = {
  info: say,
  error: (message, cause) =>
    say(`${message}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`),
};

/** Resolves when the process is told to stop (SIGINT, SIGTERM). @throws UsageError, InputError, StoreError as `serve` and the store say */
export async function serveUntilStopped({
  store: spec,
  port,
  host,
  token,
  minConfidence,
}: ServeCommand): Promise<void> {
  const secret = token ?? process.env["REPORTGRAPH_TOKEN"];
  const { store, workspace } = await openServed(spec, say);
  try {
    const serving = await serve({
      store,
      workspace,
      logger: stderrLogger,
      port,
      host,
      ...(minConfidence === undefined ? {} : { minConfidence }),
      ...(secret === undefined || secret === "" ? {} : { token: secret }),
    });
    say(`reportgraph: ${serving.url}  (Ctrl+C stops)`);
    await stopped();
    await serving.close();
  } finally {
    await store.close();
  }
}

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}
