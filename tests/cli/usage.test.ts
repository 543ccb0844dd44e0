/**
 * Wrong usage is told as such: exit 2, a hint, nothing on stdout.
 */
import { describe, expect, it } from "vitest";
import { version } from "../../src/version.ts";
import { folder, run } from "./program.ts";

describe("wrong usage exits 2 and says what is wrong", () => {
  it.each([
    ["an unknown command", ["biuld"], "build"],
    ["an unknown option", ["build", "--wrokers", "2"], "--workers"],
    ["a missing argument", ["show"], "entity"],
    ["a missing option", ["export"], "--format"],
    ["a missing query", ["query"], "--saved"],
    ["an unknown saved query", ["query", "--saved", "no-such"], "projects-by-investment"],
    [
      "a parameter that is none",
      ["query", "--saved", "projects-by-investment", "--param", "nonsense=1"],
      "nonsense",
    ],
    ["a date that is none", ["build", "--date", "2023-02-30"], "YYYY-MM-DD"],
    ["workers that are none", ["build", "--workers", "0"], "1"],
    ["a format that is none", ["export", "--format", "docx"], "graphml"],
    ["a store that is none", ["build", "--store", "ftp://x"], "bolt://"],
    ["a store without a name", ["build", "--store", ""], "the name of the store is empty"],
    ["two output forms", ["query", "RETURN 1", "--json", "--csv"], "--csv"],
    [
      "a token that no header can carry",
      ["serve", "--port", "0", "--token", "一个足够长的中文口令一二三四五六七"],
      "ASCII",
    ],
    ["a confidence that is none", ["serve", "--min-confidence", "80"], "0 to 1"],
    ["a port that is none", ["serve", "--port", "70000"], "65535"],
  ])("%s", async (_, args, hint) => {
    const { code, out, err } = await run(args, folder());
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(hint);
    expect(err).not.toContain("    at ");
  });
});

describe("what is not there exits 1 and says what to do", () => {
  it.each([
    ["an input", ["build", "nowhere.txt"], "nowhere.txt"],
    ["an input of extract", ["extract", "-i", "nowhere.jsonl"], "nowhere.jsonl"],
    ["a store to ask", ["query", "MATCH (n) RETURN n"], "reportgraph build"],
    ["a store to show", ["show", "某地"], "reportgraph build"],
    ["a folder of gold files", ["evaluate", "nowhere"], "nowhere"],
    ["claims to load", ["load", "nowhere.jsonl"], "nowhere.jsonl"],
    ["a store that is a file", ["load", "-", "--store", "/dev/null"], "/dev/null"],
    ["a store in a file", ["load", "-", "--store", "/dev/null/store"], "/dev/null/store"],
    ["a store with a name too long", ["load", "-", "--store", "n".repeat(300)], "nnn"],
    ["a file to explain", ["explain", "nowhere.txt"], "nowhere.txt"],
    ["a folder to explain", ["explain", "/"], "/: is no file"],
  ])("%s", async (_, args, hint) => {
    const { code, err } = await run(args, folder());
    expect(code).toBe(1);
    expect(err).toContain(hint);
    expect(err).not.toContain("    at ");
  });
});

describe("help", () => {
  it("lists the commands and the exit codes", async () => {
    const { code, out } = await run(["--help"], folder());
    expect(code).toBe(0);
    for (const verb of [
      "build",
      "extract",
      "load",
      "query",
      "show",
      "explain",
      "remove",
      "status",
      "merge",
      "split",
      "judgements",
      "export",
      "check",
      "evaluate",
      "serve",
    ])
      expect(out).toMatch(new RegExp(`^  ${verb}\\b`, "m"));
    expect(out).toContain("2 wrong usage");
  });
  it("tells the version", async () => {
    expect(await run(["--version"], folder())).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });
});
