import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Claim, EntityType } from "../../../src/model/claim.ts";
import { type ReportContext, resolve } from "../../../src/resolve/index.ts";
import { mention, ref, relation } from "./claims.ts";

type Pair = [string, string];
const corpus = parse(readFileSync("tests/corpus/pairs.yaml", "utf8")) as Record<
  EntityType,
  { same: Pair[]; different: Pair[] }
>;

interface Case {
  type: EntityType;
  same: boolean;
  sides: [string, string];
}
const cases: Case[] = Object.entries(corpus).flatMap(([type, { same, different }]) => [
  ...same.map((sides): Case => ({ type: type as EntityType, same: true, sides })),
  ...different.map((sides): Case => ({ type: type as EntityType, same: false, sides })),
]);

const SIDE =
  /^(?<name>[^@<>#]+?)(?:#(?<code>\d+))?(?: @ (?<home>\d{6}))?(?: < (?<investor>\S+))?(?: > (?<body>\S+) as (?<post>\S+))?$/u;

function claimsOf(
  type: EntityType,
  side: string,
  report: string,
): { name: string; claims: Claim[]; context: ReportContext } {
  const groups = SIDE.exec(side)?.groups;
  if (!groups) throw new Error(`cannot read ${side}`);
  const { name = "", code, home, investor, body, post } = groups;
  const claims = [mention(report, type, name, code === undefined ? {} : { code })];
  if (investor) claims.push(relation(report, ref("Company", investor), "INVESTS", ref(type, name)));
  if (body) {
    const bodyType = /公司|集团|汇科/u.test(body) ? "Company" : /大学/u.test(body) ? "Institution" : "Agency";
    claims.push(
      relation(
        report,
        ref("Person", name),
        "WORKS_FOR",
        ref(bodyType, body),
        post === undefined ? {} : { title: post },
      ),
    );
  }
  return { name, claims, context: { id: report, ...(home === undefined ? {} : { home }) } };
}

function joined(all: Case[]): boolean[] {
  const read = all.map(({ type, sides }, i) =>
    sides.map((side, j) => ({ type, report: `r${i}${j}`, ...claimsOf(type, side, `r${i}${j}`) })),
  );
  const resolution = resolve(
    read.flat().flatMap(({ claims }) => claims),
    new Map(read.flat().map(({ context }) => [context.id, context])),
  );
  return read.map(([a, b]) => {
    const [x, y] = [a, b].map((s) =>
      resolution.entityOf(s?.report ?? "", ref(s?.type ?? "Company", s?.name ?? "")),
    );
    expect(x).toBeDefined();
    expect(y).toBeDefined();
    return x === y;
  });
}

describe("pairs of real names", () => {
  it("are at least 220, of every type", () => {
    expect(cases.length).toBeGreaterThanOrEqual(220);
    expect(Object.keys(corpus).sort()).toEqual([
      "Agency",
      "Company",
      "Event",
      "Industry",
      "Institution",
      "Mechanism",
      "Person",
      "Place",
      "Policy",
      "Project",
    ]);
  });

  it("merge with precision 1.00 and recall 0.85, pair by pair", () => {
    const results = cases.map((c) => joined([c])[0] as boolean);
    const wrong = cases.filter((c, i) => !c.same && results[i]);
    const missed = cases.filter((c, i) => c.same && !results[i]);
    const same = cases.filter((c) => c.same).length;
    const recall = (same - missed.length) / same;
    console.log(
      `pairs: ${cases.length}, same: ${same}, wrong merges: ${wrong.length}, recall: ${recall.toFixed(3)}`,
    );
    for (const { type, sides } of missed) console.log(`missed ${type}: ${sides.join(" = ")}`);
    expect(wrong.map(({ type, sides }) => `${type}: ${sides.join(" ≠ ")}`)).toEqual([]);
    expect(recall).toBeGreaterThanOrEqual(0.85);
  });

  it("merge with precision 1.00 when all stand in one store", () => {
    const results = joined(cases);
    // Namesakes of a test person in another pair are other people of the same home; names of pairs that overlap are meant to be one.
    expect(
      cases.filter((c, i) => !c.same && results[i]).map(({ type, sides }) => `${type}: ${sides.join(" ≠ ")}`),
    ).toEqual([]);
    const same = results.filter((r, i) => r && cases[i]?.same).length;
    expect(same / cases.filter((c) => c.same).length).toBeGreaterThanOrEqual(0.85);
  });
});
