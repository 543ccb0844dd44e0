/** How far a project is, as a cell or the heading of a group of rows tells it. @module */
import { lexiconTable } from "../../lexicon.ts";
import type { Stage } from "../../model/claim.ts";
import { STAGE_WORDS } from "../project/stage-cues.ts";

const TABLE_STAGES: ReadonlyMap<string, Stage> = new Map(
  lexiconTable("table-stages").map(([word = "", stage = ""]) => [word, stage as Stage]),
);

/** The stage that a cell tells; `undefined`: none is sure. */
export function stageOfText(text: string): Stage | undefined {
  const bare = text.replace(/[\s。；，、（）()]/gu, "");
  const exact = TABLE_STAGES.get(bare);
  if (exact !== undefined) return exact;
  if (
    /^(?:拟|计划|预计|力争|正在办理|正在开展前期|开展前期|办理|准备)/u.test(bare) &&
    !/竣工|投产|完工|建成/u.test(bare)
  )
    return "proposed";
  if (/未开工|尚未|未动工|前期/u.test(bare)) return "proposed";
  if (/停工|停建|缓建/u.test(bare)) return "suspended";
  // The furthest thing that is said to be so; a part that is finished does not finish the whole.
  let found: { stage: Stage; at: number } | undefined;
  for (const [word, { stage, weak }] of STAGE_WORDS) {
    const at = bare.indexOf(word);
    if (at < 0 || weak) continue;
    if (/(?:计划|预计|拟|力争|将|未)[^已]{0,12}$/u.test(bare.slice(0, at))) continue;
    const before = bare.slice(0, at);
    const part =
      /(?:主体|基础|桩基|土建|厂房|路基|征地|手续|设计|一期)[^已]{0,6}$/u.test(before) ||
      (/[一二三四]期已?.{0,4}$/u.test(before) && OTHER_PHASE.test(bare.slice(at)));
    const held = part && (stage === "completed" || stage === "operating") ? "under-construction" : stage;
    if (found === undefined || ORDER.indexOf(held) > ORDER.indexOf(found.stage)) found = { stage: held, at };
  }
  return found?.stage;
}
/** 一期已投用，二期在建: one phase that is done leaves the whole under construction. */
const OTHER_PHASE = /[二三四五]期(?!.{0,6}(?:投产|投用|竣工|完工|建成))/u;
const ORDER: readonly Stage[] = [
  "proposed",
  "negotiating",
  "signed",
  "landed",
  "started",
  "resumed",
  "under-construction",
  "completed",
  "operating",
  "suspended",
];

/** 续建项目（12个） over the rows, or a nature column: only what cannot be a plan counts. */
export function stageOfGroup(texts: readonly string[]): Stage | undefined {
  for (const text of texts.toReversed()) {
    const bare = text.replace(/^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]*/u, "");
    if (/续建|在建/u.test(bare) && !/新建|新开工|拟建/u.test(bare)) return "under-construction";
    if (/前期|储备|谋划|拟建|计划新?开工|拟新?开工/u.test(bare) && !/续建|在建/u.test(bare))
      return "proposed";
  }
  return undefined;
}
