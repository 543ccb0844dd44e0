/**
 * The projects as a table, and the life of one project across reports.
 * @module
 */

import { STAGES } from "../model/claim.ts";
import type { GraphEdge, GraphNode } from "../model/graph.ts";
import { compareTexts } from "../model/order.ts";
import { once } from "./answers/memo.ts";
import { evidenceOf } from "./facts.ts";
import type { GraphIndex } from "./graph-index.ts";
import { listProperty, numberProperty, textProperty } from "./graph-items.ts";
import { compareNames } from "./name-order.ts";
import { eachInSlices } from "./network/slices.ts";
import type { MilestoneBody, Party, ProjectBody } from "./sheet-types.ts";

function party(index: GraphIndex, edge: GraphEdge, id: string): Party {
  return { id, name: index.caption(id), status: textProperty(edge, "status") ?? "stated" };
}

export function projectBody(index: GraphIndex, node: GraphNode): ProjectBody {
  const investment = numberProperty(node, "totalInvestment");
  const qualifier = textProperty(node, "totalInvestmentQualifier");
  const stage = textProperty(node, "stage");
  const completion = textProperty(node, "completion");
  return {
    id: node.id,
    name: index.caption(node.id),
    investors: index.edgesInto(node.id, "INVESTS").map((edge) => party(index, edge, edge.start)),
    places: index.edgesFrom(node.id, "LOCATED_IN").map((edge) => party(index, edge, edge.end)),
    ...(investment === undefined ? {} : { investment }),
    ...(qualifier === undefined ? {} : { qualifier }),
    ...(stage === undefined ? {} : { stage }),
    ...(completion === undefined ? {} : { completion }),
    reports: listProperty(node, "reports"),
  };
}

export interface ProjectFilter {
  text?: string | undefined;
  stage?: string | undefined;
  place?: string | undefined;
  investor?: string | undefined;
  report?: string | undefined;
  /** CNY */
  min?: number | undefined;
  max?: number | undefined;
}

export const PROJECT_SORTS = [
  "name",
  "investment",
  "stage",
  "completion",
  "investor",
  "place",
  "reports",
] as const;
export type ProjectSort = (typeof PROJECT_SORTS)[number];

const names = (parties: readonly Party[]): string => parties.map(({ name }) => name).join("、");

function matches(project: ProjectBody, filter: ProjectFilter): boolean {
  const { text, stage, place, investor, report, min, max } = filter;
  const has = (haystack: string, needle: string): boolean =>
    haystack.toLowerCase().includes(needle.trim().toLowerCase());
  if (text && !has(`${project.name} ${names(project.investors)} ${names(project.places)}`, text))
    return false;
  if (stage && project.stage !== stage) return false;
  if (place && !project.places.some(({ id, name }) => id === place || has(name, place))) return false;
  if (investor && !project.investors.some(({ id, name }) => id === investor || has(name, investor)))
    return false;
  if (report && !project.reports.includes(report)) return false;
  if (min !== undefined && (project.investment ?? -1) < min) return false;
  return max === undefined || (project.investment ?? Number.POSITIVE_INFINITY) <= max;
}

function sortKey(project: ProjectBody, sort: ProjectSort): string | number | undefined {
  switch (sort) {
    case "name":
      return project.name;
    case "investment":
      return project.investment;
    case "stage":
      return project.stage === undefined ? undefined : (STAGES as readonly string[]).indexOf(project.stage);
    case "completion":
      return project.completion;
    case "investor":
      return names(project.investors) || undefined;
    case "place":
      return names(project.places) || undefined;
    case "reports":
      return project.reports.length;
  }
}

/** Made once for each state of the graph, in slices. */
const allProjects = once(async (index): Promise<ProjectBody[]> => {
  const made: ProjectBody[] = [];
  await eachInSlices(index.ofType("Project"), (node) => {
    made.push(projectBody(index, node));
  });
  return made;
});

/** All that match, sorted; what lacks the value comes last in both directions. */
export async function listProjects(
  index: GraphIndex,
  filter: ProjectFilter,
  sort: ProjectSort,
  descending: boolean,
): Promise<ProjectBody[]> {
  const sign = descending ? -1 : 1;
  return (await allProjects(index))
    .filter((project) => matches(project, filter))
    .sort((a, b) => {
      const x = sortKey(a, sort);
      const y = sortKey(b, sort);
      if (x === undefined || y === undefined) {
        if (x !== y) return x === undefined ? 1 : -1;
      } else {
        const order =
          typeof x === "number" && typeof y === "number" ? x - y : compareNames(String(x), String(y));
        if (order !== 0) return order * sign;
      }
      return a.id < b.id ? -1 : 1;
    });
}

/** The stages that reports state of a project, by date of the stage, else of the report. */
export function timeline(index: GraphIndex, id: string): MilestoneBody[] {
  const reached = index.edgesFrom(id, "REACHED").flatMap((edge) => {
    const milestone = index.node(edge.end);
    return milestone ? [milestone] : [];
  });
  const bodies = reached.map((milestone): MilestoneBody => {
    const report = listProperty(milestone, "reports")[0] ?? "";
    const reportNode = index.report(report);
    const date = textProperty(milestone, "date");
    const reportDate = reportNode && textProperty(reportNode, "date");
    return {
      stage: textProperty(milestone, "stage") ?? "",
      status: textProperty(milestone, "status") ?? "stated",
      ...(date === undefined ? {} : { date }),
      report,
      ...(reportDate === undefined ? {} : { reportDate }),
      evidence: evidenceOf(index, milestone),
    };
  });
  const when = (body: MilestoneBody): string =>
    (body.date ?? body.reportDate ?? "9999").replace(/^\.\.\//, "");
  return bodies.sort((a, b) => compareTexts(when(a), when(b)) || compareTexts(a.stage, b.stage));
}
