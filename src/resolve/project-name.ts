/**
 * A project's name without what may be left away: investor and place in front, 项目 and 工程 behind, the phase.
 * @module
 */
import { lexicon } from "../lexicon.ts";
import { leadOf } from "./lead.ts";
import { plainName } from "./normal.ts";

const PHASE =
  /(?:项目|工程)?第?(?:[〇零一二两三四五六七八九十\d]{1,4}(?:[、和及至~-][一二三四五六七八九十\d]{1,4})?|首|[IV]{1,3})期(?:建设)?(?:项目|工程)?(?![货间刊限权望末])/gu;
const TAIL = /(?:(?:建设|投资)?(?:项目|工程)|(?<=基地|园区?|中心|厂|线|矿|城)建设){1,4}$/u;
const HEAD = /^(?:新建|改建|扩建|投资|年产(?=.{6,}))/u;

/** What needs its place in front to be a name: 某地|银行, 某地|大学. */
const OWNED = /^(?:银行|大学|学院|医院|港(?!口))/u;

/** Words of which no name is made: a core that consists of them alone names a kind of project. */
const COMMON = new Set([
  ...lexicon("project-heads"),
  ...lexicon("project-generic"),
  ...lexicon("industry-words"),
  "生产",
  "建设",
  "制品",
  "特种",
  "年产",
]);
const LONGEST = Math.max(...[...COMMON].map((w) => w.length));

export interface ProjectName {
  /** Without place, phase, 项目. */
  core: string;
  place: string | undefined;
}

export function readProject(name: string, home: string | undefined): ProjectName {
  const plain = plainName(name);
  const whole = plain.replace(PHASE, "");
  const body = bare(whole === "" ? plain : whole);
  const lead = leadOf(body, home);
  return lead && lead.rest.length >= 3 && lead.code !== "CN" && !OWNED.test(lead.rest)
    ? { core: bare(lead.rest), place: lead.code }
    : { core: body, place: undefined };
}

const bare = (text: string): string => {
  const rest = text.replace(TAIL, "").replace(HEAD, "");
  return rest.length >= 2 ? rest : text;
};

/** Takes names of investors off the front, longest first, as long as a name is left. */
export function withoutInvestors(core: string, investors: readonly string[]): string {
  let rest = core;
  for (let round = 0; round < 3; round++) {
    const hit = investors
      .filter((i) => i.length >= 2 && rest.startsWith(i) && rest.length - i.length >= 4)
      .sort((a, b) => b.length - a.length)[0];
    if (hit === undefined) break;
    rest = rest.slice(hit.length).replace(/^(?:集团|公司|股份|有限公司|投资的?)+(?=.{4,})/u, "");
  }
  return rest;
}

/** Whether a core is made of kinds and sectors alone (物流中心, 智能装备产业园). */
export function isCommonCore(core: string): boolean {
  const reach = new Array<boolean>(core.length + 1).fill(false);
  reach[0] = true;
  for (let i = 0; i < core.length; i++) {
    if (!reach[i]) continue;
    for (let n = 1; n <= LONGEST && i + n <= core.length; n++)
      if (COMMON.has(core.slice(i, i + n))) reach[i + n] = true;
  }
  return reach[core.length] ?? false;
}

/** Things that run through many places and have one name in all of them. */
export const isLine = (core: string): boolean =>
  /..(?:特高压|(?:高铁|铁路|高速公路|高速|城际|运河|输气管道|管线)(?:改扩建|扩建|复线|延长线|[东西南北]段)?$)/u.test(
    core,
  );
