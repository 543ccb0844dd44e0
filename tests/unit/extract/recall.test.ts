import { describe, expect, it } from "vitest";
import { NameIndex } from "../../../src/extract/recall.ts";
import type { Mention, NamedDoc, NamedSentence } from "../../../src/extract/types.ts";
import { openGazetteer } from "../../../src/tag/gazetteer/index.ts";

const gazetteer = openGazetteer();
const sentence = (norm: string, mentions: readonly Mention[] = []): NamedSentence =>
  ({ norm, mentions, tokens: [], sentence: { text: norm } }) as unknown as NamedSentence;
const project = (name: string, aliases: readonly string[]): Mention =>
  ({ type: "Project", name, text: name, start: 0, end: name.length, aliases }) as unknown as Mention;

/** Forms of `known` that are found again in a sentence. */
function found(known: Mention, norm: string): string[] {
  const doc = { gazetteer, sentences: [sentence(known.name, [known])] } as unknown as NamedDoc;
  return new NameIndex(doc, []).find(sentence(norm)).map(({ mention }) => mention.text);
}

describe("names found again", () => {
  it("are those of the whole name and of its other forms", () => {
    expect(found(project("青禾火车站", ["青禾站"]), "青禾站扩建，青禾火车站改名。")).toEqual([
      "青禾站",
      "青禾火车站",
    ]);
  });

  it("are not a town whose name is one of the forms", () => {
    expect(found(project("平原火车站", ["平原"]), "平原县下雨，平原火车站停运。")).toEqual(["平原火车站"]);
  });
});
