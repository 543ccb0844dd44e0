/**
 * Many nodes as few bubbles: by place where that tells them apart, then by type, then by community. A bubble is named by
 * its best connected members, and opening one asks the same question inside it.
 * @module
 */
import { nodeType } from "../../../schema/index.ts";
import type { GraphEdge } from "../../model/graph.ts";
import type { Label } from "../api-types.ts";
import { communities, hasCommunities } from "../communities.ts";
import { nodeRef } from "../facts.ts";
import type { GraphIndex } from "../graph-index.ts";
import type { Bubble, BubbleLink } from "./api.ts";
import { unitName } from "./divisions.ts";
import { NOWHERE, regionsOf } from "./regions.ts";

export const MAX_BUBBLES = 80;
const NAMED_BY = 3;
const REST = "rest";

export type Grouping = "place" | "type" | "community";
const ORDER: readonly Grouping[] = ["place", "type", "community"];

interface Bubbles {
  group: Grouping;
  bubbles: Bubble[];
  links: BubbleLink[];
}

/** Part of a division that the node lies in: the province, or the next unit inside `within`. Of several the first by code. */
function placeKey(index: GraphIndex, id: string, within: string | undefined): string {
  const codes = regionsOf(index)
    .chainsOf(id)
    .flatMap((chain) => {
      const at = within === undefined ? 0 : chain.findIndex(({ code }) => code === within) + 1;
      return (within !== undefined && at === 0) || !chain[at] ? [] : [chain[at].code];
    })
    .sort();
  return codes[0] ?? (within === undefined ? NOWHERE : within);
}

/** Says in which bubble a node lies. */
async function keysOf(
  index: GraphIndex,
  group: Grouping,
  within: string | undefined,
): Promise<(id: string) => string> {
  if (group === "type") return (id) => `type:${index.network.type(id)}`;
  if (group === "place") return (id) => `place:${placeKey(index, id, within)}`;
  const communityOf = await communities(index);
  return (id) => `community:${communityOf[id] ?? NOWHERE}`;
}

/** The last place that was opened: its parts come next. */
function openedPlace(inside: readonly string[]): string | undefined {
  const last = inside.filter((key) => key.startsWith("place:") && key !== `place:${REST}`).at(-1);
  const code = last?.slice("place:".length);
  return code === NOWHERE ? undefined : code;
}

const isGrouping = (text: string): text is Grouping => (ORDER as readonly string[]).includes(text);

/** The nodes of one bubble among `nodes`, as `bubblesOf` groups them after the bubbles in `inside` were opened. */
export async function openBubble(
  index: GraphIndex,
  nodes: ReadonlySet<string>,
  key: string,
  inside: readonly string[],
): Promise<Set<string>> {
  const group = key.slice(0, key.indexOf(":"));
  if (!isGrouping(group)) return new Set();
  const groups = await groupBy(index, nodes, group, openedPlace(inside));
  if (key === `${group}:${REST}`) return new Set(cut(groups).rest);
  return new Set(groups.get(key) ?? []);
}

/** The largest groups, and the members of all others. */
function cut(groups: ReadonlyMap<string, string[]>): { kept: [string, string[]][]; rest: string[] } {
  const ranked = [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  const kept = ranked.length > MAX_BUBBLES ? ranked.slice(0, MAX_BUBBLES - 1) : ranked;
  return { kept, rest: ranked.slice(kept.length).flatMap(([, members]) => members) };
}

/** @param best the best connected member, after whom a community is named */
export function bubbleLabel(index: GraphIndex, key: string, best?: string): Label {
  const at = key.indexOf(":");
  const value = key.slice(at + 1);
  if (value === REST) return { zh: "其余", en: "the rest" };
  if (key.startsWith("type:")) {
    const spec = nodeType(value)?.spec;
    return spec ? { zh: spec.labels.zh, en: spec.plural } : { zh: value, en: value };
  }
  if (key.startsWith("place:")) {
    if (value === NOWHERE) return { zh: "没有地点或在国外", en: "no place, or abroad" };
    const name = unitName(value) ?? value;
    return { zh: name, en: name };
  }
  if (best === undefined) return { zh: "关系紧密的一组", en: "closely connected" };
  const name = index.caption(best);
  return { zh: `${name} 一组`, en: `around ${name}` };
}

async function groupBy(
  index: GraphIndex,
  nodes: ReadonlySet<string>,
  group: Grouping,
  within: string | undefined,
): Promise<Map<string, string[]>> {
  const groups = new Map<string, string[]>();
  const keyOf = await keysOf(index, group, within);
  for (const id of nodes) {
    const key = keyOf(id);
    const members = groups.get(key);
    if (members) members.push(id);
    else groups.set(key, [id]);
  }
  return groups;
}

/** A grouping that leaves three of four nodes in "no place" tells nothing of them. */
const tellsApart = (groups: ReadonlyMap<string, readonly string[]>, total: number): boolean =>
  4 * (groups.get(`place:${NOWHERE}`)?.length ?? 0) <= 3 * total;

/** @param nodes more than can be drawn */
export async function bubblesOf(
  index: GraphIndex,
  nodes: ReadonlySet<string>,
  edges: Iterable<GraphEdge>,
  { group, inside }: { group?: Grouping | undefined; inside: readonly string[] },
): Promise<Bubbles> {
  const within = openedPlace(inside);
  const nowhere = inside.includes(`place:${NOWHERE}`);
  const typed = inside.some((key) => key.startsWith("type:"));
  const useful = group
    ? [group]
    : ORDER.filter(
        (kind) =>
          !(kind === "place" && nowhere) &&
          !(kind === "type" && typed) &&
          !(kind === "community" && !hasCommunities(index)),
      );
  let chosen: Grouping = useful.at(-1) ?? "type";
  let groups = new Map<string, string[]>();
  // Nothing tells them apart any more: one bubble of what they are.
  for (const kind of useful.length > 0 ? useful : (["type"] as const)) {
    chosen = kind;
    groups = await groupBy(index, nodes, kind, within);
    if (groups.size > 1 && (group !== undefined || tellsApart(groups, nodes.size))) break;
  }
  const { kept, rest } = cut(groups);
  const bubbleOf = new Map<string, string>();
  const bubbles = kept.map(([key, members]) => bubble(index, key, members, bubbleOf));
  if (rest.length > 0) bubbles.push(bubble(index, `${chosen}:${REST}`, rest, bubbleOf));
  const counts = new Map<string, number>();
  for (const { start, end } of edges) {
    const ends = [bubbleOf.get(start), bubbleOf.get(end)].sort();
    if (ends[0] === undefined || ends[1] === undefined || ends[0] === ends[1]) continue;
    const key = `${ends[0]}\t${ends[1]}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const links = [...counts]
    .map(([key, count]): BubbleLink => {
      const [source = "", target = ""] = key.split("\t");
      return { source, target, count };
    })
    .sort((a, b) => b.count - a.count || (a.source + a.target < b.source + b.target ? -1 : 1));
  return { group: chosen, bubbles, links };
}

function bestConnected(index: GraphIndex, members: readonly string[]): string[] {
  const best: { id: string; degree: number }[] = [];
  for (const id of members) {
    const degree = index.network.degree(id);
    const place = best.findIndex((one) => degree > one.degree || (degree === one.degree && id < one.id));
    if (place >= 0 || best.length < NAMED_BY) best.splice(place < 0 ? best.length : place, 0, { id, degree });
    best.length = Math.min(best.length, NAMED_BY);
  }
  return best.map(({ id }) => id);
}

function bubble(
  index: GraphIndex,
  key: string,
  members: readonly string[],
  bubbleOf: Map<string, string>,
): Bubble {
  for (const id of members) bubbleOf.set(id, key);
  const best = bestConnected(index, members);
  return {
    key,
    label: bubbleLabel(index, key, best[0]),
    count: members.length,
    members: best.map((id) => nodeRef(index, id)),
  };
}
