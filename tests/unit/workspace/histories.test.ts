/** The short form of `scripts/attack/histories.ts`; the long form's figures are in docs/scale.md. */
import { expect, it } from "vitest";
import { histories } from "../../../scripts/attack/histories.ts";
import { entryOf } from "../../property/index-world.ts";
import { mention, ref, relation, value } from "../resolve/claims.ts";

const NAMES = ["松柏电气股份有限公司", "松柏电气", "松柏", "松柏集团", "云泽松柏"];

const reports = Array.from({ length: 8 }, (_, i) => {
  const id = `r${i}`;
  const [firm, park] = [ref("Company", NAMES[i % 5] ?? ""), ref("Project", `云泽产业园${i % 3}期项目`)];
  const claims = [
    mention(id, firm.type, firm.name),
    mention(id, park.type, park.name),
    mention(id, "Place", i % 2 === 0 ? "云泽市" : "澄湖县"),
    relation(id, firm, "INVESTS", park, { amount: i }),
    value(id, park, "stage", i % 2 === 0 ? "started" : "signed"),
  ];
  const entry = entryOf(id, i % 3 === 0 ? "320500" : undefined, i % 4 === 0 ? "" : `2024-0${1 + i}-01`);
  const kept = { key: `00000000000000${id}`, tagged: true, read: 1, silent: 0, claims: claims.length };
  return { report: { ...entry, ...kept }, claims };
});

it("a folder holds after every step of a long history what is made from scratch", () => {
  const { steps, done, wrong, largest, smallest } = histories(reports, 60, 3);
  expect(wrong).toBeUndefined();
  expect(steps).toBe(60);
  expect(Object.keys(done).sort()).toEqual(["forget", "judge", "put", "remove", "reopen"]);
  expect(largest).toBeGreaterThan(smallest);
});
