/** The SVG around a chart: scales with the page, is named for those who do not see it, and keeps its links reachable. @module */
import type { ComponentChildren, JSX, Ref } from "preact";

interface ChartSvgProps {
  label: string;
  class: string;
  x?: number;
  y?: number;
  width: number;
  height: number;
  inner?: Ref<SVGSVGElement>;
  children: ComponentChildren;
}

export function ChartSvg({
  label,
  class: name,
  x = 0,
  y = 0,
  width,
  height,
  inner,
  children,
}: ChartSvgProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no other element that groups inside SVG
    <svg
      ref={inner ?? null}
      class={`chart-svg ${name}`}
      viewBox={`${x} ${y} ${width} ${height}`}
      role="group"
      aria-label={label}
    >
      {children}
    </svg>
  );
}
