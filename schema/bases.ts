/**
 * Properties that several types share. A node or edge file names its base and lists only what is its own.
 * @module
 */

/** What each kind of node has beside its own properties. */
export const nodeBases = {
  /** A real thing that reports name. */
  entity: {
    id: { kind: "id", zh: "标识", en: "id" },
    name: { kind: "text", zh: "名称", en: "name" },
    aliases: { kind: "texts", zh: "别名", en: "other names" },
    pinyin: { kind: "texts", optional: true, zh: "拼音", en: "pinyin: initials and full" },
    mentions: { kind: "count", zh: "提及次数", en: "mentions" },
    description: { kind: "text", optional: true, zh: "简介", en: "description" },
    descriptionEvidence: {
      kind: "evidence",
      optional: true,
      zh: "简介依据",
      en: "evidence of the description",
    },
    reports: { kind: "texts", zh: "来源报告", en: "reports, the first 100" },
    reportCount: { kind: "count", zh: "来源报告数", en: "number of reports" },
    evidence: { kind: "evidence", zh: "原文依据", en: "evidence, the first 100 sentences of those reports" },
    /** Lists that were cut, with how many entries each lost: `evidence 230`. */
    leftOut: {
      kind: "texts",
      optional: true,
      zh: "未列出",
      en: "what lists leave out: property and number",
    },
  },
  /** One statement kept as a node: its name is made from what it says. */
  statement: {
    id: { kind: "id", zh: "标识", en: "id" },
    name: { kind: "text", zh: "名称", en: "name" },
    reports: { kind: "texts", zh: "来源报告", en: "reports" },
    evidence: { kind: "evidence", zh: "原文依据", en: "evidence" },
  },
  /** Neither: the file lists all but the id. */
  plain: {
    id: { kind: "id", zh: "标识", en: "id" },
  },
} as const;

/** What each kind of edge has beside its own properties. */
export const edgeBases = {
  /** Something a report says, and may also plan or deny. */
  statement: {
    id: { kind: "id", zh: "标识", en: "id" },
    status: { kind: "status", zh: "陈述状态", en: "status" },
    confidence: { kind: "confidence", zh: "置信度", en: "confidence" },
    reports: { kind: "texts", zh: "来源报告", en: "reports" },
    evidence: { kind: "evidence", zh: "原文依据", en: "evidence" },
    /** Lists that were cut, with how many entries each lost: `evidence 230`. */
    leftOut: {
      kind: "texts",
      optional: true,
      zh: "未列出",
      en: "what lists leave out: property and number",
    },
  },
  /** What ties a statement to the things and reports it belongs to: true by construction. */
  trace: {
    id: { kind: "id", zh: "标识", en: "id" },
    status: { kind: "status", optional: true, zh: "陈述状态", en: "status" },
    confidence: { kind: "confidence", optional: true, zh: "置信度", en: "confidence" },
    reports: { kind: "texts", zh: "来源报告", en: "reports" },
    evidence: { kind: "evidence", zh: "原文依据", en: "evidence" },
    /** Lists that were cut, with how many entries each lost: `evidence 230`. */
    leftOut: {
      kind: "texts",
      optional: true,
      zh: "未列出",
      en: "what lists leave out: property and number",
    },
  },
} as const;

export type NodeBase = keyof typeof nodeBases;
export type EdgeBase = keyof typeof edgeBases;
