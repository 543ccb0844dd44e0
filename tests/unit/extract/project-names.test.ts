import { describe, expect, it } from "vitest";
import { extractTagged } from "../../../src/extract/engine.ts";
import { hasProduct, plainWords } from "../../../src/extract/project/lists.ts";
import { reportFromText } from "../../../src/report/read.ts";
import { openGazetteer } from "../../../src/tag/gazetteer/index.ts";

const gazetteer = openGazetteer();

/** Projects that the rules find without a tagger. */
function projects(text: string): string[] {
  const report = reportFromText(text, { id: "t", source: "t.txt", date: "2024-06-30" });
  return extractTagged(report, [], gazetteer).claims.flatMap((c) =>
    c.kind === "mention" && c.subject.type === "Project" ? [c.subject.name] : [],
  );
}

describe("words of undertakings", () => {
  it("knows kinds and products", () => {
    expect(plainWords("新能源电池生产基地")).toEqual(["新能源", "电池", "生产基地"]);
    expect(hasProduct(plainWords("新能源电池生产基地") ?? [])).toBe(true);
    expect(hasProduct(plainWords("重点工程") ?? [])).toBe(false);
  });
  it("does not know brands", () => {
    expect(plainWords("曜柠电池生产基地")).toBeUndefined();
  });
});

describe("projects without a tagger", () => {
  it.each([
    ["云岭集团特种金属制品生产基地项目正式开工。", "云岭集团特种金属制品生产基地"],
    ["云岭集团烧碱升级改造、云岭集团康养温泉等323个重点项目竣工。", "云岭集团烧碱升级改造"],
    ["计划总投资30亿元的临港国际广场项目正在建设中。", "临港国际广场"],
  ])("%s", (text, name) => {
    expect(projects(text)).toContain(name);
  });
  it.each([
    "全市开工重点项目323个，产业项目加快建设。",
    "杭州、深圳等热点城市的项目增多。",
    "3个项目全部建成。",
  ])("%s names none", (text) => {
    expect(projects(text)).toEqual([]);
  });
});
