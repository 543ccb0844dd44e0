/** A world of the fixtures behind a server, and what tests of pages ask of it. @module */
import type { Browser } from "playwright-core";
import type { Page as Answer, SearchHit } from "../../src/server/api-types.ts";
import type { WorkspaceApi } from "../../src/server/workspace-api.ts";
import { qinglin } from "../fixtures/explorer/qinglin.ts";
import { fixtureWorkspace } from "../fixtures/explorer/workspace.ts";
import type { World } from "../fixtures/explorer/world.ts";
import { launch, type Served, served } from "./session.ts";

export interface Site {
  browser: Browser;
  server: Served;
  ask<T>(path: string): Promise<T>;
  idOf(name: string): Promise<string>;
  /** Path of the page of the thing with that name. */
  entity(name: string): Promise<string>;
  close(): Promise<void>;
}

export async function openSite(
  world: World = qinglin(),
  workspaceOf: (store: Served["store"], world: World) => WorkspaceApi = (_, shown) => fixtureWorkspace(shown),
): Promise<Site> {
  const browser = await launch();
  const server = await served(async (store) => {
    await store.sync(world.graph());
    return workspaceOf(store, world);
  });
  const ask = async <T>(path: string): Promise<T> =>
    (await (await fetch(`${server.url}/api${path}`)).json()) as T;
  const idOf = async (name: string): Promise<string> => {
    const { items } = await ask<Answer<SearchHit>>(`/search?q=${encodeURIComponent(name)}&limit=50`);
    const found = items.find((hit) => hit.name === name);
    if (!found) throw new Error(`the fixture has no ${name}`);
    return found.id;
  };
  return {
    browser,
    server,
    ask,
    idOf,
    entity: async (name) => `/entity/${encodeURIComponent(await idOf(name))}`,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
