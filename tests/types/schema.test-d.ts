import { describe, expectTypeOf, it } from "vitest";
import type {
  EdgeProperties,
  EdgeType,
  EntityNodeType,
  NodeProperties,
  NodeType,
} from "../../schema/public.ts";
import type { EntityType, RelationType, Stage, Status } from "../../src/model/claim.ts";

describe("types derived from the schema", () => {
  it("has the entity types of the claim model, no more and no fewer", () => {
    expectTypeOf<EntityNodeType>().toEqualTypeOf<EntityType>();
    expectTypeOf<NodeType>().toEqualTypeOf<
      EntityType | "Report" | "Indicator" | "Observation" | "Quote" | "Milestone"
    >();
  });

  it("has the relation types of the claim model, and those that lead back", () => {
    expectTypeOf<EdgeType>().toEqualTypeOf<
      RelationType | "MENTIONED_IN" | "SPOKEN_BY" | "ABOUT" | "OF" | "REPORTED_IN" | "REACHED"
    >();
  });

  it("gives a project its own properties and those of every entity", () => {
    type Project = NodeProperties<"Project">;
    expectTypeOf<Project["id"]>().toEqualTypeOf<string>();
    expectTypeOf<Project["aliases"]>().toEqualTypeOf<string[]>();
    expectTypeOf<Project["totalInvestment"]>().toEqualTypeOf<number | undefined>();
    expectTypeOf<Project["stage"]>().toEqualTypeOf<Stage | undefined>();
    expectTypeOf<Project["stageAll"]>().toEqualTypeOf<Stage[] | undefined>();
    expectTypeOf<Project>().not.toHaveProperty("titles");
  });

  it("tells required from optional", () => {
    expectTypeOf<{ name: string; units: string[]; id: string }>().toExtend<NodeProperties<"Indicator">>();
    expectTypeOf<{ name: string }>().not.toExtend<NodeProperties<"Indicator">>();
    expectTypeOf<NodeProperties<"Person">["official"]>().toEqualTypeOf<boolean>();
    expectTypeOf<NodeProperties<"Observation">["kind"]>().toEqualTypeOf<"actual" | "target">();
  });

  it("knows the properties of an edge", () => {
    expectTypeOf<EdgeProperties<"INVESTS">["amount"]>().toEqualTypeOf<number | undefined>();
    expectTypeOf<EdgeProperties<"INVESTS">["status"]>().toEqualTypeOf<Status>();
    expectTypeOf<EdgeProperties<"MENTIONED_IN">["status"]>().toEqualTypeOf<Status | undefined>();
    expectTypeOf<EdgeProperties<"MENTIONED_IN">["count"]>().toEqualTypeOf<number>();
    expectTypeOf<EdgeProperties<"LEADS">["rhythm"]>().toEqualTypeOf<string[] | undefined>();
    expectTypeOf<EdgeProperties<"LOCATED_IN">>().not.toHaveProperty("amount");
  });
});
