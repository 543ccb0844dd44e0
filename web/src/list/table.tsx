/** The rows of a list: sortable columns that say how much is known, and the sentence under each row. @module */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ListBody, ListColumn, ListRow } from "../../../src/server/page-types.ts";
import { nameOf, number } from "../lib/format.ts";
import { words } from "../lib/i18n.ts";
import { nodeLegend } from "../lib/legend.ts";
import { nodeName } from "../lib/names.ts";
import { addressOf, withQuery } from "../lib/router.ts";
import { Evidence } from "../ui/evidence.tsx";
import { Badge, Link, Outside, Scroll } from "../ui/parts.tsx";
import { l } from "../words/list.ts";
import { CellView, isNumeric } from "./cell.tsx";

function Head({ column, list }: { column: ListColumn; list: ListBody }): JSX.Element {
  const { name, label, kind, sortable, covered } = column;
  const shown = nameOf(label, name, kind);
  const down = list.sort === `-${name}`;
  const up = list.sort === name;
  return (
    <th
      scope="col"
      class={isNumeric(column) ? "number" : ""}
      {...(down || up ? { "aria-sort": down ? ("descending" as const) : ("ascending" as const) } : {})}
    >
      {sortable ? (
        <Link
          to={withQuery({ sort: down ? name : `-${name}` })}
          class="sort"
          label={l("sortBy", { column: shown })}
        >
          {shown}
          <span class="arrow" aria-hidden="true">
            {down ? "▼" : up ? "▲" : ""}
          </span>
        </Link>
      ) : (
        shown
      )}
      {covered < list.total ? (
        <small class="covered">{l("covered", { count: number(covered), total: number(list.total) })}</small>
      ) : null}
    </th>
  );
}

function Row({ row, list }: { row: ListRow; list: ListBody }): JSX.Element {
  const [open, setOpen] = useState(false);
  const { evidence, name, id, type, english } = row;
  return (
    <>
      <tr data-row>
        <th scope="row">
          <span class="row-name">
            <Badge type={type} />
            <Link to={addressOf({ id, type })}>
              <Outside text={nodeName(name, type, english)} />
            </Link>
          </span>
        </th>
        {list.columns.map((column, position) => (
          <td
            key={column.name}
            class={isNumeric(column) ? "number" : ""}
            data-label={nameOf(column.label, column.name, column.kind)}
          >
            <CellView cell={row.cells[position] ?? {}} column={column} type={type} />
          </td>
        ))}
        <td class="row-sentence">
          {evidence ? (
            <button
              type="button"
              class="ask button"
              data-sentences
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              {l("sentence")}
            </button>
          ) : null}
        </td>
      </tr>
      {open && evidence ? (
        <tr class="sentence-row">
          <td colSpan={list.columns.length + 2}>
            <Evidence items={[evidence]} words={[name]} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

export function Table({ list }: { list: ListBody }): JSX.Element {
  // A quote or a figure has no name; it stands there itself.
  const first = nodeLegend(list.type)?.entity === false ? words(list.label) : l("name");
  return (
    <Scroll label={words(list.label)}>
      <table class="cards">
        <thead>
          <tr>
            <th scope="col">
              <Link
                to={withQuery({ sort: list.sort === "name" ? "-name" : "name" })}
                class="sort"
                label={l("sortBy", { column: first })}
              >
                {first}
                <span class="arrow" aria-hidden="true">
                  {list.sort === "-name" ? "▼" : list.sort === "name" ? "▲" : ""}
                </span>
              </Link>
            </th>
            {list.columns.map((column) => (
              <Head key={column.name} column={column} list={list} />
            ))}
            <th scope="col">
              <span class="sr">{l("sentence")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {list.items.map((row) => (
            <Row key={row.id} row={row} list={list} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
