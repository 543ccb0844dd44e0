/** What may stand in the text of a statement: no server is needed. */
import { describe, expect, it } from "vitest";
import {
  isDeclared,
  keyLabel,
  labelText,
  propertyText,
  RETRACTED_LABEL,
  typeText,
} from "../../../../src/store/neo4j/names.ts";

const unknown = (code: string) => expect.objectContaining({ name: "SchemaError", code });

describe("names in a statement", () => {
  it("are those of the schema, quoted", () => {
    expect(labelText(["Entity", "Company", "Official", RETRACTED_LABEL])).toBe(
      `:\`Entity\`:\`Company\`:\`Official\`:\`${RETRACTED_LABEL}\``,
    );
    expect(typeText("INVESTS")).toBe("`INVESTS`");
    expect(propertyText("totalInvestment")).toBe("`totalInvestment`");
    expect(propertyText("amount")).toBe("`amount`");
  });

  it("are nothing else", () => {
    expect(() => labelText(["Company", "x`) DETACH DELETE n //"])).toThrow(unknown("LABEL_UNKNOWN"));
    expect(() => typeText("KNOWS")).toThrow(unknown("TYPE_UNKNOWN"));
    expect(() => propertyText("mine")).toThrow(unknown("PROPERTY_UNKNOWN"));
    expect([isDeclared("node", "amount"), isDeclared("edge", "amount")]).toEqual([false, true]);
  });

  it("find a node by its type, else as an entity", () => {
    expect(keyLabel(["Company", "Entity"])).toBe("Company");
    expect(keyLabel(["Entity"])).toBe("Entity");
    expect(() => keyLabel(["Favourite"])).toThrow(unknown("LABEL_UNKNOWN"));
    expect(() => keyLabel([])).toThrow(unknown("LABEL_UNKNOWN"));
  });
});
