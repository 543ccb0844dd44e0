import { describe, expect, it } from "vitest";
import { type NominalOptions, nominalStart } from "../../../src/extract/nominal.ts";
import type { TokenSentence } from "../../../src/extract/types.ts";

/** Words with their tags: `青禾/n 举办/v`. */
function tagged(words: string): TokenSentence {
  let norm = "";
  const tokens = words.split(" ").map((word) => {
    const [text = "", tag = ""] = word.split("/");
    const start = norm.length;
    norm += text;
    return { text, tag, start, end: norm.length };
  });
  return { norm, tokens } as unknown as TokenSentence;
}
const nameIn = (words: string, options?: NominalOptions): string => {
  const s = tagged(words);
  return s.norm.slice(nominalStart(s, s.norm.length, options));
};

describe("the noun phrase before a telling word", () => {
  it.each([
    ["stops at a verb", "举办/v 青禾/nz 招商/vn 推介会/n", "青禾招商推介会"],
    [
      "takes places, numbers and adjectives in",
      "在/p 云泽/LOC 第三/m 届/q 大型/a 推介会/n",
      "云泽第三届大型推介会",
    ],
    [
      "takes a quoted part whole, whatever is in it",
      "出席/v “/w 走/v 进/v 云泽/LOC ”/w 推介会/n",
      "“走进云泽”推介会",
    ],
    ["goes on before what is quoted", "出席/v 青禾/nz “/w 走/v ”/w 推介会/n", "青禾“走”推介会"],
    ["stops at a quotation that was never begun", "走/v ”/w 推介会/n", "推介会"],
    ["stops at punctuation, even with the tag of a name", "云泽/n ，/n 推介会/n", "推介会"],
    ["takes letters, digits and hyphens in", "举办/v A-1/nz 推介会/n", "A-1推介会"],
    ["is nothing where the last word is no name's", "推介会/n 举办/v", ""],
    ["goes back to the beginning", "青禾/n 推介会/n", "青禾推介会"],
  ])("%s", (_, words, wanted) => {
    expect(nameIn(words)).toBe(wanted);
  });

  it("may hold words that are allowed, and none that are forbidden", () => {
    const words = "青禾/n 与/c 云岭/n 合作/vn 推介会/n";
    expect(nameIn(words)).toBe("云岭合作推介会");
    expect(nameIn(words, { inner: new Set(["与"]) })).toBe("青禾与云岭合作推介会");
    expect(nameIn(words, { stop: new Set(["云岭"]) })).toBe("合作推介会");
    expect(nameIn(words, { tags: new Set(["n"]) })).toBe("推介会");
  });

  it("is not longer than it may be, quoted or not", () => {
    expect(nameIn("青禾/n 云岭/n 推介会/n", { longest: 5 })).toBe("云岭推介会");
    expect(nameIn("青禾/n 云岭/n 推介会/n", { longest: 4 })).toBe("推介会");
    expect(nameIn("“/w 云岭/n ”/w 推介会/n", { longest: 7 })).toBe("“云岭”推介会");
    expect(nameIn("“/w 云岭/n ”/w 推介会/n", { longest: 6 })).toBe("推介会");
    expect(nameIn(`${"青/n ".repeat(40)}会/n`)).toHaveLength(30);
  });

  it("ends where it is asked, also within a word", () => {
    const s = tagged("青禾/n 推介会/n 举办/v");
    expect(nominalStart(s, 5)).toBe(0);
    expect(nominalStart(s, 4)).toBe(0);
    expect(nominalStart(s, 7)).toBe(7);
  });
});

describe("without words", () => {
  const nameBefore = (norm: string, options?: NominalOptions): string =>
    norm.slice(nominalStart({ norm, tokens: [] } as unknown as TokenSentence, norm.length, options));

  it.each([
    ["举办了青禾推介会", "青禾推介会"],
    ["今日，青禾推介会", "青禾推介会"],
    ["盛大的青禾推介会", "青禾推介会"],
    ["青禾推介会", "青禾推介会"],
  ])("%s: it goes back to the last mark or word between", (norm, wanted) => {
    expect(nameBefore(norm)).toBe(wanted);
  });

  it("and no farther than it may", () => {
    expect(nameBefore("云岭青禾推介会", { longest: 5 })).toBe("青禾推介会");
    expect(nameBefore("，云岭青禾推介会", { longest: 5 })).toBe("青禾推介会");
  });
});
