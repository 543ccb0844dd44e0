/**
 * The schema page of the documentation, in Chinese and English.
 * @module
 */
import { edgeBases, nodeBases } from "../bases.ts";
import type { PropertySpecs } from "../define.ts";
import { kinds } from "../kinds.ts";
import type { Label } from "../label.ts";
import { edgeTypes, nodeTypes } from "../registry.ts";
import { observationKindLabels, stageLabels, statusLabels } from "../values.ts";

const both = ({ zh, en }: Label): string => `${zh} · ${en}`;
const cell = (text: string): string => text.replaceAll("|", "\\|");
const row = (...cells: string[]): string => `| ${cells.map(cell).join(" | ")} |`;
const code = (text: string): string => `\`${text}\``;

function table(head: string[], rows: string[][]): string[] {
  return [row(...head), row(...head.map(() => "---")), ...rows.map((cells) => row(...cells)), ""];
}

function propertyTable(properties: PropertySpecs): string[] {
  const rows = Object.entries(properties).map(([name, { kind, optional, zh, en }]) => [
    code(name),
    zh,
    en,
    both(kinds[kind]),
    optional ? "" : "✓",
  ]);
  return rows.length === 0
    ? []
    : table(["属性 · property", "中文", "English", "类型 · kind", "必有 · required"], rows);
}

function example({ zh, en }: Label): string[] {
  return [`> ${zh}`, ">", `> ${en}`, ""];
}

const NODE_BASES: Record<keyof typeof nodeBases, Label> = {
  entity: { zh: "实体（带有标签 `Entity`）", en: "Entities (they have the label `Entity` too)" },
  statement: { zh: "陈述", en: "Statements" },
  plain: { zh: "其他", en: "Others" },
};
const EDGE_BASES: Record<keyof typeof edgeBases, Label> = {
  statement: { zh: "报告所述的关系", en: "Edges that a report states" },
  trace: { zh: "溯源关系", en: "Edges that lead back" },
};

function nodePart(): string[] {
  const lines = ["## 节点 · Nodes", ""];
  lines.push(
    ...table(
      ["类型 · type", "中文", "说明", "What it is", "颜色 · colour"],
      nodeTypes.map(({ type, spec }) => [
        `[${code(type)}](#${type.toLowerCase()})`,
        spec.labels.zh,
        spec.description.zh,
        spec.description.en,
        code(spec.color),
      ]),
    ),
  );
  for (const [base, properties] of Object.entries(nodeBases) as [keyof typeof nodeBases, PropertySpecs][]) {
    const members = nodeTypes.filter(({ spec }) => spec.base === base).map(({ type }) => code(type));
    lines.push(`### ${both(NODE_BASES[base])}`, "", members.join(", "), "", ...propertyTable(properties));
  }
  for (const { type, spec } of nodeTypes) {
    lines.push(
      `### ${type}`,
      "",
      `**${both(spec.labels)}** — ${both(spec.description)}`,
      "",
      ...propertyTable(spec.properties),
    );
    const { extraLabels = [] } = spec as {
      extraLabels?: readonly { label: string; when: string; labels: Label }[];
    };
    for (const { label, when, labels } of extraLabels) {
      lines.push(`${code(label)} (${both(labels)}): ${code(when)} = \`true\``, "");
    }
    lines.push(...example(spec.example));
  }
  return lines;
}

function edgePart(): string[] {
  const lines = ["## 关系 · Edges", ""];
  lines.push(
    ...table(
      ["类型 · type", "中文", "反向 · inverse", "从 · from", "到 · to", "说明", "When"],
      edgeTypes.map(({ type, spec }) => [
        `[${code(type)}](#${type.toLowerCase()})`,
        both(spec.labels),
        both(spec.inverse),
        spec.from.map(code).join(", "),
        spec.to.map(code).join(", "),
        spec.description.zh,
        spec.description.en,
      ]),
    ),
  );
  for (const [base, properties] of Object.entries(edgeBases) as [keyof typeof edgeBases, PropertySpecs][]) {
    const members = edgeTypes.filter(({ spec }) => spec.base === base).map(({ type }) => code(type));
    lines.push(`### ${both(EDGE_BASES[base])}`, "", members.join(", "), "", ...propertyTable(properties));
  }
  for (const { type, spec } of edgeTypes) {
    const arrow = `(${spec.example.from.type})-[${type}]->(${spec.example.to.type})`;
    lines.push(
      `### ${type}`,
      "",
      `**${both(spec.labels)}** — ${both(spec.description)}`,
      "",
      ...propertyTable(spec.properties),
    );
    lines.push(...example(spec.example), code(arrow), "");
  }
  return lines;
}

function valuePart(): string[] {
  const groups: [Label, Readonly<Record<string, Label>>][] = [
    [{ zh: "阶段", en: "Stage" }, stageLabels],
    [{ zh: "陈述状态", en: "Status" }, statusLabels],
    [{ zh: "实际或目标", en: "Kind of observation" }, observationKindLabels],
  ];
  const lines = ["## 取值 · Values", ""];
  for (const [title, labels] of groups) {
    lines.push(`### ${both(title)}`, "");
    lines.push(
      ...table(
        ["值 · value", "中文", "English"],
        Object.entries(labels).map(([value, { zh, en }]) => [code(value), zh, en]),
      ),
    );
  }
  lines.push(
    "### 依据 · Evidence",
    "",
    "每条依据是一个 JSON 字符串：报告、句子在原文中的起止位置（UTF-16 码元，不含终点）、句子（已去掉版面换行）、规则。",
    "Each entry is a JSON string: the report, where the sentence stands in the original (UTF-16 code units, end exclusive), the sentence without layout breaks, the rule.",
    "",
    "```json",
    '{"report":"…","start":0,"end":24,"text":"…","rule":"family/rule"}',
    "```",
    "",
    "需要时另有三个字段，不需要时不存：表格的行有 `header`（表题与各列名）；扫描件识别的文字有 `recognised: true`，可能有误；句子没有写出某一端名称时（该公司、该项目、省略主语），`context` 给出写出该名称的句子，每端至多一句，共至多两句。",
    "取最近的前文，没有则取标题，再没有则取最近的后文；表头已写出名称的不给。`context` 与依据同在这个字符串里，Neo4j 与内嵌数据库相同，没有单独的属性。",
    "Three further fields stand there only where they are needed: rows of tables have `header` (caption and names of the columns); text recognised in a scan has `recognised: true` and may be wrong; where the sentence does not name an end of the fact (该公司, 该项目, nothing at all), `context` has the sentence that does, at most one for each end, two in all:",
    "the nearest before, else a title, else the nearest behind; none where the header of the table names it. It is part of this string, in Neo4j and in the embedded database alike, and no property of its own.",
    "",
    "```json",
    '{"report":"…","start":24,"end":48,"text":"该公司…","rule":"family/rule","context":[{"start":0,"end":24,"text":"…公司…"}]}',
    "```",
    "",
    "```cypher",
    "MATCH (c:Company)-[i:INVESTS]->(p:Project) UNWIND i.evidence AS e WITH c, p, e WHERE e CONTAINS '\"context\":[' RETURN c.name, p.name, e",
    "```",
    "",
  );
  return lines;
}

export function renderPage(): string {
  const head = [
    "<!-- Made by `npm run schema` from schema/; do not edit. -->",
    "# 图谱结构 · Schema of the graph",
    "",
    "例句均为虚构。All names in the example sentences are invented.",
    "",
  ];
  return `${[...head, ...nodePart(), ...edgePart(), ...valuePart()].join("\n").trimEnd()}\n`;
}
