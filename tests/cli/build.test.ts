/**
 * `build`, `status`, `remove`: what comes in, what stays, what goes.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lockWorkspace } from "../../src/workspace/lock.ts";
import { folder, REPORTS, run } from "./program.ts";

interface Told {
  reports: { added: string[]; changed: string[]; unchanged: string[] };
  failed: { source: string; code: string }[];
  changes: Record<"nodes" | "edges", Record<"created" | "updated" | "deleted" | "unchanged", number>>;
}

function withReports(names: readonly string[] = Object.keys(REPORTS)): string {
  const cwd = folder();
  mkdirSync(join(cwd, "reports"));
  for (const name of names) writeFileSync(join(cwd, "reports", name), REPORTS[name] as string);
  return cwd;
}

async function build(
  cwd: string,
  args: readonly string[] = ["reports"],
): Promise<{ code: number | null; err: string; told: Told }> {
  const { code, out, err } = await run(["build", ...args, "--json"], cwd);
  return { code, err, told: JSON.parse(out) as Told };
}

const exported = async (cwd: string): Promise<string> =>
  (await run(["export", "--format", "jsonl"], cwd)).out;

describe("build", () => {
  it("reads a folder, and again changes nothing", async () => {
    const cwd = withReports();
    const first = await build(cwd);
    expect(first).toMatchObject({
      code: 0,
      err: "",
      told: { reports: { added: ["autumn", "spring", "winter"], changed: [], unchanged: [] }, failed: [] },
    });
    expect(first.told.changes.nodes.created).toBeGreaterThan(10);
    const before = await exported(cwd);
    const second = await build(cwd);
    expect(second.told.reports).toEqual({
      added: [],
      changed: [],
      unchanged: ["autumn", "spring", "winter"],
    });
    for (const of of ["nodes", "edges"] as const)
      expect(second.told.changes[of]).toMatchObject({ created: 0, updated: 0, deleted: 0 });
    expect(await exported(cwd)).toBe(before);
  });

  it("accounts for every file: summary, JSON and status agree, exit 1 only for what should have been read", async () => {
    const cwd = withReports();
    const put = (name: string, content: string | Buffer): void =>
      writeFileSync(join(cwd, "reports", name), content);
    for (const name of ["old.doc", "p.png", "q.png", "~$a.docx"]) put(name, "x");
    put(
      "bad.txt",
      Buffer.concat([Buffer.from("云岭市召开会议。"), Buffer.from([0xff]), Buffer.from("会上说。")]),
    );
    const first = await run(["build", "reports"], cwd);
    expect(first.code).toBe(0);
    expect(first.out).toContain("files    4 read, 4 not read: 1 LOCK_FILE, 1 OLD_WORD, 2 PICTURE");
    expect(first.err).toContain("old.doc");
    expect(first.err).toContain("bad.txt: one place is damaged");
    put("empty.txt", "");
    const { code, told } = await build(cwd);
    expect(code).toBe(1);
    const names = ["empty.txt", "old.doc", "p.png", "q.png", "~$a.docx"].map((name) => `reports/${name}`);
    const notRead = (told as unknown as { notRead: { source: string }[] }).notRead;
    expect([...told.failed, ...notRead].map(({ source }) => source).sort()).toEqual(names);
    const status = JSON.parse((await run(["status", "--json"], cwd)).out) as { notRead: { path: string }[] };
    expect(status.notRead.map(({ path }) => path)).toEqual(names);
    rmSync(join(cwd, "reports", "empty.txt"));
    rmSync(join(cwd, "reports", "p.png"));
    await build(cwd);
    expect((await run(["status"], cwd)).out).toContain("4 read, 3 not read");
  });

  it("gives the same bytes in another folder, from other paths, in another order, with other workers", async () => {
    const [one, two] = [withReports(), withReports()];
    renameSync(join(two, "reports"), join(two, "elsewhere"));
    await build(one, ["reports", "--workers", "1"]);
    await build(
      two,
      ["winter", "autumn", "spring"].map((n) => join(two, "elsewhere", `${n}.txt`)).concat("--workers", "2"),
    );
    const graph = await exported(one);
    expect(graph).toContain("云岭新材料产业园");
    expect(await exported(two)).toBe(graph);
    expect(graph).not.toContain(one);
  });

  it("gives the same graph at once and one by one", async () => {
    const [one, two] = [withReports(), withReports()];
    await build(one);
    for (const name of ["winter.txt", "spring.txt", "autumn.txt"]) await build(two, [`reports/${name}`]);
    expect(await exported(two)).toBe(await exported(one));
  });

  it("names a broken file, does the others, exits 1, and keeps what was read of it before", async () => {
    const cwd = withReports();
    await build(cwd);
    const before = await exported(cwd);
    writeFileSync(join(cwd, "reports", "spring.txt"), Buffer.from([0, 1, 2, 0, 255, 254, 0, 3, 0, 0, 0, 9]));
    writeFileSync(join(cwd, "reports", "empty.txt"), "");
    const { code, err, told } = await build(cwd);
    expect(code).toBe(1);
    expect(told.failed.map((f) => f.source).sort()).toEqual(["reports/empty.txt", "reports/spring.txt"]);
    expect(told.reports.unchanged).toEqual(["autumn", "winter"]);
    for (const name of ["reports/empty.txt", "reports/spring.txt"]) expect(err).toContain(name);
    expect(err.trim().split("\n")).toHaveLength(2);
    expect(await exported(cwd)).toBe(before);
  });

  it("replaces only the claims of a changed file; remove takes what only that report said", async () => {
    const cwd = withReports();
    await build(cwd);
    const before = await exported(cwd);
    writeFileSync(
      join(cwd, "reports", "winter.txt"),
      (REPORTS["winter.txt"] as string).replaceAll("远帆冷链物流基地", "星海冷链物流基地"),
    );
    const { told } = await build(cwd);
    expect(told.reports).toEqual({ added: [], changed: ["winter"], unchanged: ["autumn", "spring"] });
    const changed = await exported(cwd);
    expect(changed).toContain("星海冷链物流基地");
    expect(changed).not.toContain("远帆冷链物流基地");
    expect(changed).toContain("云岭新材料产业园");
    writeFileSync(join(cwd, "reports", "winter.txt"), REPORTS["winter.txt"] as string);
    await build(cwd);
    expect(await exported(cwd)).toBe(before);

    const removed = await run(["remove", "winter", "--json"], cwd);
    expect(removed.code).toBe(0);
    const two = withReports(["spring.txt", "autumn.txt"]);
    await build(two);
    expect(await exported(cwd)).toBe(await exported(two));
    expect(await run(["remove", "winter"], cwd)).toMatchObject({ code: 1, out: "" });
  });

  it("takes --date for the named files and keeps it", async () => {
    const cwd = withReports(["winter.txt"]);
    await build(cwd, ["reports", "--date", "2021-02-03"]);
    const dateIn = async (): Promise<string> =>
      (JSON.parse((await run(["status", "--json"], cwd)).out) as { reports: { date: string }[] }).reports[0]
        ?.date ?? "";
    expect(await dateIn()).toBe("2021-02-03");
    expect((await build(cwd)).told.reports.unchanged).toEqual(["winter"]);
    expect(await dateIn()).toBe("2021-02-03");
    expect((await build(cwd, ["reports", "--date", "2021-02-04"])).told.reports.changed).toEqual(["winter"]);
    expect(await dateIn()).toBe("2021-02-04");
  });

  it("does not let another file of the same name take a report's place", async () => {
    const cwd = withReports(["spring.txt"]);
    await build(cwd);
    mkdirSync(join(cwd, "later"));
    writeFileSync(join(cwd, "later", "spring.txt"), REPORTS["autumn.txt"] as string);
    const { code, told } = await build(cwd, ["later"]);
    expect(code).toBe(1);
    expect(told.failed).toMatchObject([{ source: "later/spring.txt", code: "REPORT_ID_TAKEN" }]);
    // Both at once can be told apart; the first keeps its id.
    const both = await build(cwd, ["reports", "later"]);
    expect(both.code).toBe(0);
    expect(both.told.reports).toEqual({ added: ["spring~later"], changed: [], unchanged: ["spring"] });
  });

  it("writes to a file that is complete or not there, also with the store in memory", async () => {
    const cwd = withReports(["spring.txt"]);
    const { code, out } = await run(
      ["build", "reports/spring.txt", "--store", "memory:", "--export", "spring.jsonl"],
      cwd,
    );
    expect(code).toBe(0);
    expect(out).toContain("1 added");
    const lines = readFileSync(join(cwd, "spring.jsonl"), "utf8")
      .trimEnd()
      .split("\n")
      .map((l) => JSON.parse(l) as { type: string });
    expect(new Set(lines.map((l) => l.type))).toEqual(new Set(["node", "relationship"]));
    const failed = await run(
      ["build", "reports/spring.txt", "--store", "memory:", "--export", "no/such/folder.jsonl"],
      cwd,
    );
    expect(failed.code).toBe(1);
    expect(failed.err).toContain("no/such/folder.jsonl");
  });

  it("lets one process write at a time", async () => {
    const cwd = withReports();
    const release = lockWorkspace(join(cwd, ".reportgraph"));
    const refused = await run(["build", "reports"], cwd);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(String(process.pid));
    release();
    expect((await run(["build", "reports"], cwd)).code).toBe(0);
  });
});

describe("status", () => {
  it("tells current, changed and gone files", async () => {
    const cwd = withReports();
    await build(cwd);
    writeFileSync(join(cwd, "reports", "spring.txt"), `${REPORTS["spring.txt"]}新的一句话。\n`);
    rmSync(join(cwd, "reports", "winter.txt"));
    const { code, out } = await run(["status", "--json"], cwd);
    expect(code).toBe(0);
    const { reports, store } = JSON.parse(out) as {
      reports: { id: string; state: string; path: string }[];
      store: { nodes: Record<string, number> };
    };
    expect(reports.map((r) => [r.id, r.state])).toEqual([
      ["autumn", "current"],
      ["spring", "changed"],
      ["winter", "gone"],
    ]);
    expect(reports[0]?.path).toBe("reports/autumn.txt");
    expect(store.nodes["Report"]).toBe(3);
  });
});
