/**
 * What the words of one clause say about how far a project is: `data/lexicon/project-stages.tsv`, read with what is
 * planned, hoped for or denied. A wish to finish says that it is being built; a wish to begin says that it is proposed.
 * @module
 */

import { alternation, lexiconTable } from "../../lexicon.ts";
import { allMatches } from "../../matches.ts";
import type { Stage } from "../../model/claim.ts";
import { type Modality, modality } from "../status.ts";
import type { Doc, DocSentence } from "../types.ts";
import { clausesOf, projectsOf } from "./scope.ts";

export const STAGE_WORDS: ReadonlyMap<string, { stage: Stage; weak: boolean }> = new Map(
  lexiconTable("project-stages").map(
    ([word = "", stage, weak]): [string, { stage: Stage; weak: boolean }] => [
      word,
      { stage: stage as Stage, weak: weak === "weak" },
    ],
  ),
);
const CUE = new RegExp(`(?:${alternation([...STAGE_WORDS.keys()])})`, "gu");
const AFTER =
  /^(?:后|之后|以后|以来|率|量|前|[和与及]?管理|条件|期(?!间)|手续|要求|需求|能力|时间|问题|所需|目标|计划|进度|成本|标准|方案|规划|企业|单位|方|会|活动周|年(?:产|营|销|税|均|可)|许可证?(?:办理|手续|审批)|了?(?:多少|几))/u;
/** 建成投产后: the condition comes after a second cue. */
const CHAIN =
  /^(?:并|、|和|及)?(?:投产|投用|达产|运营|通车|投运|达效|并网|投入使用|投入运营|开业|竣工){1,3}(?=后|之后|以后)/u;
/** 投资3亿元建设某项目 */
const PAID = /投资[^，。；]{0,14}元[^，。；]{0,3}(?:建设|新建|打造|投建|兴建|启动|扩建)/gu;
/** 推进 says that something is being built where a building follows: 推进甲、乙等项目建设. */
const GOVERNS = /建设|项目|工程|施工/u;
/** 乙公司投资建设某项目, 正在打造某基地: whoever builds it, it is being built. */
const BUILDS = /(?:投资建设|投建|投资兴建|承建|在建|建设|新建|兴建|打造|实施)的?$/u;
const STARTING: ReadonlySet<Stage> = new Set([
  "started",
  "landed",
  "signed",
  "negotiating",
  "proposed",
  "resumed",
]);

export interface Read {
  stage: Stage;
  planned: boolean;
  weak: boolean;
  start: number;
  end: number;
}

/** Something is finished, but only a part of the undertaking, or paperwork for it: 主体已完工, 完成设计. */
const PART_BEFORE =
  /(?:主体|结构|路基|土建|桩基|基础|征地|拆迁|投资|设计|手续|可研|环评|规划|厂房|框架|墩|梁|隧道|桥面|外墙|屋面|管网|设备|前期)(?:工程|建设|施工|部分|安装|工作)?(?:已经|已|全部|基本|顺利|均|全面|提前|陆续)*$/u;

/** How a clause holds a cue. */
const isOpen = (m: Modality): boolean => m === "planned" || m === "hoped" || m === "conditional";

/** What a stage that is only planned, hoped for or conditional says: a wish to finish comes while it is being built. */
function plannedStage(stage: Stage): { stage: Stage; weak: boolean } {
  if (stage === "suspended" || stage === "under-construction") return { stage: "proposed", weak: true };
  if (stage === "resumed") return { stage: "suspended", weak: true };
  return STARTING.has(stage)
    ? { stage: "proposed", weak: false }
    : { stage: "under-construction", weak: true };
}

/** Cues in a clause; `objects` is where projects begin. */
export function readClause(
  s: DocSentence,
  doc: Doc,
  clause: { start: number; end: number },
  objects: readonly { start: number; end: number }[],
): Read[] {
  const text = s.norm.slice(clause.start, clause.end);
  const found: Read[] = [];
  const push = (stage: Stage, weak: boolean, start: number, end: number, held: Modality): void => {
    if (held === "denied") return;
    // 取消建设: it will not be built; 停工 says so itself.
    if (held === "stopped" && stage !== "suspended") return;
    if (isOpen(held)) found.push({ ...plannedStage(stage), planned: true, start, end });
    else found.push({ stage, planned: false, weak, start, end });
  };
  for (const match of allMatches(text, CUE)) {
    const cue = STAGE_WORDS.get(match[0]);
    const at = match.index;
    const start = clause.start + at;
    const end = start + match[0].length;
    const rest = text.slice(at + match[0].length);
    if (/^(?:推进|推动|加快|加紧|抓紧)$/u.test(match[0]) && !GOVERNS.test(rest)) continue;
    if (/^(?:落户|落地|入驻)$/u.test(match[0]) && objects.some((o) => o.start === end)) continue;
    if (!cue || AFTER.test(rest.replace(CHAIN, ""))) continue;
    const part = cue.stage === "completed" && PART_BEFORE.test(text.slice(0, at));
    push(part ? "under-construction" : cue.stage, cue.weak, start, end, modality(s, doc, start, end));
  }
  for (const match of allMatches(text, PAID)) {
    const start = clause.start + match.index;
    const end = start + match[0].length;
    push("under-construction", true, start, end, modality(s, doc, start, end));
  }
  for (const { start } of objects) {
    if (start > clause.end || start <= clause.start) continue;
    const before = s.norm.slice(clause.start, start);
    // 更新某某广场, told as done; 新建某中心 names what is not there yet.
    if (
      /(?:更新|改造|修缮|[了已后计共]新建)$/u.test(before) &&
      modality(s, doc, start - 2, start) === "stated"
    )
      found.push({ stage: "completed", planned: false, weak: true, start: start - 2, end: start });
  }
  // 今年底也将完成
  const finish = /完成$/u.exec(text);
  if (
    finish &&
    !/投资|签约|任务|征|手续|前期/u.test(text) &&
    isOpen(modality(s, doc, clause.start + finish.index, clause.end))
  )
    found.push({
      stage: "under-construction",
      planned: true,
      weak: true,
      start: clause.start + finish.index,
      end: clause.end,
    });
  return found;
}

/** 甲公司在某地投资建设|某项目: built, or to be built, because somebody builds it. */
export function readBuilder(s: DocSentence, doc: Doc, clauseStart: number, object: number): Read | undefined {
  const verb = BUILDS.exec(s.norm.slice(clauseStart, object));
  if (!verb) return undefined;
  const start = clauseStart + verb.index;
  const held = modality(s, doc, start, object);
  if (held === "denied" || held === "stopped") return undefined;
  const planned = isOpen(held);
  return { stage: planned ? "proposed" : "under-construction", planned, weak: true, start, end: object };
}

/** A clause with what its words say. */
interface ReadClause {
  clause: { start: number; end: number };
  reads: readonly Read[];
}
const known = new WeakMap<DocSentence, readonly ReadClause[]>();

/** What each clause of a sentence says of its projects; read once. */
export function readSentence(s: DocSentence, doc: Doc): readonly ReadClause[] {
  let clauses = known.get(s);
  if (!clauses) {
    const objects = projectsOf(s);
    clauses = clausesOf(s.norm).map((clause) => ({ clause, reads: readClause(s, doc, clause, objects) }));
    known.set(s, clauses);
  }
  return clauses;
}
