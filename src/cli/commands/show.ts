import type { Command } from "commander";
import { edgeTypes, nodeTypeOf, parseEvidence } from "../../../schema/index.ts";
import { UsageError } from "../../errors.ts";
import type { Evidence, Graph, GraphNode, Properties } from "../../model/graph.ts";
import { findEntities } from "../find.ts";
import { print } from "../io.ts";
import { type StoreOption, useStore, withStore } from "../session.ts";
import { money, safe } from "../text.ts";

export function showCommand(program: Command): void {
  withStore(program.command("show"))
    .description("an entity: its properties, edges and timeline, and the sentences behind them")
    .argument("<entity>", "name, alias, part of a name, or id")
    .option("--json", "print as JSON")
    .action(run);
}

interface Relation {
  type: string;
  direction: "out" | "in";
  other: { id: string; name: string; labels: string[] };
  properties: Properties;
}

async function run(wanted: string, options: StoreOption & { json?: boolean }): Promise<void> {
  const graph = await useStore(options.store, (store) => store.graph());
  const found = findEntities(graph, wanted);
  if (found.length === 0) throw new UsageError("ENTITY_UNKNOWN", `nothing is called ${wanted}`);
  const shown = found.map((node) => ({ node, relations: relationsOf(graph, node) }));
  if (options.json) print(JSON.stringify(shown, null, 1));
  else
    print(
      shown
        .slice(0, 5)
        .map(({ node, relations }) => page(node, relations))
        .join("\n\n"),
    );
  if (!options.json && found.length > 5)
    print(
      `\n… and ${found.length - 5} more: ${found
        .slice(5, 25)
        .map((n) => safe(String(n.properties["name"])))
        .join(", ")}`,
    );
}

function relationsOf(graph: Graph, node: GraphNode): Relation[] {
  const byId = new Map(graph.nodes.map((n) => [n.id, n]));
  return graph.edges.flatMap(({ type, start, end, properties }): Relation[] => {
    if (start !== node.id && end !== node.id) return [];
    const other = byId.get(start === node.id ? end : start);
    if (!other) return [];
    return [
      {
        type,
        direction: start === node.id ? "out" : "in",
        other: { id: other.id, name: String(other.properties["name"] ?? other.id), labels: other.labels },
        properties,
      },
    ];
  });
}

const HIDDEN = new Set(["id", "name", "aliases", "evidence", "reports", "mentions"]);
const isEvidence = (key: string): boolean => key === "evidence" || key.endsWith("Evidence");

function valueText(key: string, value: Properties[string]): string {
  if (typeof value === "number" && key.startsWith("totalInvestment")) return money(value);
  return Array.isArray(value) ? value.join(", ") : String(value);
}

function page(node: GraphNode, relations: readonly Relation[]): string {
  const type = nodeTypeOf(node.labels);
  const aliases = (node.properties["aliases"] as string[] | undefined) ?? [];
  const lines = [
    `${safe(String(node.properties["name"]))}  ${type ? `${type.spec.labels.zh} ${type.type}` : node.labels.join(" ")}  ${node.id}`,
    ...(aliases.length > 0 ? [`  also ${aliases.map(safe).join(", ")}`] : []),
  ];
  for (const [key, value] of Object.entries(node.properties)) {
    if (HIDDEN.has(key) || isEvidence(key)) continue;
    lines.push(`  ${key}: ${safe(valueText(key, value))}`);
    lines.push(...sentences(node.properties[`${key}Evidence`]));
  }
  const order: string[] = edgeTypes.map(({ type }) => type);
  const sorted = [...relations].sort(
    (a, b) => order.indexOf(a.type) - order.indexOf(b.type) || (a.other.name < b.other.name ? -1 : 1),
  );
  for (const r of sorted) {
    const extra = [
      r.properties["title"],
      r.properties["amount"] === undefined ? undefined : money(Number(r.properties["amount"])),
      r.properties["rhythm"],
      r.properties["status"] === "stated" ? undefined : r.properties["status"],
    ]
      .filter((x) => x !== undefined)
      .map((x) => safe(String(x)));
    lines.push(
      `  ${r.direction === "out" ? `─${r.type}→` : `←${r.type}─`} ${safe(r.other.name)}${extra.length > 0 ? `  (${extra.join(", ")})` : ""}`,
    );
    lines.push(...sentences(r.properties["evidence"]));
  }
  return lines.join("\n");
}

/** Sentences with where they stand: report and range in its text. */
function sentences(list: Properties[string] | undefined): string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((json) => {
    const e: Evidence | undefined = parseEvidence(String(json));
    return !e ? [] : `      “${safe(e.text)}” [${safe(e.report)} ${e.start}–${e.end}, ${e.rule}]`;
  });
}
