/**
 * A company's name in its parts: place + brand + sector + form, 江苏|松柏|电气|股份有限公司. Two names are compared part by part:
 * the brand must agree, the sector must not contradict, and another place or branch is another company.
 * @module
 */
import { alternation, lexicon, lexiconTable } from "../lexicon.ts";
import { isDivision, leadOf } from "./lead.ts";
import { printedName, splitBrackets } from "./normal.ts";

const rows = (strength: string): string[] =>
  lexiconTable("company-suffixes").flatMap(([word = "", kind]) => (kind === strength ? [word] : []));
const BANKS = /银行$|信用社$|合作社$/u;
const FORM = new RegExp(
  `(?:${alternation([...rows("legal"), ...rows("group").filter((w) => !BANKS.test(w)), "集团股份有限公司", "集团有限公司", "集团有限责任公司", "控股有限公司"])})$`,
  "u",
);
const PARENT = /集团|股份|控股|总公司/u;
const BRANCH_WORD = "(?:分公司|分行|支行|营业部|营业厅|分厂|分店|分部|办事处|子公司|事业部)";
/** A branch with its own place: 某银行|苏州分行; where no body is seen before it, only the word. */
const BRANCH = new RegExp(
  `(?<=..(?:公司|银行|集团|保险|证券|电网|移动|联通|电信|石油|石化|人寿)).{0,12}?${BRANCH_WORD}$|${BRANCH_WORD}$`,
  "u",
);
const SECTORS = new Set([...rows("weak"), ...lexicon("industry-words"), ...lexicon("company-trades")]);
const BLOCKED = new Set([...lexicon("company-short-blocked"), ...lexicon("company-generic")]);
const LONGEST = Math.max(...[...SECTORS].map((w) => w.length));
/** Words that say little about what a company does: 松柏新能源 and 松柏新能源科技 are one. */
const FAINT = /(?:科技|技术|实业|国际|发展|工业|控股|产业){1,6}$/u;

export const registered: ReadonlyMap<string, string> = new Map(
  [...lexiconTable("central-enterprises"), ...lexiconTable("company-known")].flatMap(
    ([name = "", forms = ""]) =>
      [name, ...forms.split("|")]
        .filter((form) => form !== "")
        .map((form) => [printedName(form), printedName(name)] as const),
  ),
);

const NUMBERED =
  /^(?:中国)?(?<group>中铁|中建|中交|中冶|中国电建|中国能建|中国水电)(?<n>[一二三四五六七八九十]{1,3})(?<kind>航局|航院|公局|局|院|冶)(?:集团|工程|建设|有限|责任|公司|局)*$/u;

export interface CompanyName {
  /** Registered name or numbered bureau: equal means the same, different means another. */
  known: string | undefined;
  place: string | undefined;
  /** Place in brackets. */
  seat: string | undefined;
  brand: string;
  /** Without faint words. */
  sector: string;
  /** Brand and sector as printed. */
  core: string;
  /** 集团, 股份, 控股: the company that a bare brand means. */
  parent: boolean;
  /** 集团 stands in the name. */
  group: boolean;
  /** 集团 and then a sector: a daughter. */
  daughter: boolean;
  legal: boolean;
  branch: string;
  /** Whether nothing in the name is a brand: 城投集团, 自来水公司. */
  generic: boolean;
}

function peelForm(name: string): { stem: string; form: string } {
  let stem = name;
  for (;;) {
    const next = stem.replace(FORM, "");
    if (next === stem || next.length < 2) break;
    stem = next;
  }
  return { stem, form: name.slice(stem.length) };
}

function peelSector(stem: string): { brand: string; sector: string } {
  let brand = stem;
  for (;;) {
    let cut = 0;
    for (let n = Math.min(LONGEST, brand.length); n > 1 && cut === 0; n--)
      if (SECTORS.has(brand.slice(-n))) cut = n;
    if (cut === 0) break;
    brand = brand.slice(0, -cut);
  }
  return brand.length < 2 || isDivision(brand)
    ? { brand: stem, sector: "" }
    : { brand, sector: stem.slice(brand.length) };
}

const isBrand = (stem: string): boolean => {
  const bare = stem.replace(/集团$/u, "");
  if (bare.length < 2 || BLOCKED.has(bare) || SECTORS.has(bare)) return false;
  const { brand } = peelSector(bare);
  return brand !== bare ? !BLOCKED.has(brand) : !coveredBySectors(bare);
};

function coveredBySectors(text: string): boolean {
  const reach = new Array<boolean>(text.length + 1).fill(false);
  reach[0] = true;
  for (let i = 0; i < text.length; i++) {
    if (!reach[i]) continue;
    for (let n = 1; n <= LONGEST && i + n <= text.length; n++) {
      const word = text.slice(i, i + n);
      if (SECTORS.has(word) || BLOCKED.has(word)) reach[i + n] = true;
    }
  }
  return reach[text.length] ?? false;
}

export function readCompany(name: string, home: string | undefined): CompanyName {
  const printed = printedName(name);
  const { outside, inside } = splitBrackets(printed);
  const seat = inside.flatMap((words) => {
    const lead = leadOf(`${words}某`, home);
    return lead?.rest === "某" ? [lead.code] : [];
  })[0];
  const bureau = NUMBERED.exec(outside)?.groups;
  const known =
    registered.get(printed) ??
    (seat === undefined ? registered.get(outside.replace(/公司$/u, "")) : undefined) ??
    (bureau ? `${bureau["group"]}${bureau["n"]}${bureau["kind"]}` : undefined);
  const branch = BRANCH.exec(outside)?.[0] ?? "";
  const head = branch === "" ? outside : outside.slice(0, outside.length - branch.length) || outside;
  const { stem, form } = peelForm(head);
  const lead = leadOf(stem, home);
  const stripped = lead && isBrand(lead.rest) ? lead : undefined;
  const local = stripped?.rest ?? stem;
  const inner = /^(?<before>.{2,40}?)(?:\(?集团\)?|控股)(?=..)/u.exec(local);
  const before = inner?.groups?.["before"] ?? "";
  const body = inner ? before + local.slice(inner[0].length) : local;
  const { brand, sector } = inner
    ? {
        brand: peelSector(before).brand,
        sector: body.slice(peelSector(before).brand.length),
      }
    : peelSector(body);
  const bracketForm = inside.join("").match(/集团|股份|控股/u) !== null;
  return {
    known,
    place: stripped?.code,
    seat,
    brand,
    sector: sector.replace(FAINT, ""),
    core: body,
    parent: (PARENT.test(form) || bracketForm) && branch === "",
    group: /集团/u.test(form) || (inner !== null && /集团/u.test(local)) || inside.includes("集团"),
    daughter: inner !== null,
    legal: /公司|合伙企业|合作社$/u.test(form),
    branch,
    generic: !isBrand(local) && stripped === undefined && lead === undefined,
  };
}
