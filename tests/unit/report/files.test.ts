import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { defaultReadingLimits, megabytes } from "../../../src/limits.ts";
import {
  type InputResult,
  type ReadInputsOptions,
  readGiven,
  readInputs,
} from "../../../src/report/files.ts";
import { uniqueIds } from "../../../src/report/ids.ts";
import { failureText, failureTextZh } from "../../../src/report/unread.ts";
import { folderWith, zipOf } from "./fixtures.ts";

const told = (result: InputResult): string =>
  "error" in result
    ? result.error.code
    : "unread" in result
      ? `not: ${result.unread.code}`
      : result.report.id;

/** `source → id`, `source → code`, or `source → not: reason`, sources relative to `root`. */
async function results(
  root: string,
  names: readonly string[],
  options: ReadInputsOptions = {},
): Promise<Record<string, string>> {
  const out: Record<string, string> = {};
  const paths = names.map((name) => join(root, name));
  for await (const result of readInputs(paths, options)) {
    out[result.source.replace(`${root}/`, "")] = told(result);
    if ("error" in result) expect(result.error.message).toContain(result.source);
  }
  return out;
}

describe("readInputs", () => {
  test("a folder: sorted, every file accounted for, a failure does not stop the others", async () => {
    const root = folderWith({
      "b/2.md": "# 乙\n\n乙。",
      "a.txt": "甲。",
      "c.doc": "x",
      ".hidden.txt": "x",
      ".git/x.txt": "x",
      "b/1.txt": "",
      "z.html": "<p>丙。",
    });
    const found = await results(
      root,
      ["."].map(() => ""),
    );
    expect(Object.entries(found)).toEqual([
      [".git", "not: HIDDEN"],
      [".hidden.txt", "not: HIDDEN"],
      ["a.txt", "a"],
      ["b/1.txt", "INPUT_EMPTY"],
      ["b/2.md", "2"],
      ["c.doc", "not: OLD_WORD"],
      ["z.html", "z"],
    ]);
  });

  test("what is named must be readable", async () => {
    const root = folderWith({ "c.doc": "x", "empty/.keep": "" });
    expect(await results(root, ["c.doc", "none.txt", "empty"])).toEqual({
      "c.doc": "INPUT_FORMAT",
      "empty/.keep": "not: HIDDEN",
      "none.txt": "INPUT_NOT_FOUND",
      empty: "INPUT_EMPTY",
    });
  });

  test("a file named twice, or linked, is one input", async () => {
    const root = folderWith({ "d/a.txt": "甲。" });
    symlinkSync(join(root, "d"), join(root, "d/loop"));
    for (const names of [
      ["d", "d/a.txt"],
      ["d/a.txt", "d"],
    ])
      expect(await results(root, names)).toEqual({ "d/a.txt": "a" });
  });

  test("equal stems get their folders, whatever the order", async () => {
    const root = folderWith({ "2023/x.txt": "甲。", "2024/x.txt": "乙。", "2024/y.txt": "丙。" });
    const expected = { "2023/x.txt": "x~2023", "2024/x.txt": "x~2024", "2024/y.txt": "y" };
    expect(await results(root, ["2023", "2024"])).toEqual(expected);
    expect(await results(root, ["2024/x.txt", "2023", "2024/y.txt"])).toEqual(expected);
  });

  test("the date of the call wins, a wrong one is refused", async () => {
    const root = folderWith({ "a.txt": "2023-08-04 10:00\n甲。" });
    for await (const result of readInputs([join(root, "a.txt")], { date: "2024-01-02" })) {
      expect("report" in result && result.report.date).toBe("2024-01-02");
    }
    await expect(readInputs([root], { date: "soon" }).next()).rejects.toMatchObject({ code: "DATE_INVALID" });
  });
});

describe("nothing vanishes", () => {
  test("a file of each kind is read or told with the reason", async () => {
    const root = folderWith({
      "a.txt": "甲。",
      "b.doc": "x",
      "c.wps": "x",
      "d.ofd": "x",
      "e.png": "x",
      "~$a.docx": "x",
      "f.rar": "x",
      "g.xyz": "x",
      README: "x",
      "Thumbs.db": "x",
      "n.zip": zipOf({
        "in.zip": zipOf({ "deep.zip": zipOf({ "x.txt": "x" }), "b.txt": "乙。" }),
        "c.doc": "x",
      }),
      "long.txt": "丙。".repeat(60),
    });
    execFileSync("mkfifo", [join(root, "pipe.txt")]);
    symlinkSync("/dev/zero", join(root, "zero.txt"));
    const limits = { ...defaultReadingLimits, documentCharacters: 100 };
    expect(await results(root, [""], { limits })).toEqual({
      "a.txt": "a",
      "b.doc": "not: OLD_WORD",
      "c.wps": "not: WPS_TEXT",
      "d.ofd": "not: OFD",
      "e.png": "not: PICTURE",
      "f.rar": "not: ARCHIVE",
      "g.xyz": "not: OTHER_KIND",
      "long.txt": "INPUT_TOO_LARGE",
      "n.zip/c.doc": "not: OLD_WORD",
      "n.zip/in.zip/b.txt": "b",
      "n.zip/in.zip/deep.zip": "not: NESTED_ARCHIVE",
      "pipe.txt": "not: NO_FILE",
      README: "not: NO_EXTENSION",
      "Thumbs.db": "not: SYSTEM",
      "zero.txt": "not: NO_FILE",
      "~$a.docx": "not: LOCK_FILE",
    });
  });

  test.skipIf(!existsSync("/proc/self/pagemap"))(
    "a file that never ends is told as too large, and one that says nothing of its size is read",
    async () => {
      const root = folderWith({});
      // The system says that both are empty.
      symlinkSync("/proc/self/pagemap", join(root, "endless.txt"));
      symlinkSync("/proc/self/limits", join(root, "limits.txt"));
      const limits = { ...defaultReadingLimits, documentBytes: 2 ** 20 };
      expect(await results(root, [""], { limits, links: true })).toEqual({
        "endless.txt": "INPUT_TOO_LARGE",
        "limits.txt": "limits",
      });
    },
    60_000,
  );

  test("a link is read where it leads to what was named, else told, unless all are followed", async () => {
    const root = folderWith({
      "in/a.txt": "甲。",
      "in/kept/b.txt": "乙。",
      "out/c.txt": "丙。",
      "out/d/e.txt": "丁。",
    });
    for (const [name, target] of [
      ["file.txt", "../out/c.txt"],
      ["folder", "../out/d"],
      ["inside.txt", "kept/b.txt"],
      ["gone.txt", "../out/none.txt"],
    ] as const)
      symlinkSync(target, join(root, "in", name));
    const here = { "in/a.txt": "a", "in/gone.txt": "INPUT_NOT_FOUND", "in/inside.txt": "inside" };
    const outside = { "in/file.txt": "not: LINK_OUTSIDE", "in/folder": "not: LINK_OUTSIDE" };
    expect(await results(root, ["in"])).toEqual({ ...here, ...outside });
    const followed = { "in/file.txt": "file", "in/folder/e.txt": "e" };
    expect(await results(root, ["in"], { links: true })).toEqual({ ...here, ...followed });
    // Named, too, what they lead to is one input.
    expect(await results(root, ["in", "out"])).toEqual({ ...here, ...followed });
    expect(await results(root, ["in/file.txt"])).toEqual({ "in/file.txt": "file" });
    symlinkSync("in", join(root, "way"));
    expect(Object.keys(await results(root, ["way"]))).toContain("way/a.txt");
  });

  test("a file name in GBK bytes is read under its name", async () => {
    const root = folderWith({});
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), iconv.encode("公报.txt", "gbk")]), "甲。");
    expect(await results(root, [""])).toEqual({ "公报.txt": "公报" });
  });
});

describe("files given as bytes", () => {
  const given = async (files: Record<string, Uint8Array>): Promise<Record<string, string>> => {
    const out: Record<string, string> = {};
    const list = Object.entries(files).map(([name, bytes]) => ({ name, bytes }));
    for await (const result of readGiven(list)) out[result.source] = told(result);
    return out;
  };

  test("members of one name in two folders, and two formats of one name, are all kept", async () => {
    const archive = zipOf({
      "2023/x.txt": "甲。",
      "2024/x.txt": "乙。",
      "y.txt": "丙。",
      "y.html": "<p>丁。",
    });
    expect(await given({ "all.zip": archive })).toEqual({
      "all.zip/2023/x.txt": "x~2023",
      "all.zip/2024/x.txt": "x~2024",
      "all.zip/y.html": "y~html",
      "all.zip/y.txt": "y~txt",
    });
  });

  test("an archive that is cut, or holds only an archive or rows", async () => {
    const inner = zipOf({ "a.txt": "甲。" });
    expect(await given({ "cut.zip": zipOf({ "a.txt": "甲。", "b.txt": "乙。" }).slice(0, -60) })).toEqual({
      "cut.zip": "INPUT_TRUNCATED",
    });
    const rows = Buffer.from('{"id":"r1","text":"乙。"}\n');
    expect(await given({ "n.zip": zipOf({ "in.zip": inner, "r.jsonl": rows }) })).toEqual({
      "n.zip/in.zip/a.txt": "a",
      "n.zip/r.jsonl:1": "r1",
    });
  });
});

describe("json lines", () => {
  const rows = [
    '{"id":"r1","text":"甲。","date":"2023-08-04"}',
    "",
    '{"id":"r2"',
    '{"id":"r3","text":"  "}',
    '{"id":"r1","text":"乙。"}',
    '{"id":"r4","text":"丙。","date":"soon"}',
    "[1]",
    '{"id":"r5","text":"丁。"}',
  ];

  test("a broken line names itself, the others go on", async () => {
    const root = folderWith({ "a.jsonl": `\ufeff${rows.join("\n")}\n` });
    expect(await results(root, ["a.jsonl"])).toEqual({
      "a.jsonl:1": "r1",
      "a.jsonl:3": "INPUT_JSON",
      "a.jsonl:4": "INPUT_EMPTY",
      "a.jsonl:5": "INPUT_DUPLICATE_ID",
      "a.jsonl:6": "INPUT_JSON",
      "a.jsonl:7": "INPUT_JSON",
      "a.jsonl:8": "r5",
    });
  });

  test("a last line that breaks off is a file cut short", async () => {
    const whole = '{"id":"r1","text":"甲。"}\n{"id":"r2","text":"乙丙丁。"}';
    const root = folderWith({
      "whole.jsonl": whole,
      "cut.jsonl": whole.slice(0, -3),
      "bytes.jsonl": Buffer.from(whole).subarray(0, -6),
      "gb.jsonl": iconv.encode(whole, "gb18030"),
      "none.jsonl": "\n",
    });
    expect(await results(root, ["whole.jsonl"])).toEqual({ "whole.jsonl:1": "r1", "whole.jsonl:2": "r2" });
    expect(await results(root, ["cut.jsonl"])).toEqual({
      "cut.jsonl:1": "r1",
      "cut.jsonl:2": "INPUT_TRUNCATED",
    });
    expect(await results(root, ["bytes.jsonl"])).toEqual({
      "bytes.jsonl:1": "r1",
      "bytes.jsonl:2": "INPUT_TRUNCATED",
    });
    expect(await results(root, ["gb.jsonl"])).toEqual({
      "gb.jsonl:1": "INPUT_UNDECODABLE",
      "gb.jsonl:2": "INPUT_UNDECODABLE",
    });
    expect(await results(root, ["none.jsonl"])).toEqual({ "none.jsonl": "INPUT_EMPTY" });
  });

  test("ids that meet those of other inputs are told apart, in any order", async () => {
    const root = folderWith({
      "r1.txt": "甲。",
      "a.jsonl": '{"id":"r1","text":"乙。"}\n{"id":"r2","text":"丙。"}\n',
    });
    const forth = await results(root, ["r1.txt", "a.jsonl"]);
    expect(forth["a.jsonl:1"]).toBe("r1~a");
    expect(forth["a.jsonl:2"]).toBe("r2");
    expect(new Set(Object.values(forth)).size).toBe(3);
    expect(await results(root, ["a.jsonl", "r1.txt"])).toEqual(forth);
  });
});

describe("zip", () => {
  test("members in the order of their names, hidden and other ones told", async () => {
    const root = folderWith({
      "p.zip": zipOf({
        "b/2.txt": "乙。",
        "a.txt": "甲。",
        "__MACOSX/a.txt": "x",
        ".x.txt": "x",
        "c.png": "x",
        "r.jsonl": '{"id":"q","text":"丁。"}\n',
        "../up.txt": "丙。",
      }),
    });
    expect(await results(root, ["p.zip"])).toEqual({
      "p.zip/../up.txt": "not: ODD_PATH",
      "p.zip/.x.txt": "not: HIDDEN",
      "p.zip/__MACOSX/a.txt": "not: SYSTEM",
      "p.zip/c.png": "not: PICTURE",
      "p.zip/a.txt": "a",
      "p.zip/b/2.txt": "2",
      "p.zip/r.jsonl:1": "q",
    });
  });

  test("names in GBK are read", async () => {
    const name = iconv.encode("江城.txt", "gb18030");
    const plain = zipOf({ ["x".repeat(name.length)]: "甲。" });
    const bytes = Buffer.from(plain);
    for (
      let at = bytes.indexOf("x".repeat(name.length));
      at >= 0;
      at = bytes.indexOf("x".repeat(name.length), at + 1)
    )
      name.copy(bytes, at);
    const root = folderWith({ "p.zip": bytes });
    expect(await results(root, ["p.zip"])).toEqual({ "p.zip/江城.txt": "江城" });
  });

  test("cut, locked, broken and empty archives", async () => {
    const whole = Buffer.from(zipOf({ "a.txt": "甲。".repeat(50) }));
    const locked = Buffer.from(whole);
    const entry = locked.lastIndexOf("PK\u0001\u0002", undefined, "latin1");
    locked.writeUInt16LE(locked.readUInt16LE(entry + 8) | 1, entry + 8);
    const broken = Buffer.from(whole);
    broken[40] = (broken[40] as number) ^ 0xff;
    // The text is whole, and not the one that was packed.
    const other = Buffer.from(whole);
    for (const at of [14, other.lastIndexOf("PK\u0001\u0002", undefined, "latin1") + 16])
      other.writeUInt32LE((other.readUInt32LE(at) ^ 1) >>> 0, at);
    const root = folderWith({
      "crc.zip": other,
      "cut.zip": whole.subarray(0, -10),
      "locked.zip": locked,
      "broken.zip": broken,
      "no.zip": "text",
      "none.zip": zipOf({ "a.png": "x" }),
    });
    expect(
      await results(root, ["crc.zip", "cut.zip", "locked.zip", "broken.zip", "no.zip", "none.zip"]),
    ).toEqual({
      "crc.zip/a.txt": "INPUT_CORRUPT",
      "cut.zip": "INPUT_TRUNCATED",
      "locked.zip/a.txt": "INPUT_ENCRYPTED",
      "broken.zip/a.txt": "INPUT_CORRUPT",
      "no.zip": "INPUT_TRUNCATED",
      "none.zip": "INPUT_EMPTY",
      "none.zip/a.png": "not: PICTURE",
    });
  });

  test("members that overlap are refused", async () => {
    const one = Buffer.from(zipOf({ "a.txt": "甲。".repeat(50), "b.txt": "甲。".repeat(50) }));
    const second = one.lastIndexOf("PK\u0001\u0002", undefined, "latin1");
    const first = one.indexOf("PK\u0001\u0002", 0, "latin1");
    one.copy(one, second + 42, first + 42, first + 46);
    const root = folderWith({ "o.zip": one });
    expect(await results(root, ["o.zip"])).toEqual({ "o.zip": "INPUT_CORRUPT" });
  });

  /** The second of two members as a link of Unix. */
  const withLink = (second: string): Buffer => {
    const bytes = Buffer.from(zipOf({ "a.txt": "甲。", [second]: "../../secret.txt" }));
    const entry = bytes.lastIndexOf("PK\u0001\u0002", undefined, "latin1");
    bytes.writeUInt16LE((3 << 8) | 20, entry + 4);
    bytes.writeUInt32LE((0o120_777 << 16) >>> 0, entry + 38);
    return bytes;
  };

  test("a link in an archive is told, where it leads is no text of a report", async () => {
    const root = folderWith({ "l.zip": withLink("b.txt") });
    expect(await results(root, ["l.zip"])).toEqual({ "l.zip/a.txt": "a", "l.zip/b.txt": "not: LINK" });
  });

  test("names that no file has are told, names behind ./ are read, and neither takes others along", async () => {
    const root = folderWith({
      "n.zip": zipOf({
        "a\u0000b.txt": "甲。",
        "./in/c.txt": "乙。",
        "d.txt": "丙。",
        [`${"长".repeat(501)}.txt`]: "丁。",
      }),
      "r.jsonl": ["x\u0000", "y"].map((id) => `${JSON.stringify({ id, text: "丁。" })}\n`).join(""),
      "t.jsonl": ["云岭\u0000集团。", "戊。"]
        .map((text, i) => `${JSON.stringify({ id: `t${i}`, text })}\n`)
        .join(""),
    });
    expect(await results(root, ["n.zip", "r.jsonl", "t.jsonl"])).toEqual({
      "n.zip/a\ufffdb.txt": "INPUT_CORRUPT",
      [`n.zip/${"长".repeat(100)}…`]: "INPUT_CORRUPT",
      "n.zip/d.txt": "d",
      "n.zip/in/c.txt": "c",
      "r.jsonl:1": "INPUT_BINARY",
      "r.jsonl:2": "y",
      "t.jsonl:1": "INPUT_BINARY",
      "t.jsonl:2": "t1",
    });
  });

  test("an archive with more members than it says is refused: its number began again at 0", async () => {
    const bytes = Buffer.from(zipOf({ "a.txt": "甲。", "b.txt": "乙。", "c.txt": "丙。" }));
    const end = bytes.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
    for (const at of [8, 10]) bytes.writeUInt16LE(1, end + at);
    const root = folderWith({ "m.zip": bytes });
    expect(await results(root, ["m.zip"])).toEqual({ "m.zip": "INPUT_CORRUPT" });
    for await (const result of readGiven([{ name: "m.zip", bytes }]))
      expect(told(result)).toBe("INPUT_CORRUPT");
  });

  test.skipIf(!existsSync("/proc/self/fd"))("archives that cannot be opened keep no file open", async () => {
    const root = folderWith(
      Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.zip`, "no archive"])),
    );
    const open = (): number => readdirSync("/proc/self/fd").length;
    const before = open();
    await results(root, [""]);
    expect(open()).toBeLessThan(before + 10);
  });

  test("bombs are refused by ratio, by size, by number, and when they lie", async () => {
    const bomb = zipOf({ "a.txt": new Uint8Array(8 * 2 ** 20).fill(0x61), "b.txt": "甲。" });
    const liar = Buffer.from(bomb);
    const entry = liar.indexOf("PK\u0001\u0002", 0, "latin1");
    liar.writeUInt32LE(1000, entry + 24);
    const root = folderWith({ "bomb.zip": bomb, "liar.zip": liar });
    expect(await results(root, ["bomb.zip"])).toEqual({
      "bomb.zip/a.txt": "INPUT_TOO_LARGE",
      "bomb.zip/b.txt": "b",
    });
    expect(await results(root, ["liar.zip"])).toEqual({
      "liar.zip/a.txt": "INPUT_CORRUPT",
      "liar.zip/b.txt": "b",
    });
    const few = { ...defaultReadingLimits, archiveMembers: 1 };
    expect(await results(root, ["bomb.zip"], { limits: few })).toEqual({ "bomb.zip": "INPUT_TOO_LARGE" });
    const small = { ...defaultReadingLimits, archiveRatio: 1e6, archiveUnpackedBytes: 2 ** 20 };
    expect(await results(root, ["bomb.zip"], { limits: small })).toEqual({
      "bomb.zip/a.txt": "INPUT_TOO_LARGE",
      "bomb.zip/b.txt": "b",
    });
  });
});

describe("uniqueIds", () => {
  test("as many folders as it takes, then the extension, then a hash", () => {
    expect(uniqueIds([{ source: "a/q/x.txt" }, { source: "b/q/x.txt" }, { source: "y.txt" }])).toEqual([
      "x~a~q",
      "x~b~q",
      "y",
    ]);
    expect(uniqueIds([{ source: "x.txt" }, { source: "x.md" }])).toEqual(["x~txt", "x~md"]);
    const [first, second] = uniqueIds([{ source: "./x.txt" }, { source: "../x.txt" }]);
    expect(first).toMatch(/^x~[0-9a-f]{8}$/);
    expect(second).not.toBe(first);
  });
});

describe("what is said of a file that could not be read", () => {
  test("tells what to do, in both languages, once", () => {
    expect(failureText("INPUT_TRUNCATED", "a.docx: the file was cut short")).toBe(
      "a.docx: the file was cut short; copy or download it again",
    );
    expect(failureText("INPUT_ENCRYPTED", "a: has a password; save it without one")).toBe(
      "a: has a password; save it without one",
    );
    expect(failureTextZh("INPUT_EMPTY")).toBe("没有内容；无需处理；如应有内容请检查原文件");
    expect(failureText("INTERNAL", "x")).toBe("x");
    expect(failureTextZh("INTERNAL")).toBeUndefined();
  });
  test("has sizes that people read", () => {
    expect([314_572_800, 1_572_864, 12_288, 17].map(megabytes)).toEqual([
      "300 MB",
      "1.5 MB",
      "12 KB",
      "17 bytes",
    ]);
  });
});
