/**
 * What the words of one clause say about how far a project is: `data/lexicon/project-stages.tsv`, read with what is
 * planned, hoped for or denied. A wish to finish says that it is being built; a wish to begin says that it is proposed.
 * @module
 */
import type { Stage } from "../../model/claim.ts";
import { alternation, lexiconTable } from "../lexicon.ts";

export const STAGE_WORDS: ReadonlyMap<string, { stage: Stage; weak: boolean }> = new Map(
  lexiconTable("project-stages").map(
    ([word = "", stage, weak]): [string, { stage: Stage; weak: boolean }] => [
      word,
      { stage: stage as Stage, weak: weak === "weak" },
    ],
  ),
);
const CUE = new RegExp(`(?:${alternation([...STAGE_WORDS.keys()])})`, "gu");
const FUTURE =
  /预计|(?<![即不])将(?!军|近|领|士|来)|计划(?!总?投资)|拟(?!定|订)|力争|争取|确保|即将|有望|明年|后年|下一步|尽早|尽快|早日|推动(?!了)|推进(?!了)|促成(?!了)|目标|努力|要(?!素|求|闻)|希望|按照[^，]{0,12}目标|谋划|今后|到20\d\d年|年内|年底前|月底前|即?可(?:实现|正式|全面|全部|完成|以)?$/u;
const AFTER =
  /^(?:后|之后|以后|以来|率|量|前|条件|期(?!间)|手续|要求|需求|能力|时间|问题|所需|目标|计划|进度|成本|标准|方案|规划|企业|单位|方|会|活动周|年(?:产|营|销|税|均|可)|许可证?(?:办理|手续|审批)|了?(?:多少|几))/u;
/** 建成投产后: the condition comes after a second cue. */
const CHAIN =
  /^(?:并|、|和|及)?(?:投产|投用|达产|运营|通车|投运|达效|并网|投入使用|投入运营|开业|竣工){1,3}(?=后|之后|以后)/u;
/** 投资3亿元建设某项目 */
const PAID = /投资[^，。；]{0,14}元[^，。；]{0,3}(?:建设|新建|打造|投建|兴建|启动|扩建)/gu;
const NEGATED = /(?:未|没有|尚未|不再|停止|取消|无法|不能)[^，]{0,3}$/u;
/** 推进 says that something is being built where a building follows: 推进甲、乙等项目建设. */
const GOVERNS = /建设|项目|工程|施工/u;
/** 乙公司投资建设某项目, 正在打造某基地: whoever builds it, it is being built. */
const BUILDS = /(?:投资建设|投建|投资兴建|承建|在建|建设|新建|兴建|打造|实施)的?$/u;
/** A sentence of tasks: 开工甲、乙，力争丙通车. */
const TASKS = /力争|争取|确保/u;
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

/** Cues in a clause. `opened` says that the sentence before it is about the future (预计 …，); `objects` is where projects begin. */
export function readClause(
  norm: string,
  clause: { start: number; end: number },
  opened: boolean,
  objects: readonly { start: number; end: number }[],
): Read[] {
  const text = norm.slice(clause.start, clause.end);
  const found: Read[] = [];
  for (const match of text.matchAll(CUE)) {
    const cue = STAGE_WORDS.get(match[0]);
    const at = match.index;
    const range = { start: clause.start + at, end: clause.start + at + match[0].length };
    const rest = text.slice(at + match[0].length);
    const before = text.slice(0, at);
    if (/^(?:推进|推动|加快|加紧|抓紧)$/u.test(match[0]) && !GOVERNS.test(rest)) continue;
    if (/^(?:落户|落地|入驻)$/u.test(match[0]) && objects.some((o) => o.start === range.end)) continue;
    if (!cue || AFTER.test(rest.replace(CHAIN, "")) || NEGATED.test(before)) continue;
    const task = at === 0 && TASKS.test(norm) && !/^了/u.test(rest);
    const future = opened || task || FUTURE.test(before);
    const done =
      /(?:已|已经|正式|顺利|成功|基本|全部|当日|同步)[^，]{0,4}$/u.test(before) &&
      !/将[^，]{0,6}$/u.test(before);
    const planned = future && !done;
    if (!planned) found.push({ stage: cue.stage, planned, weak: cue.weak, ...range });
    else if (cue.stage === "suspended")
      found.push({ stage: "suspended", planned: false, weak: false, ...range });
    else if (cue.stage === "under-construction")
      found.push({ stage: cue.stage, planned: false, weak: cue.weak, ...range });
    else if (cue.stage === "resumed") found.push({ stage: "suspended", planned: true, weak: true, ...range });
    else if (STARTING.has(cue.stage)) found.push({ stage: "proposed", planned: true, weak: false, ...range });
    else found.push({ stage: "under-construction", planned: true, weak: true, ...range });
  }
  for (const match of text.matchAll(PAID)) {
    const future =
      opened ||
      FUTURE.test(text.slice(0, match.index + 2)) ||
      /(?:计划|拟|将)$/u.test(text.slice(0, match.index));
    const range = { start: clause.start + match.index, end: clause.start + match.index + match[0].length };
    found.push({ stage: future ? "proposed" : "under-construction", planned: false, weak: true, ...range });
  }
  for (const { start } of objects) {
    if (start > clause.end || start <= clause.start) continue;
    const before = norm.slice(clause.start, start);
    // 更新某某广场, told as done; 新建某中心 names what is not there yet.
    if (/(?:更新|改造|修缮|[了已后计共]新建)$/u.test(before) && !opened && !FUTURE.test(text))
      found.push({ stage: "completed", planned: false, weak: true, start: start - 2, end: start });
  }
  // 今年底也将完成
  const finish = /完成$/u.exec(text);
  if (finish && FUTURE.test(text) && !/投资|签约|任务|征|手续|前期/u.test(text))
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
export function readBuilder(norm: string, clauseStart: number, object: number): Read | undefined {
  const before = norm.slice(clauseStart, object);
  const verb = BUILDS.exec(before);
  if (!verb || NEGATED.test(before.slice(0, verb.index))) return undefined;
  const planned = FUTURE.test(before) || /旨在|拟|规划/u.test(before);
  return {
    stage: planned ? "proposed" : "under-construction",
    planned,
    weak: true,
    start: clauseStart + verb.index,
    end: object,
  };
}
