import type { Command } from "commander";
import {
  edgeType,
  nodeType,
  observationKindLabels,
  stageLabels,
  statusLabels,
} from "../../../schema/index.ts";
import { besides } from "../../model/besides.ts";
import type { Evidence, PropertyValue } from "../../model/graph.ts";
import type { Moment, Relation } from "../../query/dossier.ts";
import { type DossierPage, dossierPage } from "../../query/dossier-page.ts";
import { unknownIn } from "../find.ts";
import { note, print } from "../io.ts";
import { type StoreOption, useSource, withStore } from "../session.ts";
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
/** Pages as JSON, and names of those beyond. */
const MOST_FOUND = 100;
const MOST_NAMED = 20;

async function run(wanted: string, options: StoreOption & { json?: boolean }): Promise<void> {
  await useSource(options.store, async (source) => {
    const found = await source.find(wanted, { limit: options.json ? MOST_FOUND : MAX_PAGES });
    if (!found) throw await unknownIn(source, wanted);
    const { items, total } = found.page;
    const pages: DossierPage[] = [];
    for (const node of items) pages.push((await dossierPage(source, node.id)) as DossierPage);
    if (options.json) print(JSON.stringify(pages, null, 1));
    else print(pages.map(page).join("\n\n"));
    if (total <= items.length) return;
    const { page: rest } = (await source.find(wanted, { offset: items.length, limit: MOST_NAMED })) ?? found;
    const names = rest.items.map((node) => safe(String(node.properties["name"])));
    note(`\n… and ${total - items.length} more: ${names.join(", ")}`);
  });
}

/** Sentences of a page, each printed once and pointed to by its number. */
class Sentences {
  readonly #numbers = new Map<string, number>();
  readonly #lines: string[][] = [];

  get lines(): string[] {
    return this.#lines.flat();
  }

  /** ` [1] [2]` */
  marks(evidence: readonly Evidence[]): string {
    const numbers = evidence.map((e) => {
      const key = `${e.report} ${e.start} ${e.end}`;
      const number = this.#numbers.get(key) ?? this.#numbers.size + 1;
      this.#numbers.set(key, number);
      this.#lines[number - 1] ??= [`  [${number}] “${safe(e.text)}”  ${safe(e.report)} ${e.start}–${e.end}`];
      const lines = this.#lines[number - 1] as string[];
      // Facts of one sentence may leave different names to others.
      for (const beside of besides(e).map((line) => `      ${safe(line)}`))
        if (!lines.includes(beside)) lines.push(beside);
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

function page(d: DossierPage): string {
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
  for (const { type: edge, direction, count } of d.more)
    lines.push(`  … and ${count} more ${direction === "out" ? `─${edge}→` : `←${edge}─`}`);
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
