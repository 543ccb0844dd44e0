/**
 * Whom a row of a list of projects names, and what they are to the project by the column's name: who pays, who builds, who sees to it.
 * @module
 */
import type { EntityRef, Stage } from "../../model/claim.ts";
import type { Column, Role } from "./columns.ts";
import { members, partyOf, placesOf } from "./parties.ts";
import type { Cell, RowClaim, RowView, TableView } from "./types.ts";

export interface Reader {
  /** The project. */
  subject: EntityRef;
  row: RowView;
  table: TableView;
}

export const withRole = ({ columns }: TableView, role: Role): Column[] =>
  columns.filter((c) => c.roles.has(role));

/** Stages in which nothing has been paid yet. */
const BEFORE_WORK: ReadonlySet<Stage> = new Set(["proposed", "negotiating"]);

/** Whom a column names: a mention of each, and what they are to the project where the column says so. */
function partiesOf(
  { row, table }: Reader,
  role: Role,
  relationOf: (party: EntityRef, part: Cell) => RowClaim | undefined,
): RowClaim[] {
  return withRole(table, role).flatMap((column) => {
    const cell = row.cell(column);
    return (cell === undefined ? [] : members(cell)).flatMap((part): RowClaim[] => {
      const party = partyOf(part.text, role !== "agency");
      // A county that is to see to a project is a place here: which of its bodies does, is not said.
      if (party === undefined) return placeAlone(part.cell, table);
      const relation = relationOf(party, part.cell);
      return [
        { kind: "mention", at: part.cell, subject: party },
        ...(relation === undefined ? [] : [relation]),
      ];
    });
  });
}

function placeAlone(cell: Cell, table: TableView): RowClaim[] {
  const [place, second] = placesOf(cell, table);
  if (place === undefined || second !== undefined || place.at.text.length < cell.text.length) return [];
  const { at, ref, code } = place;
  return [{ kind: "mention", at, subject: ref, ...(code === undefined ? {} : { code }) }];
}

export function parties(reader: Reader, stageNow: Stage | undefined): RowClaim[] {
  const { subject } = reader;
  const status = stageNow !== undefined && BEFORE_WORK.has(stageNow) ? "planned" : "stated";
  const invests = (party: EntityRef, at: Cell): RowClaim => ({
    kind: "relation",
    predicate: "INVESTS",
    at,
    subject: party,
    object: subject,
    status,
  });
  const leads = (party: EntityRef, at: Cell): RowClaim => ({
    kind: "relation",
    predicate: "LEADS",
    at,
    subject: party,
    object: subject,
    status: "stated",
  });
  // 投资主体: whoever pays, a body as well.
  const payers = partiesOf(reader, "investor", (party, at) =>
    party.type === "Company" || party.type === "Agency" ? invests(party, at) : undefined,
  );
  const paid = new Set(payers.flatMap((c) => (c.kind === "relation" ? [c.subject.name] : [])));
  // 建设单位: a company builds with its own money, unless the row names who pays; a body sees to it that it is built.
  const builders = partiesOf(reader, "builder", (party, at) => {
    if (party.type === "Agency") return paid.has(party.name) ? undefined : leads(party, at);
    return party.type === "Company" && (paid.size === 0 || paid.has(party.name))
      ? invests(party, at)
      : undefined;
  });
  const agencies = partiesOf(reader, "agency", (party, at) =>
    party.type === "Agency" ? leads(party, at) : undefined,
  );
  return [...payers, ...builders, ...agencies];
}
