/**
 * The graph as a tool: it answers a question that stands in the address, never shows more than can be read, and always says
 * how much of how much is on the screen.
 * @module
 */
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { GraphBody } from "../../../src/server/views/api.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { get } from "../lib/api.ts";
import { number } from "../lib/format.ts";
import { words } from "../lib/i18n.ts";
import { legend, typeName } from "../lib/legend.ts";
import { useLoad } from "../lib/load.ts";
import { between } from "../lib/punctuation.ts";
import { listed, route, withQuery } from "../lib/router.ts";
import { useTitle } from "../lib/title.ts";
import { graphQuery, isAsked } from "../network/address.ts";
import { BubbleDrawing } from "../network/bubble-drawing.tsx";
import { Controls } from "../network/controls.tsx";
import { Drawing } from "../network/drawing.tsx";
import { useOldView } from "../network/old-view.ts";
import { NodePanel } from "../network/panel.tsx";
import { BubbleTable, EdgeTable } from "../network/tables.tsx";
import { Button, Link, Scroll } from "../ui/parts.tsx";
import { StateBlock } from "../ui/states.tsx";
import { n } from "../words/network.ts";
import "../styles/pages.css";
import "../styles/charts.css";
import "../styles/network.css";

export default function GraphPage(): JSX.Element {
  useOldView();
  const { query } = route.value;
  return isAsked(query) ? <Asked /> : <Chooser />;
}

/** Typed questions with their counts: what the schema asks of its relations, the fullest first. */
function Chooser(): JSX.Element {
  useTitle(n("title"));
  const known = legend.value.edges
    .filter(({ count, question }) => count > 0 && question !== undefined)
    .sort((a, b) => b.count - a.count);
  return (
    <div class="page graph-page">
      <h1>{n("title")}</h1>
      <p class="lead">{n("intro")}</p>
      <h2>{n("questions")}</h2>
      {known.length === 0 ? <p class="empty">{n("none")}</p> : null}
      <ul class="questions">
        {known.map(({ name, label, question, count }) => (
          <li key={name}>
            <Link to={withQuery({ edges: name })} class="question">
              <span>{words(question ?? label)}</span>
              <strong>{number(count)}</strong>
            </Link>
          </li>
        ))}
        {known.length > 1 ? (
          <li>
            <Link to={withQuery({ edges: known.map(({ name }) => name).join("~") })} class="question">
              <span>{n("all")}</span>
              <strong>{number(known.reduce((sum, { count }) => sum + count, 0))}</strong>
            </Link>
          </li>
        ) : null}
      </ul>
    </div>
  );
}

function Asked(): JSX.Element {
  const asked = graphQuery();
  const loaded = useLoad<GraphBody>((signal) => get("/graph", asked, signal), [JSON.stringify(asked)]);
  return (
    <div class="page graph-page">
      <StateBlock loaded={loaded}>{(body) => <Shown body={body} />}</StateBlock>
    </div>
  );
}

/** What the picture is of, in words. */
function headingOf(body: GraphBody, roots: readonly string[], edges: readonly string[]): string {
  const names = roots.flatMap((id) => body.nodes.find((node) => node.id === id)?.label ?? []);
  const relations = edges.map(typeName);
  const what = [...names, relations.length === 0 ? n("anyRelation") : relations.join(between())].join(" · ");
  return n("heading", { what });
}

function Shown({ body }: { body: GraphBody }): JSX.Element {
  const roots = listed("root");
  const edges = listed("edges");
  const selected = route.value.query.get("sel") ?? undefined;
  const heading = headingOf(body, roots, edges);
  useTitle(heading);
  const [zoom, setZoom] = useState(1);
  const sheet = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => showMiddle(sheet.current), [body, zoom]);
  return (
    <>
      <div class="page-head">
        <h1>{heading}</h1>
        <Link to="/graph" class="button">
          {n("back")}
        </Link>
      </div>
      <Controls body={body} roots={roots} />
      <Counts body={body} />
      {body.unknown.length > 0 ? (
        <p class="failed">
          {n("unknown", { count: body.unknown.length, ids: body.unknown.join(between()) })}
        </p>
      ) : null}
      {body.total === 0 ? <p class="empty">{n("empty")}</p> : null}
      {body.total > 0 ? (
        <div class={`graph-and-panel ${selected === undefined ? "alone" : ""}`}>
          <div>
            <div class="zoom">
              <Button bare icon="plus" label={n("zoomIn")} onClick={() => setZoom(Math.min(4, zoom * 1.3))} />
              <Button
                bare
                icon="minus"
                label={n("zoomOut")}
                onClick={() => setZoom(Math.max(0.4, zoom / 1.3))}
              />
            </div>
            <ChartFigure title={heading} file="graph" told>
              <Scroll label={n(body.mode === "nodes" ? "drawing" : "bubbles")}>
                <div
                  class="graph-sheet"
                  ref={sheet}
                  style={{ width: `${Math.round(zoom * 100)}%`, "--zoom": String(zoom) }}
                >
                  {body.mode === "nodes" ? (
                    <Drawing nodes={body.nodes} edges={body.edges} roots={roots} selected={selected} />
                  ) : (
                    <BubbleDrawing body={body} />
                  )}
                </div>
              </Scroll>
            </ChartFigure>
          </div>
          {selected === undefined ? null : <NodePanel key={selected} id={selected} body={body} />}
        </div>
      ) : null}
      {body.mode === "nodes" ? <EdgeTable body={body} /> : <BubbleTable body={body} />}
    </>
  );
}

/** A drawing wider than the window begins at what is in its middle, not at its left margin. */
function showMiddle(sheet: HTMLElement | null): void {
  const box = sheet?.parentElement;
  if (!box) return;
  const outer = box.getBoundingClientRect();
  const middle = sheet.querySelector(".node.root")?.getBoundingClientRect().left;
  box.scrollLeft +=
    middle === undefined ? (box.scrollWidth - box.clientWidth) / 2 : middle - outer.left - outer.width / 2;
}

/** Always there: how much of how much. */
function Counts({ body }: { body: GraphBody }): JSX.Element {
  const values = { n: number(body.nodes.length), N: number(body.total), E: number(body.totalEdges) };
  if (body.mode === "bubbles")
    return (
      <p class="counted" role="status">
        {n("bubbled", { ...values, n: number(body.bubbles.length) })}{" "}
        <Link to={withQuery({ best: 1 })}>{n("best")}</Link>
      </p>
    );
  const all = body.nodes.length === body.total;
  const reach = body.reach.map(({ id, edge, total }) => {
    const ends = body.edges.flatMap(({ type, source, target }) =>
      type !== edge ? [] : source === id ? [target] : target === id ? [source] : [],
    );
    const name = body.nodes.find((node) => node.id === id)?.label ?? id;
    return n("reached", { name, edge: typeName(edge), n: number(new Set(ends).size), N: number(total) });
  });
  return (
    <p class="counted" role="status">
      {n("shownNodes", values)} · {n("shownEdges", { n: number(body.edges.length), N: values.E })}
      {reach.map((text) => (
        <span key={text}> · {text}</span>
      ))}
      {all ? null : (
        <>
          {" "}
          {n("bestOn", values)} <Link to={withQuery({ best: undefined })}>{n("notBest")}</Link>
        </>
      )}
    </p>
  );
}
