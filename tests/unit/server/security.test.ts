import { describe, expect, it } from "vitest";
import { limitsHere } from "../../../src/limits.ts";
import type { Problem } from "../../../src/server/api-types.ts";
import { serve } from "../../../src/server/serve.ts";
import { Gate } from "../../../src/server/throttle.ts";
import { plainPath, takeFiles, type UploadedFile } from "../../../src/server/upload.ts";
import { openMemory } from "../../../src/store/memory/index.ts";
import { qinglin } from "../../fixtures/explorer/qinglin.ts";
import { fixtureWorkspace } from "../../fixtures/explorer/workspace.ts";
import { body, HOST, harness } from "./harness.ts";

const code = async (response: Response): Promise<string> => (await body<Problem>(response)).code;
const TOKEN = "a-token-of-some-length";

describe("who may ask", () => {
  it.each(["evil.example", "127.0.0.1.evil.example:4280", "localhost.evil.example", ""])(
    "refuses Host %s",
    async (host) => {
      const app = await harness();
      const response = await app.get("/api/status", { host });
      expect(response.status).toBe(403);
      expect(await code(response)).toBe("HOST");
    },
  );

  it.each(["http://evil.example", "null", "http://127.0.0.1:9999", "https://localhost"])(
    "refuses Origin %s",
    async (origin) => {
      const app = await harness();
      const response = await app.send("/api/query", {
        method: "POST",
        body: "{}",
        headers: { origin, "content-type": "application/json" },
      });
      expect(response.status).toBe(403);
      expect(await code(response)).toBe("ORIGIN");
    },
  );

  it("lets its own page and programs in", async () => {
    const app = await harness();
    expect(
      (await app.get("/api/status", { origin: `http://${HOST}`, "sec-fetch-site": "same-origin" })).status,
    ).toBe(200);
    expect((await app.get("/api/status")).status).toBe(200);
    expect((await app.get("/api/status", { "sec-fetch-site": "cross-site" })).status).toBe(403);
  });

  it("asks for the token and takes it as bearer, as cookie, and once from the address", async () => {
    const app = await harness({ token: TOKEN });
    expect((await app.get("/api/status")).status).toBe(401);
    expect((await app.get("/api/status", { authorization: "Bearer wrong" })).status).toBe(401);
    expect((await app.get("/api/status", { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
    expect((await app.get("/api/status", { cookie: `reportgraph_token=${TOKEN}` })).status).toBe(200);
    const redirect = await app.get(`/projects?token=${TOKEN}&id=1`);
    expect(redirect.status).toBe(303);
    expect(redirect.headers.get("location")).toBe("/projects?id=1");
    expect(redirect.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Strict/);
  });

  it("never leads to another server", async () => {
    const app = await harness({ token: TOKEN });
    for (const path of ["//evil.example/", "///evil.example", "/\\evil.example/"]) {
      const redirect = await app.get(`${path}?token=${TOKEN}`);
      const target = new URL(redirect.headers.get("location") ?? "", `http://${HOST}`);
      expect(target.host).toBe(HOST);
    }
  });

  it("listens beyond loopback only with a token", async () => {
    const world = qinglin();
    const options = {
      store: openMemory(),
      workspace: fixtureWorkspace(world),
      logger: { info: () => undefined, error: () => undefined },
      port: 0,
    };
    await expect(serve({ ...options, host: "0.0.0.0" })).rejects.toMatchObject({
      code: "TOKEN_NEEDED",
      exitCode: 2,
    });
    await expect(serve({ ...options, host: "0.0.0.0", token: "short" })).rejects.toMatchObject({
      code: "TOKEN_SHORT",
    });
    await expect(
      serve({ ...options, host: "0.0.0.0", token: "一个很长的口令一个很长的口令一个很长的口令" }),
    ).rejects.toMatchObject({ code: "TOKEN_CHARACTERS", exitCode: 2 });
    const first = await serve(options);
    await expect(serve({ ...options, port: Number(new URL(first.url).port) })).rejects.toMatchObject({
      code: "PORT_TAKEN",
    });
    await first.close();
  });

  it("runs nothing inline and is shown in no frame", async () => {
    const app = await harness();
    const policy = (await app.get("/api/status")).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
  });
});

describe("limits", () => {
  it("answers 429 when a client's bucket is empty, and again after a while", async () => {
    let now = 0;
    const app = await harness({ limits: { burst: 3, perSecond: 1 }, now: () => now });
    const statuses: number[] = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await app.get("/api/status")).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    now += 1_000;
    expect((await app.get("/api/status")).status).toBe(200);
  });

  it("gives nothing and takes nothing when the clock is set back", async () => {
    let now = 10_000_000;
    const app = await harness({ limits: { burst: 3, perSecond: 1 }, now: () => now });
    await app.get("/api/status");
    now -= 3_600_000;
    expect((await app.get("/api/status")).status).toBe(200);
    now += 1_000;
    expect((await app.get("/api/status")).status).toBe(200);
  });

  it("refuses a long query and a large body", async () => {
    const app = await harness();
    const post = (cypher: string): Promise<Response> =>
      app.send("/api/query", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ cypher }),
      });
    expect(await code(await post("x".repeat(limitsHere().queryChars + 1)))).toBe("QUERY_TOO_LONG");
    expect(await code(await post("x".repeat(2 * 2 ** 20)))).toBe("BODY_TOO_LARGE");
  });

  it("tells an unexpected failure to the log, not to the client", async () => {
    const app = await harness({}, (api) => ({
      ...api,
      report: () => Promise.reject(new Error("secret of /home/someone")),
    }));
    const response = await app.get("/api/reports/x");
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret");
    expect(app.errors.length).toBe(1);
  });

  it("lets tasks through a gate in order and gives up on those that wait too long", async () => {
    const gate = new Gate(1, 30);
    const order: number[] = [];
    let release = (): void => undefined;
    const first = gate.run(
      () =>
        new Promise<void>((resolve) => {
          release = resolve;
        }),
    );
    const late = gate.run(async () => {
      order.push(2);
    });
    await expect(late).rejects.toMatchObject({ code: "BUSY", status: 503 });
    const third = gate.run(async () => {
      order.push(3);
    });
    release();
    await Promise.all([first, third]);
    expect(order).toEqual([3]);
    await gate.run(async () => {
      order.push(4);
    });
    expect(order).toEqual([3, 4]);
  });
});

describe("uploads", () => {
  const file = (name: string, text: string): UploadedFile => ({ name, path: "", size: text.length });

  it.each([
    ["../../etc/passwd.txt", "etc/passwd.txt"],
    ["C:\\reports\\a.txt", "reports/a.txt"],
    ["2023/./a.txt", "2023/a.txt"],
    ["", "report"],
    ["..", "report"],
  ])("%j becomes %j", (given, plain) => {
    expect(plainPath(given)).toBe(plain);
  });

  it("of names that cannot stay as they are no two become one", () => {
    const long = "关于印发云泽市国民经济和社会发展计划执行情况的通知".repeat(6);
    const names = [
      "\u202ea.txt",
      "_a.txt",
      "a:b.txt",
      "a?b.txt",
      "a\nb.txt",
      "a_b.txt",
      ".hidden.txt",
      "hidden.txt",
      `${long}一.txt`,
      `${long}二.txt`,
      "x/1/2/3/4.txt",
      "y/1/2/3/4.txt",
      "1/2/3/4.txt",
      "a.txt ",
      "a.txt",
    ];
    const plain = names.map(plainPath);
    expect(new Set(plain).size).toBe(names.length);
    for (const name of plain) expect(name).toMatch(/^[^\p{C}<>:"|?*\\]{1,160}\.txt$/u);
    expect(plainPath("e\u0301.txt")).toBe(plainPath("\u00e9.txt"));
  });

  it("are not too many and not too large", () => {
    const limits = limitsHere();
    expect(takeFiles([file("a.txt", "x"), file("b.MD", "y")], limits).taken.map(({ name }) => name)).toEqual([
      "a.txt",
      "b.MD",
    ]);
    const refused = (files: UploadedFile[], changes: object, code: string, status: number): void =>
      expect(() => takeFiles(files, { ...limits, ...changes })).toThrowError(
        expect.objectContaining({ code, status }),
      );
    refused([], {}, "NO_FILE", 400);
    refused([file("a.txt", "xxxx")], { uploadFileBytes: 3 }, "FILE_TOO_LARGE", 413);
    refused([file("a.txt", ""), file("b.txt", "")], { uploadFiles: 1 }, "TOO_MANY_FILES", 413);
  });

  it("whose names came in another encoding are refused: two of them look the same", () => {
    const { taken, refused } = takeFiles([file("\ufffd\ufffd.txt", "x"), file("b.txt", "y")], limitsHere());
    expect(taken.map(({ name }) => name)).toEqual(["b.txt"]);
    expect(refused).toMatchObject([{ code: "FILE_NAME" }]);
  });

  it("do not keep each other out", () => {
    const { taken, refused } = takeFiles([file("large.txt", "xxxx"), file("b.txt", "y")], {
      ...limitsHere(),
      uploadFileBytes: 3,
    });
    expect(taken.map(({ name }) => name)).toEqual(["b.txt"]);
    expect(refused).toMatchObject([{ name: "large.txt", code: "FILE_TOO_LARGE" }]);
  });
});
