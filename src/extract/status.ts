/**
 * Tells planned and negated statements from plain ones by the words before them in their clause.
 * @module
 */
import type { Status } from "../model/claim.ts";

/** Announced, not done. 计划总投资 names a sum, not a plan of the sentence. */
const PLANNED =
  /拟(?!定|订)|计划(?!总?投资|单列|项目|书)|(?<![即不])将(?!军|近|领|士|来)|即将|预计|力争|争取|谋划|有望|准备|打算|规划(?:建设|总投资|投资)|明年|下一步|力求|今后/;
const NEGATED = /尚未|从未|并未|未(?!来|央)|没有|不再|取消|终止|否认|无法|不能|不会|并非|不是/;
const CLAUSE_END = /[，。；！？：]/;

/**
 * Status of what stands at `start..end` of a sentence: cue words between the beginning of its clause and its end count.
 * A cue that opens the sentence (预计, 明年, 今年将…) reaches over commas until the sentence ends.
 */
export function statusAt(norm: string, start: number, end: number): Status {
  let clause = start;
  while (clause > 0 && !CLAUSE_END.test(norm[clause - 1] ?? "")) clause--;
  const words = norm.slice(clause, end);
  if (NEGATED.test(words)) return "negated";
  return PLANNED.test(words) ? "planned" : "stated";
}
