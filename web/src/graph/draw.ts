/** Draws names beside nodes: readable on both themes, never as anything but text. @module */
import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from "sigma/rendering";
import { theme } from "../lib/theme.ts";
import type { EdgeAttributes, NodeAttributes } from "./model.ts";

const MAX = 22;
/** Between a node and its name, CSS pixels. */
export const LABEL_GAP = 4;

export function shortLabel(label: string): string {
  const characters = [...label.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")];
  return characters.length > MAX ? `${characters.slice(0, MAX - 1).join("")}…` : characters.join("");
}

/** Bidirectional controls in a name must not turn the text around it: it is isolated (U+2068 … U+2069). */
export const isolate = (text: string): string => `\u2068${text}\u2069`;

export const labelText = (label: string): string => isolate(shortLabel(label));

export const drawLabel: NodeLabelDrawingFunction<NodeAttributes, EdgeAttributes> = (
  context,
  data,
  settings,
) => {
  if (!data.label) return;
  const text = labelText(data.label);
  context.font = `500 ${settings.labelSize}px ${settings.labelFont}`;
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  context.strokeStyle = theme.value === "dark" ? "#0f1620" : "#ffffff";
  context.fillStyle = theme.value === "dark" ? "#e6edf5" : "#17212e";
  const x = data.x + data.size + LABEL_GAP;
  const y = data.y + settings.labelSize / 3;
  context.strokeText(text, x, y);
  context.fillText(text, x, y);
};

export const drawHover: NodeHoverDrawingFunction<NodeAttributes, EdgeAttributes> = (
  context,
  data,
  settings,
) => {
  const dark = theme.value === "dark";
  context.beginPath();
  context.arc(data.x, data.y, data.size + 4, 0, Math.PI * 2);
  context.strokeStyle = dark ? "#fbbf24" : "#155e75";
  context.lineWidth = 2.5;
  context.stroke();
  if (!data.label) return;
  const text = isolate(data.label.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").slice(0, 60));
  context.font = `600 ${settings.labelSize + 1}px ${settings.labelFont}`;
  const width = context.measureText(text).width + 14;
  const height = settings.labelSize + 12;
  const right = data.x + data.size + 6;
  const x = right + width > context.canvas.clientWidth ? Math.max(0, data.x - data.size - 6 - width) : right;
  const y = data.y - height / 2;
  context.beginPath();
  context.roundRect(x, y, width, height, 6);
  context.fillStyle = dark ? "#1b2634" : "#ffffff";
  context.shadowColor = "#0006";
  context.shadowBlur = 8;
  context.fill();
  context.shadowBlur = 0;
  context.fillStyle = dark ? "#e6edf5" : "#17212e";
  context.fillText(text, x + 7, data.y + settings.labelSize / 3);
};
