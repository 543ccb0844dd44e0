/**
 * Binds 该项目, 项目, 该公司, 公司, 他, 她 to the project, company or person named last in the same paragraph, so that what a
 * sentence says about "the project" is said about that project.
 * @module
 */
import type { EntityType } from "../model/claim.ts";
import type { Doc, Mention } from "./types.ts";

/** Definite forms; bare 项目 and 公司 count only at the beginning of a clause. */
const ANAPHORS: readonly { type: EntityType; pattern: RegExp }[] = [
  {
    type: "Project",
    pattern:
      /(?:该|本|此)(?:项目|工程|基地|园区|产业园)|(?<=^|[，。；、：“])(?:目前，)?(?:整个|这个)?项目(?=总|计划|占地|建成|全部|主要|主体|达产|投产|于|将|已|建设|预计|由|位于|自|分|拟|用地|规划|竣工|开工|落地|签约|现|正|主体|落户|达效)|(?<=^|[，。；：“])工程(?=总|计划|建成|全长|全部|主要|主体|于|将|已|预计|位于|起)/dgu,
  },
  {
    type: "Company",
    pattern:
      /(?:该|本)(?:公司|企业|集团|厂)|(?<=^|[，。；：“])(?:公司|集团)(?=计划|总|将|已|在|先后|拟|投资|专业|主要|年|成立|位于|现)|我们公司/dgu,
  },
  { type: "Person", pattern: /(?<=^|[，。；：“”])[他她](?![们人国乡处日])/dgu },
];

export function bindAnaphors(doc: Doc): void {
  let paragraph = -1;
  let latest: Partial<Record<EntityType, Mention>> = {};
  for (const s of doc.sentences) {
    if (s.sentence.kind !== "body") continue;
    if (s.sentence.paragraph !== paragraph) {
      paragraph = s.sentence.paragraph;
      latest = {};
    }
    const bound: Mention[] = [];
    for (const { type, pattern } of ANAPHORS) {
      for (const match of s.norm.matchAll(pattern)) {
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
    if (bound.length > 0) s.mentions = [...s.mentions, ...bound].sort((a, b) => a.start - b.start);
    for (const mention of s.mentions) latest[mention.type] = mention;
  }
}
