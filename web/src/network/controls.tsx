/** What narrows or widens the question; each choice is a link. @module */
import type { JSX } from "preact";
import type { GraphBody } from "../../../src/server/views/api.ts";
import { number } from "../lib/format.ts";
import { words } from "../lib/i18n.ts";
import { legend, typeName } from "../lib/legend.ts";
import { listed, route, withQuery } from "../lib/router.ts";
import { Link, Outside } from "../ui/parts.tsx";
import { n } from "../words/network.ts";
import { toggled, withList } from "./address.ts";

export function Controls({ body, roots }: { body: GraphBody; roots: readonly string[] }): JSX.Element {
  const { query } = route.value;
  const edges = listed("edges");
  const inside = listed("in");
  const entity = new Set(legend.value.nodes.filter((node) => node.entity).map(({ name }) => name));
  const choices = legend.value.edges.filter(
    ({ count, from, to }) =>
      count > 0 &&
      from.some((type) => entity.has(type) || type === "Entity") &&
      to.some((type) => entity.has(type) || type === "Entity"),
  );
  const status = query.get("status") ?? "";
  return (
    <section class="graph-controls" aria-label={n("question")}>
      {roots.length > 0 ? (
        <p>
          <span class="quiet">{n("roots")}</span>
          {roots.map((id) => {
            const name = body.nodes.find((node) => node.id === id)?.label ?? id;
            return (
              <Link
                key={id}
                class="pill"
                to={withList(
                  "root",
                  roots.filter((each) => each !== id),
                )}
                label={n("takeOut", { name })}
              >
                <Outside text={name} /> ×
              </Link>
            );
          })}
        </p>
      ) : null}
      <p>
        <span class="quiet">{n("relations")}</span>
        {choices.map(({ name }) => (
          <Link key={name} class="pill" to={toggled("edges", name)} current={edges.includes(name)}>
            {typeName(name)}
          </Link>
        ))}
      </p>
      <p>
        {roots.length > 0 ? (
          <>
            <span class="quiet">{n("depth")}</span>
            {[1, 2, 3].map((depth) => (
              <Link
                key={depth}
                class="pill"
                to={withQuery({ depth: depth === 1 ? undefined : depth })}
                current={(query.get("depth") ?? "1") === String(depth)}
              >
                {n("steps", { n: depth })}
              </Link>
            ))}
          </>
        ) : null}
        <span class="quiet">{n("status")}</span>
        {(
          [
            ["", "statusAll"],
            ["stated", "statusStated"],
            ["planned", "statusPlanned"],
          ] as const
        ).map(([value, key]) => (
          <Link
            key={key}
            class="pill"
            to={withQuery({ status: value || undefined })}
            current={status === value}
          >
            {n(key)}
          </Link>
        ))}
      </p>
      {body.mode === "bubbles" ? (
        <p>
          <span class="quiet">{n("group")}</span>
          {(
            [
              [undefined, "groupAuto"],
              ["place", "groupPlace"],
              ["type", "groupType"],
              ["community", "groupCommunity"],
            ] as const
          ).map(([value, key]) => (
            <Link
              key={key}
              class="pill"
              to={withQuery({ group: value })}
              current={(query.get("group") ?? undefined) === value}
            >
              {n(key)}
            </Link>
          ))}
        </p>
      ) : null}
      {inside.length > 0 ? (
        <nav class="way" aria-label={n("inside")}>
          <Link to={withQuery({ in: undefined, best: undefined, sel: undefined })}>{n("everything")}</Link>
          {inside.map((key, at) => (
            <span key={`${at}:${key}`}>
              <span aria-hidden="true">› </span>
              <Link
                to={withQuery({ in: inside.slice(0, at + 1).join("~"), best: undefined, sel: undefined })}
                current={at === inside.length - 1}
              >
                {body.trail[at] ? words(body.trail[at]) : key}
              </Link>
            </span>
          ))}
          <span class="quiet">{number(body.total)}</span>
        </nav>
      ) : null}
    </section>
  );
}
