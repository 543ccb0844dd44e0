/** What is seen as a picture: SVG text, or PNG drawn from the same shapes. @module */
import { theme } from "../lib/theme.ts";
import { isolate, shortLabel } from "./draw.ts";
import type { Scene } from "./scene.ts";

interface Picture {
  width: number;
  height: number;
  background: string;
  ink: string;
  lines: { x1: number; y1: number; x2: number; y2: number; width: number; color: string }[];
  discs: { x: number; y: number; radius: number; color: string }[];
  texts: { x: number; y: number; text: string }[];
}

const FONT = "Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif";
const SIZE = 12;

function pictureOf({ sigma, labels }: Scene): Picture {
  const graph = sigma.getGraph();
  const { width, height } = sigma.getDimensions();
  const dark = theme.value === "dark";
  const place = new Map<string, { x: number; y: number }>();
  const picture: Picture = {
    width,
    height,
    background: dark ? "#0f1620" : "#ffffff",
    ink: dark ? "#e6edf5" : "#17212e",
    lines: [],
    discs: [],
    texts: [],
  };
  graph.forEachNode((id, { x, y, hidden }) => {
    if (!hidden) place.set(id, sigma.graphToViewport({ x, y }));
  });
  graph.forEachEdge((id, { hidden }, source, target) => {
    const from = place.get(source);
    const to = place.get(target);
    const data = sigma.getEdgeDisplayData(id);
    if (hidden || !from || !to || !data) return;
    picture.lines.push({
      x1: from.x,
      y1: from.y,
      x2: to.x,
      y2: to.y,
      width: sigma.scaleSize(data.size) / 1.5,
      color: data.color,
    });
  });
  for (const [id, { x, y }] of place) {
    const data = sigma.getNodeDisplayData(id);
    if (!data || x < -50 || y < -50 || x > width + 50 || y > height + 50) continue;
    const radius = sigma.scaleSize(data.size);
    picture.discs.push({ x, y, radius, color: data.color });
    const start = labels.drawn.get(id);
    if (data.label && start !== undefined)
      picture.texts.push({ x: start, y: y + SIZE / 3, text: shortLabel(data.label) });
  }
  return picture;
}

const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const round = (value: number): string => value.toFixed(1);

export function svgOf(scene: Scene): string {
  const { width, height, background, ink, lines, discs, texts } = pictureOf(scene);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}" font-size="${SIZE}">`,
    `<rect width="100%" height="100%" fill="${background}"/>`,
    ...lines.map(
      ({ x1, y1, x2, y2, width: w, color }) =>
        `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${color.slice(0, 7)}" stroke-opacity="${color.length > 7 ? 0.5 : 1}" stroke-width="${round(w)}"/>`,
    ),
    ...discs.map(
      ({ x, y, radius, color }) =>
        `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${color}"/>`,
    ),
    ...texts.map(
      ({ x, y, text }) =>
        `<text x="${round(x)}" y="${round(y)}" fill="${ink}" stroke="${background}" stroke-width="3" paint-order="stroke">${escapeXml(isolate(text))}</text>`,
    ),
    "</svg>",
  ];
  return parts.join("\n");
}

export function pngOf(scene: Scene, scale = 2): Promise<Blob> {
  const { width, height, background, ink, lines, discs, texts } = pictureOf(scene);
  const canvas = document.createElement("canvas");
  canvas.width = width * scale;
  canvas.height = height * scale;
  const context = canvas.getContext("2d");
  if (!context) return Promise.reject(new Error("no canvas"));
  context.scale(scale, scale);
  context.fillStyle = background;
  context.fillRect(0, 0, width, height);
  for (const { x1, y1, x2, y2, width: w, color } of lines) {
    context.strokeStyle = color;
    context.lineWidth = w;
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }
  for (const { x, y, radius, color } of discs) {
    context.fillStyle = color;
    context.beginPath();
    context.arc(x, y, radius, 0, Math.PI * 2);
    context.fill();
  }
  context.font = `500 ${SIZE}px ${FONT}`;
  context.lineJoin = "round";
  context.lineWidth = 3;
  for (const { x, y, text } of texts) {
    context.strokeStyle = background;
    context.fillStyle = ink;
    context.strokeText(isolate(text), x, y);
    context.fillText(isolate(text), x, y);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
}
