/** The one graph of the graph page, which stays when other pages are visited. @module */
import { batch } from "@preact/signals";
import type { Page, ReportBody, View } from "../../../src/server/api-types.ts";
import { Layout } from "../graph/layout.ts";
import { packFilters, packView, type SavedView, unpackFilters } from "../graph/link.ts";
import { GraphModel } from "../graph/model.ts";
import type { Scene } from "../graph/scene.ts";
import { get, path, post } from "../lib/api.ts";
import { t } from "../lib/i18n.ts";
import { status } from "../lib/legend.ts";
import { tell } from "../lib/notice.ts";

export const model = new GraphModel();
export const layout = new Layout();

/** Neighbours that one expansion brings at most. */
const EXPAND = 80;
/** A link names nodes up to this many; a larger view is restored as the overview with its filters. */
const LINKED = 1_500;

let communitiesOf = "";

interface Prepared {
  communities: Record<string, number>;
  reports: ReportBody[];
}

const askPrepared = async (): Promise<Prepared> => {
  const [communities, reports] = await Promise.all([
    get<Record<string, number>>("/communities"),
    get<Page<ReportBody>>("/reports", { limit: 500 }),
  ]);
  return { communities, reports: reports.items };
};

/** Communities and report dates; asked for again when the graph in the store is another. */
export async function prepare(asked: Promise<Prepared> = askPrepared()): Promise<ReportBody[]> {
  const { communities, reports } = await asked;
  communitiesOf = status.value?.revision ?? "";
  model.communities = communities;
  model.setReportDates(
    new Map(reports.flatMap(({ id, date }) => (date === undefined ? [] : [[id, date] as const]))),
  );
  return reports;
}

export const isStale = (): boolean => status.value !== undefined && status.value.revision !== communitiesOf;

export const askOverview = (): Promise<View> => get<View>("/views/overview");

let given = false;

/** Shows a view that another page brings; the graph page then starts with it in place of the overview. */
export function give(view: View): void {
  model.show(view);
  layout.start(model.graph);
  given = true;
}

/** Whether a view was given, asked once. */
export function takeGiven(): boolean {
  const taken = given;
  given = false;
  return taken;
}

export async function showOverview(asked: Promise<View> = askOverview()): Promise<void> {
  model.show(await asked);
  layout.start(model.graph);
}

export async function expand(id: string): Promise<void> {
  const view = await get<View>(path("entities", id, "neighbours"), { limit: EXPAND });
  const before = model.graph.order;
  model.merge(view, id);
  if (model.graph.order > before) layout.start(model.graph);
}

/** Shows a node: where it is drawn already it is selected, else its surroundings come in its place. */
export async function showNode(id: string, scene: Scene | undefined, only = false): Promise<void> {
  if (only || !model.graph.hasNode(id)) {
    const view = await get<View>(path("entities", id, "neighbours"), { limit: EXPAND });
    if (only || model.graph.order === 0) model.show(view);
    else model.merge(view);
    layout.start(model.graph);
  }
  const type = model.graph.getNodeAttribute(id, "data").type;
  const filters = model.filters.value;
  if (filters.hiddenNodes.has(type) || model.graph.getNodeAttribute(id, "hidden")) {
    const hiddenNodes = new Set(filters.hiddenNodes);
    hiddenNodes.delete(type);
    model.filters.value = { ...filters, hiddenNodes, report: "", from: "", to: "" };
    model.restyle();
  }
  batch(() => {
    model.path.value = new Set();
    model.selection.value = { kind: "nodes", ids: [id] };
  });
  // Alone with its neighbours it is seen whole; among others it is looked for.
  setTimeout(() => (only ? scene?.fit() : scene?.centre(id)), 60);
}

export async function findPath(from: string, to: string): Promise<void> {
  const view = await get<View>("/paths", { from, to });
  model.merge(view, from);
  const shownTypes = new Set(view.nodes.map(({ type }) => type));
  const filters = model.filters.value;
  const hiddenNodes = new Set([...filters.hiddenNodes].filter((type) => !shownTypes.has(type)));
  batch(() => {
    model.filters.value = { ...filters, hiddenNodes };
    model.restyle();
    model.path.value = new Set(view.nodes.map(({ id }) => id));
  });
  tell(t("graph.path.found", { steps: view.nodes.length - 1 }));
}

export async function linkOf(scene: Scene): Promise<string> {
  const { x, y, ratio } = scene.sigma.getCamera();
  const { graph } = model;
  const nodes = graph.mapNodes((id, node): [string, number, number] => [
    id,
    Math.round(node.x),
    Math.round(node.y),
  ]);
  const view: SavedView = {
    ...(nodes.length <= LINKED ? { nodes } : {}),
    filters: packFilters(model.filters.value),
    coloring: model.coloring.value,
    sizing: model.sizing.value,
    ...(model.selection.value ? { selection: model.selection.value } : {}),
    ...(model.path.value.size > 0 ? { path: [...model.path.value] } : {}),
    camera: { x, y, ratio },
  };
  return `${location.origin}/#v=${await packView(view)}`;
}

export async function restore(saved: SavedView, scene: Scene): Promise<void> {
  const { nodes, filters, coloring, sizing, selection, camera } = saved;
  const view = nodes
    ? await post<View>("/views", { ids: nodes.map(([id]) => id) })
    : await get<View>("/views/overview");
  batch(() => {
    model.filters.value = unpackFilters(filters);
    model.coloring.value = coloring;
    model.sizing.value = sizing;
    model.show(view, nodes ? new Map(nodes.map(([id, x, y]) => [id, { x, y }])) : undefined);
    if (selection?.kind === "nodes") {
      const ids = selection.ids.filter((id) => model.graph.hasNode(id));
      model.selection.value = ids.length > 0 ? { kind: "nodes", ids } : undefined;
    } else if (selection && model.graph.hasEdge(selection.id)) model.selection.value = selection;
    model.path.value = new Set(saved.path ?? []);
  });
  if (!nodes) layout.start(model.graph);
  scene.sigma.getCamera().setState({ ...camera, angle: 0 });
}
