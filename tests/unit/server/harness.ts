/** An app over the fixture world, asked without a socket. @module */

import { createServer, type ServerOptions } from "../../../src/server/app.ts";
import type { WorkspaceApi } from "../../../src/server/workspace-api.ts";
import { openMemory } from "../../../src/store/memory/index.ts";
import { qinglin } from "../../fixtures/explorer/qinglin.ts";
import { fixtureWorkspace } from "../../fixtures/explorer/workspace.ts";

export interface Harness {
  errors: unknown[];
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  send(path: string, init: RequestInit): Promise<Response>;
}

export const HOST = "127.0.0.1:4280";

export async function harness(
  options: ServerOptions["options"] = {},
  workspace?: (api: WorkspaceApi) => WorkspaceApi,
): Promise<Harness> {
  const world = qinglin();
  const store = openMemory();
  await store.sync(world.graph());
  const errors: unknown[] = [];
  const api = fixtureWorkspace(world);
  const app = createServer({
    store,
    workspace: workspace ? workspace(api) : api,
    logger: { info: () => undefined, error: (_, cause) => void errors.push(cause) },
    options,
  });
  const send = async (path: string, init: RequestInit): Promise<Response> =>
    app.request(`http://${HOST}${path}`, {
      ...init,
      headers: { host: HOST, ...(init.headers as Record<string, string>) },
    });
  return { errors, send, get: (path, headers = {}) => send(path, { headers }) };
}

export async function body<T>(response: Response): Promise<T> {
  return (await response.json()) as T;
}
