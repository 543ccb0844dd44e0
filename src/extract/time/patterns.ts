/**
 * The regular expressions of the time scanner, by name. All are sticky, without nested repetition; a test checks them with
 * `recheck`.
 * @module
 */

const N = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})";
const DASH = "(?:[-~～—–－至到]|——)";

/** 2023年, 二〇二三年, 2023年度; a full year in digits, not the length 2000年前. */
export const YEAR: RegExp =
  /((?:19|20)\d{2}|[一二][九〇零○][〇零○一二三四五六七八九]{2})(年度|年|(?=[一三]季报|半年报|中报|年报|[上下]半年|[一二三四]季度))/y;
/** 2022-2024年, 2018年至2022年 */
export const YEAR_RANGE: RegExp = /((?:19|20)\d{2})年?(?:[-~～—–－至到]|——)((?:19|20)\d{2})年/y;
export const RELATIVE_YEAR: RegExp =
  /今年|本年度|本年|去年|上年度|上年|上一年度|上一年|(?<![之以])前年(?!产)|明年|来年|下一年|(?<![成产用工运营效标满收业启售市付])后年(?![产均]|[营纳税销销]|发电|收入|处理)|次年|第二年|翌年|当年|同年|全年/y;
/** 上半年, 下半年, behind a year or alone. */
export const HALF: RegExp = /(上|下)半年/y;
/** 一季度, 第四季度, 首季度, 前三季度 */
export const QUARTER: RegExp = /(前|第)?(首|[一二三四1-4])个?季度/y;
export const QUARTERS: RegExp = /([一二三1-3])(?:[-~～—–－至到、]|——)([二三四2-4])季度/y;
/** What an account covers: 一季报, 三季报 (from the year's beginning), 半年报, 半年度, 中报. */
export const ACCOUNT: RegExp = /(?:(一|三)季报|半年[度报]|中报)/y;
/** 底, 末, 初, 中 of a year named before. */
export const EDGE: RegExp = /年?(底|末|初|中(?!心|国|央|旬))/y;
/** 前11个月 */
export const FIRST_MONTHS: RegExp = new RegExp(`前(${N})个?月`, "y");
/** 1—3月, 1至11月, 1月至11月, 1月-今年3月 */
export const MONTH_RANGE: RegExp = new RegExp(`(${N})(?:月份|月)?${DASH}(${N})(?:月份|月)(?!\\d)`, "y");
export const MONTH: RegExp = new RegExp(`(${N})(?:月份|月)`, "y");
/** What may follow a month: a day, a range of days, 底, 上旬. */
export const DAYS: RegExp = new RegExp(`(${N})日?${DASH}(?:(${N})月)?(${N})日`, "y");
export const DAY: RegExp = new RegExp(`(${N})[日号](?!线|楼|院|文|令|台风)`, "y");
export const MONTH_PART: RegExp = /(初|底|末|上旬|中旬|下旬|中)(?!学|心|国|央|小)/y;
/** 2023-08-04, 2022.12.21, 2022/12/21 */
export const ISO_DATE: RegExp = /((?:19|20)\d{2})([-./])(\d{1,2})\2(\d{1,2})(?![\d.])/y;
export const SINCE: RegExp = /以来|起至今|至今/y;
/** "十四五"期间, 十三五末 */
export const PLAN: RegExp =
  /[“"]?十([一二三四五六七])五[”"]?(期间|时期|以来|末期|末|初期|初)?(?![”"]?(?:规划|纲要|计划|目标))/y;
/** 近三年, 过去五年, 未来3年, 五年来 */
export const LAST_YEARS: RegExp = new RegExp(
  `(近|最近|过去|未来|今后|此后)的?(${N})(?:个)?(年)(?:来|间|内)?`,
  "y",
);
/** 截至目前, 截至11月底, 截止 */
export const UNTIL: RegExp = /截[至止](?:到|至)?/y;
export const NOW: RegExp = /(?<!项)目前|当前|眼下|现阶段|如今|今天|今日|即日|此刻/y;
export const RECENT: RegExp = /近日|日前|近期|近来|前不久|不久前|连日来/y;
export const DAY_WORD: RegExp = /当日|当天|昨日|昨天|前天|前日|明日|明天|次日|翌日/y;
export const MONTH_WORD: RegExp = /(本月|当月|上个月|上月|下个月|下月|同月)/y;
/** 年初以来, 年底前, 年内, 月底前 standing alone. */
export const BARE_EDGE: RegExp = /(年|月)(初|底|末|内)(?!蒙)/y;
export const CLOCK: RegExp =
  /(\d{1,2})(?:时(?!代|期|间|段)|点(?=\d|钟|半|许|整|左右|[，。]))(?:(\d{1,2})分)?/y;
export const CLOCK_DIGITAL: RegExp = /(\d{1,2})[:：](\d{2})(?:[:：]\d{2})?(?!\d)/y;
/** Words before a time that make it lie ahead. Looked for at the end of the text before. */
export const AHEAD: RegExp = /(?:将|预计|计划|力争|拟|争取|有望|确保|拟于)(?:于|在|到|至)?$/;
