import { expect, it } from "vitest";
import { readClause } from "../../../src/extract/project/stage-cues.ts";
import type { Doc } from "../../../src/extract/types.ts";
import { mentionIn, sentenceOf } from "./sentence.ts";

/** What a clause says of 青禾电站: stages, whether planned or weak, and the words. */
function stages(norm: string): string[] {
  const project = mentionIn(norm, "青禾电站", "Project");
  const doc = { date: "2024-06-30", sentences: [] } as unknown as Doc;
  const clause = { start: 0, end: norm.length };
  return readClause(sentenceOf(norm, [project]), doc, clause, [project]).map(
    ({ stage, planned, weak, start, end }) =>
      `${stage}${planned ? " planned" : ""}${weak ? " weak" : ""}: ${norm.slice(start, end)}`,
  );
}

it.each([
  ["青禾电站签约", ["signed: 签约"]],
  ["青禾电站开工建设", ["started: 开工"]],
  ["青禾电站正在建设", ["under-construction: 正在建设"]],
  ["青禾电站建成投产", ["completed: 建成", "operating: 投产"]],
  ["青禾电站已竣工", ["completed: 竣工"]],
  ["青禾电站主体已完工", ["under-construction: 完工"]],
  ["青禾电站停工", ["suspended: 停工"]],
  ["青禾电站落户云泽", ["landed: 落户"]],
  ["投资3亿元建设青禾电站", ["under-construction weak: 投资3亿元建设"]],
  ["更新青禾电站", ["completed weak: 更新"]],
  ["已新建青禾电站", ["completed weak: 新建"]],
])("what is done: %s", (norm, wanted) => {
  expect(stages(norm)).toEqual(wanted);
});

it.each([
  ["青禾电站计划开工", ["proposed planned: 开工"]],
  ["青禾电站力争竣工", ["under-construction planned weak: 竣工"]],
  ["青禾电站计划复工", ["suspended planned weak: 复工"]],
  ["推进青禾电站建设", ["proposed planned weak: 推进"]],
  ["青禾电站年底将完成", ["under-construction planned weak: 完成"]],
])("what is wished for: %s", (norm, wanted) => {
  expect(stages(norm)).toEqual(wanted);
});

it.each([
  ["denied", "青禾电站未开工"],
  ["given up", "青禾电站取消建设"],
  ["a condition", "青禾电站建成投产后年产值30亿元"],
  ["part of another word", "青禾电站竣工率"],
  ["what is not there yet", "新建青禾电站"],
  ["pushed, but not built", "推进青禾电站"],
  ["where something else comes to", "落户青禾电站"],
  ["of money", "青禾电站投资年底将完成"],
])("nothing of what is %s", (_, norm) => {
  expect(stages(norm)).toEqual([]);
});
