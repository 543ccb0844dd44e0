import type { Command } from "commander";
import {
  edgeType,
  nodeType,
  observationKindLabels,
  stageLabels,
  statusLabels,
} from "../../../schema/index.ts";
import type { Evidence, PropertyValue } from "../../model/graph.ts";
import { type Dossier, dossierOf, type Moment, type Relation } from "../../query/dossier.ts";
import { findEntities, unknownEntity } from "../find.ts";
import { print } from "../io.ts";
import { type StoreOption, useStore, withStore } from "../session.ts";
import { money, safe } from "../text.ts";

export function showCommand(program: Command): void {
  withStore(program.command("show"))
    .description("an entity: its properties, edges and timeline, and the sentences behind them")
    .argument("<entity>", "name, alias, part of a name, or id")
    .option("--json", "print as JSON")
    .action(run);
}

/** Pages that are printed in full. */
const MAX_PAGES = 5;

async function run(wanted: string, options: StoreOption & { json?: boolean }): Promise<void> {
  const graph = await useStore(options.store, (store) => store.graph());
  const found = findEntities(graph, wanted);
  if (found.length === 0) throw unknownEntity(graph, wanted);
  const dossiers = found.flatMap((node) => dossierOf(graph, node.id) ?? []);
  if (options.json) {
    print(JSON.stringify(dossiers, null, 1));
    return;
  }
  print(dossiers.slice(0, MAX_PAGES).map(page).join("\n\n"));
  const rest = dossiers.slice(MAX_PAGES);
  if (rest.length > 0)
    print(
      `\n… and ${rest.length} more: ${rest
        .slice(0, 20)
        .map((d) => safe(d.name))
        .join(", ")}`,
    );
}

/** Sentences of a page, each printed once and pointed to by its number. */
class Sentences {
  readonly #numbers = new Map<string, number>();
  readonly lines: string[] = [];

  /** ` [1] [2]` */
  marks(evidence: readonly Evidence[]): string {
    const numbers = evidence.map((e) => {
      const key = `${e.report} ${e.start} ${e.end}`;
      const known = this.#numbers.get(key);
      if (known !== undefined) return known;
      const number = this.#numbers.size + 1;
      this.#numbers.set(key, number);
      this.lines.push(`  [${number}] “${safe(e.text)}”  ${safe(e.report)} ${e.start}–${e.end}`);
      return number;
    });
    return [...new Set(numbers)].map((n) => ` [${n}]`).join("");
  }

  rules(evidence: readonly Evidence[]): string {
    return evidence.length === 0 ? "" : `  {${[...new Set(evidence.map((e) => e.rule))].join(", ")}}`;
  }
}

const SHOWN: Readonly<Record<string, Readonly<Record<string, { zh: string }>>>> = {
  stage: stageLabels,
  status: statusLabels,
  kind: observationKindLabels,
};

function valueText(key: string, value: PropertyValue): string {
  if (typeof value === "number" && (key === "totalInvestment" || key === "amount")) return money(value);
  if (Array.isArray(value)) return value.map((v) => valueText(key.replace(/All$/, ""), v)).join(", ");
  const label = SHOWN[key]?.[String(value)];
  return label ? `${label.zh} ${value}` : String(value);
}

function page(d: Dossier): string {
  const sentences = new Sentences();
  const cite = (evidence: readonly Evidence[]): string =>
    sentences.marks(evidence) + sentences.rules(evidence);
  const type = nodeType(d.type);
  const lines = [
    `${safe(d.name)}  ${type?.spec.labels.zh ?? ""} ${d.labels.filter((l) => l !== "Entity").join(" ")}  ${d.id}`,
  ];
  if (d.aliases.length > 0) lines.push(`  also ${d.aliases.map(safe).join(", ")}`);
  for (const { property, value, evidence } of d.facts) {
    const name = type?.properties[property];
    lines.push(
      `  ${name ? `${name.zh} ` : ""}${property}: ${safe(valueText(property, value))}${cite(evidence)}`,
    );
  }
  for (const r of d.relations) lines.push(`  ${relationText(r)}${cite(r.evidence)}`);
  if (d.timeline.length > 0) lines.push("  timeline");
  for (const moment of d.timeline) lines.push(`    ${momentText(moment, d.id)}${cite(moment.evidence)}`);
  lines.push(`  mentioned${sentences.marks(d.mentions)}`, ...sentences.lines);
  return lines.join("\n");
}

function relationText({ type, direction, other, properties }: Relation): string {
  const labels = edgeType(type)?.spec;
  const extra = ["title", "amount", "rhythm", "status"]
    .filter((key) => properties[key] !== undefined && properties[key] !== "stated")
    .map((key) => safe(valueText(key, properties[key] as PropertyValue)));
  const arrow = direction === "out" ? `─${type}→` : `←${type}─`;
  const label = direction === "out" ? labels?.labels.zh : labels?.inverse.zh;
  return `${label ?? ""} ${arrow} ${safe(other.name)}${extra.length > 0 ? `  (${extra.join(", ")})` : ""}`;
}

/** `2024-03  开工 started`, with the part's name where it is a part. */
function momentText({ date, of, subject, node, properties }: Moment, id: string): string {
  const when = date === "" ? "undated" : of === "report" ? `by ${date}` : date;
  const what =
    node.type === "Milestone"
      ? valueText("stage", properties["stage"] ?? node.name)
      : `${node.name}${properties["kind"] === "target" ? "（目标）" : ""}`;
  const planned =
    properties["status"] === undefined || properties["status"] === "stated"
      ? ""
      : `  (${valueText("status", properties["status"])})`;
  return `${when}  ${subject.id === id ? "" : `${safe(subject.name)}: `}${safe(what)}${planned}`;
}
