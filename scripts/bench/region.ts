/**
 * A generated graph of the product's own shape: reports, the things they name, edges with evidence, observations,
 * quotes, milestones. All names are invented, everything follows from the seed.
 * @module
 */
import type { Graph, GraphEdge, GraphNode, Properties } from "../../src/model/graph.ts";
import { shortHash } from "../../src/model/hash.ts";

export interface RegionSize {
  nodes: number;
  /** At least 2 for each node. */
  edges: number;
  seed?: number;
}

/** mulberry32: a small seeded generator, good enough to spread edges. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES = [..."云岭恒岳远帆青溪松原泽川海瀚明德兴安华瑞盛景丰润启元博达星辰"];
const STAGES = ["signed", "landed", "started", "under-construction", "completed", "operating"];
/** Share of each type among the nodes, roughly as in real reports. */
const SHARES: readonly [string, number, string][] = [
  ["Observation", 0.24, "指标"],
  ["Project", 0.16, "项目"],
  ["Company", 0.15, "有限公司"],
  ["Milestone", 0.12, "节点"],
  ["Person", 0.08, ""],
  ["Quote", 0.08, "引语"],
  ["Place", 0.05, "镇"],
  ["Agency", 0.05, "局"],
  ["Institution", 0.02, "大学"],
  ["Mechanism", 0.02, "机制"],
  ["Policy", 0.01, "办法"],
  ["Indicator", 0.01, "值"],
];
const ENTITIES = new Set([
  "Project",
  "Company",
  "Person",
  "Place",
  "Agency",
  "Institution",
  "Mechanism",
  "Policy",
]);

export function regionGraph({ nodes: size, edges: wanted, seed = 1 }: RegionSize): Graph {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  const reports = Math.max(2, Math.ceil(size / 100));
  const name = (suffix: string, n: number): string => `${pick(SYLLABLES)}${pick(SYLLABLES)}${n}${suffix}`;
  const evidence = (about: string): Properties => {
    const report = `云泽报道${Math.floor(random() * reports)}`;
    const start = Math.floor(random() * 9_000);
    const text = `${about}是全市今年重点推进的事项之一，计划总投资${Math.floor(random() * 900)}亿元，目前进展顺利。`;
    return {
      reports: [report],
      evidence: [JSON.stringify({ report, start, end: start + text.length, text, rule: "bench/region" })],
    };
  };
  const node = (type: string, properties: Properties): GraphNode => {
    const id = shortHash([type, String(nodes.length), String(seed)]);
    const labels = [
      type,
      ...(ENTITIES.has(type) ? ["Entity"] : []),
      ...(properties["official"] === true ? ["Official"] : []),
    ];
    const made = { id, labels: labels.sort(), properties: sorted({ ...properties, id }) };
    nodes.push(made);
    return made;
  };
  const pools = new Map<string, GraphNode[]>();
  const add = (type: string, properties: Properties): void => {
    const made = node(type, properties);
    const pool = pools.get(type);
    if (pool) pool.push(made);
    else pools.set(type, [made]);
  };
  for (let i = 0; i < reports; i += 1)
    add("Report", {
      name: `云泽报道${i}`,
      title: `云泽报道${i}`,
      date: `202${i % 6}-0${1 + (i % 9)}-15`,
      sentences: 60,
      characters: 4_000,
    });
  for (const [type, share, suffix] of SHARES) {
    const count = Math.max(2, Math.round((size - reports) * share));
    for (let i = 0; i < count; i += 1)
      add(type, { ...valuesOf(type, name(suffix, i), random, pick), ...evidence(name(suffix, i)) });
  }
  const edge = (type: string, from: GraphNode, to: GraphNode, properties: Properties): void => {
    const id = shortHash([type, from.id, to.id, String(edges.length)]);
    edges.push({ id, type, start: from.id, end: to.id, properties: sorted(properties) });
  };
  const one = (type: string): GraphNode => pick(pools.get(type) as GraphNode[]);
  const trace = (type: string, from: GraphNode, to: GraphNode): void =>
    edge(type, from, to, evidence(String(from.properties["name"])));
  for (const observation of pools.get("Observation") ?? []) {
    trace("OF", observation, one("Indicator"));
    trace("ABOUT", observation, one("Place"));
    trace("REPORTED_IN", observation, one("Report"));
  }
  for (const quote of pools.get("Quote") ?? []) trace("SPOKEN_BY", quote, one("Person"));
  for (const milestone of pools.get("Milestone") ?? []) trace("REACHED", one("Project"), milestone);
  const links: readonly [string, string, string, () => Properties][] = [
    ["MENTIONED_IN", "Company", "Report", () => ({ count: 1 + Math.floor(random() * 5), sentences: [1, 7] })],
    ["MENTIONED_IN", "Project", "Report", () => ({ count: 1, sentences: [3] })],
    ["LOCATED_IN", "Project", "Place", stated],
    ["INVESTS", "Company", "Project", () => ({ ...stated(), amount: Math.floor(random() * 1e9) })],
    ["WORKS_FOR", "Person", "Agency", () => ({ ...stated(), title: "主任" })],
    ["QUOTED_BY", "Person", "Report", stated],
    ["LEADS", "Agency", "Mechanism", stated],
    ["PART_OF", "Project", "Project", stated],
    ["ISSUES", "Agency", "Policy", stated],
  ];
  while (edges.length < wanted) {
    const [type, from, to, properties] = pick(links);
    const start = one(from);
    edge(type, start, one(to), { ...properties(), ...evidence(String(start.properties["name"])) });
  }
  edges.length = Math.min(edges.length, wanted);
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  return { nodes: nodes.sort(byId), edges: edges.sort(byId) };
}

const stated = (): Properties => ({ status: "stated", confidence: 0.9 });

const sorted = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1)));

function valuesOf(
  type: string,
  name: string,
  random: () => number,
  pick: <T>(list: readonly T[]) => T,
): Properties {
  const base: Properties = { name };
  if (ENTITIES.has(type))
    Object.assign(base, { aliases: [name.slice(0, 3)], mentions: 1 + Math.floor(random() * 9) });
  switch (type) {
    case "Project":
      return { ...base, totalInvestment: Math.floor(random() * 1e10), stage: pick(STAGES) };
    case "Person":
      return { ...base, official: random() < 0.5, titles: ["主任"] };
    case "Observation":
      return {
        ...base,
        indicator: `指标${Math.floor(random() * 50)}`,
        value: random() * 1e9,
        unit: "CNY",
        kind: random() < 0.7 ? "actual" : "target",
        period: `202${Math.floor(random() * 6)}`,
      };
    case "Milestone":
      return { ...base, stage: pick(STAGES), date: "2024-06", status: "stated" };
    case "Quote":
      return { ...base, text: `“${name}将继续推进。”`, direct: true };
    default:
      return base;
  }
}
