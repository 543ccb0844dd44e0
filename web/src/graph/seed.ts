/** First places of nodes: the same graph always starts the same, communities apart from each other. @module */
import type { ViewNode } from "../../../src/server/api-types.ts";

interface Point {
  x: number;
  y: number;
}

const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** Sunflower: evenly filled disc. */
function disc(position: number, spacing: number): Point {
  const radius = spacing * Math.sqrt(position + 0.5);
  return { x: radius * Math.cos(position * GOLDEN), y: radius * Math.sin(position * GOLDEN) };
}

export function seedPositions(
  nodes: readonly ViewNode[],
  communities: Record<string, number>,
): Map<string, Point> {
  const groups = new Map<number, string[]>();
  for (const { id } of nodes) {
    const group = communities[id] ?? -1;
    const list = groups.get(group);
    if (list) list.push(id);
    else groups.set(group, [id]);
  }
  const order = [...groups].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
  const places = new Map<string, Point>();
  let area = 0;
  for (const [at, [, ids]] of order.entries()) {
    // The discs are laid out on a larger sunflower whose steps grow with what is already placed.
    const radius = at === 0 ? 0 : 14 * Math.sqrt(area + ids.length);
    const centre = { x: radius * Math.cos(at * GOLDEN), y: radius * Math.sin(at * GOLDEN) };
    for (const [position, id] of ids.entries()) {
      const { x, y } = disc(position, 10);
      places.set(id, { x: centre.x + x, y: centre.y + y });
    }
    area += ids.length;
  }
  return places;
}

export function seedAround(nodes: readonly ViewNode[], { x, y }: Point): Map<string, Point> {
  return new Map(
    nodes.map(({ id }, position) => {
      const place = disc(position + 3, 9);
      return [id, { x: x + place.x, y: y + place.y }];
    }),
  );
}

/** Hues far apart for communities that follow each other; grey for what belongs to none. */
export function communityColor(community: number | undefined): string {
  if (community === undefined) return "#888888";
  const hue = (community * 137.508) % 360;
  return hslToHex(hue, 0.62, community % 2 === 0 ? 0.46 : 0.56);
}

function hslToHex(hue: number, saturation: number, lightness: number): string {
  const a = saturation * Math.min(lightness, 1 - lightness);
  const channel = (n: number): string => {
    const k = (n + hue / 30) % 12;
    const value = lightness - a * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(255 * value)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
