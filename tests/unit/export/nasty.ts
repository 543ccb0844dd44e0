/**
 * The schema's example graph with everything in it that breaks careless writers.
 * @module
 */
import { exampleGraph, formatEvidence } from "../../../schema/public.ts";
import type { Graph, GraphEdge, GraphNode } from "../../../src/model/graph.ts";

export const NASTY_NAME = `=cmd|"/C calc"!A1 <b>&'"\\u0027 }) DETACH DELETE n // ; \`x\` 云😀`;
export const NASTY_ALIASES: string[] = [
  "a\nb\tc\r\nd",
  "a,b;c|d[e]",
  '"quoted"',
  "'单引号'",
  "-1+1",
  "\\",
  "\\\\u0041",
  "@x",
  "'=1",
];
export const NASTY_SENTENCE = `他说："\\n不是换行"，\n而<是>真的&'假'\\u0027。`;

/** Names what `NASTY_SENTENCE` leaves out. */
export const NASTY_CONTEXT = "=云岭&集团<b>落户。\u0007";

export function nastyGraph(): Graph {
  const graph = exampleGraph();
  const node = (label: string): GraphNode => {
    const found = graph.nodes.find(({ labels }) => labels.includes(label));
    if (!found) throw new Error(label);
    return found;
  };
  const edge = (type: string): GraphEdge => {
    const found = graph.edges.find((candidate) => candidate.type === type);
    if (!found) throw new Error(type);
    return found;
  };
  const company = node("Company").properties;
  company["name"] = NASTY_NAME;
  company["aliases"] = NASTY_ALIASES;
  company["evidence"] = [
    formatEvidence({
      report: "yunze-2024-06",
      start: 3,
      end: 9,
      text: NASTY_SENTENCE,
      rule: "example/nasty",
      context: [
        { start: 0, end: 3, text: NASTY_CONTEXT },
        { start: 20, end: 24, text: "落户云泽。" },
      ],
    }),
  ];
  node("Observation").properties["change"] = -0.1234567890123456;
  edge("INVESTS").properties["status"] = "planned";
  // A second edge between the same two nodes.
  const located = {
    ...edge("INVESTS"),
    id: "parallel",
    type: "INVESTS",
    properties: { ...edge("INVESTS").properties, id: "parallel", status: "stated" },
  };
  graph.edges.push(located);
  graph.edges.sort((a, b) => (a.id < b.id ? -1 : 1));
  return graph;
}

export const byId = (graph: Graph, id: string): GraphNode => {
  const found = graph.nodes.find((node) => node.id === id);
  if (!found) throw new Error(id);
  return found;
};
