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

  it("are not two things' at once, unless it is the full name of one", () => {
    const two = [project("青禾光伏电站一期", ["青禾电站"]), project("青禾光伏电站二期", ["青禾电站"])];
    const doc = (mentions: readonly Mention[], shortForms?: Record<string, string[]>) => ({
      doc: { gazetteer, sentences: [sentence("", mentions)] } as unknown as NamedDoc,
      families: shortForms
        ? [{ name: "test", shortForms: { Project: (name: string) => shortForms[name] ?? [] } }]
        : [],
    });
    const formsIn = (
      mentions: readonly Mention[],
      norm: string,
      shortForms?: Record<string, string[]>,
      tokens: readonly { start: number }[] = [],
    ): string[] => {
      const { doc: given, families } = doc(mentions, shortForms);
      return new NameIndex(given, families)
        .find({ ...sentence(norm), tokens } as unknown as NamedSentence)
        .map(({ mention }) => `${mention.text}=${mention.name} ${mention.rule} ${mention.confidence}`);
    };
    const short = { [two[0]?.name ?? ""]: ["青禾站"], [two[1]?.name ?? ""]: ["青禾站"] };
    expect(formsIn(two, "青禾站扩建。", short)).toEqual([]);
    expect(formsIn(two.slice(0, 1), "青禾站扩建。", short)).toEqual([
      "青禾站=青禾光伏电站一期 recall/short-form 0.8",
    ]);
    expect(formsIn([...two, project("青禾站", [])], "青禾站扩建。", short)).toEqual([
      "青禾站=青禾站 recall/full-form 0.9",
    ]);
    // A short one begins where a word begins.
    expect(formsIn(two.slice(0, 1), "到青禾站。", short, [{ start: 0 }, { start: 2 }])).toEqual([]);
    expect(formsIn(two.slice(0, 1), "到青禾站。", short, [{ start: 0 }, { start: 1 }])).toHaveLength(1);
  });
});
