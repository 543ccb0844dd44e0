/** What the picture shows, as a table: every relation with its way to the sentences, or every group. @module */
import type { JSX } from "preact";
import type { GraphBody } from "../../../src/server/views/api.ts";
import { English } from "../charts/english.tsx";
import { number } from "../lib/format.ts";
import { words } from "../lib/i18n.ts";
import { typeName } from "../lib/legend.ts";
import { entityAddress, route } from "../lib/router.ts";
import { PagesOf } from "../ui/pages-of.tsx";
import { Link, NodeLink, Outside, Scroll, StatusChip } from "../ui/parts.tsx";
import { n } from "../words/network.ts";
import { insideAddress } from "./bubble-drawing.tsx";

const ROWS = 50;

export function EdgeTable({ body }: { body: GraphBody }): JSX.Element | null {
  const page = Math.max(1, Number(route.value.query.get("page") ?? 1) || 1);
  const names = new Map(body.nodes.map((node) => [node.id, node]));
  const touched = new Set(body.edges.flatMap(({ source, target }) => [source, target]));
  const alone = body.nodes.filter(({ id }) => !touched.has(id));
  const offset = (page - 1) * ROWS;
  if (body.nodes.length === 0) return null;
  const end = (id: string): JSX.Element => {
    const node = names.get(id);
    return <NodeLink id={id} name={node?.label ?? id} type={node?.type ?? "Node"} />;
  };
  return (
    <section class="graph-table">
      <h2>{n("table")}</h2>
      <Scroll label={n("table")}>
        <table class="cards">
          <thead>
            <tr>
              <th scope="col">{n("from")}</th>
              <th scope="col">{n("relation")}</th>
              <th scope="col">{n("to")}</th>
              <th scope="col" class="number">
                {n("reports")}
              </th>
              <th scope="col">{n("sentence")}</th>
            </tr>
          </thead>
          <tbody>
            {body.edges.slice(offset, offset + ROWS).map((edge) => (
              <tr key={edge.id}>
                <td data-label={n("from")}>{end(edge.source)}</td>
                <td data-label={n("relation")}>
                  {typeName(edge.type)} <StatusChip status={edge.status} />
                </td>
                <td data-label={n("to")}>{end(edge.target)}</td>
                <td class="number" data-label={n("reports")}>
                  {number(edge.reports)}
                </td>
                <td data-label={n("sentence")}>
                  <Link to={entityAddress(edge.source, edge.id)}>{n("see")}</Link>
                </td>
              </tr>
            ))}
            {offset + ROWS >= body.edges.length
              ? alone.map(({ id }) => (
                  <tr key={id}>
                    <td data-label={n("from")} colSpan={5}>
                      {end(id)}
                    </td>
                  </tr>
                ))
              : null}
          </tbody>
        </table>
      </Scroll>
      <PagesOf total={body.edges.length} offset={offset} limit={ROWS} />
    </section>
  );
}

export function BubbleTable({ body }: { body: GraphBody }): JSX.Element {
  return (
    <section class="graph-table">
      <h2>{n("table")}</h2>
      <Scroll label={n("table")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{n("groupName")}</th>
              <th scope="col" class="number">
                {n("count")}
              </th>
              <th scope="col">{n("members")}</th>
            </tr>
          </thead>
          <tbody>
            {body.bubbles.map(({ key, label, count, members }) => (
              <tr key={key}>
                <th scope="row">
                  <Link to={insideAddress(key)}>
                    <Outside text={words(label)} />
                  </Link>
                  <English code={key.replace("place:", "")} />
                </th>
                <td class="number">{number(count)}</td>
                <td class="names">
                  {members.map(({ id, name, type }) => (
                    <NodeLink key={id} id={id} name={name} type={type} />
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
