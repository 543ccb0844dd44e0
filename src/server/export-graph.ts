/**
 * Writes a graph for download. JSON Lines come from `src/export`; GEXF and JSON are what a browser user asks for most.
 * @module
 */
import { writeJsonl } from "../export/jsonl.ts";
import type { Graph, GraphEdge, GraphNode } from "../model/graph.ts";
import { captionOf, typeOf } from "./graph-items.ts";

export const EXPORT_FORMATS = ["json", "jsonl", "gexf"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const TYPES: Record<ExportFormat, string> = {
  json: "application/json; charset=utf-8",
  jsonl: "application/x-ndjson; charset=utf-8",
  gexf: "application/gexf+xml; charset=utf-8",
};

// XML 1.0 has no way to write these, escaped or not.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function xml(text: string): string {
  return text
    .replace(NOT_XML, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function attributes(item: GraphNode | GraphEdge, keys: ReadonlyMap<string, number>): string {
  const values = Object.entries(item.properties).map(([name, value]) => {
    const text = Array.isArray(value) ? JSON.stringify(value) : String(value);
    return `<attvalue for="${keys.get(name)}" value="${xml(text)}"/>`;
  });
  return `<attvalues>${values.join("")}</attvalues>`;
}

function declare(
  items: readonly (GraphNode | GraphEdge)[],
  which: string,
): { keys: Map<string, number>; text: string } {
  const names = [...new Set(items.flatMap(({ properties }) => Object.keys(properties)))].sort();
  const keys = new Map(names.map((name, position) => [name, position]));
  const text = names.map((name, at) => `<attribute id="${at}" title="${xml(name)}" type="string"/>`).join("");
  return { keys, text: `<attributes class="${which}">${text}</attributes>` };
}

function* writeGexf({ nodes, edges }: Graph): Generator<string> {
  const ofNodes = declare(nodes, "node");
  const ofEdges = declare(edges, "edge");
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n';
  yield `<graph defaultedgetype="directed" mode="static">\n${ofNodes.text}\n${ofEdges.text}\n<nodes>\n`;
  for (const node of nodes) {
    const label = `${captionOf(node)}`;
    yield `<node id="${xml(node.id)}" label="${xml(label)}">${attributes(node, ofNodes.keys)}</node>\n`;
  }
  yield "</nodes>\n<edges>\n";
  for (const edge of edges) {
    yield `<edge id="${xml(edge.id)}" source="${xml(edge.start)}" target="${xml(edge.end)}" label="${xml(edge.type)}">${attributes(edge, ofEdges.keys)}</edge>\n`;
  }
  yield "</edges>\n</graph>\n</gexf>\n";
}

function* writeJson({ nodes, edges }: Graph): Generator<string> {
  yield '{"nodes":[';
  for (const [at, node] of nodes.entries()) {
    yield `${at > 0 ? "," : ""}\n${JSON.stringify({ ...node, type: typeOf(node), caption: captionOf(node) })}`;
  }
  yield '\n],"edges":[';
  for (const [at, edge] of edges.entries()) yield `${at > 0 ? "," : ""}\n${JSON.stringify(edge)}`;
  yield "\n]}\n";
}

const WRITERS: Record<ExportFormat, (graph: Graph) => Generator<string>> = {
  json: writeJson,
  jsonl: writeJsonl,
  gexf: writeGexf,
};

/** Streams the file, so that a large graph is not held twice. */
export function exportGraph(graph: Graph, format: ExportFormat): Response {
  const lines = WRITERS[format](graph);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      let text = "";
      while (text.length < 64 * 1024) {
        const { done, value } = lines.next();
        if (done) {
          if (text !== "") controller.enqueue(encoder.encode(text));
          controller.close();
          return;
        }
        text += value;
      }
      controller.enqueue(encoder.encode(text));
    },
  });
  return new Response(body, {
    headers: {
      "content-type": TYPES[format],
      "content-disposition": `attachment; filename="reportgraph.${format}"`,
    },
  });
}
