/**
 * Identity keys: two units with one key are the same thing. A key holds everything that must agree, so a different
 * province, city, year, ordinal or phase is a different key and can never merge here.
 * @module
 */
import { lexiconTable } from "../lexicon.ts";
import { fullAgencyName, readAgency } from "./agency-key.ts";
import { readCompany } from "./company-name.ts";
import { divisionOfLevel, leadOf } from "./lead.ts";
import { plainName, printedName } from "./normal.ts";
import type { Unit } from "./units.ts";

/** Types whose names mean something only within the place of the report: 物流中心, 四个一批, 开工仪式. */
const LOCAL = new Set(["Project", "Mechanism", "Event", "Agency", "Place", "Policy", "Institution"]);

/** What is the same everywhere whoever reports on it. */
const NATIONAL =
  /^(?:20\d\d年?|第.{1,4}届){0,2}(?:中国|中华|世界|全球|国际|全国|国家|亚洲|联合国|国务院|中共中央)|法$/u;
const LEARNED = /(?:大学|学院|研究院|研究所|学会|协会|日报|晚报|日报社|通讯社|电视台|[^本]网)$/u;

const INSTITUTIONS = new Map(
  lexiconTable("institution-synonyms").flatMap(([full = "", forms = ""]) =>
    [full, ...forms.split("|")].map((form) => [form, full] as const),
  ),
);

/** Scope of a local name: the report's home, or the report itself where no home is known. */
export const localScope = (unit: Pick<Unit, "home" | "report">): string => unit.home ?? `@${unit.report}`;

export const industryName = (plain: string): string =>
  plain.replace(/(?<=.{2})(?:产业链|产业|行业)$/u, "") || plain;

/** A policy's title without what printing adds: 关于印发《…》的通知. */
export const policyTitle = (name: string): string =>
  plainName(/《(?<inner>[^《》]{4,})》的通知$/u.exec(name)?.groups?.["inner"] ?? name).replace(
    /^关于印发(?<title>.{4,})的通知$/u,
    "$<title>",
  );

function nameKey(unit: Pick<Unit, "type" | "home" | "report">, name: string): string {
  const plain = plainName(name);
  switch (unit.type) {
    case "Agency": {
      const { owner, department } = readAgency(name, unit.home);
      if (owner !== undefined) return `${owner}|${plainName(department)}`;
      return `${localScope(unit)}|${plainName(department)}`;
    }
    case "Company": {
      const company = readCompany(name, unit.home);
      const own = company.known !== undefined && company.branch === "" ? plainName(company.known) : plain;
      return company.generic && company.known === undefined ? `${localScope(unit)}|${own}` : `|${own}`;
    }
    case "Institution": {
      const full = INSTITUTIONS.get(plain);
      if (full !== undefined) return `|${full}`;
      const lead = leadOf(plain, unit.home);
      if (lead && lead.code !== "CN") return `${lead.code}|${lead.rest}`;
      const level = /^(?<level>[省市县区州旗])(?=.{2,})/u.exec(plain)?.groups?.["level"];
      const code = level === undefined ? undefined : divisionOfLevel(level, unit.home);
      if (code !== undefined) return `${code}|${plain.slice(1)}`;
      return LEARNED.test(plain) || NATIONAL.test(plain) ? `|${plain}` : `${localScope(unit)}|${plain}`;
    }
    case "Policy": {
      const title = policyTitle(name);
      return NATIONAL.test(title) || leadOf(title, unit.home) ? `|${title}` : `${localScope(unit)}|${title}`;
    }
    case "Event":
      return NATIONAL.test(plain) ? `|${plain}` : `${localScope(unit)}|${plain}`;
    case "Industry":
      return `|${industryName(plain)}`;
    case "Project":
      return `${localScope(unit)}|${plain.replace(/(?:建设)?项目$/u, "") || plain}`;
    default:
      return `${LOCAL.has(unit.type) ? localScope(unit) : ""}|${plain}`;
  }
}

/** The key of a unit: type, scope, name. */
export function identityKey(unit: Pick<Unit, "type" | "home" | "report" | "name" | "code">): string {
  if (unit.type === "Place" && unit.code !== undefined) return `Place|${unit.code}`;
  // Whether namesakes in two reports are one person is decided by what ties them, not by the name.
  if (unit.type === "Person") return `Person|@${unit.report}|${plainName(unit.name)}`;
  return `${unit.type}|${nameKey(unit, unit.name)}`;
}

/** Names of ways of working and events share short forms (生态日活动): there an alias proves something only as the other's name. */
const LOOSE_ALIASES = new Set(["Mechanism", "Event"]);

/** Keys that hold within one report only: there an alias is enough. `isName` tells whether a key is that of a unit's own name. */
export function reportKeys(unit: Unit, isName?: (key: string) => boolean): string[] {
  if (unit.type === "Person") return [];
  const form = (name: string): string =>
    unit.type === "Agency"
      ? fullAgencyName(plainName(name))
      : unit.type === "Project"
        ? plainName(name).replace(/(?:建设)?项目$/u, "")
        : plainName(name);
  const key = (name: string): string => `${unit.report}|${unit.type}|${form(name) || printedName(name)}`;
  const aliases = [...unit.aliases].map(key);
  const kept = isName !== undefined && LOOSE_ALIASES.has(unit.type) ? aliases.filter(isName) : aliases;
  return [...new Set([key(unit.name), ...kept])];
}
