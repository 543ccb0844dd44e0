/**
 * Edges that reports state. Several claims of one edge fold into one: the surest status, all posts, the largest amount.
 * @module
 */
import type { RelationClaim, Status } from "../model/claim.ts";
import type { Properties } from "../model/graph.ts";
import type { EntityLookup } from "../resolve/index.ts";
import { type Builder, reportNodeId, sorted } from "./builder.ts";

/** What is stated outweighs what is planned, both what is over, and all what is denied. */
const STATUS_ORDER: readonly Status[] = ["negated", "former", "planned", "stated"];
/** A part that somebody plays in a mechanism, no post. */
const ROLE =
  /^(?:总?牵头|主导|领衔|包保|负责|副?组长|总?召集人|总?指挥(?:长)?|成员(?:单位)?|配合)(?:单位|部门)?$/u;

const surer = (a: Status, b: Status): Status => (STATUS_ORDER.indexOf(a) >= STATUS_ORDER.indexOf(b) ? a : b);
const texts = (p: Properties, key: string): string[] => (p[key] as string[] | undefined) ?? [];
/** The fullest, then the first by content. */
const fullest = (list: readonly string[]): string | undefined =>
  [...list].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0];

export function addRelation(builder: Builder, claim: RelationClaim, resolution: EntityLookup): void {
  const start = resolution.entityOf(claim.report, claim.subject)?.id;
  const end =
    claim.object === "REPORT"
      ? reportNodeId(claim.report)
      : resolution.entityOf(claim.report, claim.object)?.id;
  if (start === undefined || end === undefined || start === end) return;
  const { properties: p } = builder.edge(claim.predicate, start, end, claim);
  p["status"] = surer(claim.status, (p["status"] as Status | undefined) ?? "negated");
  p["confidence"] = Math.max(Number(p["confidence"] ?? 0), claim.confidence);
  if (claim.amount !== undefined) p["amount"] = Math.max(Number(p["amount"] ?? 0), claim.amount);
  if (claim.rhythm !== undefined) p["rhythm"] = sorted([...texts(p, "rhythm"), claim.rhythm]);
  if (claim.title === undefined || claim.title === "") return;
  if ((claim.predicate === "LEADS" && ROLE.test(claim.title)) || claim.predicate === "PART_OF") {
    p["role"] = fullest([claim.title, ...(p["role"] === undefined ? [] : [String(p["role"])])]) as string;
    return;
  }
  p["titles"] = sorted([...texts(p, "titles"), claim.title]);
  p["title"] = fullest(p["titles"]) as string;
}
