import { describe, expect, it } from "vitest";
import { date } from "../../../src/extract/event/date.ts";
import { scanTimes } from "../../../src/extract/time/index.ts";
import type { Doc } from "../../../src/extract/types.ts";
import { mentionIn, sentenceOf } from "./sentence.ts";

/** The days of the events of a sentence, in a report of June 2024, with the words that say so. */
function days(norm: string, ...events: string[]): string[] {
  const times = scanTimes(norm, { date: "2024-06-30" });
  const mentions = events.map((event) => mentionIn(norm, event, "Event"));
  const s = sentenceOf(norm, mentions, { times });
  return date
    .apply(s, {} as Doc)
    .map((draft) =>
      draft.kind === "value"
        ? `${draft.subject.name} ${draft.value} ${norm.slice(draft.start, draft.end)}`
        : draft.kind,
    );
}
const FAIR = "青禾推介会";

describe("the day of an event", () => {
  it.each([
    ["5月18日，青禾推介会举行。", "2024-05-18 5月18日，青禾推介会"],
    ["青禾推介会于5月18日举行。", "2024-05-18 青禾推介会于5月18日"],
    ["青禾推介会将在5月18日举行。", "2024-05-18 青禾推介会将在5月18日"],
    ["青禾推介会5月18日举行。", "2024-05-18 青禾推介会5月18日"],
    ["5月10日报名，青禾推介会于5月18日举行。", "2024-05-18 青禾推介会于5月18日"],
    ["5月10日报名，5月18日青禾推介会举行。", "2024-05-18 5月18日青禾推介会"],
    ["5月18日至20日，青禾推介会举行。", "2024-05-18/2024-05-20 5月18日至20日，青禾推介会"],
  ])("%s", (norm, wanted) => {
    expect(days(norm, FAIR)).toEqual([`${FAIR} ${wanted}`]);
  });

  it.each([
    ["is no month", "5月，青禾推介会举行。"],
    ["is none that is only about then", "近日，青禾推介会举行。"],
    ["is not that of the dispatch", "云泽5月18日电 青禾推介会举行。"],
    ["is not of another sentence part", "5月18日开工；青禾推介会举行。"],
    ["is not of what was founded or approved then", "5月18日获批的青禾推介会举行。"],
    ["is not behind other words", "青禾推介会上签约的项目于5月18日开工。"],
    ["is not farther than a sentence is long", `5月18日，${"云".repeat(90)}青禾推介会举行。`],
  ])("%s", (_, norm) => {
    expect(days(norm, FAIR)).toEqual([]);
  });

  it("is that of the event named next to it", () => {
    expect(days("5月18日，云岭大会后青禾推介会举行。", "云岭大会", FAIR)).toEqual([
      "云岭大会 2024-05-18 5月18日，云岭大会",
    ]);
    expect(days("5月18日，云岭集团在青禾推介会上签约。", FAIR)).toHaveLength(1);
    expect(days(`5月18日，${"云".repeat(89)}青禾推介会举行。`, FAIR)).toHaveLength(1);
  });
});
