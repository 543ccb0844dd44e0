/**
 * Binds 该项目, 项目, 该公司, 公司, 他, 她 to the project, company or person named last in the same paragraph, so that what a
 * sentence says about "the project" is said about that project.
 * @module
 */
import { allMatches } from "../matches.ts";
import type { EntityType } from "../model/claim.ts";
import type { BoundDoc, BoundSentence, Mention, NamedDoc, NamedSentence } from "./types.ts";

/** Definite forms; bare 项目 and 公司 count only at the beginning of a clause. */
const ANAPHORS: readonly { type: EntityType; pattern: RegExp }[] = [
  {
    type: "Project",
    pattern:
      /(?:该|本|此)(?:\p{Script=Han}{0,4}(?:项目|工程|基地|园区|产业园|电站|电厂|中心|大桥|水库|生产线|工厂)|线路)|(?<=^|[，。；、：“])(?:目前，)?(?:整个|这个)?项目(?=总|计划|占地|建成|全部|主要|主体|达产|投产|于|将|已|建设|承建|施工(?:单位|方|总)|业主|总承包|预计|由|位于|自|分|拟|用地|规划|竣工|开工|落地|签约|现|正|主体|落户|达效|选址|投资|完成|完工|投用|投运|集|依托|交付|目前|今年|力争|有望|计容|总建筑|包括|涵盖|的建设|采用|从)|(?<=^|[，。；：“])工程(?=总|计划|建成|全长|全部|主要|主体|于|将|已|预计|位于|起)/dgu,
  },
  {
    type: "Company",
    pattern:
      /(?:该|本)(?:公司|企业|集团|厂)|(?<=^|[，。；：“])(?:公司|集团)(?=计划|总|将|已|在|先后|拟|投资|专业|主要|年|成立|位于|现)|我们公司/dgu,
  },
  { type: "Agency", pattern: /该(?:局|厅|委|办|部|管委会|工委|区委|县委|市委|州委)(?![长员属内])/dgu },
  { type: "Person", pattern: /(?<=^|[，。；：“”])[他她](?![们人国乡处日])/dgu },
];

/** Bare 项目 before other words is the project told of just now, unless the words make a compound of it. */
const NEAR =
  /(?<=^|[，。；“])(?:目前，?|其中，?)?项目(?!$|[，。；、：“”（）]|单位|业主|负责人|经理|部|方(?!案)|团队|专班|库|中心|为王|化|数|名|代码|编号|管|秘书|公司|清单|招|审批|谋划|推进|推介|引|评|双|一线|资金|总监|总工|指挥|工程师|效果|现场|工地|工作|服务|攻坚|会|共[\d有]|签约|开发|融资|合作|投资人|建设(?!面积|规模|内容|地点|周期|工期|用地|总|期|提速|将|已|按|有|完)|第?[一二三四五六七八九十首\d]+[期个项名]|和|与|及|等|的(?!建设|实施|建成|总|投|主体))/dgu;
/** How many sentences back the last naming may lie for what is left unsaid. */
const REACH = 2;

/** What is built for, bought for or leaned on: the object of a sentence whose matter is another project. */
const OBJECT_OF =
  /建设|新建|打造|构建|形成|建成|成为|购置|配套|包括|包含|涵盖|依托|辐射|带动|设有|设置|规划|纳入|列入|致力于/u;

/** The last 40 characters of the clause that `text` ends in. */
const lastClause = (text: string): string =>
  text
    .slice(-40)
    .split(/[，。；！？]/u)
    .at(-1) ?? "";

/** Is this project only a part or an aim of the project that its sentence is about? */
function isComponent(s: NamedSentence, mention: Mention): boolean {
  if (mention.type !== "Project" || mention.anaphor) return false;
  const topic = s.mentions.find(
    (m) => m.type === "Project" && m.end <= mention.start && m.name !== mention.name,
  );
  if (!topic) return false;
  const between = s.norm.slice(topic.end, mention.start);
  // 甲项目开工，乙公司投资建设丙项目: a builder of its own opens a new matter.
  if (
    s.mentions.some(
      (m) => m.type === "Company" && !m.anaphor && m.start >= topic.end && m.end <= mention.start,
    )
  )
    return false;
  if (mention.name.startsWith(topic.name)) return true;
  return (topic.anaphor === true || /[，；]/u.test(between)) && OBJECT_OF.test(lastClause(between));
}

/** A project that a sentence goes on about, and where in the report it was named last. */
interface Topic {
  mention: Mention;
  index: number;
}

/** Binds bare 项目 to a project named just now. */
function bindNear(s: NamedSentence, taken: readonly Mention[], topic: Mention): Mention[] {
  return allMatches(s.norm, NEAR).flatMap((match): Mention[] => {
    const start = match.index + match[0].length - 2;
    const end = start + 2;
    if (taken.some((m) => m.start < end && start < m.end)) return [];
    const before = s.mentions.findLast((m) => m.type === "Project" && m.end <= start) ?? topic;
    return [
      {
        type: "Project",
        name: before.name,
        start,
        end,
        text: s.sentence.text.slice(start, end),
        rule: "anaphora/near",
        confidence: 0.6,
        anaphor: true,
      },
    ];
  });
}

/** The sentences with what stands for a name named before. */
export function bindAnaphors(doc: NamedDoc): BoundDoc {
  let paragraph = -1;
  let latest: Partial<Record<EntityType, Mention>> = {};
  let topic: Topic | undefined;
  const sentences = doc.sentences.map((s, index): BoundSentence => {
    if (s.sentence.kind !== "body") return s;
    if (s.sentence.paragraph !== paragraph) {
      paragraph = s.sentence.paragraph;
      latest = {};
      topic = undefined;
    }
    const bound: Mention[] = [];
    for (const { type, pattern } of ANAPHORS) {
      for (const match of allMatches(s.norm, pattern)) {
        const start = match.index;
        const end = start + match[0].length;
        if (s.mentions.some((m) => m.start < end && start < m.end)) continue;
        const before = s.mentions.findLast((m) => m.type === type && m.end <= start) ?? latest[type];
        if (before)
          bound.push({
            type,
            name: before.name,
            start,
            end,
            text: s.sentence.text.slice(start, end),
            rule: "anaphora/definite",
            confidence: 0.7,
            anaphor: true,
          });
      }
    }
    const near = topic && index - topic.index <= REACH ? topic.mention : undefined;
    if (near) bound.push(...bindNear(s, [...s.mentions, ...bound], near));
    const mentions = [...s.mentions, ...bound].sort((a, b) => a.start - b.start);
    for (const mention of mentions.flatMap((m) => (m.type === "Event" ? [m, ...(m.parts ?? [])] : [m])))
      if (!isComponent({ ...s, mentions }, mention)) latest[mention.type] = mention;
    const named = mentions.some((m) => m.type === "Project" || m.parts?.some((p) => p.type === "Project"));
    if (named && latest.Project) topic = { mention: latest.Project, index };
    return {
      ...s,
      mentions,
      ...(near ? { about: near } : {}),
      ...(!named && near ? { topic: near } : {}),
    };
  });
  return { ...doc, sentences };
}
