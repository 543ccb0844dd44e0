/**
 * Names beside nodes, without one lying on another: what sigma would draw is collected, then drawn from the largest node down
 * wherever there is room.
 * @module
 */
import type { NodeLabelDrawingFunction } from "sigma/rendering";
import type { Settings } from "sigma/settings";
import { drawLabel, LABEL_GAP, labelText } from "./draw.ts";
import type { EdgeAttributes, NodeAttributes } from "./model.ts";

/** Sigma tells the node's key beside what its types say. */
type Named = Parameters<NodeLabelDrawingFunction<NodeAttributes, EdgeAttributes>>[1] & { key: string };
type Drawing = Settings<NodeAttributes, EdgeAttributes>;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export class Labels {
  #context: CanvasRenderingContext2D | undefined;
  #settings: Drawing | undefined;
  #waiting: Named[] = [];
  /** Nodes whose names are on the screen, and where each name begins, CSS pixels from the left. */
  drawn: ReadonlyMap<string, number> = new Map();

  readonly collect: NodeLabelDrawingFunction<NodeAttributes, EdgeAttributes> = (context, data, settings) => {
    this.#context = context;
    this.#settings = settings;
    this.#waiting.push(data as Named);
  };

  /** To be called when sigma has gone through all nodes. */
  flush(): void {
    const context = this.#context;
    const settings = this.#settings;
    const waiting = this.#waiting;
    this.#waiting = [];
    const drawn = new Map<string, number>();
    this.drawn = drawn;
    if (!context || !settings) return;
    const taken: Box[] = [];
    const rank = ({ forceLabel }: Named): number => (forceLabel ? 1 : 0);
    waiting.sort((a, b) => rank(b) - rank(a) || b.size - a.size || (a.key < b.key ? -1 : 1));
    context.font = `500 ${settings.labelSize}px ${settings.labelFont}`;
    for (const data of waiting) {
      const text = context.measureText(labelText(data.label ?? "")).width;
      const gap = data.size + LABEL_GAP;
      // At the right border a name stands on the left of its node.
      const turned = data.x + gap + text > context.canvas.clientWidth && data.x - gap - text > 0;
      const start = turned ? data.x - gap - text : data.x + gap;
      const half = settings.labelSize / 2 + 2;
      const box = { left: start - 2, right: start + text + 2, top: data.y - half, bottom: data.y + half };
      // What the user chose keeps its name, come what may.
      if (!data.forceLabel && taken.some((other) => meet(box, other))) continue;
      taken.push(box);
      drawn.set(data.key, start);
      // A highlighted node has its name on the layer above.
      if (!data.highlighted) drawLabel(context, { ...data, x: start - gap }, settings);
    }
  }
}
