/** The masked sentence: every name is one character, and every character knows where it stands. */
import { describe, expect, it } from "vitest";
import { buildFrame, mentionAt, onFrame } from "../../../src/extract/frame.ts";
import type { Quantity } from "../../../src/extract/quantity/index.ts";
import type { TimeSpan } from "../../../src/extract/time/index.ts";
import type { DocSentence, Draft, Mention } from "../../../src/extract/types.ts";

const NORM = "2024年，云岭集团投资5亿元建设Ⓒ青禾光伏电站。";
const at = (text: string): { start: number; end: number } => {
  const start = NORM.indexOf(text);
  return { start, end: start + text.length };
};
const firm = { type: "Company", name: "云岭集团", ...at("云岭集团") } as Mention;
const plant = { type: "Project", name: "青禾光伏电站", ...at("青禾光伏电站") } as Mention;
const money = { kind: "money", ...at("5亿元") } as Quantity;
const time = { value: "2024", ...at("2024年") } as TimeSpan;
const frame = buildFrame(NORM, [firm, plant], [money], [time]);

describe("a frame", () => {
  it("has a symbol for each name, sum and time, and none that the text only looks like", () => {
    expect(frame.text).toBe("Ⓣ，Ⓒ投资Ⓠ建设 Ⓙ。");
    expect(frame.at).toHaveLength(frame.text.length + 1);
    expect([...frame.text].map((_, i) => NORM[frame.at[i] as number]).join("")).toBe("2，云投资5建设Ⓒ青。");
    expect(frame.at.at(-1)).toBe(NORM.length);
    expect([2, 5, 9].map((i) => mentionAt(frame, i)?.name)).toEqual(["云岭集团", undefined, "青禾光伏电站"]);
  });

  it("gives names the precedence over sums, and sums over times; other quantities stay words", () => {
    const people = { kind: "measure", ...at("5亿元") } as unknown as Quantity;
    expect(buildFrame(NORM, [{ ...firm, ...at("投资5亿元") }], [money], []).text).toContain("Ⓒ建设");
    expect(buildFrame(NORM, [], [money], [{ ...time, ...at("5亿元") }]).text).toContain("Ⓠ");
    expect(buildFrame(NORM, [], [people], []).text).toContain("5亿元");
  });
});

describe("a rule on frames", () => {
  const seen: unknown[] = [];
  const apply = onFrame(
    [/(?<who>Ⓒ)投资(?<sum>Ⓠ)(?<verb>..)?\s?(?<what>Ⓙ)/u, /(?<when>Ⓣ)|(?<none>x)/u],
    (m) => {
      seen.push([
        NORM.slice(m.start, m.end),
        m.mention("who")?.name,
        m.mention("what")?.name,
        m.money("sum") === money,
        m.time("when") === time,
        m.text("verb"),
        m.mentions().map(({ name }) => name),
        m.range("verb") && NORM.slice(m.range("verb")?.start, m.range("verb")?.end),
        m.range("none"),
      ]);
      return [{ kind: "alias" } as unknown as Draft];
    },
  );

  it("gets what its groups stand for, and where they stand in the sentence", () => {
    expect(apply({ frame } as unknown as DocSentence)).toHaveLength(2);
    expect(seen).toEqual([
      [
        "云岭集团投资5亿元建设Ⓒ青禾光伏电站",
        "云岭集团",
        "青禾光伏电站",
        true,
        false,
        "建设",
        ["云岭集团", "青禾光伏电站"],
        "建设",
        undefined,
      ],
      ["2024年", undefined, undefined, false, true, "", [], undefined, undefined],
    ]);
  });
});
