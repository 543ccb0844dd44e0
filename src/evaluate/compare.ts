/**
 * Compares one report's graph with its gold file, by the rules of the annotation guide ("Scoring").
 * @module
 */
import { ENTITY_TYPES, RELATION_TYPES } from "../model/claim.ts";
import type { Graph, GraphEdge, GraphNode } from "../model/graph.ts";
import type { Gold, GoldEntity, GoldFigure, GoldRelation } from "./gold.ts";
import { Tallies } from "./tally.ts";

const MARKS = /[\s"'“”‘’「」『』《》〈〉()（）【】·・,，、.。:：;；\-—]+/g;

/** A name without width, quotes, punctuation and a trailing 项目. */
export function scoredName(name: string): string {
  const plain = name.normalize("NFKC").replace(MARKS, "");
  return plain.endsWith("项目") && plain.length > 4 ? plain.slice(0, -2) : plain;
}

const close = (a: unknown, b: unknown): boolean => {
  const [x, y] = [Number(a), Number(b)];
  return (
    a !== undefined &&
    b !== undefined &&
    Number.isFinite(x) &&
    Number.isFinite(y) &&
    Math.abs(x - y) <= 1e-6 * Math.max(1, Math.abs(x), Math.abs(y))
  );
};

export interface Comparison {
  tallies: Tallies;
  errors: string[];
}

export function compare(gold: Gold, graph: Graph): Comparison {
  const tallies = new Tallies();
  const errors: string[] = [];
  const matched = matchEntities(gold, graph.nodes);
  scoreEntities(gold, graph.nodes, matched, tallies, errors);
  scoreRelations(gold, graph, matched, tallies, errors);
  scoreValues(gold, matched, tallies);
  scoreFigures(gold.figures, graph.nodes, tallies, errors);
  return { tallies, errors };
}

interface Matched {
  nodeOf: Map<string, GraphNode>;
  goldOf: Map<string, string>;
}

/** Pairs by type and shared name, most shared names first, one to one. */
function matchEntities(gold: Gold, nodes: readonly GraphNode[]): Matched {
  const names = new Map(
    nodes.map((n) => [
      n,
      new Set(
        [n.properties["name"], ...((n.properties["aliases"] as string[] | undefined) ?? [])]
          .filter(Boolean)
          .map((x) => scoredName(String(x))),
      ),
    ]),
  );
  const pairs: { shared: number; gold: string; node: GraphNode }[] = [];
  for (const entity of gold.entities) {
    const wanted = new Set([entity.name, ...entity.names].map(scoredName));
    for (const node of nodes) {
      if (!node.labels.includes(entity.type)) continue;
      const shared = [...(names.get(node) ?? [])].filter((n) => wanted.has(n)).length;
      if (shared > 0) pairs.push({ shared, gold: entity.id, node });
    }
  }
  pairs.sort(
    (a, b) =>
      b.shared - a.shared ||
      (a.gold === b.gold ? (a.node.id < b.node.id ? -1 : 1) : a.gold < b.gold ? -1 : 1),
  );
  const nodeOf = new Map<string, GraphNode>();
  const goldOf = new Map<string, string>();
  for (const pair of pairs) {
    if (nodeOf.has(pair.gold) || goldOf.has(pair.node.id)) continue;
    nodeOf.set(pair.gold, pair.node);
    goldOf.set(pair.node.id, pair.gold);
  }
  return { nodeOf, goldOf };
}

function scoreEntities(
  gold: Gold,
  nodes: readonly GraphNode[],
  { nodeOf, goldOf }: Matched,
  tallies: Tallies,
  errors: string[],
): void {
  for (const entity of gold.entities) {
    if (entity.optional) continue;
    const node = nodeOf.get(entity.id);
    if (!node) {
      tallies.at(entity.type).fn++;
      errors.push(`missed ${entity.type} ${entity.name}`);
      continue;
    }
    tallies.at(entity.type).tp++;
    if (entity.type !== "Person") continue;
    const row = tallies.at("Person.official");
    const [want, got] = [entity.official === true, node.labels.includes("Official")];
    if (want && got) row.tp++;
    else if (want) row.fn++;
    else if (got) row.fp++;
  }
  for (const node of nodes) {
    const type = ENTITY_TYPES.find((t) => node.labels.includes(t));
    if (!type || goldOf.has(node.id)) continue;
    tallies.at(type).fp++;
    errors.push(`extra  ${type} ${String(node.properties["name"])}`);
  }
}

function scoreRelations(
  gold: Gold,
  { nodes, edges }: Graph,
  { goldOf }: Matched,
  tallies: Tallies,
  errors: string[],
): void {
  const byId = new Map(nodes.map((n) => [n.id, n]));
  const key = (type: string, from: string, to: string): string => [type, from, to].join("\u0000");
  const end = (id: string): string | undefined => {
    const labels = byId.get(id)?.labels ?? [];
    if (labels.includes("Report")) return "REPORT";
    return labels.some((l) => (ENTITY_TYPES as readonly string[]).includes(l))
      ? (goldOf.get(id) ?? `?${id}`)
      : undefined;
  };
  const predicted = new Map<string, GraphEdge>();
  for (const edge of edges) {
    const [from, to] = [end(edge.start), end(edge.end)];
    if ((RELATION_TYPES as readonly string[]).includes(edge.type) && from !== undefined && to !== undefined)
      predicted.set(key(edge.type, from, to), edge);
  }
  const optional = new Set(gold.entities.filter((e) => e.optional).map((e) => e.id));
  const goldNames = new Map(gold.entities.map((e) => [e.id, e.name]));
  const wanted = new Map<string, GoldRelation>();
  for (const r of gold.relations) wanted.set(key(r.type, r.from, r.to), r);
  for (const [k, r] of wanted) {
    if (r.optional || optional.has(r.from) || optional.has(r.to)) continue;
    const edge = predicted.get(k);
    if (!edge) {
      tallies.at(r.type).fn++;
      errors.push(`missed ${r.type} ${goldNames.get(r.from) ?? r.from} -> ${goldNames.get(r.to) ?? r.to}`);
      continue;
    }
    tallies.at(r.type).tp++;
    if (r.title) scoreTitle(r.title, edge.properties["title"], tallies);
  }
  const label = (id: string): string =>
    goldNames.get(id) ?? String(byId.get(id.replace(/^\?/, ""))?.properties["name"] ?? id);
  for (const k of predicted.keys()) {
    const [type = "", from = "", to = ""] = k.split("\u0000");
    if (wanted.has(k) || optional.has(from) || optional.has(to)) continue;
    tallies.at(type).fp++;
    errors.push(`extra  ${type} ${label(from)} -> ${label(to)}`);
  }
}

function scoreTitle(wanted: string, got: unknown, tallies: Tallies): void {
  const row = tallies.at("titles");
  const [w, g] = [scoredName(wanted), got === undefined ? "" : scoredName(String(got))];
  if (g !== "" && (g.endsWith(w) || w.endsWith(g))) row.tp++;
  else {
    row.fn++;
    if (g !== "") row.fp++;
  }
}

const VALUES = ["totalInvestment", "stage", "completion"] as const;

function scoreValues(gold: Gold, { nodeOf }: Matched, tallies: Tallies): void {
  const also = (e: GoldEntity, key: (typeof VALUES)[number]): unknown => e[`${key}Also`];
  for (const entity of gold.entities) {
    if (entity.type !== "Project" || entity.optional) continue;
    for (const key of VALUES) {
      const row = tallies.at(`Project.${key}`);
      const want = entity[key] ?? undefined;
      const got = nodeOf.get(entity.id)?.properties[key];
      if (want === undefined) {
        if (got !== undefined) row.fp++;
        continue;
      }
      const readings = [want, also(entity, key)].filter((v) => v !== undefined && v !== null);
      const same = got !== undefined && readings.some((v) => close(v, got) || String(v) === String(got));
      if (same) row.tp++;
      else {
        row.fn++;
        if (got !== undefined) row.fp++;
      }
    }
  }
}

/** Share of the shorter name's characters that the longer one has. */
function overlap(a: string, b: string): number {
  const [x, y] = [scoredName(a), scoredName(b)];
  const counts = new Map<string, number>();
  for (const char of x) counts.set(char, (counts.get(char) ?? 0) + 1);
  let shared = 0;
  for (const char of y) {
    const left = counts.get(char) ?? 0;
    if (left > 0) {
      shared++;
      counts.set(char, left - 1);
    }
  }
  return shared / Math.max(1, Math.min([...x].length, [...y].length));
}

function scoreFigures(
  figures: readonly GoldFigure[],
  nodes: readonly GraphNode[],
  tallies: Tallies,
  errors: string[],
): void {
  const left = new Set(nodes.filter((n) => n.labels.includes("Observation")));
  const row = tallies.at("figures");
  for (const figure of figures) {
    let best: { node: GraphNode; share: number } | undefined;
    for (const node of left) {
      const p = node.properties;
      if (!close(figure.value, p["value"]) || scoredName(figure.unit) !== scoredName(String(p["unit"] ?? "")))
        continue;
      const share = overlap(figure.indicator, String(p["indicator"] ?? ""));
      if (share >= 0.5 && (!best || share > best.share)) best = { node, share };
    }
    if (best) left.delete(best.node);
    if (figure.optional) continue;
    if (!best) {
      row.fn++;
      errors.push(`missed figure ${figure.indicator} ${figure.value} ${figure.unit}`);
      continue;
    }
    row.tp++;
    for (const key of ["period", "kind", "change"] as const) {
      const want = figure[key] ?? undefined;
      if (want === undefined) continue;
      const got = best.node.properties[key];
      const part = tallies.at(`figures.${key}`);
      if (key === "change" ? close(want, got) : String(want) === String(got)) part.tp++;
      else {
        part.fn++;
        if (got !== undefined) part.fp++;
      }
    }
  }
  for (const node of left) {
    row.fp++;
    errors.push(
      `extra  figure ${String(node.properties["indicator"])} ${String(node.properties["value"])} ${String(node.properties["unit"])}`,
    );
  }
}
