/**
 * One project's dossier with its sentences, as Markdown.
 * `npx tsx scripts/exports/project-dossier.ts NAME reports/ > dossier.md`
 * @module
 */
import {
  type Dossier,
  dossierOf,
  type Evidence,
  type Graph,
  type MemoryGraph,
  UsageError,
} from "../../src/index.ts";
import { besides } from "../../src/model/besides.ts";
import { labelled, main } from "./run.ts";

/** @throws UsageError PROJECT_UNKNOWN */
export function projectDossier(graph: MemoryGraph, name: string): string {
  const plain: Graph = {
    nodes: graph.mapNodes((id, { labels, properties }) => ({ id, labels, properties })),
    edges: graph.mapEdges((id, { type, properties }, start, end) => ({ id, type, start, end, properties })),
  };
  const id = labelled(graph, "Project").find((project) => {
    const { name: own, aliases } = graph.getNodeAttribute(project, "properties");
    return own === name || (Array.isArray(aliases) && aliases.some((alias) => alias === name));
  });
  const dossier = id === undefined ? undefined : dossierOf(plain, id);
  if (!dossier) throw new UsageError("PROJECT_UNKNOWN", `no project is called ${name}`);
  return markdown(dossier);
}

function markdown({ name, aliases, facts, relations, timeline, mentions }: Dossier): string {
  const notes: Evidence[] = [];
  const cite = (evidence: readonly Evidence[]): string =>
    evidence
      .map((e) => {
        let at = notes.findIndex(
          ({ report, start, end }) => report === e.report && start === e.start && end === e.end,
        );
        if (at < 0) at = notes.push(e) - 1;
        return `[^${at + 1}]`;
      })
      .filter((mark, i, all) => all.indexOf(mark) === i)
      .join("");
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length > 0 ? [`## ${title}`, "", ...lines.map((l) => `- ${l}`), ""] : [];
  const lines = [
    `# ${escaped(name)}`,
    "",
    ...(aliases.length > 0 ? [`又称 ${aliases.map(escaped).join("、")}`, ""] : []),
    ...section(
      "事实",
      facts.map((f) => `${f.property}: ${escaped([f.value].flat().join(", "))}${cite(f.evidence)}`),
    ),
    ...section(
      "关系",
      relations.map(
        (r) => `${r.direction === "out" ? "→" : "←"} ${r.type} ${escaped(r.other.name)}${cite(r.evidence)}`,
      ),
    ),
    ...section(
      "历程",
      timeline.map(
        (m) =>
          `${m.date === "" ? "无日期" : m.date} ${escaped(m.subject.name)} ${escaped(m.node.name)}${cite(m.evidence)}`,
      ),
    ),
    ...section(
      "出处",
      mentions.map((e) => `${escaped(e.report)}${cite([e])}`),
    ),
  ];
  const footnotes = notes.map(
    (e, i) =>
      `[^${i + 1}]: ${escaped(e.text)}${besides(e)
        .map((line) => `（${escaped(line)}）`)
        .join("")} (${escaped(e.report)}, ${e.start}–${e.end})`,
  );
  return `${[...lines, ...footnotes].join("\n")}\n`;
}

/** Text of a report is text in Markdown, too. */
const escaped = (value: string): string => value.replace(/[\\`*_[\]<>#|]/g, "\\$&");

await main(import.meta.url, (graph, [name = ""]) => projectDossier(graph, name), 1);
