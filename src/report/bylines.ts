/**
 * Lines that name who wrote, photographed or edited: `本报记者 王小明 李丹`, `通讯员 张三 摄`, `某某市委宣传部供图`. They are read token by
 * token, since a name looks like any other two or three characters: every token must be a name, a role or a verb.
 * @module
 */

export interface Credit {
  /** Who wrote (`byline`) or who took the picture (`credit`). */
  kind: "byline" | "credit";
  names: string[];
  /** The outlet before the role, `本报` or `某某网`; empty if none is named. */
  outlet: string;
}

const ROLE =
  /^(.{0,16}?)(责任编辑|记者站|记者|通讯员|特约撰稿人|作者|撰文|撰稿|采写|编辑|责编|校对|审核|编审|统筹|摄影|文[/／|丨:：]|图[/／|丨:：])[\s:：/／|丨]*/u;
const OUTLET = /^[\p{Script=Han}A-Za-z0-9·.（）()“”\s]*$/u;
const QUALIFIER = /(?:特约|全媒体|融媒体|融媒|首席|见习|实习|主任|高级|驻[\p{Script=Han}]{1,3})$/u;
const ROLE_IN_TOKEN =
  /^(?:本报|本网|本刊)?(?:特约|全媒体|融媒体?|首席|见习|实习)?(?:记者|通讯员|实习生|作者|编辑|责编|校对|审核|摄影)[:：]?/u;
const VERB = /(?:摄影报道|报道|整理|采写|综合|摄影|撰文|文图|图文|文并摄|文|图|摄)$/u;
const NOT_A_NAME =
  /^(?:手记|观察|调查|获悉|了解|获知|报道|来源|提问|日前|今天|昨天|近日|综述|走进|来到|看到|从|在)$/u;
const NAME = /^(?:[\p{Script=Han}]{2,4}|[\p{Script=Han}]{1,8}·[\p{Script=Han}·]{1,10})$/u;
const MAX_LENGTH = 60;

const SUPPLIED = /^.{0,40}(?:供图|供稿图|提供图片)$/u;
const PICTURE_SOURCE = /^(?:图片?(?:来源|由)|资料图|资料照片|配图|制图|供图|图源)/u;

/** Names in a row, separated by spaces or enumeration commas; `undefined` as soon as a token is none. */
export function nameList(text: string): string[] | undefined {
  const names: string[] = [];
  let half = "";
  for (const token of text.split(/[\s、，,/／|丨:：]+/u)) {
    const rest = token.replace(ROLE_IN_TOKEN, "").replace(/\s/gu, "");
    if (rest === "") continue;
    if (/^\p{Script=Han}$/u.test(rest)) {
      // 韩 昱: two-character names are set with a space between the characters.
      if (half === "") half = rest;
      else {
        names.push(half + rest);
        half = "";
      }
      continue;
    }
    if (half !== "" || !NAME.test(rest) || NOT_A_NAME.test(rest)) return undefined;
    names.push(rest);
  }
  return half === "" ? names : undefined;
}

function takeVerb(text: string): { rest: string; verb: string } {
  const verb = VERB.exec(text)?.[0] ?? "";
  return { rest: text.slice(0, text.length - verb.length).trim(), verb };
}

/** `某报全媒体首席` is the outlet 某报. */
function withoutQualifiers(text: string): string {
  let rest = text;
  for (let i = 0; i < 3; i++) rest = rest.replace(QUALIFIER, "").trim();
  return rest;
}

/** Removes a pair of brackets around the whole. */
function unwrap(text: string): string {
  return /^[（(【[]/u.test(text) && /[）)】\]]$/u.test(text) ? text.slice(1, -1).trim() : text;
}

/** What a line or a bracket says about its makers, or `undefined` if it is something else. */
export function parseCredit(line: string): Credit | undefined {
  const text = unwrap(line.trim().replace(/^[□■◎○●◇◆▲△☆★※·•]\s*/u, "")).replace(/[。.]$/u, "");
  if (text.length > MAX_LENGTH || text.length < 3) return undefined;
  if (
    !/[，,。；;！!？?]/u.test(text) &&
    (SUPPLIED.test(text) || (PICTURE_SOURCE.test(text) && text.length <= 30))
  ) {
    return { kind: "credit", names: [], outlet: "" };
  }
  const { rest, verb } = takeVerb(text);
  const role = ROLE.exec(rest);
  if (role === null) {
    if (verb !== "摄" && verb !== "摄影") return undefined;
    const photographers = nameList(rest);
    return photographers === undefined || photographers.length === 0
      ? undefined
      : { kind: "credit", names: photographers, outlet: "" };
  }
  const before = (role[1] ?? "").trim();
  if (role[2] === "摄影" && before !== "") return undefined;
  if (!OUTLET.test(before) || (before.length > 0 && /[的了是]/u.test(before))) return undefined;
  const names = nameList(rest.slice(role[0].length));
  if (names === undefined || (names.length === 0 && role[2] !== "记者站")) return undefined;
  const pictures = verb === "摄" || verb === "摄影" || role[2] === "摄影" || /^图/u.test(role[2] ?? "");
  return { kind: pictures ? "credit" : "byline", names, outlet: withoutQualifiers(before) };
}

const BRACKET = /[（(]([^（()）]{2,40})[)）]/gu;
const ROLE_IN_BRACKET = /^[^（()）]{0,14}?(?:记者|通讯员)[\s:：]*/u;

/**
 * Names of the reporters that the first words of a text give: `本报讯 记者王小明报道 `, `本报讯（记者 王小明）`,
 * `某某网某地8月10日电 (王小明 李丹)`.
 */
export function leadNames(text: string): string[] {
  const head = text.slice(0, 100);
  for (const match of head.matchAll(BRACKET)) {
    const inner = (match[1] as string).trim();
    const bare = inner.replace(ROLE_IN_BRACKET, "");
    // Names without a role are names only right after the word that ends a dateline.
    if (bare === inner && !/[讯电]\s{0,2}$/u.test(head.slice(0, match.index))) continue;
    const names = nameList(bare);
    if (names !== undefined && names.length > 0) return names;
  }
  return reportedNames(head.slice(0, 50));
}

/** `记者王小明报道`: the names between the role and the verb. */
function reportedNames(head: string): string[] {
  const verb = head.indexOf("报道");
  const role = verb < 0 ? -1 : Math.max(head.lastIndexOf("记者", verb), head.lastIndexOf("通讯员", verb));
  if (role < 0) return [];
  const from = role + (head.startsWith("记者", role) ? 2 : 3);
  return nameList(head.slice(from, verb).trim()) ?? [];
}
