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

/** How companies of cities and provinces shorten what they do: 甲数字科技集团 → 甲数科集团. */
const CONTRACTED: readonly (readonly [string, string])[] = [
  ["数字科技", "数科"],
  ["城市建设投资", "城投"],
  ["城市投资", "城投"],
  ["城市建设", "城建"],
  ["城市发展", "城发"],
  ["交通投资", "交投"],
  ["铁路投资", "铁投"],
  ["旅游发展", "旅发"],
  ["文化旅游", "文旅"],
  ["农业发展", "农发"],
  ["科技创新", "科创"],
  ["建设投资", "建投"],
  ["能源投资", "能投"],
  ["产业投资", "产投"],
  ["水务投资", "水投"],
];

const known = new WeakMap<Gazetteer, Map<string, readonly string[]>>();
/** Names are asked for again and again within a report; between reports few come back. */
const MOST_KNOWN = 2000;

/** Everyday forms of each central enterprise. */
const CENTRAL_SHORT: ReadonlyMap<string, readonly string[]> = [...CENTRAL].reduce(
  (map, [form, full]) => (form === full ? map : map.set(full, [...(map.get(full) ?? []), form])),
  new Map<string, string[]>(),
);

/** Forms shorter than `name`, longest first, without those that are everyday words or places. */
export function shortForms(name: string, gazetteer: Gazetteer): readonly string[] {
  let names = known.get(gazetteer);
  if (!names || names.size > MOST_KNOWN) {
    names = new Map();
    known.set(gazetteer, names);
  }
  let forms = names.get(name);
  if (!forms) {
    forms = makeForms(name, gazetteer);
    names.set(name, forms);
  }
  return forms;
}

function makeForms(name: string, gazetteer: Gazetteer): string[] {
  const central = CENTRAL_SHORT.get(name) ?? [];
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
  const contraction = CONTRACTED.find(([long]) => stem.endsWith(long));
  const contracted = contraction && stem.slice(0, -contraction[0].length) + contraction[1];
  for (const form of [
    ...(contraction && contracted !== undefined && group
      ? [`${contracted}集团`, `${withoutPlace(contracted, gazetteer)}集团`, `${contraction[1]}集团`]
      : []),
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
