/** What is chosen in the graph, and what it could be grown by: it asks which kind first, and how many that would be. @module */
import type { JSX } from "preact";
import type { GraphBody, GrowthItem } from "../../../src/server/views/api.ts";
import { get, path } from "../lib/api.ts";
import { number } from "../lib/format.ts";
import { typeName } from "../lib/legend.ts";
import { useLoad } from "../lib/load.ts";
import { addressOf, listed, withQuery } from "../lib/router.ts";
import { Link, Outside, TypeChip } from "../ui/parts.tsx";
import { StateBlock } from "../ui/states.tsx";
import { n } from "../words/network.ts";
import { graphAddress } from "./address.ts";

export function NodePanel({ id, body }: { id: string; body: GraphBody }): JSX.Element | null {
  const loaded = useLoad<GrowthItem[]>((signal) => get(path("entities", id, "growth"), {}, signal), [id]);
  const node = body.nodes.find((each) => each.id === id);
  if (!node) return null;
  const around = new Map(body.nodes.map((each) => [each.id, each.type]));
  const shown = (edge: string, type: string): number =>
    new Set(
      body.edges.flatMap(({ type: kind, source, target }) => {
        if (kind !== edge || (source !== id && target !== id)) return [];
        const other = source === id ? target : source;
        return around.get(other) === type ? [other] : [];
      }),
    ).size;
  const grow = listed("grow");
  return (
    <aside class="node-panel card" aria-label={n("chosen")}>
      <h2>
        <Outside text={node.label} />
      </h2>
      <p>
        <TypeChip type={node.type} />
      </p>
      <p class="panel-links">
        <Link class="button" to={addressOf({ id, type: node.type })}>
          {n("page")}
        </Link>
        <Link class="button" to={graphAddress([id])}>
          {n("only")}
        </Link>
        <Link class="button" to={withQuery({ sel: undefined })}>
          {n("close")}
        </Link>
      </p>
      <h3>{n("grow")}</h3>
      <StateBlock loaded={loaded}>
        {(items) => (
          <ul class="growth">
            {items.map(({ edge, type, count }) => {
              const key = `${edge}.${type}.${id}`;
              const there = shown(edge, type);
              const text = n("growItem", {
                edge: typeName(edge),
                type: typeName(type),
                count: number(count),
              });
              return (
                <li key={key}>
                  {there >= count ? (
                    <span class="quiet">
                      {text} · {n("shown", { n: number(there), N: number(count) })}
                    </span>
                  ) : (
                    <Link to={withQuery({ grow: [...new Set([...grow, key])].join("~") })}>
                      {text} · {n("shown", { n: number(there), N: number(count) })}
                    </Link>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </StateBlock>
    </aside>
  );
}
