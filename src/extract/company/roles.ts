/**
 * Companies by what they do: the tagger's names where the words beside them fit a company alone — partners of an agreement
 * (与甲达成合作), guests of a town (引进甲、吸引甲), who reports earnings, makes products, owns plants, lists shares.
 * @module
 */
import type { Token } from "../../tag/lac/index.ts";
import type { PlacedDoc, TokenSentence } from "../types.ts";
import { isPlain, looksNamed } from "./shape.ts";
import type { Found } from "./types.ts";

/** 与甲达成战略合作, 携手甲共同打造 */
const WITH_BEFORE = /(?:与|和|同|跟|携手|联合|联手|牵手)$/u;
const WITH_AFTER =
  /^(?:等(?:公司|企业|\d+家[^，。；]{0,8})?)?(?:正式|成功|顺利|就[^，。；]{2,24}|在[^，。；]{2,16})?(?:达成|签约|签署|签订|签下|强强联合|联合(?:开发|研发|打造|成立|组建|投资)|合作(?:开发|建设|共建|打造|成立|研发)|共同(?:投资|出资|开发|打造|建设|成立|组建)|合资)/u;
/** 引进甲, 甲 being followed by the end of the phrase or by what it does there */
const GUEST_BEFORE =
  /(?:引进|引入|引来|招引|招来|吸引了?|签约|牵手|牵引|对接|拜访|走访|考察|走进|携手|培育出?|孕育出|涌现出?|集聚了?|聚集了?|汇聚了?|入驻了|包括|例如|比如|诸如|如|依托|发挥)$/u;
const GUEST_AFTER =
  /^(?:、|等|[和与及]|公司|在[^，。；]{1,10}(?:投资|落户|建厂|设立)|落户|入驻|落地|前来|投资)/u;
const HOST_KIND = /企业|公司|品牌|厂商|巨头|车企|药企|商家|总部|门店|独角兽|链主|龙头/u;
/** Words of time and manner between a company and what it does. */
const ADVERB =
  /^(?:公司|集团|已经|已|正在|正|将|拟|也|还|又|再|首次|率先|近日|日前|今年|去年|计划|宣布|正式|先后|陆续|自主|联合|累计|总|持续|成功)/u;
/** What only companies do or have. */
const ACTS =
  /^(?:在[^，。；、]{1,14}?)?(?:投资(?!环境|促进|额|者|人|基金|机构|公司|银行|中心|项目|总额|规模|方|商|率|潜力|理财|集团|控股|管理|有限|的|、)|增资|斥资|投建|承建|承接|中标|扩产|建厂|设厂|上市|挂牌(?!上市交易)|收购|并购|控股|入股|参股|募资|募集资金|融资|研发的|生产的|推出(?!的?政策)|发布了?(?:新款|新品|新一代|财报|业绩|公告|\d{4}年)|创办|营收|营业收入|净利润|实现(?:营收|销售|产值|净利)|产值|销售额|出货|量产|投产|竣工|签约|签署|签订|落户|入驻|独资|总投资\d)/u;
const MOST_ADVERBS = 4;

/** Does what follows say what only a company does? */
function acts(after: string): boolean {
  let rest = after;
  for (let i = 0; i < MOST_ADVERBS; i++) {
    if (ACTS.test(rest)) return true;
    const adverb = ADVERB.exec(rest)?.[0];
    if (adverb === undefined) return false;
    rest = rest.slice(adverb.length);
  }
  return ACTS.test(rest);
}
/** 甲是国内最早的乙企业之一 */
const IS_COMPANY =
  /^(?:公司|集团)?(?:是|作为)(?:一家|[^，。；]{0,24}(?:企业|公司|国企|央企|民企|外企|制造商|供应商|服务商|运营商|开发商|龙头|独角兽)(?:之一)?[，。])/u;
const OWNS =
  /^(?:公司|集团)?的?(?:旗下|全资|控股|子公司|母公司|股价|财报|年报|门店|旗舰店|专卖店|新工厂|工厂|厂区|厂房|生产线|生产车间|车间|总部(?:位于|设在|落户|大楼)|中国区|大中华区|亚太区|全球(?:副?总裁|CEO|首席)|产业链|供应链|创始人|员工|产品)/u;
const PEOPLE =
  /^(?:公司|集团)?(?:相关|有关|项目|市场|生产|技术|研发|品牌|运营|现场|公共关系|厂区|车间|人力资源){0,2}(?:负责人|工作人员|项目经理|销售经理|总监|工程师|操作工|工人)/u;
/** The agency of a town may be said to do these too; a company's word is taken only where the tagger is sure. */
const SAYS =
  /^(?:方面)?(?:还|也|同时|进一步)?(?:表示|介绍|透露|宣布|回应|公告|披露|预计)(?:称|说|，|：|:|将)?/u;
const SAYS_BEFORE = /(?:^|[，。；“”：　 ]|据|记者从|从)$/u;
const STARTS = /(?:^|[，。；“”：、　 ]|由|据|从|而|但|其中|目前|与|和|为|对|向|被|使|让|是)$/u;
/** 600031, 02250.HK: what stands in brackets behind a listed company. */
const LISTED =
  /^[（(](?:[036]\d{5}|\d{5}(?:\.HK)|[036]\d{5}\.S[HZ]|[A-Z]{1,5}\.US|(?:SH|SZ|HK)[：:]?\d{5,6}|[一-龥]{0,6}(?:股票)?代码)/u;

/** Words that the tagger takes for names and that are none in any role. */
const NEVER =
  /^(?:(?:中|美|日|英|法|德|俄|韩|印|欧)[埃阿非俄日美韩德法英澳加印越泰缅马巴蒙朝欧]|[A-Z]{2,5}|央企.*|国企.*|.{1,4}[联协社]|.*(?:卫视|广播|气象台|电台|天文台|台网|频道|控股人?|汽车|行业|市场|产业|经济|板块|概念股?|公司|集团|基金会|证券之星|大盘|股份制|公募|私募|券商|政府|大陆|客户|供应商|门店|平台|科技人才|号|期|杯|奖|赛|计划|行动|工程|品牌|文旅|中外|中华|中欧|中阿|合作|联通|移动|东盟|欧盟|北约|联合国|央视|新华社|财联社|搜狐|视觉中国|环球网|网友|记者|全国人大|国务院|央行|银保监|证监|发改|上交所|深交所|北交所|港交所|中金所|交易所|人民币|美元|指数|债券|新能源|半导体|集成电路|人工智能|大数据|物联网|区块链|元宇宙|新冠|疫情|专精特新|瞪羚|独角兽|小巨人|雏鹰|高新技术))$/u;

const TAGS = new Set(["ORG", "nz", "nw"]);

function role(s: TokenSentence, token: Token): { rule: string; confidence: number } | undefined {
  const before = s.norm.slice(Math.max(0, token.start - 8), token.start);
  const after = s.norm.slice(token.end, token.end + 40);
  const sure = token.tag === "ORG";
  if (LISTED.test(after)) return { rule: "company/listed-share", confidence: 0.85 };
  if (WITH_BEFORE.test(before) && WITH_AFTER.test(after))
    return { rule: "company/partner", confidence: 0.75 };
  if (!sure) return undefined;
  if (GUEST_BEFORE.test(before) && GUEST_AFTER.test(after) && HOST_KIND.test(after))
    return { rule: "company/guest", confidence: 0.7 };
  if (!STARTS.test(before)) return undefined;
  if (acts(after) || IS_COMPANY.test(after)) return { rule: "company/acts", confidence: 0.7 };
  if (OWNS.test(after)) return { rule: "company/owns", confidence: 0.7 };
  if (PEOPLE.test(after)) return { rule: "company/people", confidence: 0.7 };
  if (SAYS.test(after) && SAYS_BEFORE.test(before)) return { rule: "company/speaks", confidence: 0.65 };
  return undefined;
}

/** The tagger's names in a company's role. */
export function roleCompanies(s: TokenSentence, doc: PlacedDoc, taken: readonly Found[]): Found[] {
  const found: Found[] = [];
  for (const token of s.tokens) {
    if (!TAGS.has(token.tag) || token.text.length < 2 || /^\s/u.test(token.text)) continue;
    const fit = role(s, token);
    if (!fit || NEVER.test(token.text) || !looksNamed(token.text, doc) || isPlain(token.text)) continue;
    if ([...taken, ...found].some((f) => f.start < token.end && token.start < f.end)) continue;
    if (s.quantities.some((q) => q.start < token.end && token.start < q.end)) continue;
    found.push({ start: token.start, end: token.end, name: token.text, ...fit });
  }
  return found;
}
