/** A chart with its heading and its downloads: what leaves the page carries heading, legend and source. @module */
import type { ComponentChildren, JSX } from "preact";
import { useRef } from "preact/hooks";
import { messageOf } from "../lib/api.ts";
import { download } from "../lib/download.ts";
import { number } from "../lib/format.ts";
import { status } from "../lib/legend.ts";
import { tell } from "../lib/notice.ts";
import { Button } from "../ui/parts.tsx";
import { m } from "../words/map.ts";
import { pictureOf, pngOf } from "./picture.ts";

interface ChartFigureProps {
  title: string;
  /** Name of the files, without ending. */
  file: string;
  /** The page's heading says the same. */
  told?: boolean;
  children: ComponentChildren;
}

export function ChartFigure({ title, file, told = false, children }: ChartFigureProps): JSX.Element {
  const box = useRef<HTMLElement>(null);
  const save = async (format: "svg" | "png"): Promise<void> => {
    const svg = box.current?.querySelector<SVGSVGElement>("svg.chart-svg");
    if (!svg) return;
    const source = m("source", { reports: number(status.value?.reports ?? 0) });
    const picture = pictureOf(svg, title, source);
    const blob =
      format === "png"
        ? await pngOf(picture)
        : new Blob([picture.text], { type: "image/svg+xml;charset=utf-8" });
    download(`${file}.${format}`, blob);
  };
  const ask = (format: "svg" | "png"): void => {
    save(format).catch((error: unknown) => tell(messageOf(error)));
  };
  return (
    <figure class="chart-figure" ref={box}>
      <figcaption>
        <h2 class={told ? "sr" : ""}>{title}</h2>
        <span class="chart-tools">
          <Button icon="download" label={m("svg")} onClick={() => ask("svg")} />
          <Button icon="download" label={m("png")} onClick={() => ask("png")} />
        </span>
      </figcaption>
      {children}
    </figure>
  );
}
