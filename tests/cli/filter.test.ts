/**
 * `extract` and `load`: the same claims in a pipe as in a build.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ExtractedLine } from "../../src/pipeline/line.ts";
import { folder, REPORTS, run } from "./program.ts";

const TEXTS = Object.entries(REPORTS).map(([name, text]) => ({ id: name.replace(".txt", ""), text }));
const rows = (items: readonly unknown[]): string => items.map((item) => `${JSON.stringify(item)}\n`).join("");
const parsed = (out: string): ExtractedLine[] =>
  out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as ExtractedLine);

describe("extract", () => {
  it("answers every line, in order, with offsets into the text that came in", async () => {
    const many = Array.from({ length: 60 }, (_, i) => ({
      id: `text-${i}`,
      text: (TEXTS[i % 3] as { text: string }).text,
    }));
    const { code, out, err } = await run(["extract", "--workers", "2"], folder(), rows(many));
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const lines = parsed(out);
    expect(lines.map((l) => l.id)).toEqual(many.map((m) => m.id));
    const mentions = lines.flatMap((line, i) =>
      line.mentions.map((m) => [m.text, many[i]?.text.slice(m.start, m.end)]),
    );
    expect(mentions.length).toBeGreaterThan(100);
    for (const [text, slice] of mentions) expect(slice).toBe(text);
    // The same text gives the same claims, whatever stands beside it.
    expect(lines[57]?.mentions).toEqual(lines[0]?.mentions);
  });

  it("names lines that cannot be used and does the others", async () => {
    const input = `${rows([TEXTS[0]])}not json\n${rows([{ id: "x" }, { id: "y", text: "" }, { id: "z", text: "好。", date: "soon" }, TEXTS[1]])}{"id":"cut","te`;
    const { code, out, err } = await run(["extract"], folder(), input);
    expect(code).toBe(1);
    expect(parsed(out).map((l) => l.id)).toEqual([TEXTS[0]?.id, TEXTS[1]?.id]);
    for (const number of [2, 3, 4, 5, 7]) expect(err).toContain(`-:${number}: `);
    expect(err.trim().split("\n")).toHaveLength(5);
  });

  it("writes a file under its name when it is complete", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "in.jsonl"), rows(TEXTS));
    expect(await run(["extract", "-i", "in.jsonl", "-o", "out.jsonl"], cwd)).toEqual({
      code: 0,
      out: "",
      err: "",
    });
    expect(parsed(readFileSync(join(cwd, "out.jsonl"), "utf8"))).toHaveLength(3);
    expect((await run(["extract", "-i", "in.jsonl", "-o", "no/folder/out.jsonl"], cwd)).code).toBe(1);
  });
});

describe("load", () => {
  it("makes the graph that a build makes", async () => {
    const [piped, built] = [folder(), folder()];
    const { out } = await run(["extract"], piped, rows(TEXTS));
    writeFileSync(join(piped, "claims.jsonl"), out);
    const loaded = await run(["load", "claims.jsonl", "--json"], piped);
    expect(loaded.code).toBe(0);
    expect(JSON.parse(loaded.out)).toMatchObject({
      reports: { added: ["autumn", "spring", "winter"].sort(), changed: [], unchanged: [] },
    });
    writeFileSync(join(built, "in.jsonl"), rows(TEXTS));
    await run(["build", "in.jsonl"], built);
    const facts = async (cwd: string): Promise<string> =>
      (await run(["export", "--format", "jsonl"], cwd)).out
        .split("\n")
        .filter((line) => !line.includes('"labels":["Report"],"properties"'))
        .join("\n");
    expect(await facts(piped)).toBe(await facts(built));
    const again = await run(["load", "claims.jsonl", "--json"], piped);
    expect(JSON.parse(again.out)).toMatchObject({
      reports: { added: [], changed: [] },
      changes: { nodes: { created: 0, updated: 0, deleted: 0 } },
    });
  });

  it("lets no line take another report's claims away", async () => {
    const cwd = folder();
    const { out } = await run(["extract"], cwd, rows(TEXTS));
    const [first = ""] = out.split("\n");
    const stolen = JSON.parse(first) as {
      id: string;
      report: { id: string };
      claims: object[];
      mentions: object[];
    };
    Object.assign(stolen, {
      id: "other",
      report: { ...stolen.report, id: "other" },
      claims: [],
      mentions: [],
    });
    writeFileSync(join(cwd, "claims.jsonl"), out);
    expect((await run(["load", "claims.jsonl"], cwd)).code).toBe(0);
    /** All but the report that the stolen line makes. */
    const others = async (): Promise<string[]> =>
      (await run(["export", "--format", "jsonl"], cwd)).out
        .split("\n")
        .filter((line) => !line.includes('"id":"report:other"'));
    const before = await others();
    writeFileSync(join(cwd, "stolen.jsonl"), `${JSON.stringify(stolen)}\n`);
    const { out: added } = await run(["load", "stolen.jsonl", "--json"], cwd);
    expect(JSON.parse(added)).toMatchObject({
      reports: { added: ["other"], changed: [] },
      changes: {
        nodes: { created: 1, updated: 0, deleted: 0 },
        edges: { created: 0, updated: 0, deleted: 0 },
      },
    });
    expect(await others()).toEqual(before);
    // Nor when the index is lost, and made again from the segments.
    for (const suffix of ["", "-wal", "-shm"])
      rmSync(join(cwd, ".reportgraph", `index.db${suffix}`), { force: true });
    const { out: again } = await run(["load", "claims.jsonl", "--json"], cwd);
    expect(JSON.parse(again)).toMatchObject({
      reports: { added: [], changed: [], unchanged: ["autumn", "spring", "winter"] },
    });
    expect(await others()).toEqual(before);
    const edited = { ...JSON.parse(first), claims: [] };
    writeFileSync(join(cwd, "claims.jsonl"), `${JSON.stringify(edited)}\n`);
    const { out: told } = await run(["load", "claims.jsonl", "--json"], cwd);
    expect(JSON.parse(told)).toMatchObject({ reports: { changed: [edited.id], unchanged: [] } });
  });

  it("refuses lines that extract did not write, by file and line", async () => {
    const cwd = folder();
    mkdirSync(join(cwd, "in"));
    writeFileSync(
      join(cwd, "claims.jsonl"),
      '{"id":"a"}\n[]\nnull\n{"id":"a","claims":[],"report":{"id":"a","key":"../../x"}}\n{"cut',
    );
    const { code, err } = await run(["load", "claims.jsonl"], cwd);
    expect(code).toBe(1);
    for (const number of [1, 2, 3, 4, 5]) expect(err).toContain(`claims.jsonl:${number}: `);
  });

  it("names the field of a claim that is malformed, and loads all other lines", async () => {
    const cwd = folder();
    const good = (await run(["extract"], cwd, rows(TEXTS))).out.trimEnd().split("\n");
    const [first = "", second = "", third = ""] = good;
    const bad = second.replace(/"confidence":[\d.]+/, '"confidence":"high"');
    expect(bad).not.toBe(second);
    writeFileSync(join(cwd, "claims.jsonl"), `${first}\n${bad}\n${third}\n`);
    const { code, out, err } = await run(["load", "claims.jsonl", "--json"], cwd);
    expect(code).toBe(1);
    expect(err.trim().split("\n")).toEqual([
      expect.stringMatching(/claims\.jsonl:2: .*claims\[\d+\]\.confidence: /),
    ]);
    const added = good.map((line) => (JSON.parse(line) as ExtractedLine).id).filter((_, i) => i !== 1);
    expect(JSON.parse(out)).toMatchObject({ reports: { added: added.sort() } });
  });
});
