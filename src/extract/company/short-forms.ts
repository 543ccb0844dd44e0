/**
 * Short forms under which a company comes back: 甲乙电气股份有限公司 → 甲乙电气, 甲乙; 某市甲乙药业有限公司 → 甲乙药业, 甲乙.
 * @module
 */
import type { Gazetteer } from "../../tag/gazetteer/index.ts";
import { BLOCKED, CENTRAL, GENERIC, INDUSTRY, withoutLastSector, withoutSector } from "./lists.ts";
import { stemOf, withoutPlace } from "./stem.ts";

const usable = (form: string, gazetteer: Gazetteer): boolean =>
  form.length >= 2 &&
  !BLOCKED.has(form) &&
  !GENERIC.has(form) &&
  !INDUSTRY.has(form) &&
  gazetteer.lookup(form).length === 0;

/** Forms shorter than `name`, longest first, without those that are everyday words or places. */
export function shortForms(name: string, gazetteer: Gazetteer): string[] {
  const central = [...CENTRAL].flatMap(([form, full]) => (full === name && form !== name ? [form] : []));
  const forms = new Set<string>(central);
  const flat = name.replace(/（[^（）]{1,10}）/gu, "");
  if (flat !== name) forms.add(flat);
  const stem = stemOf(name);
  const local = withoutPlace(stem, gazetteer);
  const place = stem.slice(0, stem.length - local.length);
  const group = /集团/u.test(flat.slice(stem.length)) ? `${stem}集团` : undefined;
  const core = withoutSector(local);
  // Sectors come off one by one: 甲乙光伏科技 is 甲乙光伏 too.
  const middle: string[] = [];
  for (let rest = local; ; ) {
    const next = withoutLastSector(rest);
    if (next === rest || next.length <= core.length || next.length < 3) break;
    middle.push(next, place + next);
    rest = next;
  }
  for (const form of [
    group,
    // 甲乙控股集团 is 甲乙控股 before it is 甲乙.
    flat.replace(/(?:集团)?(?:股份)?(?:有限责任公司|有限公司)?$/u, ""),
    group && local !== stem ? `${local}集团` : undefined,
    stem,
    local,
    ...middle,
    core,
    core.length >= 2 && place !== "" ? place + core : undefined,
  ])
    if (form !== undefined && form !== name && usable(form, gazetteer)) forms.add(form);
  return [...forms].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
