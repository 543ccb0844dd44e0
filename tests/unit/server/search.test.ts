import { describe, expect, it } from "vitest";
import { fold, soundsOf } from "../../../src/server/folding.ts";
import { GraphIndex } from "../../../src/server/graph-index.ts";
import { edge, graphOf, node } from "../../fixtures/big-graph.ts";

const firm = (id: string, name: string, more: object = {}) =>
  node(id, ["Company", "Entity"], { name, aliases: [], ...more });

const search = new GraphIndex(
  graphOf(
    [
      firm("exact", "青禾", { pinyin: ["qh", "qinghe"] }),
      firm("head", "青禾光伏", { pinyin: ["qhgf", "qingheguangfu"] }),
      firm("inside", "云岭青禾", { pinyin: ["ylqh", "yunlingqinghe"] }),
      firm("alias", "澄岳建材", { aliases: ["青禾"], pinyin: ["cyjc", "chengyuejiancai"] }),
      node("quote", ["Quote"], { name: "青禾", text: "青禾" }),
      node("place", ["Place", "Entity"], { name: "青禾县", aliases: [], pinyin: ["qhx", "qinghexian"] }),
      firm("latin", "QH Energy", {}),
    ],
    [edge("e", "LOCATED_IN", "head", "place"), edge("f", "LOCATED_IN", "alias", "place")],
  ),
  "1",
).search;

const found = (text: string, types?: string[]): [string, number][] =>
  search.find(text, types && new Set(types)).map(({ id, score }) => [id, score]);

describe("a search for a name", () => {
  it("puts the whole name first, then an alias, a beginning, a part; things before statements", () => {
    expect(found("青禾")).toEqual([
      ["exact", 108],
      ["alias", 103],
      ["quote", 100],
      ["place", 88],
      ["head", 88],
      ["inside", 66],
    ]);
    expect(search.find("青禾").find(({ id }) => id === "alias")?.alias).toBe("青禾");
    expect(search.find("青禾")[0]).not.toHaveProperty("alias");
  });

  it("finds by initials and by sound, in whatever letters", () => {
    expect(found("QH").map(([id]) => id)).toEqual(["latin", "exact", "quote", "place", "head", "inside"]);
    expect(found("ｑｉｎｇｈｅｘ").map(([id]) => id)).toEqual(["place"]);
    expect(found("guang")).toEqual([["head", 38]]);
    // One letter inside a sound says nothing, inside a name it does.
    expect(found("g")).toEqual([["latin", 62]]);
  });

  it("finds one type alone, and nothing for nothing", () => {
    expect(found("青禾", ["Place"])).toEqual([["place", 88]]);
    expect(found(" \u200b")).toEqual([]);
    expect(found("松柏")).toEqual([]);
  });
});

describe("how names are compared", () => {
  it("folds width, case, blanks and what cannot be seen", () => {
    expect(fold("Ａ 青\u200b禾\n")).toBe("a青禾");
  });

  it("by sound: initials and all of it, of the first forty characters", () => {
    expect(soundsOf("青禾A1")).toEqual(["qha", "qinghea1"]);
    expect(soundsOf("QH")).toEqual([]);
    expect(soundsOf("禾".repeat(50))[0]).toHaveLength(40);
  });
});
