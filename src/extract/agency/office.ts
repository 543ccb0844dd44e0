/**
 * An office inside a body, known by the post that follows: 重点项目推进办公室 + 主任, 评估督导处 + 调研员, 装备工业一司 + 副司长.
 * Without a post the tagger must see the office as words of its own.
 * @module
 */
import type { TokenSentence } from "../types.ts";

export const OFFICE: RegExp =
  /\p{Script=Han}{2,14}?(?:办公室|推进处|[一二三四五六]?司|处|科|中心|支队|大队)(?=[（）\p{Script=Han}]{0,3}?(?:党组书记|书记|司长|副司长|处长|科长|副处长|副科长|主任|副主任|负责人|调研员|干部|工作人员|大队长|支队长|主管))/uy;

const SECTION = /^\p{Script=Han}{2,8}(?:处|科|科室|监察室|执法队|支队|大队)$/u;
/** Words that end like an office. */
const NO_SECTION = /(?:好处|坏处|用处|益处|之处|四处|各处|多处|到处|远处|高处|本科|学科|专科|百科|办事处)$/u;
const INSIDE = /^(?:n|nz|vn|ORG)$/u;
const WORDS = 3;

/** 某局|风貌|处: an office in the tagger's words right after its body. */
export function sectionAt({ tokens, norm }: TokenSentence, at: number): string | undefined {
  const from = tokens.findIndex((t) => t.start === at);
  if (from < 0) return undefined;
  for (const token of tokens.slice(from, from + WORDS)) {
    if (!INSIDE.test(token.tag)) return undefined;
    const office = norm.slice(at, token.end);
    if (SECTION.test(office) && !NO_SECTION.test(office)) return office;
  }
  return undefined;
}
