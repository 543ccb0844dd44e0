/**
 * The style sheet of Neo4j Browser: drop the file on its window, and the graph looks as it does in the explorer.
 * @module
 */
import type { PropertySpecs } from "../define.ts";
import { edgeTypes, nodeTypes } from "../registry.ts";

type Declarations = Readonly<Record<string, string>>;

function rule(selector: string, declarations: Declarations): string {
  const lines = Object.entries(declarations).map(([name, value]) => `  ${name}: ${value};`);
  return `${selector} {\n${lines.join("\n")}\n}\n`;
}

/** The same colour at two thirds of its light, for borders. */
export function darker(color: string): string {
  const channels = [1, 3, 5].map((at) => Math.round((Number.parseInt(color.slice(at, at + 2), 16) * 2) / 3));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

function nodeColors(color: string): Declarations {
  return { color, "border-color": darker(color), "text-color-internal": "#ffffff" };
}

export function renderGrass(): string {
  const rules = [
    rule("node", {
      diameter: "50px",
      color: "#8a8f98",
      "border-color": "#5c6065",
      "border-width": "2px",
      "text-color-internal": "#ffffff",
      "font-size": "10px",
    }),
    rule("relationship", {
      color: "#8a8f98",
      "shaft-width": "2px",
      "font-size": "8px",
      padding: "3px",
      "text-color-external": "#000000",
      "text-color-internal": "#ffffff",
      caption: "'<type>'",
    }),
  ];
  for (const { type, spec, properties } of nodeTypes) {
    // The Browser shows nothing where the property is missing.
    const caption = (properties as PropertySpecs)[spec.caption]?.optional ? "name" : spec.caption;
    const diameter = spec.base === "entity" ? "50px" : "40px";
    rules.push(rule(`node.${type}`, { ...nodeColors(spec.color), diameter, caption: `'{${caption}}'` }));
    const { extraLabels = [] } = spec as { extraLabels?: readonly { label: string; color: string }[] };
    for (const { label, color } of extraLabels) {
      rules.push(rule(`node.${label}`, { ...nodeColors(color), diameter, caption: `'{${caption}}'` }));
    }
  }
  for (const { type, spec } of edgeTypes)
    rules.push(rule(`relationship.${type}`, { color: spec.color, caption: "'<type>'" }));
  return rules.join("\n");
}
