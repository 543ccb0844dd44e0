/**
 * The companies of a report: found sentence by sentence, then joined, so that a short form in one sentence (甲乙电气) is
 * known as the company that another names in full (甲乙电气股份有限公司).
 * @module
 */

import type { Sentence } from "../../model/report.ts";
import type { PlacedDoc, TokenSentence } from "../types.ts";
import { brandCompanies } from "./brands.ts";
import { centralEnterprises } from "./central.ts";
import { enumeratedCompanies } from "./enumerated.ts";
import { legalCompanies } from "./legal.ts";
import { CENTRAL } from "./lists.ts";
import { shortForms } from "./short-forms.ts";
import type { Found, KnownCompanies } from "./types.ts";

/** A registered name is left as it is. */
const LEGAL_TAIL = /(?:有限公司|有限责任公司|股份公司)$/u;
const ABBREVIATED = /^（(?:以下|下)?(?:简称|称)(?:为|：|:)?[“‘]?(?<short>[^”’（），。]{2,14})[”’]?）/u;
const PARENTHESISED = /^（(?<inside>[\p{Script=Han}A-Za-z]{2,10})）/u;

const overlaps = (a: Found, b: { start: number; end: number }): boolean => a.start < b.end && b.start < a.end;

/** 甲集团（某省乙）某项目: two names on one plate. 甲水务（香港）: the place belongs to the name. */
function brackets(s: TokenSentence, found: Found, doc: PlacedDoc): Found[] {
  const inside = PARENTHESISED.exec(s.norm.slice(found.end))?.groups?.["inside"];
  if (inside === undefined || /^(?:以下|下|简称|记者|图|见|含)/u.test(inside)) return [found];
  const end = found.end + inside.length + 2;
  const place = doc.gazetteer.scan(inside, {})[0];
  if (place?.start === 0 && place.end === inside.length) {
    const name = s.norm.slice(found.start, end);
    return [
      {
        ...found,
        end,
        name,
        aliases: [...(found.aliases ?? []), found.name],
        rule: "company/place-in-brackets",
      },
    ];
  }
  const brand = inside.slice(place?.start === 0 ? place.end : inside.length);
  if (brand.length < 2 || brand.length > 6 || !/集团|公司|控股$/u.test(found.name)) return [found];
  return [
    found,
    {
      start: found.end + 1,
      end: end - 1,
      name: inside,
      confidence: 0.8,
      aliases: [brand],
      rule: "company/second-plate",
    },
  ];
}

/** A known name that ends here and begins earlier is the whole of it: 北|甲乙集团 where the report has 北甲乙集团. */
function widen(c: Found, s: TokenSentence, forms: ReadonlyMap<string, string | null>): void {
  for (let start = Math.max(0, c.start - 4); start < c.start; start++) {
    const form = s.norm.slice(start, c.end);
    const name = forms.get(form);
    if (name && !c.aliases?.includes(form)) {
      c.start = start;
      c.name = name;
      return;
    }
  }
}

/** A bare 公司 or 集团 is the end of one longer name in the report: 湖湾高新公司 of 临川湖湾高新公司, 数科集团 of 某某数字科技集团. */
function fuller(names: readonly string[], doc: PlacedDoc): ReadonlyMap<string, string | null> {
  const bare = new Set(names.filter((n) => /(?:公司|集团)$/u.test(n) && !LEGAL_TAIL.test(n)));
  const found = new Map<string, string | null>();
  const put = (short: string, name: string): void => {
    if (short === name || !bare.has(short)) return;
    // 甲集团|某某有限公司: the group is not its subsidiary.
    if (
      name.startsWith(short) &&
      !/^(?:股份|控股)?(?:有限|有限责任|股份)?公司$/u.test(name.slice(short.length))
    )
      return;
    found.set(short, found.has(short) && found.get(short) !== name ? null : name);
  };
  for (const name of names) for (const form of shortForms(name, doc.gazetteer)) put(form, name);
  for (const short of bare)
    if (!found.has(short)) for (const name of names) if (name.endsWith(short)) put(short, name);
  return found;
}

/** The companies of a report. */
export function findCompanies(doc: PlacedDoc): KnownCompanies {
  const bySentence = new Map<Sentence, Found[]>();
  const forms = new Map<string, string | null>();
  const learn = (form: string, name: string, sure: boolean): void => {
    const before = forms.get(form);
    if (before === undefined || sure) forms.set(form, name);
    else if (before !== name && !sure) forms.set(form, before === form ? before : null);
  };
  const told = new Set<string>();
  for (const s of doc.sentences) {
    const legal = legalCompanies(s, doc);
    for (const c of centralEnterprises(s, doc)) {
      const rivals = legal.filter((l) => overlaps(l, c));
      // A branch is longer than the bank whose name it begins with.
      if (rivals.every((l) => c.start <= l.start && l.end < c.end)) {
        for (const l of rivals) legal.splice(legal.indexOf(l), 1);
        legal.push(c);
      }
    }
    for (const c of enumeratedCompanies(s, doc)) if (!legal.some((l) => overlaps(l, c))) legal.push(c);
    for (const c of legal) {
      // 甲集团某省公司 is 甲某省公司, where 甲 is a central enterprise.
      const group = c.name.indexOf("集团");
      if (
        group > 0 &&
        group + 2 < c.name.length &&
        CENTRAL.has(c.name.slice(0, group)) &&
        !LEGAL_TAIL.test(c.name)
      ) {
        c.aliases = [...(c.aliases ?? []), c.name];
        c.name = c.name.slice(0, group) + c.name.slice(group + 2);
      }
      const short = ABBREVIATED.exec(s.norm.slice(c.end))?.groups?.["short"];
      if (short !== undefined) {
        c.aliases = [...(c.aliases ?? []), short];
        told.add(c.name);
      }
    }
    bySentence.set(s.sentence, legal);
  }
  const teach = (c: Found): void => {
    learn(c.name, c.name, true);
    if (c.parent) learn(c.parent.name, c.parent.name, true);
    for (const alias of c.aliases ?? []) learn(alias, c.name, true);
  };
  for (const list of bySentence.values()) list.forEach(teach);
  const names = [
    ...new Set(
      [...bySentence.values()].flat().flatMap((c) => (c.parent ? [c.name, c.parent.name] : [c.name])),
    ),
  ].sort((a, b) => b.length - a.length);
  const longer = new Map(fuller(names, doc));
  // What the report itself calls a short form is one.
  for (const c of [...bySentence.values()].flat())
    for (const alias of c.aliases ?? [])
      if (alias !== c.name && names.includes(alias)) longer.set(alias, c.name);
  for (const c of [...bySentence.values()].flat()) {
    const full = longer.get(c.name);
    if (!full) continue;
    c.aliases = [...(c.aliases ?? []), c.name];
    c.name = full;
    teach(c);
  }
  // Whose short form the report tells goes by no other: 甲（以下简称“云岭乙”）有限公司 is not 乙科技, its parent.
  for (const name of names)
    if (!told.has(name)) for (const form of shortForms(name, doc.gazetteer)) learn(form, name, false);
  for (const s of doc.sentences) {
    const list = bySentence.get(s.sentence) ?? [];
    const all = [...list, ...brandCompanies(s, doc, list)].flatMap((c) => brackets(s, c, doc));
    for (const c of all) widen(c, s, forms);
    for (const c of all) {
      const full = forms.get(c.name);
      if (full && full !== c.name) c.name = full;
      else if (full === undefined) teach(c);
    }
    bySentence.set(s.sentence, all);
  }
  // Brands teach short forms only after the full names had their say.
  for (const name of new Set([...bySentence.values()].flat().map((c) => c.name)))
    for (const form of shortForms(name, doc.gazetteer)) learn(form, name, false);
  return {
    bySentence,
    forms: new Map([...forms].flatMap(([form, name]) => (name === null ? [] : [[form, name] as const]))),
  };
}
