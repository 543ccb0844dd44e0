/**
 * Who and where a cell names: companies, bodies, institutions, places. What the ending does not tell is left out, except
 * where the column is one of investors.
 * @module
 */

import { alternation, lexicon } from "../../lexicon.ts";
import type { EntityRef } from "../../model/claim.ts";
import { GROUP, LEGAL, WEAK } from "../company/lists.ts";
import type { Cell, TableView } from "./types.ts";

const COMPANY = new RegExp(`(?:${LEGAL}|${GROUP}|公司|集团|厂|合作社|银行|农场|矿业|分公司)$`, "u");
const BRAND = new RegExp(
  `(?:${WEAK}|集团|股份|控股|实业|科技|能源|电力|新能源|置业|地产|资本|基金|投资)$`,
  "u",
);
const BODY =
  /(?:委|委员会|局|厅|部|办|办公室|人民政府|政府|管委会|街道办|街道办事处|指挥部|专班|中心|公署|总队|支队)$/u;
const INSTITUTION = new RegExp(`(?:${alternation(lexicon("institution-heads"))})$`, "u");
const NO_NAME = /^(?:无|待定|暂无|未定|—+|-+|\/|各县(?:（?市?、?区?）?)?|各区县?|相关(?:单位|部门|企业))$/u;

export interface Part {
  text: string;
  cell: Cell;
}

/** Members of a cell: 甲公司、乙公司; a company's brackets stay its own. */
export function members(cell: Cell): Part[] {
  const parts: Part[] = [];
  let depth = 0;
  let from = 0;
  const push = (to: number): void => {
    const raw = cell.text.slice(from, to);
    const text = raw.trim();
    const at = cell.start + from + raw.indexOf(text);
    if (text !== "" && !NO_NAME.test(text))
      parts.push({ text, cell: { ...cell, text, start: at, end: at + text.length } });
    from = to + 1;
  };
  for (let i = 0; i < cell.text.length; i++) {
    const char = cell.text[i] as string;
    if ("（(".includes(char)) depth++;
    else if (")）".includes(char)) depth--;
    else if (depth <= 0 && /[、;；,，/／\n]/u.test(char)) push(i);
    else if (depth <= 0 && char === " " && /[\p{Script=Han}）)]/u.test(cell.text[i - 1] ?? "")) push(i);
  }
  push(cell.text.length);
  return parts;
}

/** A company, body or institution; `undefined` where the name does not say. `investor`: the column is one of investors. */
export function partyOf(text: string, investor: boolean): EntityRef | undefined {
  const bare = text.replace(/[（(][^（）()]{0,20}[)）]$/u, "");
  const name = bare.length >= 2 ? bare : text;
  if (name.length < 2 || name.length > 40 || /[。；：]/u.test(name) || /^\d/u.test(name)) return undefined;
  if (COMPANY.test(name)) return name.length >= 4 ? { type: "Company", name } : undefined;
  if (INSTITUTION.test(name)) return { type: "Institution", name };
  if (BODY.test(name)) return { type: "Agency", name };
  return investor && BRAND.test(name) && name.length >= 4 ? { type: "Company", name } : undefined;
}

/** The divisions that a cell names, a chain (某市某县) as its innermost one. */
export function placesOf(
  cell: Cell,
  { gazetteer, home }: TableView,
): { at: Cell; ref: EntityRef; code?: string }[] {
  const near = home === undefined ? {} : { near: [home.code] };
  return gazetteer.scan(cell.text, near).flatMap((match) => {
    const division = gazetteer.resolve(match.text, home === undefined ? {} : { home: home.code });
    const inner = match.parts.at(-1);
    const known = division ?? (match.candidates.length === 1 ? match.candidates[0] : undefined);
    const at: Cell = {
      ...cell,
      text: match.text,
      start: cell.start + match.start,
      end: cell.start + match.end,
    };
    if (match.start > 0 && /[\p{Script=Han}]$/u.test(cell.text.slice(0, match.start)) && match.common)
      return [];
    const name = known?.name ?? inner?.text ?? match.text;
    return [{ at, ref: { type: "Place", name }, ...(known === undefined ? {} : { code: known.code }) }];
  });
}
