/**
 * Who is quoted with whom, as GEXF for Gephi: people, linked when the same report quotes both; the weight is the number of
 * such reports. `npx tsx scripts/exports/quoted-together.ts reports/ > quoted.gexf`
 * @module
 */
import graphology from "graphology";
import gexf from "graphology-gexf";
import type { MemoryGraph } from "../../src/index.ts";
import { follow, labelled, main, text } from "./run.ts";

interface PersonNode {
  label: string;
  posts: string;
  quotes: number;
}

/** The network as GEXF. */
export function quotedTogether(graph: MemoryGraph): string {
  const network = new graphology.UndirectedGraph<PersonNode, { weight: number; reports: string }>();
  for (const report of labelled(graph, "Report")) {
    const people = follow(graph, report, "QUOTED_BY", "in");
    for (const person of people) network.mergeNode(person, describe(graph, person));
    people.forEach((a, i) => {
      for (const b of people.slice(i + 1)) link(network, a, b, text(graph, report, "name"));
    });
  }
  return gexf.write(network, { version: "1.2" });
}

function describe(graph: MemoryGraph, person: string): PersonNode {
  const posts = graph
    .filterOutEdges(person, (_, { type }) => type === "WORKS_FOR")
    .map((edge) => {
      const title = graph.getEdgeAttribute(edge, "properties")["title"];
      return `${text(graph, graph.target(edge), "name")}${title === undefined ? "" : ` ${title}`}`;
    });
  return {
    label: text(graph, person, "name"),
    posts: posts.sort().join("; "),
    quotes: follow(graph, person, "SPOKEN_BY", "in").length,
  };
}

function link(
  network: graphology.UndirectedGraph<PersonNode, { weight: number; reports: string }>,
  a: string,
  b: string,
  report: string,
): void {
  const edge = network.edge(a, b);
  if (edge === undefined) network.addEdgeWithKey(`${a}-${b}`, a, b, { weight: 1, reports: report });
  else
    network.mergeEdgeAttributes(edge, {
      weight: network.getEdgeAttribute(edge, "weight") + 1,
      reports: `${network.getEdgeAttribute(edge, "reports")}; ${report}`,
    });
}

await main(import.meta.url, quotedTogether);
