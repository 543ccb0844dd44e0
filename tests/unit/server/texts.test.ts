import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Signature } from "../../../src/server/answers/signature.ts";
import { TextBook } from "../../../src/server/answers/texts.ts";
import type { WorkspaceApi } from "../../../src/server/workspace-api.ts";

const sentence = (text: string) => ({
  text,
  kind: "body" as const,
  article: 0,
  paragraph: 0,
  start: 0,
  end: text.length,
});

/** A workspace of texts that counts how often each is read. */
function shelf(texts: Map<string, string>) {
  const reads: string[] = [];
  let revision = 1;
  const workspace = {
    revision: async () => String(revision),
    reports: async () =>
      [...texts.keys()].map((id) => ({ id, title: id, source: id, characters: 0, sentences: 1 })),
    textKey: async (id: string) => texts.get(id),
    text: async (id: string) => {
      reads.push(id);
      const text = texts.get(id);
      return text === undefined ? undefined : { sentences: [sentence(text)] };
    },
  } as unknown as WorkspaceApi;
  return {
    workspace,
    reads,
    changed: () => {
      revision += 1;
    },
  };
}

async function found(book: TextBook, words: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { id, sentences } of book.with(words))
    if (sentences.some(({ text }) => text.toLowerCase().includes(words.toLowerCase()))) ids.push(id);
  return ids.sort();
}

describe("a signature", () => {
  it("never says of words that stand in a text that they do not", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.nat(),
        fc.nat(),
        (text, from, length) => {
          const signature = new Signature([text], text.length);
          const start = text.length === 0 ? 0 : from % text.length;
          const words = text.slice(start, start + (length % 12));
          // Half a character, or a Σ that no longer ends its word, does not stand in the text as a search reads it.
          const stands = text.toLowerCase().includes(words.toLowerCase());
          return !stands || signature.may(words);
        },
      ),
    );
  });

  it("says of most other words that they do not", () => {
    const text = "云岭集团在青禾县投资建设光伏电站，装机容量为20万千瓦。";
    const signature = new Signature([text], text.length);
    const absent = ["储能项目", "港口码头", "医院大楼", "半导体厂", "污水处理", "高速公路"];
    expect(absent.filter((words) => !signature.may(words)).length).toBeGreaterThan(4);
    expect(signature.may("青禾县")).toBe(true);
  });
});

describe("texts that do not fit into memory", () => {
  const texts = new Map<string, string>(
    Array.from(
      { length: 40 },
      (_, i) => [`r${i}`, `第${i}篇：${i === 7 ? "石湖水库已经开工" : "青禾光伏电站已经并网发电"}`] as const,
    ),
  );

  it("are read once; a search reads only those that may have the words", async () => {
    const { workspace, reads } = shelf(new Map(texts));
    const book = new TextBook(workspace, { kept: 0, signed: 1e6 });
    expect(await found(book, "石湖水库")).toEqual(["r7"]);
    expect(reads.length).toBe(40);
    reads.length = 0;
    expect(await found(book, "石湖水库")).toEqual(["r7"]);
    expect(reads).toContain("r7");
    expect(reads.length).toBeLessThan(8);
  });

  it("are read again where even signatures have no room", async () => {
    const { workspace, reads } = shelf(new Map(texts));
    const book = new TextBook(workspace, { kept: 0, signed: 0 });
    expect(await found(book, "石湖水库")).toEqual(["r7"]);
    reads.length = 0;
    expect(await found(book, "石湖水库")).toEqual(["r7"]);
    expect(reads.length).toBe(40);
  });

  it("are forgotten when they change or go", async () => {
    const mine = new Map(texts);
    const { workspace, changed } = shelf(mine);
    for (const room of [
      { kept: 0, signed: 1e6 },
      { kept: 1e6, signed: 0 },
    ]) {
      const book = new TextBook(workspace, room);
      expect(await found(book, "石湖水库")).toEqual(["r7"]);
      mine.set("r9", "石湖水库竣工");
      mine.delete("r7");
      changed();
      expect(await found(book, "石湖水库")).toEqual(["r9"]);
      mine.set("r7", "石湖水库已经开工");
      mine.set("r9", "无");
      changed();
    }
  });
});

it("a report of nothing but a table is titled by its first row, never by its id", async () => {
  const { workspace } = shelf(new Map([["r1", "t1"]]));
  const row = { ...sentence("云泽新材料产业园 | 38.6亿元"), kind: "row" as const };
  const book = new TextBook({
    ...workspace,
    text: async () => ({ sentences: [row] }),
  } as unknown as WorkspaceApi);
  expect(await book.titleOf("r1")).toBe("云泽新材料产业园：38.6亿元");
});
