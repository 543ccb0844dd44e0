/** One cell of a list. @module */
import type { JSX } from "preact";
import type { Cell, ListColumn } from "../../../src/server/page-types.ts";
import { amount, number, percent, qualified, unitName, valueText } from "../lib/format.ts";
import { valueName } from "../lib/legend.ts";
import { NodeLink, Outside, StageChip, StatusChip } from "../ui/parts.tsx";
import { Unsure } from "../ui/sure.tsx";
import { l } from "../words/list.ts";

export const isNumeric = ({ kind, name }: ListColumn): boolean =>
  ["money", "count", "number"].includes(kind) || name === "value" || name === "change";

interface Props {
  cell: Cell;
  column: ListColumn;
  /** Of the list's items. */
  type: string;
}

function Value({ cell: { value, qualifier, unit }, column, type }: Props): JSX.Element {
  const named = valueName(type, column.name, value);
  if (named !== undefined) return <>{named}</>;
  if (column.kind === "date") return <span class="date">{String(value)}</span>;
  if (column.kind === "period") return <span class="date">{valueText(value ?? "", column.kind)}</span>;
  if (column.kind === "stage") return <StageChip stage={String(value)} />;
  if (column.name === "change" && typeof value === "number") return <>{percent(value, true)}</>;
  if (unit !== undefined && typeof value === "number")
    return <>{qualified(qualifier, amount(value, unit))}</>;
  if (column.name === "units" && Array.isArray(value))
    return <>{valueText(value.map((each) => unitName(String(each))))}</>;
  if (column.kind === "count" && typeof value === "number") return <>{number(value)}</>;
  return <Outside text={qualified(qualifier, valueText(value ?? "", column.kind))} />;
}

/** Two reports with the same words are two quotes that read as one. */
const toldOnce = (refs: NonNullable<Cell["refs"]>): NonNullable<Cell["refs"]> =>
  refs.filter(
    ({ type, name }, at) => type !== "Quote" || refs.findIndex((other) => other.name === name) === at,
  );

export function CellView({ cell, column, type }: Props): JSX.Element | null {
  const { value, all, refs, total = 0, check, confidence } = cell;
  if (refs && refs.length > 0)
    return (
      <span class="parties">
        {toldOnce(refs).map(({ id, name, type: of, status, note, confidence, english }) => (
          <span class={of === "Quote" ? "party said" : "party"} key={id}>
            <NodeLink id={id} name={name} type={of} english={english} />
            {note === undefined ? null : (
              <small class="quiet">
                <Outside text={note} />
              </small>
            )}
            <StatusChip status={status} />
            <Unsure confidence={confidence} />
          </span>
        ))}
        {total > refs.length ? <small class="quiet">{l("others", { total: number(total) })}</small> : null}
      </span>
    );
  if (value === undefined) return null;
  return (
    <span>
      <Value cell={cell} column={column} type={type} /> <Unsure confidence={confidence} />
      {Array.isArray(all) ? (
        // A project that goes on is no contradiction.
        column.kind === "stage" ? (
          <small class="quiet all">{l("stages", { all: valueText(all, "stages") })}</small>
        ) : (
          <small class="note">{l("differs", { all: valueText(all, `${column.kind}s`) })}</small>
        )
      ) : null}
      {check ? <small class="note">{l("check")}</small> : null}
    </span>
  );
}
