/**
 * Cells of a query's rows as text.
 * @module
 */
import { parseEvidence } from "../../schema/index.ts";
import { besides } from "../model/besides.ts";
import type { Cell } from "../model/cell.ts";
import type { GraphEdge, GraphNode } from "../model/graph.ts";
import { drawnCell } from "../query/graph-of-rows.ts";

const nameOf = ({ id, properties }: GraphNode): string => String(properties["name"] ?? id);

/** For CSV: values as they are, nodes by name. */
export function flat(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "object") return String(cell);
  if (Array.isArray(cell)) return cell.map(flat).join("; ");
  const item = drawnCell(cell);
  if (!item) return JSON.stringify(cell);
  if (item.kind === "node") return nameOf(item);
  return item.kind === "edge" ? `[${item.type}]` : pathText(item.nodes, item.edges);
}

/** `甲公司 ─INVESTS→ 乙项目 ←PART_OF─ 丙`. */
function pathText(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): string {
  const steps = nodes.slice(1).map((node, i) => {
    const edge = edges[i];
    return edge?.start === node.id
      ? `←${edge.type}─ ${nameOf(node)}`
      : `─${edge?.type ?? ""}→ ${nameOf(node)}`;
  });
  return [...nodes.slice(0, 1).map(nameOf), ...steps].join(" ");
}

const EVIDENCE = /^\{"report":"/;

/** For people: as `flat`, but evidence shows as its sentences. */
export function shown(cell: Cell): string {
  if (Array.isArray(cell)) return cell.map(shown).join(" ¶ ");
  if (typeof cell !== "string" || !EVIDENCE.test(cell)) return flat(cell);
  const evidence = parseEvidence(cell);
  if (!evidence) return cell;
  const beside = besides(evidence).map((line) => `（${line}）`);
  return `${evidence.text}${beside.join("")} [${evidence.report}]`;
}
