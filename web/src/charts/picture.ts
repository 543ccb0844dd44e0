/**
 * A chart as a file of its own: the SVG as it stands on the page, its legend in it, with colours and fonts written into it,
 * under a heading that says what it shows and over a line that says from where; as PNG drawn from that SVG.
 * @module
 */

const KEPT = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "opacity",
  "font-size",
  "font-weight",
  "font-family",
  "paint-order",
] as const;
const HEAD = 40;
const FOOT = 26;
const NS = "http://www.w3.org/2000/svg";

function copyStyle(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of KEPT) {
    const value = style.getPropertyValue(name);
    if (value !== "") to.setAttribute(name, value.replaceAll('"', "'"));
  }
  to.removeAttribute("class");
  for (const [position, child] of [...from.children].entries()) {
    const copy = to.children[position];
    if (copy) copyStyle(child, copy);
  }
}

function words(text: string, y: number, size: number, color: string): SVGTextElement {
  const element = document.createElementNS(NS, "text");
  element.setAttribute("x", "8");
  element.setAttribute("y", String(y));
  element.setAttribute("font-size", String(size));
  element.setAttribute("font-family", "Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif");
  element.setAttribute("fill", color);
  element.textContent = text;
  return element;
}

interface Picture {
  text: string;
  width: number;
  height: number;
}

/** @param title heading; @param source line at the foot */
export function pictureOf(svg: SVGSVGElement, title: string, source: string): Picture {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copyStyle(svg, copy);
  const { x, y, width, height } = svg.viewBox.baseVal;
  const style = getComputedStyle(document.documentElement);
  const ground = style.getPropertyValue("--surface").trim() || "#ffffff";
  const ink = style.getPropertyValue("--ink").trim() || "#17212e";
  const whole = document.createElementNS(NS, "svg");
  whole.setAttribute("xmlns", NS);
  whole.setAttribute("viewBox", `0 0 ${width} ${height + HEAD + FOOT}`);
  whole.setAttribute("width", String(width));
  whole.setAttribute("height", String(height + HEAD + FOOT));
  const back = document.createElementNS(NS, "rect");
  back.setAttribute("width", "100%");
  back.setAttribute("height", "100%");
  back.setAttribute("fill", ground);
  const inner = document.createElementNS(NS, "g");
  inner.setAttribute("transform", `translate(${-x} ${HEAD - y})`);
  for (const child of [...copy.children]) inner.append(child);
  // Addresses of this server mean nothing elsewhere.
  for (const link of inner.querySelectorAll("a")) link.removeAttribute("href");
  whole.append(back, words(title, 25, 16, ink), inner, words(source, height + HEAD + 17, 11, ink));
  return { text: new XMLSerializer().serializeToString(whole), width, height: height + HEAD + FOOT };
}

export async function pngOf({ text, width, height }: Picture, scale = 2): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
}
