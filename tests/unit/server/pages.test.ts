import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { nodeTypes } from "../../../schema/index.ts";
import { StoreError } from "../../../src/errors.ts";
import { ADDRESSES, addressAt } from "../../../src/server/addresses.ts";
import type { Page, SearchHit } from "../../../src/server/api-types.ts";
import { body, type Harness, harness } from "./harness.ts";

const folder = mkdtempSync(join(tmpdir(), "reportgraph-page-"));
let app: Harness;
beforeAll(async () => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<title>__CSP_NONCE__</title>");
  writeFileSync(join(folder, "assets", "a.js"), "1");
  app = await harness({ page: folder });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HTML = { accept: "text/html,*/*;q=0.8" };
const idOf = async (name: string): Promise<string> =>
  (await body<Page<SearchHit>>(await app.get(`/api/search?q=${encodeURIComponent(name)}`))).items[0]?.id ??
  "";

describe("addresses", () => {
  it("has every list that the schema declares", () => {
    const known = new Set(ADDRESSES.map(({ first }) => first));
    for (const { spec } of nodeTypes) expect(known).toContain(spec.page.path);
  });

  it.each([
    ["/", ""],
    ["/projects/", "projects"],
    ["/entity/a%2Fb", "entity"],
    ["/reports", "reports"],
    ["/reports/2023.01.txt", "reports"],
  ])("%s is a page", (path, first) => expect(addressAt(path)?.first).toBe(first));

  it.each(["/nonexistent", "/projects/one", "/entity", "/entity/", "/reports/%E4", "/constructor"])(
    "%s is none",
    (path) => expect(addressAt(path)).toBeUndefined(),
  );
});

describe("the status of a page", () => {
  it("is 200 for what is there", async () => {
    const entity = await idOf("澄湖储能电站");
    const paths = ["/", "/index.html", "/projects?stage=started", `/entity/${encodeURIComponent(entity)}`];
    for (const path of [...paths, "/reports/qinglin-2023-02-plan"])
      expect((await app.get(path, HTML)).status, path).toBe(200);
  });

  it("is 404, with a page, for what is not", async () => {
    for (const path of ["/nonexistent", "/entity/none", "/reports/none.txt", "/projects/1", "/a.b"]) {
      const response = await app.get(path, HTML);
      expect(response.status, path).toBe(404);
      expect(response.headers.get("content-type")).toContain("text/html");
      expect(await response.text()).toContain("<title>");
    }
  });

  it("is 404 with a problem for programs that ask for files", async () => {
    const response = await app.get("/assets/none.js");
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect((await app.get("/assets/a.js")).status).toBe(200);
  });

  it("is 200 while the store is busy: the page says what is the matter", async () => {
    const busy = await harness({ page: folder }, (api) => ({
      ...api,
      textKey: () => Promise.reject(new StoreError("STORE_LOCKED", "busy")),
    }));
    expect((await busy.get("/reports/any", HTML)).status).toBe(200);
    expect(busy.errors).toEqual([]);
  });
});
