/** The SVG around a chart: scales with the page, is named for those who do not see it, and keeps its links reachable. @module */
import type { ComponentChildren, JSX, Ref } from "preact";

interface ChartSvgProps {
  label: string;
  class: string;
  x?: number;
  y?: number;
  width: number;
  height: number;
  /** Never drawn larger than a pixel for a unit (and the zoom), so that names stay as large as the page's text. */
  natural?: boolean;
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
  natural = false,
  inner,
  children,
}: ChartSvgProps): JSX.Element {
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no other element that groups inside SVG
    <svg
      ref={inner ?? null}
      class={`chart-svg ${name}`}
      viewBox={`${x} ${y} ${width} ${height}`}
      {...(natural ? { style: { maxWidth: `calc(${Math.ceil(width)}px * var(--zoom, 1))` } } : {})}
      role="group"
      aria-label={label}
    >
      {children}
    </svg>
  );
}
