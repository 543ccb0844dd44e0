/**
 * What the columns of a table hold, from the words of their headers (`data/lexicon/table-columns.tsv`).
 * @module
 */
import { alternatives, lexiconTable } from "../../lexicon.ts";

export type Role =
  | "index"
  | "project"
  | "investor"
  | "builder"
  | "agency"
  | "place"
  | "total"
  | "plan"
  | "done"
  | "content"
  | "years"
  | "start"
  | "end"
  | "progress"
  | "nature"
  | "person"
  | "industry"
  | "note"
  | "indicator"
  | "unit"
  | "region"
  | "change"
  | "value"
  | "target"
  | "share";

export interface Column {
  index: number;
  /** As the header says it, levels joined. */
  name: string;
  /** The innermost level without its unit. */
  head: string;
  /** All levels without units. */
  levels: string[];
  roles: ReadonlySet<Role>;
  /** 万元 of 总投资（万元）; empty where the header gives none. */
  unit: string;
}

/** Words by role; a word may stand under several. */
let words: Map<string, Role[]> | undefined;

function roleWords(): Map<string, Role[]> {
  if (words === undefined) {
    words = new Map();
    for (const [role = "", list = ""] of lexiconTable("table-columns"))
      for (const word of list.split(" ")) words.set(word, [...(words.get(word) ?? []), role as Role]);
  }
  return words;
}

/** In brackets, behind a comma or slash at the end: （万元）, (%), ，亿元, /万吨. */
const BRACKETED = /[（(]\s?(?:单位[:：])?\s?([^（）()]{1,14})\s?[)）]\s?$/u;
const BEHIND =
  /[,，:：/／]\s?(?:单位[:：])?((?:[十百千万亿]{0,2})(?:元|美元|吨|平方米|公顷|亩|人|户|家|辆|千瓦时|立方米)|[%％‰])$/u;
const UNIT_LIKE = new RegExp(
  `^(?:[%％‰]|个?百分点|±?[%％]|[十百千万亿]{0,2}(?:${alternatives("table-units")}))$`,
  "u",
);

function splitUnit(level: string): { head: string; unit: string } {
  const text = level.replace(/\s/gu, "");
  for (const pattern of [BRACKETED, BEHIND]) {
    const found = pattern.exec(text);
    const unit = found?.[1] ?? "";
    if (found !== null && UNIT_LIKE.test(unit))
      return { head: text.slice(0, found.index), unit: unit.replace("±", "") };
  }
  if (/[%％]$/u.test(text) && text.length > 1) return { head: text.slice(0, -1), unit: "%" };
  return {
    head: text.replace(/[（(]±[)）]$/u, ""),
    unit: UNIT_LIKE.test(text) && text.length <= 2 && /[%％]/u.test(text) ? "%" : "",
  };
}

/** Roles of a header without its unit. */
function rolesOf(head: string): Role[] {
  const all = roleWords();
  const bare = head.replace(/^(?:其中[:：]?|拟|预计)/u, "");
  const exact = all.get(head) ?? all.get(bare);
  if (exact !== undefined) return exact;
  if (
    /(?:19|20)\d{2}年?(?:度)?计划(?:完成)?投资|年度?计划(?:完成)?投资|(?:19|20)\d{2}年(?:度)?投资计划/u.test(
      head,
    )
  )
    return ["plan"];
  if (/完成投资|到位资金/u.test(head)) return ["done"];
  return lastRoles(bare);
}

const PARTIES: readonly Role[] = ["investor", "builder", "agency"];

/** A header says last what it holds: 建设单位联系人 is a person; 投资方所在地 is the place of somebody else and so none of the project's. */
function lastRoles(head: string): Role[] {
  const all = roleWords();
  let best: { word: string; end: number } | undefined;
  let party = head.length;
  for (const [word, roles] of all) {
    const at = word.length < 2 ? -1 : head.lastIndexOf(word);
    // 地区 of 地区生产总值 is no column of regions.
    if (at < 0 || (roles.includes("region") && at + word.length < head.length)) continue;
    if (roles.some((role) => PARTIES.includes(role))) party = Math.min(party, at + word.length);
    const end = at + word.length;
    if (best === undefined || end > best.end || (end === best.end && word.length > best.word.length))
      best = { word, end };
  }
  const found = best === undefined ? [] : (all.get(best.word) ?? []);
  const ofParty = best !== undefined && party <= best.end - best.word.length;
  return ofParty && !found.includes("person") && !found.some((role) => PARTIES.includes(role)) ? [] : found;
}

/** 指标|单位|数值|指标|单位|数值: tables side by side, the columns of each. */
export function panelsOf(columns: readonly Column[]): (readonly Column[])[] {
  const wide = columns.length;
  for (let width = 2; width <= wide / 2; width++) {
    if (wide % width !== 0) continue;
    if (
      columns.slice(0, width).every(({ name }) => name !== "") &&
      columns.every(({ name }, i) => name === columns[i % width]?.name)
    )
      return Array.from({ length: wide / width }, (_, i) => columns.slice(i * width, (i + 1) * width));
  }
  return [columns];
}

export function readColumns(names: readonly string[]): Column[] {
  return names.map((name, index) => {
    const levels = name === "" ? [] : name.split(" · ").map(splitUnit);
    const last = levels.at(-1) ?? { head: "", unit: "" };
    const unit = levels.findLast((level) => level.unit !== "")?.unit ?? "";
    let roles = rolesOf(last.head);
    // 总投资 over 合计 and 2025年: the outer level says what the inner one is of.
    const outer = levels.slice(0, -1).flatMap(({ head }) => rolesOf(head));
    if (outer.includes("total")) {
      if (/^(?:合计|总计|总额|总投资)$/u.test(last.head)) roles = ["total"];
      else if (/年/u.test(last.head) || roles.includes("target")) roles = ["plan"];
      else if (!roles.includes("plan") && !roles.includes("done")) roles = [];
    } else if (roles.length === 0 || (last.head.length <= 2 && outer.length > 0)) {
      roles = [...roles, ...outer.filter((role) => !roles.includes(role))];
    }
    return { index, name, head: last.head, levels: levels.map((l) => l.head), roles: new Set(roles), unit };
  });
}
