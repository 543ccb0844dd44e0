/**
 * Where a thing is, said in words: 位于, 落户, 在某地开工, 某地的项目, 某地村民.
 * @module
 */
import { onFrame } from "../frame.ts";
import type { ClaimRule, Draft, Mention } from "../types.ts";

/** That something is in China says nothing in a report from China. */
const HOMELAND = "CN";

export const located = (
  subject: Mention | undefined,
  places: readonly Mention[],
  start: number,
  end: number,
): Draft[] => {
  const place = places.at(-1);
  return subject && place && subject.name !== place.name && place.code !== HOMELAND
    ? [{ kind: "relation", predicate: "LOCATED_IN", subject, object: place, start, end }]
    : [];
};

/** Verbs of standing somewhere. */
export const STANDS =
  "(?:位于|坐落于|坐落在|坐落|地处|落户于|落户在|落户|落地于|落地在|落地|选址于|选址在|选址|设在|建在|布局于|布局在|落子|扎根|入驻|家住)";

/** 某河山峡段|某镇, 某市辖|某县: what leads to the place without being it. */
const PASSED = "(?:Ⓛ{1,3}(?:\\p{Script=Han}{0,4}(?:段|畔|岸|旁|侧)|下?辖))?";

export const STANDS_PATTERNS: readonly RegExp[] = [
  new RegExp(
    `(?<x>[ⒸⒿⒾⒺⓅ](?:[、和及][ⒸⒿⒾⒺ]){0,9})(?:项目|二期|一期)?[^，。；：ⓁⒿⒺ]{0,8}，?${STANDS}了?(?:本市|我市|该市|我省|本省)?${PASSED}(?<l>Ⓛ{1,4})`,
  ),
  /** 吸引甲、乙等一批企业纷纷落户某区 */
  new RegExp(
    `(?<x>Ⓒ(?:[、和及]Ⓛ{0,2}Ⓒ){0,14})等[^，。；：ⓁⒿⒺⒸ]{0,16}(?:企业|公司|项目|品牌)(?:纷纷|先后|相继|陆续|也|已|都)?(?:${STANDS}|集聚|聚集)(?:在|到|于|了)?(?:本市|我市|该市)?(?<l>Ⓛ{1,4})`,
  ),
  /** 某中心包含甲和乙，位于某镇: said of the whole. */
  new RegExp(`(?<x>Ⓙ)(?:项目|工程)?(?:包含|包括|涵盖|由)[^。；，Ⓛ]{1,40}，${STANDS}(?<l>Ⓛ{1,4})`),
  /** 落户某区，包括甲项目、乙项目. */
  new RegExp(
    `${STANDS}了?(?<l>Ⓛ{1,4})，(?:其中)?(?:包括|包含|涵盖|分别是|分别为|有)(?<x>[^，。；：ⓁⒿ]{0,12}Ⓙ(?:(?:项目)?[、和及][^，。；：ⓁⒿ]{0,14}Ⓙ){0,19})`,
  ),
  new RegExp(`${STANDS}(?:本市|我市)?(?<l>Ⓛ{1,4})(?:（Ⓛ）)?[^，。；：ⓁⒸⒿ]{0,6}的(?<x>[ⒸⒿⒾ]{1,2})`),
];

export const standsIn: ClaimRule = {
  name: "place/stands-in",
  examples: {
    yes: [
      [
        "高端轴承生产基地项目位于长春市农安县，占地300亩。",
        "Project:农安县高端轴承生产基地 LOCATED_IN Place:农安县",
      ],
      ["吉林松柏电气有限公司落户农安县。", "Company:吉林松柏电气有限公司 LOCATED_IN Place:农安县"],
      [
        "吸引吉林松柏电气有限公司、云杉医药有限公司等知名企业纷纷落户农安县。",
        "Company:云杉医药有限公司 LOCATED_IN Place:农安县",
      ],
    ],
    no: ["排名位于全国前列。"],
  },
  apply: onFrame(STANDS_PATTERNS, (m) =>
    m.mentions("x").flatMap((x) => located(x, m.mentions("l"), m.start, m.end)),
  ),
};

const HELD =
  "(?:举行|举办|召开|开幕|闭幕|落幕|启幕|揭幕|拉开(?:帷幕|大幕|序幕)|开赛|开播|亮相|收官|开工|开园|奠基|启动|签约|揭牌|投产|竣工|通车|开业|建成|落成|落地)";

export const HELD_PATTERNS: readonly RegExp[] = [
  /** 某展会在某市开幕，同期举办甲论坛、乙洽谈会 */
  new RegExp(
    `Ⓔ”?(?:Ⓣ|日前|近日|当日)?，?在(?<l>Ⓛ{1,4})[^，。；：ⓁⒿⒺ]{0,6}${HELD}，(?:同时|同期|其间|期间|并)?(?:还|将|配套|同步|先后|也){0,2}(?:举行|举办|召开|开展|设有)了?[^。；：Ⓔ]{0,30}(?<x>Ⓔ(?:[、和及暨][^，。；：Ⓔ]{0,20}Ⓔ){0,6})`,
  ),
  new RegExp(
    `(?<x>[ⒿⒺ](?:[、和及][^，。；：ⓁⓅⒶⒿⒺ]{0,14}[ⒿⒺ]){0,4})(?:项目)?(?:二期|一期|三期)?”?(?:Ⓣ|日前|近日|今天|昨天|当日|正式|成功|顺利|早日)?，?在(?<l>Ⓛ{1,4})[^，。；：ⓁⒿⒺ]{0,6}${HELD}`,
  ),
  /(?<l>Ⓛ{1,4})Ⓣ?(?:与[^，。；：ⓁⒺⒿ]{1,6}同步|日前|近日|今天|昨天|隆重|还|又|也|再次|成功|同步){0,2}(?:举行|举办|召开|承办|迎来)(?:了|的)?[^，。；：ⓁⒺⒿ]{0,30}(?<x>Ⓔ)/,
  /(?<x>Ⓙ(?:[^，。；：ⓁⓅⒶⒿⒺ]{1,20}Ⓙ){0,9})[^，。；：ⓁⓅⒶⒿⒺ]{0,16}在(?<l>Ⓛ{1,4})(?:落地|开工|落户|建成|投产|扎根|签约|奠基|动工|竣工|启动|投用)/,
  /(?:^|[，。；：“])在(?<l>Ⓛ{1,4})(?:的[^，。；：ⓁⒿⒺⒸ]{2,12})?(?:里|内|中|上|境内)?，[^，。；：ⓁⒿⒺ]{0,14}(?<x>Ⓙ)/,
  /在(?<l>Ⓛ{1,4})(?:（Ⓛ）|境内|市区|隆重|正式|顺利|成功)?(?:举行|举办|召开|开展|开园|开业|投资建设|投资新建|投资扩建|投资兴建|建设|新建|扩建|建成|启动|设立|成立|投资设立)(?:了|的)?[^，。；：ⓁⒿⒺⒸ]{0,8}Ⓛ?(?<x>[ⒿⒺⒸ])/,
  /在(?<l>Ⓛ{1,4})(?:先后|累计|又|再|计划|拟|将)?投资(?:近|超|超过|约|逾)?Ⓠ，?(?:用于)?(?:建设|新建|扩建|改建|兴建|实施|投建|打造)?(?:了|的)?[^，。；：ⓁⒿⒸ]{0,8}(?<x>Ⓙ)/,
  /(?<x>Ⓒ)是?由Ⓒ(?:[和、]Ⓒ){0,3}(?:共同)?在(?<l>Ⓛ{1,4})(?:共同|合资)?(?:投资|出资|注册)/,
  /(?<![由和、])(?<x>Ⓒ)[^，。；：ⓁⒿⒺⒸ]{0,8}在(?<l>Ⓛ{1,4})(?:投资设立|注册成立|设立|注册)(?!了?[^，。；]{0,8}[ⒿⒸ])/,
];

/** Ceremonies that are held on the ground of what is built. */
export const GROUND: RegExp = /(?:开工|奠基|动工|开园|竣工|投产)(?:仪式|活动|典礼|大会|现场会)?$/u;

/** The one project whose ground a ceremony is held on: 在某区举行某项目的开工仪式. */
function builtAt(event: Mention): Mention[] {
  if (event.type !== "Event" || !GROUND.test(event.name)) return [];
  const projects = (event.parts ?? []).filter((p) => p.type === "Project");
  return projects.length === 1 ? projects : [];
}

const LOCATABLE: ReadonlySet<string> = new Set(["Project", "Event", "Company"]);

export const happensIn: ClaimRule = {
  name: "place/happens-in",
  examples: {
    yes: [
      ["高端轴承生产基地项目近日在农安县开工。", "Project:农安县高端轴承生产基地 LOCATED_IN Place:农安县"],
      ["农安县举行“春风送岗”招聘会。", "Event:“春风送岗”招聘会 LOCATED_IN Place:农安县"],
      ["多方努力，高端轴承生产基地项目在沪落地。", "Project:上海市高端轴承生产基地 LOCATED_IN Place:上海市"],
    ],
    no: ["高端轴承生产基地项目近日开工。"],
  },
  apply: onFrame(HELD_PATTERNS, (m) =>
    m
      .mentions("x")
      .flatMap((x) => (LOCATABLE.has(x.type) ? [x, ...builtAt(x)] : []))
      .flatMap((x) => located(x, m.mentions("l"), m.start, m.end)),
  ),
};
