/**
 * The regular expressions of the quantity scanner, by name. All are sticky and look at a few characters; a test checks
 * them with `recheck`.
 * @module
 */

/** After a number: what makes it the name of a road, a house, a line, a model or a ranking list. */
export const ROAD_OR_CODE_AFTER: RegExp =
  /#|号|省道|国道|县道|乡道|复线|高速|路|线(?!索|段|路图)|大街|团|师|旅|厂区?|街区|房间|国际|系列|系(?!统|列)|型|版|后(?!备)|强|频道|代表|航班|次列车|楼(?!栋)|单元|号线/y;

/** After the hour: 时30分. */
export const MINUTES_AFTER: RegExp = /时\d{1,2}分?/y;

/** After a number: a service line. */
export const SERVICE_LINE_AFTER: RegExp =
  /(?:政务|便民|政府|市民|客服|消费者)?(?:服务|投诉|举报|咨询|急救)?(?:热线|平台|专线|电话|短信)/y;

/** After an amount in 万 or 亿 without 元: the noun tells that it is money (70亿的销售额). */
export const MONEY_NOUN_AFTER: RegExp =
  /的?(?:年|总|新增|新)?(?:销售额|销售收入|营业收入|营收|产值|税收|利税|利润|投资|资金|贷款|融资|收入|交易额|成交额)/y;

/** Before an amount in 万 or 亿 without 元: the noun tells that it is money. Looked for at the end of the text before. */
export const MONEY_NOUN_BEFORE: RegExp =
  /(?:销售额|销售收入|营业收入|营收|产值|税收|利税|利润|投资|资金|贷款|融资|收入|交易额|成交额|总额|市值)(?:规模)?(?:达到|达|为|有)?了?$/;

/** Before 第三 without a measure word: what makes it a rank. Looked for at the end of the text before. */
export const RANK_BEFORE: RegExp =
  /(?:居|列|位|排名|排在|排|全[省国市区球州县]|跃升|跃升至|升至|稳居)[^，。；]{0,4}$/;

/** 半 with the unit that it halves. */
export const HALF_UNIT: RegExp =
  /半(?:个)?(月(?!板|刊)|年(?!报|度|线)|天|小时|亩|斤|公里|公斤|吨|分钟|世纪)/y;

/** 翻番, 翻一番, 翻了两番. */
export const DOUBLING: RegExp = /翻(?:了)?([一两二三四])?番/y;

/** Words of change directly before an amount. */
export const RISE: RegExp =
  /(?:增长|增加|提高|提升|上升|上涨|扩大|攀升|增|涨|升|回升|增速|增幅|涨幅|升幅|增长率|增长速度|多)(?:了|达|为|率|约|近|超|幅度|率为|率达|达到)?$/;
export const FALL: RegExp =
  /(?:下降|减少|降低|下滑|回落|缩短|压缩|压减|缩减|收窄|下跌|跌|降|减|降幅|跌幅|减幅|少)(?:了|达|为|约|近|超|幅度|达到)?$/;

/** What a change is measured against, before the word of change. */
export const BASIS: RegExp =
  /同比|环比|年均|月均|同口径|可比口径|按可比价格|(?:比|较)(?:上年同期|去年同期|上年末|上年底|去年底|去年末|上年|去年|年初|上月|上季度|前年|原计划|同期)|平均/g;

/** Behind a bare number of ten thousands: whom it counts, 30万用户, 100万人口. */
export const PEOPLE_AFTER: RegExp =
  /^(?:多|余)?(?:人口|用户|居民|群众|家庭|游客|旅客|观众|农户|市民|村民|员工|职工|学生|企业|农民|粉丝|会员)/u;
