/**
 * Sums and stages that a sentence tells of something else than the project beside them, by the words around.
 * @module
 */
import type { DocSentence, Mention } from "../types.ts";

type Stretch = Pick<Mention, "start" | "end">;

/** 13个项目, 项目13个 */
const COUNTED = /[\d一二三四五六七八九十]余?[个项][^，。；、]{0,10}(?:项目|工程)|(?:项目|工程)\d+余?[个项]/u;

/** 共签约项目13个，涉及甲、乙等，总投资125亿元: the sum is that of all, not of one that is named. */
export const isSumOfMany = (project: Stretch, sum: Stretch, s: DocSentence): boolean =>
  project.end > 0 &&
  project.end <= sum.start &&
  /等/u.test(s.norm.slice(project.end, sum.start)) &&
  COUNTED.test(s.norm.slice(0, sum.start));

/** Money that is raised, and what for. */
export const RAISED: RegExp = /募集?资|募投/u;
const WHOLE = /投资[额为约达超共计（]{0,4}$/u;
const ALLOTTED = /^(?:将|拟)?(?:用于|投向)/u;
/** 以3亿元出售, 股权转让价3亿元 */
const PRICE_BEFORE = /(?:股权|股份|转让|出售|中标|成交|合同)[^，。；]{0,12}$/u;
/** 两个项目预计总投资达9亿元: the sum of several. */
const OF_SEVERAL = /[两二三四五六七八九十\d]个(?:项目|工程)[^，。；]{0,8}投资[^，。；]{0,6}$/u;
/** 建设甲项目；出资2亿元，建成乙路: what is given in the next clause is for something else. */
const NEXT_GIFT = /；(?:[^，。；]{0,8}，)?[^，。；]{0,6}(?:出资|捐资|捐赠|捐款|资助|筹资)(?:约|近|逾)?$/u;
const PRICE_AFTER = /^的?(?:代价|对价|价格|募集资金)|^[^，。；]{0,12}(?:出售|转让|受让|收购|中标|成交)/u;

/** 募集资金10亿元，其中3亿元用于甲; 以3亿元出售甲: a share of what was raised, or a price, is not what the project costs. */
export const isNoCost = (sum: Stretch, s: DocSentence): boolean => {
  const [before, after] = [s.norm.slice(0, sum.start), s.norm.slice(sum.end)];
  if (OF_SEVERAL.test(before) || NEXT_GIFT.test(before)) return true;
  if (WHOLE.test(before)) return false;
  return RAISED.test(before) || ALLOTTED.test(after) || PRICE_BEFORE.test(before) || PRICE_AFTER.test(after);
};

/** 由甲和乙组成，…总投资9亿元: the sum is that of the whole. */
const MADE_OF = /由[^。；由]{0,80}$/u;
const MAKES_UP = /^[^。；]{0,30}(?:组成|构成)，/u;

/** Is a sum that of what the project is a part of? */
export const isSumOfWhole = (project: Stretch, sum: Stretch, s: DocSentence): boolean =>
  project.end > 0 &&
  project.end <= sum.start &&
  MADE_OF.test(s.norm.slice(0, project.start)) &&
  MAKES_UP.test(s.norm.slice(project.end, sum.start));

/** 签约销售额 is of flats, 贷款落地 of money, 签订购房协议 of a flat, 开通“绿色通道” of a service, 运营总监 is a post. */
const OF_ELSE_AFTER =
  /^(?:前期|准备|招标|的招标|许可|图审|销售|金额|面积|额|(?:主要)?(?:总监|经理|主管|负责人|团队|人员)|了?[^，。；]{0,12}(?:购房|租赁|买卖|转让|贷款|保险|采购|供货|劳动)[^，。；]{0,4}(?:协议|合同)|了?(?:“|[^，。；]{0,6}(?:业务|服务|通道|热线|账户)))/u;
const OF_ELSE_BEFORE = /(?:贷款|资金|授信|政策|订单)$/u;
/** 经营范围包括建设工程施工: what a company may do. */
const SCOPE = "经营范围";
/** 侧穿既有4号线: it has stood for long. */
const EXISTING = /(?:既有|现有|原有|(?:上跨|下穿|跨越|穿越|临近|邻近|毗邻)(?:的|既有)?)$/u;
/** 已建成的甲线和在建的|乙线: the nearer word is said of it. */
const NEARER = /(?:在建|拟建|待建|新建|筹建|规划中|建设中)的/u;
const STANDS = /^(?:既有|现有|原有)/u;

/** 旅客列车停运, 恢复通车: what has run for long runs otherwise for a while. */
const DISRUPTED = /停运|停航|限速运行|恢复(?:正常)?(?:通车|通行|运行|运营|开行|行车)/u;

/** 最高投标限价: of what is still put out to tender. */
const TENDERED = /最高投标限价|招标控制价|招标公告/u;

/** 甲是|乙|的骨干工程，总投资9亿元: what follows is told of 甲. */
const IS_PART = /(?:是|为|作为)[^，。；]{0,8}$/u;
/** 总投资9亿元的|甲新城|首发项目——乙中心开工: what is told is of 乙. */
const CORE = /^的?(?:首发|首个|首批|核心|启动|标志性|子|配套)(?:区|期)?(?:项目|工程)(?:——|—|：|“)/u;
const PART = /^的[^，。；]{0,12}(?:工程|项目|部分|路段|区段|节点|环节)，/u;
export const isSaidOfPart = (project: Stretch, words: Stretch, s: DocSentence): boolean =>
  project.end > 0 &&
  (CORE.test(s.norm.slice(project.end)) ||
    (project.end <= words.start &&
      IS_PART.test(s.norm.slice(0, project.start)) &&
      PART.test(s.norm.slice(project.end))));

/** 加快|某项目|运营合作谈判, 推进|某项目|审批: what is hastened is no work on the site. */
const NO_WORKS = /^[^，。；、]{0,6}(?:谈判|磋商|审批|论证|招商|手续)/u;

/** Is a word for a stage said of something else than this project? */
export const isStageOfElse = (project: Stretch, word: Stretch, s: DocSentence): boolean =>
  isSaidOfPart(project, word, s) ||
  (word.end <= project.start && NO_WORKS.test(s.norm.slice(project.end))) ||
  OF_ELSE_AFTER.test(s.norm.slice(word.end)) ||
  OF_ELSE_BEFORE.test(s.norm.slice(0, word.start)) ||
  s.norm.lastIndexOf(SCOPE, word.start) > s.norm.lastIndexOf("。", word.start) ||
  EXISTING.test(s.norm.slice(0, project.start)) ||
  STANDS.test(s.norm.slice(project.end)) ||
  (word.end <= project.start && NEARER.test(s.norm.slice(word.end, project.start))) ||
  DISRUPTED.test(s.norm) ||
  TENDERED.test(s.norm);
