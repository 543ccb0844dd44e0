/** Nodes and relations as SVG: every name is a link, every relation leads to its sentences; the legend is part of it. @module */
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { ViewEdge, ViewNode } from "../../../src/server/api-types.ts";
import { ChartSvg } from "../charts/chart-svg.tsx";
import { number } from "../lib/format.ts";
import { colorOf, edgeLegend, typeName } from "../lib/legend.ts";
import { carried, entityAddress, follow, withQuery } from "../lib/router.ts";
import { n } from "../words/network.ts";
import { type Placed, type TreeLayout, treeLayout } from "./tree-layout.ts";

const RADIUS = 6;
const LEGEND_ROW = 24;
const LEGEND_COLUMN = 170;
const PAD = 16;

const shortened = (text: string, room: number): string =>
  [...text].length > room ? `${[...text].slice(0, room - 1).join("")}…` : text;

interface DrawingProps {
  nodes: readonly ViewNode[];
  edges: readonly ViewEdge[];
  roots: readonly string[];
  /** Node whose relations stand out. */
  selected: string | undefined;
}

export function Drawing({ nodes, edges, roots, selected }: DrawingProps): JSX.Element {
  const layout = useMemo(
    () =>
      treeLayout(
        nodes.map(({ id, type, label }) => ({
          id,
          order: `${type}\t${label}`,
          letters: [...label].length,
        })),
        edges,
        roots,
      ),
    [nodes, edges],
  );
  const types = [...new Set(nodes.map(({ type }) => type))].sort();
  const edgeTypes = [...new Set(edges.map(({ type }) => type))].sort();
  const items = types.length + edgeTypes.length + 2;
  const width = Math.max(layout.width, 2 * LEGEND_COLUMN) + 2 * PAD;
  const columns = Math.max(1, Math.floor((width - 2 * PAD) / LEGEND_COLUMN));
  const legendHeight = Math.ceil(items / columns) * LEGEND_ROW + 16;
  return (
    <ChartSvg
      class="network"
      natural
      label={n("drawing")}
      x={-PAD}
      y={-PAD}
      width={width}
      height={layout.height + 2 * PAD + legendHeight}
    >
      {edges.map((edge) => (
        <Line key={edge.id} edge={edge} layout={layout} faded={isFaded(edge, selected)} />
      ))}
      {nodes.map((node) => {
        const place = layout.nodes.get(node.id);
        return place ? (
          <Node key={node.id} node={node} place={place} selected={selected === node.id} />
        ) : null;
      })}
      <Legend
        nodes={nodes}
        edges={edges}
        types={types}
        edgeTypes={edgeTypes}
        columns={columns}
        top={layout.height + PAD}
      />
    </ChartSvg>
  );
}

const isFaded = ({ source, target }: ViewEdge, selected: string | undefined): boolean =>
  selected !== undefined && source !== selected && target !== selected;

function Line({
  edge,
  layout,
  faded,
}: {
  edge: ViewEdge;
  layout: TreeLayout;
  faded: boolean;
}): JSX.Element | null {
  const from = layout.nodes.get(edge.source);
  const to = layout.nodes.get(edge.target);
  if (!from || !to) return null;
  const words = edgeLegend(edge.type);
  return (
    // The table gives the keyboard the same way; three hundred stops between the names would be none.
    <a
      href={carried(entityAddress(edge.source, edge.id))}
      onClick={follow as never}
      tabIndex={-1}
      aria-label={typeName(edge.type)}
      class={`edge ${edge.status} ${faded ? "faded" : ""}`}
    >
      <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} class="edge-hit" />
      <line
        x1={from.x}
        y1={from.y}
        x2={to.x}
        y2={to.y}
        stroke={words?.color ?? "#888888"}
        class="edge-line"
        stroke-dasharray={edge.status === "stated" ? "none" : "5 4"}
      />
      <title>{typeName(edge.type)}</title>
    </a>
  );
}

function Node({ node, place, selected }: { node: ViewNode; place: Placed; selected: boolean }): JSX.Element {
  const { id, type, label } = node;
  const { x, y, angle, flipped, room, root } = place;
  return (
    <a
      href={withQuery({ sel: selected ? undefined : id })}
      onClick={follow as never}
      class={`node ${selected ? "selected" : ""} ${root ? "root" : ""}`}
      aria-label={`${label}，${typeName(type)}`}
      data-id={id}
      {...(selected ? { "aria-current": "true" as const } : {})}
    >
      <circle cx={x} cy={y} r={root ? RADIUS + 3 : RADIUS} fill={colorOf(type)} class="node-dot" />
      <text
        transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${angle.toFixed(1)})`}
        x={flipped ? -(RADIUS + 5) : root ? RADIUS + 7 : RADIUS + 5}
        y={4.5}
        text-anchor={flipped ? "end" : "start"}
        class="node-name"
      >
        {`\u2068${shortened(label, room)}\u2069`}
      </text>
      <title>{label}</title>
    </a>
  );
}

function Legend({
  nodes,
  edges,
  types,
  edgeTypes,
  columns,
  top,
}: Pick<DrawingProps, "nodes" | "edges"> & {
  types: readonly string[];
  edgeTypes: readonly string[];
  columns: number;
  top: number;
}): JSX.Element {
  const count = (items: readonly { type: string }[], type: string): string =>
    number(items.filter((item) => item.type === type).length);
  const at = (position: number): string =>
    `translate(${(position % columns) * LEGEND_COLUMN} ${top + Math.floor(position / columns) * LEGEND_ROW})`;
  const statuses = ["planned", "negated"] as const;
  return (
    <g class="legend" aria-label={n("legend")}>
      {types.map((type, position) => (
        <g key={type} transform={at(position)}>
          <circle cx={8} cy={8} r={RADIUS} fill={colorOf(type)} />
          <text x={22} y={13}>{`${typeName(type)} ${count(nodes, type)}`}</text>
        </g>
      ))}
      {edgeTypes.map((type, position) => (
        <g key={type} transform={at(types.length + position)}>
          <line
            x1={0}
            x2={17}
            y1={8}
            y2={8}
            stroke={edgeLegend(type)?.color ?? "#888888"}
            stroke-width={2.5}
          />
          <text x={22} y={13}>{`${typeName(type)} ${count(edges, type)}`}</text>
        </g>
      ))}
      {statuses.map((status, position) => (
        <g key={status} transform={at(types.length + edgeTypes.length + position)}>
          <line x1={0} x2={17} y1={8} y2={8} stroke="#888888" stroke-width={2} stroke-dasharray="5 4" />
          <text x={22} y={13}>
            {n(status)}
          </text>
        </g>
      ))}
    </g>
  );
}
