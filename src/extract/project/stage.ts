/**
 * How far a project is: the words of `data/lexicon/project-stages.tsv`, read with what is planned, hoped for or denied.
 * A wish to finish says that it is being built; a wish to begin says that it is proposed.
 * @module
 */
import type { Stage } from "../../model/claim.ts";
import { alternation, lexiconTable } from "../lexicon.ts";
import type { ClaimRule, Doc, DocSentence, Draft, Mention } from "../types.ts";
import { knownProjects } from "./known.ts";
import { scopesOf } from "./scope.ts";

const TABLE: ReadonlyMap<string, { stage: Stage; weak: boolean }> = new Map(
  lexiconTable("project-stages").map(
    ([word = "", stage, weak]): [string, { stage: Stage; weak: boolean }] => [
      word,
      { stage: stage as Stage, weak: weak === "weak" },
    ],
  ),
);
const CUE = new RegExp(`(?:${alternation([...TABLE.keys()])})`, "gu");
const FUTURE =
  /预计|(?<![即不])将(?!军|近|领|士|来)|计划(?!总?投资)|拟(?!定|订)|力争|争取|确保|即将|有望|明年|后年|下一步|尽早|尽快|早日|推动(?!了)|推进(?!了)|促成(?!了)|目标|努力|要(?!素|求|闻)|希望|按照[^，]{0,12}目标|谋划|今后|到20\d\d年|年内|年底前|月底前/u;
const AFTER =
  /^(?:后|之后|以后|以来|率|量|前|条件|期(?!间)|手续|要求|需求|能力|时间|问题|所需|目标|计划|进度|成本|标准|方案|规划|企业|单位|方|会|活动周|了?(?:多少|几))/u;
/** 建成投产后: the condition comes after a second cue. */
const CHAIN =
  /^(?:并|、|和|及)?(?:投产|投用|达产|运营|通车|投运|达效|并网|投入使用|投入运营|开业|竣工){1,3}(?=后|之后|以后)/u;
/** 投资3亿元建设某项目 */
const PAID = /投资[^，。；]{0,14}元[^，。；]{0,3}(?:建设|新建|打造|投建|兴建|启动|扩建)/gu;
const NEGATED = /(?:未|没有|尚未|不再|停止|取消|无法|不能)[^，]{0,3}$/u;
/** 推进 says that something is being built where a building follows: 推进甲、乙等项目建设. */
const GOVERNS = /建设|项目|工程|施工/u;
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

interface Read {
  stage: Stage;
  planned: boolean;
  weak: boolean;
  start: number;
  end: number;
}

/** Cues in a clause. `opened` says that the sentence before it is about the future (预计 …，). */
function read(
  norm: string,
  clause: { start: number; end: number },
  opened: boolean,
  objects: readonly number[],
): Read[] {
  const text = norm.slice(clause.start, clause.end);
  const found: Read[] = [];
  for (const match of text.matchAll(CUE)) {
    const cue = TABLE.get(match[0]);
    const at = match.index;
    const range = { start: clause.start + at, end: clause.start + at + match[0].length };
    const rest = text.slice(at + match[0].length);
    const before = text.slice(0, at);
    if (/^(?:推进|推动|加快|加紧|抓紧)$/u.test(match[0]) && !GOVERNS.test(rest)) continue;
    if (/^(?:落户|落地|入驻)$/u.test(match[0]) && objects.includes(range.end)) continue;
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
  // 更新某某广场, told as done
  for (const object of objects) {
    const verb = /(?:更新|改造|修缮|新建)$/u.exec(norm.slice(clause.start, object));
    if (verb && object <= clause.end && object > clause.start && !opened && !FUTURE.test(text))
      found.push({ stage: "completed", planned: false, weak: true, start: object - 2, end: object });
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

/** The best reading of a scope: what is plainly stated before what is only meant. */
function stagesOf(s: DocSentence, clauses: readonly { start: number; end: number }[]): Read[] {
  const found: Read[] = [];
  let opened = false;
  const objects = s.mentions.flatMap((m) => (m.type === "Project" ? [m.start] : []));
  for (const [i, clause] of clauses.entries()) {
    const text = s.norm.slice(clause.start, clause.end);
    found.push(...read(s.norm, clause, opened, objects));
    if (/^(?:预计|计划(?!总?投资)|力争|争取|按照|将)/u.test(text)) opened = true;
    // A stated stage in the project's own clause is enough.
    if (i === 0 && found.some((f) => !f.weak && !f.planned)) break;
    if (i >= 6) break;
  }
  const plain = found.filter((f) => !f.weak && !f.planned);
  const proposed = found.filter((f) => f.planned && !f.weak);
  if (plain.length > 0) return plain;
  return proposed.length > 0 ? proposed : found;
}

const draft = (subject: Mention, r: Read, confidence: number): Draft => ({
  kind: "value",
  subject,
  property: "stage",
  value: r.stage,
  status: "stated",
  start: r.start,
  end: r.end,
  confidence,
});

const CEREMONY =
  /(?<what>开工|奠基|签约|竣工|投产)[^，。；]{0,8}(?:仪式|活动|大会)|(?:集中|现场|共|本次|此次|会上)(?<sum>开工|签约|竣工|投产)[^，。；]{0,8}项目/u;

/** Members of a list after 举行集中开工仪式。 in the sentence before. */
function ceremony(s: DocSentence, doc: Doc, projects: readonly Mention[]): Draft[] {
  const index = doc.sentences.indexOf(s);
  const listed = new Set((knownProjects(doc).get(s) ?? []).flatMap((k) => (k.listed ? [k.start] : [])));
  // 会上签约13个项目，涉及甲项目、乙项目: the clause before the list, else the sentences before it.
  const opening = s.norm.slice(0, projects[0]?.start ?? 0);
  const texts = [opening];
  for (let i = index - 1; i >= 0 && i >= index - 3; i--) {
    const other = doc.sentences[i];
    if (!other || other.sentence.paragraph !== s.sentence.paragraph) break;
    texts.push(other.norm);
  }
  const stage = texts
    .map((text) => CEREMONY.exec(text)?.groups)
    .map((groups) => TABLE.get(groups?.["what"] ?? groups?.["sum"] ?? "")?.stage)
    .find((found) => found !== undefined);
  if (!stage) return [];
  return projects
    .filter((p) => listed.has(p.start))
    .map((p) => draft(p, { stage, planned: false, weak: true, start: p.start, end: p.end }, 0.6));
}

export const stageRule: ClaimRule = {
  name: "project/stage",
  examples: {
    yes: [
      ["云岭集团特种合金零件生产基地项目正式开工建设。", "Project:特种合金零件生产基地.stage=started"],
      ["总投资30亿元的临港国际广场项目正在如火如荼建设中。", "Project:临港国际广场.stage=under-construction"],
      ["云岭集团特种合金零件生产基地一期竣工投产。", "Project:特种合金零件生产基地一期.stage=operating"],
      ["总投资30亿元的临港国际广场项目预计明年一季度开工建设。", "Project:临港国际广场.stage=proposed"],
    ],
    no: ["临港国际广场项目占地300亩。"],
  },
  apply: (s, doc) => {
    const found = knownProjects(doc).get(s) ?? [];
    return scopesOf(s).flatMap(({ projects, clauses }): Draft[] => {
      const stages = stagesOf(s, clauses);
      if (stages.length === 0) return ceremony(s, doc, projects);
      return projects.flatMap((p) => {
        const base = found.find((k) => k.start === p.start && k.end === p.end)?.whole;
        // A cue inside the name itself (开发, 运营) says nothing.
        return stages
          .filter((r) => r.start >= p.end || r.end <= p.start)
          .flatMap((r) => {
            const drafts = [draft(p, r, r.weak ? 0.6 : r.planned ? 0.7 : 0.9)];
            // A phase speaks for the whole only where nothing else does.
            if (base !== undefined && r.stage !== "proposed")
              drafts.push(draft({ ...p, name: base }, r, 0.5));
            return drafts;
          });
      });
    });
  },
};
