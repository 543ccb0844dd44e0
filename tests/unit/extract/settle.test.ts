/** Overlap resolution by rules alone, and names inside names. */
import { describe, expect, it } from "vitest";
import { nestInto, overlaps, positionIn, settle } from "../../../src/extract/settle.ts";
import type { Mention } from "../../../src/extract/types.ts";
import type { EntityType } from "../../../src/model/claim.ts";

const NORM = "青禾县云岭集团青禾光伏电站（云泽市）";
function named(type: EntityType, text: string, more: Partial<Mention> = {}, norm = NORM): Mention {
  const start = norm.indexOf(text);
  return {
    type,
    start,
    end: start + text.length,
    text,
    name: text,
    rule: "test/a",
    confidence: 0.9,
    ...more,
  };
}
const proposed = (...mentions: Mention[]) => mentions.map((mention) => ({ mention, grammar: false }));
/** What is kept of the proposals in any order, with its parts, and why the others are not. */
function settled(...mentions: Mention[]): unknown {
  const read = (order: Mention[]) => {
    const { kept, dropped } = settle(proposed(...order));
    return [
      kept.map((m) => [m.type, m.text, m.rule, (m.parts ?? []).map(({ text }) => text)]),
      dropped.map(({ mention, reason }) => `${mention.type} ${mention.text}: ${reason}`).sort(),
    ];
  };
  const found = read(mentions);
  expect(read([...mentions].reverse())).toEqual(found);
  return found;
}

describe("of names that overlap", () => {
  it("the longer one is kept, and what is a name of its own inside it becomes its part", () => {
    expect(settled(named("Company", "青禾县云岭集团"), named("Place", "青禾县"))).toEqual([
      [["Company", "青禾县云岭集团", "test/a", ["青禾县"]]],
      [],
    ]);
  });

  it("of one length the earlier, then the surer, then the first rule", () => {
    expect(settled(named("Company", "岭集"), named("Project", "云岭"))).toEqual([
      [["Project", "云岭", "test/a", []]],
      ["Company 岭集: overlaps Project 云岭"],
    ]);
    expect(settled(named("Company", "云岭", { confidence: 0.5 }), named("Project", "云岭"))).toEqual([
      [["Project", "云岭", "test/a", []]],
      ["Company 云岭: inside Project 云岭"],
    ]);
    expect(settled(named("Company", "云岭", { rule: "test/b" }), named("Company", "云岭"))).toEqual([
      [["Company", "云岭", "test/a", []]],
      ["Company 云岭: inside Company 云岭"],
    ]);
  });

  it("those that only touch are both kept, in order", () => {
    expect(settled(named("Project", "青禾光伏电站"), named("Company", "云岭集团"))).toEqual([
      [
        ["Company", "云岭集团", "test/a", []],
        ["Project", "青禾光伏电站", "test/a", []],
      ],
      [],
    ]);
    expect(overlaps(named("Company", "云岭集团"), named("Project", "青禾光伏电站"))).toBe(false);
    expect(overlaps(named("Company", "云岭集团"), named("Project", "团青禾光"))).toBe(true);
  });
});

describe("a name inside a name", () => {
  const inside = (host: Mention, part: Mention): string | undefined => nestInto([host], part);

  it.each([
    [named("Project", "云岭集团青禾光伏电站"), named("Company", "云岭集团"), undefined],
    [
      named("Project", "云岭集团青禾光伏电站"),
      named("Person", "云岭"),
      "inside Project 云岭集团青禾光伏电站",
    ],
    [
      named("Company", "青禾县云岭集团"),
      named("Place", "青禾县", { code: "CN" }),
      "inside Company 青禾县云岭集团",
    ],
    [named("Place", "青禾县云岭", { name: "云岭" }), named("Place", "云岭"), "inside Place 青禾县云岭"],
    [named("Company", "青禾县云岭"), named("Place", "云岭集团"), "overlaps Company 青禾县云岭"],
  ])("%o holds %o: %s", (host, part, why) => {
    expect(inside(host, part)).toBe(why);
    expect(host.parts?.map(({ text }) => text)).toEqual(why === undefined ? [part.text] : undefined);
  });

  it("stands there once, and beside no other that it overlaps", () => {
    const host = named("Project", "青禾县云岭集团青禾光伏电站");
    expect(inside(host, named("Company", "云岭集团"))).toBeUndefined();
    expect(inside(host, named("Institution", "云岭集团"))).toBeUndefined();
    expect(inside(host, named("Place", "县云"))).toBe("inside Project 青禾县云岭集团青禾光伏电站");
    expect(inside(host, named("Place", "云岭"))).toBeUndefined();
    expect(host.parts?.map(({ type, text }) => `${type} ${text}`)).toEqual([
      "Company 云岭集团",
      "Place 云岭",
    ]);
  });

  it("of the same words is a part where the whole is printed as its place alone", () => {
    const airport = named("Project", "青禾", { name: "青禾机场" });
    expect(inside(airport, named("Place", "青禾"))).toBeUndefined();
    expect(inside(named("Project", "青禾"), named("Place", "青禾", { name: "青禾县" }))).toBe(
      "inside Project 青禾",
    );
  });

  it("is one event in another where it opens the name and is numbered, and not before 暨", () => {
    const norm = "第三届云泽洽谈会青禾县专场签约仪式";
    const whole = named("Event", norm, {}, norm);
    expect(inside(whole, named("Event", "第三届云泽洽谈会", {}, norm))).toBeUndefined();
    expect(inside(whole, named("Event", "青禾县专场签约仪式", {}, norm))).toMatch(/^inside/);
    const both = "第三届云泽洽谈会暨青禾县专场签约仪式";
    expect(inside(named("Event", both, {}, both), named("Event", "第三届云泽洽谈会", {}, both))).toMatch(
      /^inside/,
    );
    const week = "第二期青禾行动";
    expect(inside(named("Event", week, {}, week), named("Mechanism", "青禾行动", {}, week))).toMatch(
      /^inside/,
    );
  });
});

it.each([
  ["青禾县云岭集团青禾光伏电站（云泽市）", "青禾县", "prefix"],
  ["青禾县云岭集团", "云岭集团", "suffix"],
  ["青禾县云岭集团青禾光伏电站（云泽市）", "云泽市", "bracket"],
  ["青禾县云岭集团青禾光伏电站", "云岭集团", "mid"],
] as const)("in %s %s is its %s", (host, part, position) => {
  expect(positionIn(named("Place", part), named("Project", host), NORM)).toBe(position);
});
