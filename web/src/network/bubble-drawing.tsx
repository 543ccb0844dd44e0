/** Groups as circles: the area says how many, the name by its best members, a link between two how often they meet. @module */
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Label } from "../../../src/server/api-types.ts";
import type { Bubble, GraphBody } from "../../../src/server/views/api.ts";
import { ChartSvg } from "../charts/chart-svg.tsx";
import { fitted } from "../charts/fitted.ts";
import { TILES } from "../charts/tiles.ts";
import { number } from "../lib/format.ts";
import { words } from "../lib/i18n.ts";
import { between, colon } from "../lib/punctuation.ts";
import { carried, follow, listed, withQuery } from "../lib/router.ts";
import { n } from "../words/network.ts";
import { bubbleLayout, type Circle } from "./bubble-layout.ts";

/** More lines between circles than this are a ball again; the strongest are drawn, and how many is said. */
export const MAX_LINKS = 60;
const LEGEND = 34;

export const insideAddress = (key: string): string =>
  withQuery({ in: [...listed("in"), key].join("~"), group: undefined, best: undefined, sel: undefined });

export function BubbleDrawing({ body }: { body: GraphBody }): JSX.Element {
  const { circles, width, height } = useMemo(
    () => bubbleLayout(body.bubbles.map(({ key, count }) => ({ key, size: count }))),
    [body],
  );
  const place = new Map(circles.map((circle) => [circle.key, circle]));
  const links = body.links.slice(0, MAX_LINKS);
  const most = Math.max(1, ...links.map(({ count }) => count));
  return (
    <ChartSvg class="network bubbles" natural label={n("bubbles")} width={width} height={height + LEGEND}>
      {links.map(({ source, target, count }) => {
        const [from, to] = [place.get(source), place.get(target)];
        return from && to ? (
          <line
            key={`${source}:${target}`}
            x1={from.x}
            y1={from.y}
            x2={to.x}
            y2={to.y}
            class="bubble-link"
            stroke-width={1 + (7 * count) / most}
          >
            <title>{number(count)}</title>
          </line>
        ) : null;
      })}
      {body.bubbles.map((bubble) => {
        const circle = place.get(bubble.key);
        return circle ? <BubbleMark key={bubble.key} bubble={bubble} circle={circle} /> : null;
      })}
      <text x={10} y={height + 22} class="legend">
        {n("links", { n: number(links.length), N: number(body.links.length) })}
      </text>
    </ChartSvg>
  );
}

/** Provinces by the names that fit into a square of the map. */
const shortName = ({ key, label }: Bubble): Label => {
  const province = key.startsWith("place:") && TILES.find(({ code }) => key === `place:${code}`);
  return province ? { zh: province.zh, en: province.en } : label;
};

function BubbleMark({ bubble, circle: { x, y, r } }: { bubble: Bubble; circle: Circle }): JSX.Element {
  const name = words(shortName(bubble));
  const members = r > 62 ? bubble.members : [];
  const best = bubble.members.map((member) => member.name).join(between());
  const whole = `${name} ${number(bubble.count)}${colon()}${best}`;
  const top = y - (members.length * 15) / 2;
  return (
    <a href={carried(insideAddress(bubble.key))} onClick={follow as never} class="bubble" aria-label={whole}>
      <circle cx={x} cy={y} r={r} class="ground" />
      <text x={x} y={top} text-anchor="middle" class="bubble-name">
        {`\u2068${fitted(name, Math.max(62, r * 1.8), 14)}\u2069`}
      </text>
      <text x={x} y={top + 19} text-anchor="middle" class="bubble-count">
        {number(bubble.count)}
      </text>
      {members.map(({ id, name: member }, line) => (
        <text key={id} x={x} y={top + 37 + line * 15} text-anchor="middle" class="bubble-member">
          {`\u2068${fitted(member, r * 1.7, 12)}\u2069`}
        </text>
      ))}
      <title>{whole}</title>
    </a>
  );
}
