/**
 * What the start page tells: what is in the reports, in numbers that link to lists of the same length.
 * @module
 */

import { nodeType } from "../../../schema/index.ts";
import type { GraphEdge, GraphNode } from "../../model/graph.ts";
import { compareTexts } from "../../model/order.ts";
import type { NodeRef } from "../api-types.ts";
import { confidenceOf, labelOf, nodeRef } from "../facts.ts";
import type { GraphIndex } from "../graph-index.ts";
import {
  listProperty,
  numberProperty,
  propertyOf,
  statedStatus,
  textProperty,
  toldOf,
  typeOf,
} from "../graph-items.ts";
import { properties } from "../network/told.ts";
import type { RankedRef, SummaryBody } from "../page-types.ts";
import type { ReportBody } from "../report-types.ts";
import { isSure } from "../sure.ts";
import { prepareStated, statedIn } from "./by-report.ts";
import { columnsOf, isDoubtful } from "./cells.ts";
import { allReports } from "./dates.ts";
import { divisionBelow, divisionName, whereabouts } from "./divisions.ts";
import { type ListQuery, matching, prepareList, rowOf } from "./lists.ts";

const SHOWN = 5;
/** Times as many as are shown. */
const LOOKED_AT = 10;
const PLACES = 8;
const RANKED = ["Company", "Person", "Agency"];
const ABOUT = ["Project", "Company", "Agency", "Institution", "Place"];
const ABOUT_OF_A_KIND = 2;
const ABOUT_MOST = 4;
const everything: ListQuery = { offset: 0, limit: 0, filters: {}, facetValues: 0 };

/** What is wrong on the first page costs more than what is missing there: amounts and posts are told above this alone. */
const SURE = 0.9;
/** Places are counted whatever they are like; the page says how many are as sure as this. */
const SURE_PLACE = 0.8;

/** A name says little of somebody whom the reader does not know: the post that most reports give does. */
function postOf(index: GraphIndex, person: string): string | undefined {
  const told = (edge: GraphEdge): number => listProperty(edge, "reports").length;
  const [post] = index
    .edgesFrom(person, "WORKS_FOR")
    .filter((edge) => isSure(edge, SURE) && ["stated", undefined].includes(statedStatus(edge)))
    .toSorted((a, b) => told(b) - told(a));
  if (!post) return undefined;
  return `${index.caption(post.end)}${textProperty(post, "title") ?? ""}`;
}

function ranked(index: GraphIndex, type: string): RankedRef[] {
  return (
    matching(index, type, { ...everything, sort: "-reports" })
      .slice(0, SHOWN * LOOKED_AT)
      .map((node) => ({
        ...nodeRef(index, node.id),
        count: allReports(index, node).length,
        note: type === "Person" ? postOf(index, node.id) : undefined,
      }))
      // Stable; of people named as often, those of whom the reports say who they are come first.
      .sort((a, b) => b.count - a.count || Number(b.note !== undefined) - Number(a.note !== undefined))
      .slice(0, SHOWN)
  );
}

/** Projects by the division right below `outer`; one in two divisions counts in both. */
function projectsBelow(index: GraphIndex, outer: string | undefined): [string, number][] {
  const counts = new Map<string, number>();
  for (const node of index.ofType("Project")) {
    const below = whereabouts(index, node).codes.flatMap((code) => divisionBelow(code, outer) ?? []);
    for (const code of new Set(below)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return fullestFirst(counts);
}

const fullestFirst = (counts: ReadonlyMap<string, number>): [string, number][] =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

/** Places that the gazetteer does not know are counted by themselves. */
function projectsByPlace(index: GraphIndex): [string, number][] {
  const counts = new Map<string, number>();
  for (const node of index.ofType("Project"))
    for (const end of new Set(index.edgesFrom(node.id, "LOCATED_IN").map((edge) => edge.end)))
      counts.set(end, (counts.get(end) ?? 0) + 1);
  return fullestFirst(counts);
}

/** Of places side by side one that has so much of all is looked into. */
const MOST_OF_ALL = 2 / 3;

/** Reports of one city would show one province: then its parts are told too, beside the few that lie elsewhere. */
function topPlaces(index: GraphIndex): SummaryBody["places"] {
  const known: [string, number][] = [];
  for (let outer: string | undefined, deeper = true; deeper; ) {
    const found = projectsBelow(index, outer);
    known.push(...found);
    const [top, count] = found[0] ?? [undefined, 0];
    deeper = top !== undefined && count > MOST_OF_ALL * found.reduce((sum, [, each]) => sum + each, 0);
    outer = top;
  }
  // Stable: of equals the outer one comes first.
  known.sort((a, b) => b[1] - a[1]);
  return (known.length > 0 ? known : projectsByPlace(index)).slice(0, PLACES).map(([code, projects]) => ({
    code,
    name: index.node(code) ? index.caption(code) : divisionName(code),
    projects,
  }));
}

/** What a report names most, of several kinds: projects before companies and agencies. (Of people, reporters are too many.) */
function aboutOf(index: GraphIndex, report: string): NodeRef[] {
  const { nodes } = statedIn(index, report);
  return ABOUT.flatMap((type) =>
    nodes
      .filter((node) => typeOf(node) === type)
      .sort((a, b) => index.network.degree(b.id) - index.network.degree(a.id) || (a.id < b.id ? -1 : 1))
      .slice(0, ABOUT_OF_A_KIND),
  )
    .slice(0, ABOUT_MOST)
    .map(({ id }) => nodeRef(index, id));
}

function coverage(index: GraphIndex): SummaryBody["coverage"] {
  const projects = index.ofType("Project");
  const having = (has: (node: GraphNode) => boolean): number => projects.filter(has).length;
  const property = (name: string): SummaryBody["coverage"][number] => ({
    type: "Project",
    property: name,
    label: labelOf("Project", name),
    count: having((node) => propertyOf(node, name) !== undefined),
    of: projects.length,
  });
  return [
    {
      type: "Project",
      property: "place",
      label: { zh: "地点", en: "place" },
      count: having((node) => whereabouts(index, node).placed),
      of: projects.length,
    },
    ...["stage", "totalInvestment", "completion"].map(property),
  ];
}

/** Marked as less sure on all pages. */
const UNSURE = 0.6;
const DOUBTFUL = "doubtful";
const doubtful = (node: GraphNode): boolean => toldOf(node, DOUBTFUL, (each) => isDoubtful(each));

/** Reads, in slices, what the start page counts. */
export async function prepareOverview(index: GraphIndex): Promise<void> {
  await prepareStated(index);
  await index.network.tell("Project", {
    [DOUBTFUL]: (node) => isDoubtful(node),
    ...properties(
      ...["stage", "totalInvestment", "totalInvestmentAll", "totalInvestmentConfidence", "completion"],
    ),
  });
  for (const type of [...RANKED, "Project"]) await prepareList(index, type, { sort: "-reports" });
}

function doubts(index: GraphIndex): SummaryBody["doubts"] {
  const projects = index.ofType("Project");
  const money = (node: GraphNode): number => numberProperty(node, "totalInvestment") ?? 0;
  const large = projects.filter(doubtful).sort((a, b) => money(b) - money(a) || (a.id < b.id ? -1 : 1));
  const differing = projects.filter((node) => listProperty(node, "totalInvestmentAll").length > 1);
  const unsure = projects
    .filter((node) => (confidenceOf(node, "totalInvestment") ?? 1) < UNSURE && !doubtful(node))
    .sort((a, b) => money(b) - money(a) || (a.id < b.id ? -1 : 1));
  const unread = index.ofType("Report").filter((node) => index.network.degree(node.id) === 0);
  const few = (nodes: readonly GraphNode[]): (NodeRef & { note?: string })[] =>
    nodes.slice(0, 3).map((node) => nodeRef(index, node.id));
  return [
    { kind: "large", count: large.length, items: few(large) },
    { kind: "unsure", count: unsure.length, items: few(unsure) },
    { kind: "differs", count: differing.length, items: few(differing) },
    { kind: "unread", count: unread.length, items: few(unread) },
  ].filter(({ count }) => count > 0);
}

/** Things to search for that this store surely answers. */
function examples(index: GraphIndex): string[] {
  const [company] = ranked(index, "Company");
  const posts = new Map<string, number>();
  for (const edge of index.network.edges("WORKS_FOR")) {
    const title = textProperty(edge, "title");
    if (title !== undefined && title.length <= 6) posts.set(title, (posts.get(title) ?? 0) + 1);
  }
  const [post] = [...posts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [project] = matching(index, "Project", { ...everything, sort: "-reports" });
  return [company?.name, post?.[0], project && index.caption(project.id)].filter(
    (each) => each !== undefined,
  );
}

/** @param reports As the workspace has them. */
export function overviewOf(index: GraphIndex, name: string, reports: readonly ReportBody[]): SummaryBody {
  const years = new Map<string, number>();
  for (const { date } of reports)
    if (date !== undefined) years.set(date.slice(0, 4), (years.get(date.slice(0, 4)) ?? 0) + 1);
  const newest = [...reports].sort(
    (a, b) => compareTexts(b.date ?? "", a.date ?? "") || (a.id < b.id ? -1 : 1),
  );
  const columns = columnsOf(index, "Project");
  const paid = matching(index, "Project", { ...everything, sort: "-totalInvestment" }).filter(
    (node) => numberProperty(node, "totalInvestment") !== undefined,
  );
  const largest = paid.filter(
    (node) => !doubtful(node) && (confidenceOf(node, "totalInvestment") ?? 1) >= SURE,
  );
  const located = index.ofType("Project").filter((node) => whereabouts(index, node).placed);
  const surelyLocated = located.filter((node) =>
    index.edgesFrom(node.id, "LOCATED_IN").some((edge) => isSure(edge, SURE_PLACE)),
  );
  const { nodes, edges } = index.counts();
  return {
    name,
    reports: reports.length,
    undated: reports.filter(({ date }) => date === undefined).length,
    years: [...years].sort(([a], [b]) => (a < b ? 1 : -1)).map(([year, count]) => ({ year, reports: count })),
    counts: nodes,
    edges: Object.values(edges).reduce((sum, each) => sum + each, 0),
    newest: newest.slice(0, SHOWN).map((report) => ({ ...report, about: aboutOf(index, report.id) })),
    places: topPlaces(index),
    projects: largest.slice(0, SHOWN).map((node) => rowOf(index, "Project", node, columns)),
    surely: { least: SURE, count: largest.length, of: paid.length },
    placed: { least: SURE_PLACE, count: surelyLocated.length, of: located.length },
    ranked: RANKED.filter((type) => nodeType(type) && (nodes[type] ?? 0) > 0).map((type) => ({
      type,
      items: ranked(index, type),
    })),
    doubts: doubts(index),
    coverage: coverage(index),
    examples: examples(index),
  };
}
