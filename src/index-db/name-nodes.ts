/**
 * What of a key is compared with other keys: the units of a key in one scope make a node, and a node is kept as a text of
 * all that a comparison reads.
 * @module
 */
import type { EntityType } from "../model/claim.ts";
import { profileOf } from "../resolve/profile.ts";
import { isPart } from "../resolve/resolve.ts";
import { type Node, nodeScope, nodesOf, type SimilarContext } from "../resolve/similar.ts";
import type { Unit } from "../resolve/units.ts";
import type { Database } from "./database.ts";
import { byUnit, type UnitRow, unitOf } from "./units.ts";

/** A row of `node`, without its key. */
export interface NodeRow {
  scope: string;
  /** 1 for the node of a project's units that name parts of it. */
  part: number;
  /** JSON of what a comparison reads. */
  facts: string;
}

export type Comparable = Pick<Node, "unit" | "side" | "cores">;

/** What is kept of a node: all that a comparison reads, and the report of its first unit. */
interface Facts {
  type: EntityType;
  first: string;
  name: string;
  home: string;
  code: string;
  homes: string[];
  cores: string[];
  investors: boolean;
  wholes: boolean;
}

const emptyUnit = (facts: Pick<Facts, "type" | "name" | "home" | "code">, report = ""): Unit => ({
  index: -1,
  report,
  home: facts.home === "" ? undefined : facts.home,
  type: facts.type,
  name: facts.name,
  code: facts.code === "" ? undefined : facts.code,
  forms: new Map(),
  aliases: new Set(),
  ties: new Map(),
  posts: new Set(),
});

/** Nodes of a key whose cores are those of its first unit. */
export function plainNodes(
  db: Database,
  k: number,
  type: EntityType,
  changed: readonly Pick<UnitRow, "home" | "report">[],
): NodeRow[] {
  const places =
    type === "Company"
      ? [{ home: undefined, report: undefined }]
      : [
          ...new Map(
            changed.map(({ home, report }) => [
              home || `@${report}`,
              { home, report: home === "" ? report : undefined },
            ]),
          ).values(),
        ];
  return places.flatMap(({ home, report }) => {
    const row = db.get<UnitRow>(
      `SELECT * FROM unit INDEXED BY unit_k WHERE k = ?1 ${home === undefined ? "" : "AND home = ?2"} ${report === undefined ? "" : "AND report = ?3"} ORDER BY report, name LIMIT 1`,
      ...[k, ...(home === undefined ? [] : [home]), ...(report === undefined ? [] : [report])],
    );
    if (!row) return [];
    const homes =
      type === "Company"
        ? db
            .all<{ home: string }>(
              "SELECT DISTINCT home FROM unit WHERE k = ? AND home <> '' ORDER BY home",
              k,
            )
            .map((one) => one.home)
        : [row.home].filter((one) => one !== "");
    const unit = emptyUnit(row, row.report);
    const [node] = nodesOf(
      [unit],
      similarContext(() => undefined),
    );
    return node ? [{ scope: nodeScope(unit), part: 0, facts: factsOf(node, homes) }] : [];
  });
}

/** Nodes of a project's key: its aliases and its investors' names make cores, so all of its units count. */
export function projectNodes(db: Database, k: number): NodeRow[] {
  const units = db
    .all<UnitRow>("SELECT * FROM unit WHERE k = ?", k)
    .map((row) => unitOf(row))
    .sort(byUnit);
  const context = similarContext((other) => {
    const row = db.get<UnitRow>("SELECT * FROM unit WHERE u = ?", Number(other));
    return row && unitOf(row);
  });
  return [units, units.filter(isPart)].flatMap((list, part) =>
    nodesOf(list, context).map((node) => ({
      scope: nodeScope(node.unit),
      part,
      facts: factsOf(node, [...node.side.homes].sort()),
    })),
  );
}

/** What {@link NodeRow.facts} say, to be compared with others. */
export function comparable(json: string): Comparable {
  const facts = JSON.parse(json) as Facts;
  const profile = profileOf(
    facts.type,
    facts.name,
    facts.home === "" ? undefined : facts.home,
    facts.code === "" ? undefined : facts.code,
  );
  return {
    unit: emptyUnit(facts, facts.first),
    cores: facts.cores,
    side: {
      profile,
      core: profile.core,
      homes: new Set(facts.homes),
      investors: new Set(facts.investors ? [1] : []),
      wholes: new Set(facts.wholes ? [1] : []),
      alias: false,
    },
  };
}

/** Everything tied is of one group: what may be shared is. */
const similarContext = (unitAt: (other: string) => Unit | undefined): SimilarContext => ({
  profile: (u) => profileOf(u.type, u.name, u.home, u.code),
  group: () => 0,
  tied: (other) => {
    const unit = unitAt(other);
    return unit && { unit, group: 1 };
  },
});

function factsOf({ unit, side, cores }: Node, homes: string[]): string {
  return JSON.stringify({
    type: unit.type,
    first: unit.report,
    name: unit.name,
    home: unit.home ?? "",
    code: unit.code ?? "",
    homes,
    cores,
    investors: side.investors.size > 0,
    wholes: side.wholes.size > 0,
  } satisfies Facts);
}
