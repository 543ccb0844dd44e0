/**
 * Companies without an ending that says so: the tagger's names, taken where the words around them say that a company is
 * meant — a post of a company after it, 旗下 before it, an investor's verb behind it, its sector at its end.
 * @module
 */
import type { PlacedDoc, TokenSentence } from "../types.ts";
import { TITLES, WEAK, withoutSector } from "./lists.ts";
import { isPlain, isPublic, looksNamed } from "./shape.ts";
import { withoutPlace } from "./stem.ts";
import type { Found } from "./types.ts";

const SECTORED = new RegExp(`(?:${WEAK})$`, "u");
/** A sector in mid-word, with what the company builds behind it: 甲乙矿业|丙建材. */
const INNER_SECTOR =
  /^(?<name>\p{Script=Han}{2,4}?(?:药业|矿业|实业|置业|重工|水务|制药|石化|股份|泵业|乳业|纸业|酒业))(?=\p{Script=Han}{2,4}$)/u;
const TITLE_AFTER = new RegExp(`^(?:[^，。；：、“”（）]{0,10}?)(?:${TITLES})`, "u");
const TITLE_NEAR = new RegExp(
  `^(?:党委书记、|党委副书记、|党委委员、|副|原|现任|首席|联合|执行|品牌|运营|项目|技术|中国区|大中华区|华东区|全球|集团|公司){0,4}(?:${TITLES})`,
  "u",
);
const INVESTS_AFTER =
  /^(?:拟|计划|将|在[^，。；]{1,12})?(?:先后|累计|共同|追加|总|联合|独资|全资)?(?:投资|增资|斥资|出资|缴资|投建|承建|控股|落户|入驻|签约落)/u;
const BEFORE = /(?:旗下|巨头|企业|公司|厂商|供应商|制造商|集团|品牌|运营商|独角兽|开发商|由|系)$/u;
const BY_AFTER =
  /^(?:共同|联合|独家|全额|全资|控股)?(?:投资|控股|出资|承建|承接|建设|负责|开发|打造|运营|设立|组建|牵头|实施|施工|总承包|自主)/u;
const APPOSITION =
  /(?:最大|第一|首家|唯一|知名|领先|领军|著名|龙头|头部|百强|500强|一大|先)[^，。；：、“”]{0,14}?(?:平台|企业|巨头|品牌|公司|厂商|运营商|服务商|供应商|经销商)(?<name>[\p{Script=Han}A-Za-z]{2,8})(?=[，；、。等（])/dgu;
/** 国内最大的某某平台甲乙， */
export function appositions(s: TokenSentence, doc: PlacedDoc): Found[] {
  return [...s.norm.matchAll(APPOSITION)].flatMap((match): Found[] => {
    const [start = 0, end = 0] = match.indices?.groups?.["name"] ?? [];
    const name = s.norm.slice(start, end);
    const first = s.tokens.find((t) => t.start <= start && t.end > start);
    if (first?.tag === "v" && first.text.length > 1) return [];
    if (first && ["ad", "d", "a", "p", "u", "vn", "n", "f"].includes(first.tag)) return [];
    if (
      !looksNamed(name.replace(/[网车]$/u, ""), doc) ||
      /^(?:来|赴|到|前往|建设|之|总部|集聚|落户|入驻|合作|签约|负责|发展|代表|名单|[和与及])/u.test(name)
    )
      return [];
    return [{ start, end, name, confidence: 0.75, rule: "company/apposition" }];
  });
}

/** The tagger's names in a company's place. `known` are forms of companies that the report names in full. */
export function brandCompanies(s: TokenSentence, doc: PlacedDoc, taken: readonly Found[]): Found[] {
  const found: Found[] = [];
  const free = (start: number, end: number): boolean =>
    ![...taken, ...found].some((f) => f.start < end && start < f.end);
  const take = (start: number, end: number, confidence: number, rule: string): void => {
    const text = s.norm.slice(start, end);
    if (s.quantities.some((q) => q.start < end && start < q.end)) return;
    if (free(start, end) && looksNamed(text, doc)) found.push({ start, end, name: text, confidence, rule });
  };
  for (const token of s.tokens) {
    if (token.tag === "LOC") {
      foreign(s, doc, token, take);
      continue;
    }
    if (!["ORG", "nz", "nw"].includes(token.tag) || token.text.length < 2) continue;
    const after = s.norm.slice(token.end, token.end + 40);
    const before = s.norm.slice(Math.max(0, token.start - 6), token.start);
    const text = token.text;
    if (
      token.tag === "ORG" &&
      SECTORED.test(text) &&
      !/^(?:人才|产业|行业|领域|企业|板块|市场|项目|产品)/u.test(after)
    ) {
      const own = withoutSector(withoutPlace(text, doc.gazetteer));
      const first = INNER_SECTOR.exec(text)?.groups?.["name"] ?? text;
      if (own.length >= 2 || (own.length >= 1 && text.length >= 4))
        take(token.start, token.start + first.length, 0.8, "company/sector-ending");
    } else if (TITLE_NEAR.test(after)) take(token.start, token.end, 0.85, "company/post-after");
    else if (token.tag === "ORG" && TITLE_AFTER.test(after))
      take(token.start, token.end, 0.7, "company/post-after");
    else if (BEFORE.test(before) && !/^(?:由|系)$/u.test(before.slice(-1))) {
      if (token.tag === "ORG") take(token.start, token.end, 0.75, "company/kind-before");
    } else if (/由$/u.test(before) && BY_AFTER.test(after))
      take(token.start, token.end, 0.8, "company/by-investor");
    else if (token.tag === "ORG" && /^投资(?:[、，。和]|等|机构|在内)/u.test(after))
      take(token.start, token.end + 2, 0.75, "company/investor-verb");
    else if (token.tag === "ORG" && INVESTS_AFTER.test(after))
      take(token.start, token.end, 0.75, "company/investor-verb");
  }
  for (const f of shown(s, doc)) if (free(f.start, f.end)) found.push(f);
  return [...found, ...coordinated(s, doc, [...taken, ...found], free)];
}

/** Kinds of companies that stand right before a brand, and what shows that the brand ends there. */
const KIND_THEN_BRAND =
  /(?:跨境电商|电商平台|电商巨头|互联网巨头|[\p{Script=Han}]资企业|汽车巨头|零售巨头|化工巨头|车企|独角兽企业|独角兽|龙头企业|上市公司|快时尚品牌|连锁品牌|知名品牌|芯片厂商|制造商|供应商|运营商)(?<name>[\p{Script=Han}A-Za-z]{2,6}?)(?=\d{1,2}[日月]|发布|宣布|表示|称|透露|计划|[将拟已在与和]|投资|上海|北京|总部|中国|，|、|（)/dgu;

/** 由甲与乙合作开发, 由甲、乙共同出资 */
const BY_TWO =
  /由(?<a>[\p{Script=Han}A-Za-z]{2,12}?)(?:与|和|、|携手|联合)(?<b>[\p{Script=Han}A-Za-z]{2,12}?)(?:合作|共同|联合|携手|合资)(?:投资|出资|开发|建设|打造|组建|设立)/dgu;

/** A kind of company, maybe its country, and a brand in Latin letters: 供应商德国ARXI. */
const LATIN_BRAND =
  /(?:企业|公司|巨头|品牌|集团|厂商|制造商|供应商|运营商)(?<country>\p{Script=Han}{2,4}?)?(?<name>[A-Z][A-Za-z0-9&.+-]{2,20})(?=[，。、；（是与和在将]|公司|集团|投资|总部)/dgu;
/** Letters that are no brand. */
const ACRONYM =
  /^(?:C[A-Z]O|ERP|ESG|IPO|APP|App|MES|PCT|ISO\d*|AI|GDP|VIP|DNA|RNA|LED|OLED|MLED|REITs|PPP|EPC|SaaS|PaaS|KPI|AEO|RCEP|ODM|OEM|MCN|LOGO|logo|CDMO|CRO|CMO|PC|TV|SUV|MPV|NFC|RFID|GMP|HSE|PMI|CPI|PPI|B2B|B2C|TOP\d*)$/u;

/** Brands that only the words around them show; the tagger may know nothing of them. */
function shown(s: TokenSentence, doc: PlacedDoc): Found[] {
  const found: Found[] = [];
  for (const [pattern, groups, rule] of [
    [KIND_THEN_BRAND, ["name"], "company/kind-before"],
    [BY_TWO, ["a", "b"], "company/by-investor"],
  ] as const)
    for (const match of s.norm.matchAll(pattern))
      for (const group of groups) {
        const [start = 0, end = 0] = match.indices?.groups?.[group] ?? [];
        const text = s.norm.slice(start, end);
        const first = s.tokens.find((t) => t.start <= start && t.end > start);
        const place = doc.gazetteer.scan(text, {})[0];
        // 知名品牌甲上海: the place belongs to what follows; 由甲中国与乙合作: it is part of the name.
        const placed = rule === "company/kind-before" ? place?.end === text.length : place?.text === text;
        if (!looksNamed(text, doc) || isPlain(text) || placed) continue;
        if (first && (first.start !== start || /^(?:n|p|d|u|c|m|f|r|a|ad|vn)$/u.test(first.tag))) continue;
        // A verb that the tagger knows as such has an object or more behind it; a brand stands as one unknown word.
        if (first?.tag === "v" && (first.end !== end || COMMON_VERB.test(text))) continue;
        found.push({ start, end, name: text, confidence: 0.7, rule });
      }
  for (const match of s.norm.matchAll(LATIN_BRAND)) {
    const country = match.groups?.["country"];
    const [start = 0, end = 0] = match.indices?.groups?.["name"] ?? [];
    const name = s.norm.slice(start, end);
    if (
      ACRONYM.test(name) ||
      (country !== undefined && doc.gazetteer.lookup(country)[0]?.level !== "country")
    )
      continue;
    found.push({ start, end, name, confidence: 0.7, rule: "company/kind-before" });
  }
  return found;
}

const COMMON_VERB =
  /^(?:负责|投资|建设|生产|合作|联合|落户|入驻|签约|发展|提供|集聚|采购|研发|管理|参与|进行|开展|服务|销售|来自|前来|位于|代表|发布|宣布|扩产|加码|布局|运营|表示|介绍)$/u;

/** A country with a brand that the tagger took for a place: 德国甲乙|投资建设. */
function foreign(
  s: TokenSentence,
  doc: PlacedDoc,
  token: TokenSentence["tokens"][number],
  take: (start: number, end: number, confidence: number, rule: string) => void,
): void {
  const country = doc.gazetteer.scan(token.text, {})[0];
  if (country?.start !== 0 || country.candidates[0]?.level !== "country") return;
  const rest = token.text.slice(country.end);
  if (rest.length < 2 || doc.gazetteer.scan(rest, {}).length > 0 || isPublic(rest)) return;
  if (INVESTS_AFTER.test(s.norm.slice(token.end, token.end + 20)))
    take(token.start + country.end, token.end, 0.75, "company/investor-verb");
}

/** Names that stand in a row with a company: 甲公司、乙和丙. */
function coordinated(
  s: TokenSentence,
  doc: PlacedDoc,
  companies: readonly Found[],
  free: (start: number, end: number) => boolean,
): Found[] {
  const ends = new Set(companies.map((c) => c.end));
  const found: Found[] = [];
  for (const token of s.tokens) {
    if (token.tag !== "ORG" || !/^[、和及与]$/u.test(s.norm[token.start - 1] ?? "")) continue;
    if (!ends.has(token.start - 1) || !free(token.start, token.end) || !looksNamed(token.text, doc)) continue;
    if (!/^[、和及与等，。；在]/u.test(s.norm.slice(token.end, token.end + 1))) continue;
    ends.add(token.end);
    found.push({
      start: token.start,
      end: token.end,
      name: token.text,
      confidence: 0.7,
      rule: "company/coordinated",
    });
  }
  return found;
}
