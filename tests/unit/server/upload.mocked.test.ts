import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { variableOf } from "../../../src/limits.ts";
import type { AddedBody, ReportTextBody } from "../../../src/server/report-types.ts";
import { type Serving, serve } from "../../../src/server/serve.ts";
import { adaptWorkspace } from "../../../src/server/workspace-adapter.ts";
import { openMemory } from "../../../src/store/memory/index.ts";
import { openWorkspace } from "../../../src/workspace/workspace.ts";

// Only the thread of the test sees these: what works on another thread is not touched.
const here = vi.hoisted(() => (): never => {
  throw new Error("works on the thread that answers");
});
vi.mock("../../../src/pipeline/work.ts", () => ({ openWorkbench: here }));
vi.mock("../../../src/report/read.ts", () => ({ readReport: here }));
vi.mock("../../../src/workspace/graph-of.ts", async (original) => ({
  ...(await original<typeof import("../../../src/workspace/graph-of.ts")>()),
  buildGraph: here,
}));

const folder = mkdtempSync(join(tmpdir(), "reportgraph-upload-"));
let serving: Serving;
const complaints: unknown[] = [];

beforeAll(async () => {
  const store = openMemory();
  serving = await serve({
    store,
    workspace: adaptWorkspace({ open: () => openWorkspace(folder), store }),
    port: 0,
    limits: { burst: 1e6, perSecond: 1e6 },
    logger: { info: () => undefined, error: (_, cause) => void complaints.push(cause) },
  });
});
afterAll(async () => {
  await serving?.close();
  rmSync(folder, { recursive: true, force: true });
});

function report(number: number): string {
  const facts = Array.from(
    { length: 20 },
    (_, i) =>
      `　　记者获悉，澄湖能源第${number}集团有限公司投资${i + 3}.6亿元在澄湖县建设澄湖储能电站${i}期项目，目前项目正在加快建设。`,
  );
  return `澄湖县重点项目建设提速之${number}\n\n2024-05-${10 + number} 澄湖日报\n\n${facts.join("\n")}\n`;
}

async function upload(
  files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>,
): Promise<AddedBody[]> {
  const form = new FormData();
  for (const [name, text] of Object.entries(files)) form.append("files", new Blob([text]), name);
  const response = await fetch(`${serving.url}/api/reports`, { method: "POST", body: form });
  expect(response.status).toBe(200);
  return (await response.json()) as AddedBody[];
}

it("answers others while reports are read, and says what came of each file in its place", async () => {
  const files = {
    "empty.txt": "",
    ...Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`report-${i}.txt`, report(i)])),
    "copies/report-3.txt": report(3),
  };
  let uploading = true;
  const added = upload(files).finally(() => {
    uploading = false;
  });
  let answered = 0;
  while (uploading) {
    const response = await fetch(`${serving.url}/api/search?q=chcn`);
    expect(response.status).toBe(200);
    await response.arrayBuffer();
    if (uploading) answered += 1;
  }
  const outcomes = await added;
  expect(outcomes.map(({ file }) => file)).toEqual([
    "empty.txt",
    ...Array.from({ length: 8 }, (_, i) => `report-${i}.txt`),
    "copies/report-3.txt",
  ]);
  // As on the command line: a copy in another folder is a report of its own.
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["failed", ...Array(9).fill("added")]);
  expect(outcomes[0]?.problems[0]?.code).toBe("INPUT_EMPTY");
  expect(outcomes[1]?.found["Project"]).toBeGreaterThan(0);
  expect(answered).toBeGreaterThan(20);
  expect(complaints).toEqual([]);
});

it("finds the mentions of an added report, and gives it up again", async () => {
  await upload({ "given-up.txt": report(50) });
  const read = async (): Promise<Response> => fetch(`${serving.url}/api/reports/given-up`);
  expect(JSON.stringify((await (await read()).json()) as ReportTextBody)).toMatch(/"node":"[^"]+"/);
  expect((await fetch(`${serving.url}/api/reports/given-up`, { method: "DELETE" })).status).toBe(204);
  expect((await read()).status).toBe(404);
});

it("keeps namesakes apart, replaces a new state, and lets no other file take a report's place", async () => {
  const outcomes = async (files: Parameters<typeof upload>[0]): Promise<string[]> =>
    (await upload(files)).map(({ file, outcome, report: of, problems }) =>
      [file, outcome, of?.id ?? problems[0]?.code].join(" "),
    );
  const zip = zipSync({ "2023/y.txt": strToU8(report(20)), "2024/y.txt": strToU8(report(21)) });
  const first = { "same.txt": report(22), "newer.txt": report(23), "other.txt": report(24) };
  expect(await outcomes({ "two.zip": new Uint8Array(zip), ...first })).toEqual([
    "two.zip/2023/y.txt added y~2023",
    "two.zip/2024/y.txt added y~2024",
    "same.txt added same",
    "newer.txt added newer",
    "other.txt added other",
  ]);
  const second = { "same.txt": report(22), "newer.txt": report(25), "other.md": report(26) };
  expect(await outcomes(second)).toEqual([
    "same.txt unchanged same",
    "newer.txt replaced newer",
    "other.md failed REPORT_ID_TAKEN",
  ]);
  expect(complaints).toEqual([]);
}, 240_000);

it("reads what is in an archive of an archive, and says what is wrong with a cut or a swollen one", async () => {
  const inner = zipSync({ "deep.txt": strToU8(report(30)) });
  const rows = JSON.stringify({ id: "row-1", text: report(31) });
  const nested = zipSync({ "inner.zip": inner, "rows.jsonl": strToU8(rows) });
  const whole = zipSync({ "a.txt": strToU8(report(32)), "b.txt": strToU8(report(33)) });
  const swollen = zipSync({ "bomb.txt": new Uint8Array(50 * 2 ** 20) });
  const [first, second, ...bad] = await upload({
    "nested.zip": new Uint8Array(nested),
    "cut.zip": new Uint8Array(whole.subarray(0, 200)),
    "bomb.zip": new Uint8Array(swollen),
    "a.exe": "x",
  });
  expect([first?.outcome, second?.outcome]).toEqual(["added", "added"]);
  expect(bad.map(({ file }) => file)).toEqual(["cut.zip", "bomb.zip/bomb.txt", "a.exe"]);
  for (const { outcome, problems } of bad) {
    expect(outcome).toBe("failed");
    expect(problems[0]?.code).toMatch(/^(?!EXTRACTION_FAILED)/);
  }
  expect(complaints).toEqual([]);
}, 240_000);

it("keeps nothing of an upload that is refused for the number of its reports", async () => {
  // So many that the first are extracted before the last is read.
  const most = 6 * availableParallelism();
  vi.stubEnv(variableOf("uploadReports"), String(most));
  const text = `云岭集团的员工今天种树。${"\n".repeat(13_000)}天晴。`;
  const rows = Array.from({ length: most + 1 }, (_, i) => `${JSON.stringify({ id: `much-${i}`, text })}\n`);
  const form = new FormData();
  form.append("files", new Blob(rows), "much.jsonl");
  const refused = await fetch(`${serving.url}/api/reports`, { method: "POST", body: form });
  vi.unstubAllEnvs();
  expect(refused.status).toBe(413);
  await upload({ "next.txt": report(60) });
  const listed = await (await fetch(`${serving.url}/api/reports?limit=200`)).text();
  expect(listed).toContain('"next"');
  expect(listed).not.toContain('"much-');
}, 240_000);
