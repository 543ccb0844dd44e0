/**
 * The ground that a passage stands on: the place that a sentence speaks of before it comes to a project, else the one
 * that the paragraph has spoken of, else the report's own. A reader carries it along without being told again.
 * @module
 */
import { liesIn } from "../../tag/gazetteer/index.ts";
import type { Doc, DocSentence, Mention } from "../types.ts";
import { candidatesOf, isWide, kindOf, NATURE } from "./read.ts";

/** Roads and stations are passed by, not stood on. */
const PASSED = /^(?:road|station|compound|port)$/u;
/** What stands left of a place that the passage stands on: a beginning, or a word that leads to a place. */
const LEADS = /(?:^|[，。；：！？ ”—]|[在于]|位于|地处|落户|走进|来到|走访)$/u;
/** What stands right of one that is only a partner, an origin, a border or an award. */
const NOT_GROUND =
  /^(?:等地|籍|以[东南西北]|至|到|—|-|与|和|及|同|经济带|客商|企业家?|投资商|的(?:企业|客商|投资商|公司|客户|专家)|之窗|方面|路|牌|的第|首[个家例批]|最|唯一|第[一二三]|[\u4e00-\u9fff]{0,4}(?:举行|召开|举办)(?:$|[，。；]))/u;

/** Whether a place is one that things stand in: no country, river or road. */
export function isAddress(place: Mention, s: DocSentence, doc: Doc): boolean {
  const kind = kindOf(place, s, doc);
  if (isWide(place, s, doc) || NATURE.test(kind) || PASSED.test(kind)) return false;
  return place.code === undefined || /^\d/.test(place.code);
}

/** A ceremony for things that will stand where it is held. */
const CEREMONY = /(?:开工|奠基|动工|开园|竣工|投产|签约|启动|揭牌)(?:仪式|活动|典礼|大会|现场会)?$/u;

/** 某区某镇重大项目集中开工仪式: the place that a ceremony's name begins with. */
function groundOfCeremony(event: Mention, s: DocSentence, doc: Doc): Mention | undefined {
  if (event.type !== "Event" || !CEREMONY.test(event.name)) return undefined;
  let last: Mention | undefined;
  for (const part of event.parts ?? [])
    if (part.type === "Place" && part.start <= (last?.end ?? event.start) && part.end > (last?.end ?? 0))
      last = part;
  return last && kindOf(last, s, doc) !== "province" && isAddress(last, s, doc) ? last : undefined;
}

/** The last place of every run of places that a sentence stands on, left to right. */
export function groundsOf(s: DocSentence, doc: Doc): Mention[] {
  const grounds: Mention[] = [];
  let head: Mention | undefined;
  s.mentions.forEach((m, i) => {
    if (m.type !== "Place") {
      head = undefined;
      const ground = groundOfCeremony(m, s, doc);
      if (ground) grounds.push(ground);
      return;
    }
    const before = s.mentions[i - 1];
    const touches = before?.type === "Place" && before.end === m.start;
    // 某县某地啤酒: a place that does not lie in the one before it is a name's.
    if (touches && !isWithin(m, before, s, doc)) head = undefined;
    else if (!touches) head = m;
    const next = s.mentions[i + 1];
    // 某市某某基地: the beginning of a name.
    if (next?.start === m.end) return;
    if (head && isAddress(m, s, doc) && isGround(s, head, m)) grounds.push(m);
  });
  return grounds;
}

function isGround(s: DocSentence, head: Mention, last: Mention): boolean {
  const left = s.norm.slice(Math.max(0, head.start - 4), head.start);
  const time = s.times.some((t) => t.end === head.start);
  return (time || LEADS.test(left)) && !NOT_GROUND.test(s.norm.slice(last.end, last.end + 8));
}

/** Whether one place is the other, or lies in it by what the gazetteer or the report says. */
export function isWithin(inner: Mention, outer: Mention, s: DocSentence, doc: Doc): boolean {
  if (inner.name === outer.name) return true;
  if (inner.code !== undefined && outer.code !== undefined) return liesIn(inner.code, outer.code);
  return candidatesOf(s, doc).some((c) => c.name === inner.name && c.within === outer.name);
}

const OWN = /(?:我|全|本|该)(?:市|县|区|州|旗|盟)/u;
/** So many sentences are the report's beginning. */
const LEAD = 3;
const DISPATCH = /^ {0,2}[\d年月日]{0,11} {0,2}[电讯]/u;

/** Share of the places named that must lie in, or around, the report's own for it to be a report on that place. */
const MOST = 0.7;
const FEWEST = 2;

const all = (mentions: readonly Mention[]): Mention[] => mentions.flatMap((m) => [m, ...all(m.parts ?? [])]);

/** Whether a place is the home, in it or around it. */
export function isHomely({ code }: Mention, doc: Doc): boolean {
  const home = doc.home?.code;
  return (
    home !== undefined &&
    code !== undefined &&
    (code === home || code === "CN" || liesIn(code, home) || liesIn(home, code))
  );
}

/** Whether most of what the report names lies in its own place. */
function staysHome(doc: Doc): boolean {
  const places = doc.sentences
    .flatMap((s) => all(s.mentions))
    .filter((m) => m.type === "Place" && m.code !== undefined && m.code !== "CN" && !/^[RX]/.test(m.code));
  const own = places.filter((p) => isHomely(p, doc)).length;
  return own >= FEWEST && own >= MOST * places.length;
}

/** The one place inside the home that a report begins with and stays in. */
function leadGround(doc: Doc): string | undefined {
  const body = doc.sentences.filter((s) => s.sentence.kind === "body");
  const first = body.slice(0, LEAD).find((s) => groundsOf(s, doc).length > 0);
  const ground = first && groundsOf(first, doc).at(-1);
  const home = doc.home?.code;
  if (ground?.code === undefined || home === undefined) return undefined;
  if (ground.code !== home && !liesIn(ground.code, home)) return undefined;
  const stays = body.every((s) =>
    groundsOf(s, doc).every((g) => isWithin(g, ground, s, doc) || isWithin(ground, g, s, doc)),
  );
  return stays ? ground.name : undefined;
}

/**
 * The report's own place, where its title or beginning names it, other than as the reporter's seat, and little else is
 * named.
 */
export function homeGround(doc: Doc): string | undefined {
  const { home } = doc;
  if (!home || (home.level === "province" && !home.name.endsWith("市")) || !staysHome(doc)) return undefined;
  const lead = leadGround(doc);
  if (lead !== undefined) return lead;
  let body = 0;
  for (const s of doc.sentences) {
    if (s.sentence.kind === "body" && ++body > LEAD) return undefined;
    if (s.sentence.kind !== "body" && s.sentence.kind !== "title") continue;
    if (OWN.test(s.norm)) return home.name;
    for (const m of all(s.mentions))
      if (m.type === "Place" && m.code === home.code && !DISPATCH.test(s.norm.slice(m.end))) return home.name;
  }
  return undefined;
}
