/**
 * The shape of a printed name: what stands before it without belonging to it, and what looks like a name and is none.
 * @module
 */

/** Ranks and states in front of a name. */
export const GENERIC_START: RegExp =
  /^(?:(?:国家|省|市|区|县)级?(?:重大|重点)(?:建设)?(?:工程|项目)|重大|重点|标志性|首批|首个|一批|新建|续建|在建|拟建|改建|扩建|改扩建|建设|实施|的|等|和|与|及|最大|规模最大|目前|全部|其他|现有|首家|所属|旗下|项目|工程|“十[一二三四五]五”)+/u;
/** What stands between a builder and the name of what is his: 甲集团|所属|乙电厂. */
export const AFTER_OWNER: RegExp = /^(?:所属|旗下|下属|名下|新建|在建|拟建|投资的|建设的|打造的)+/u;
/** Words of a caption or a headline that ran into the name, and numbers of paragraphs. */
export const GLUED: RegExp =
  /^(?:项目概况|概况|供图|资料图|效果图|图为|原标题|标题|摄|\d{1,2}[.、](?!\d)|0\d(?=\p{Script=Han}))+/u;
/** 某中学|某中学项目: a caption and the sentence after it. */
export const TWICE: RegExp = /^(?<once>.{3,20})\k<once>/u;
/** A number of things, a sum, a medium. */
export const NO_NAME: RegExp =
  /^(?:[\d一二两三四五六七八九十多数几]+(?:个|条|座|栋|幢|台|家|处|批|套|项|所|组|块)|逾|超|近[十百千万亿\d]|[一二两三四五]期(?:建设|开发|实施))|(?:元|\d[个项]|频道|日报|新闻网|客户端|融媒|招商引资)(?:重点|重大|以上|级)?(?:项目|工程)?$/u;
/** What is not built: loans, contests, lessons, permits, rankings, funds in rounds. */
export const NOT_BUILT: RegExp =
  /(?:借款|贷款|理财|信托|债券|专项债|风险|审批|团购|决赛|预赛|比赛|竞赛|赛事|体操|课程|志愿服务|众筹|资本补充|补助|补贴|承包|特许经营|以工代赈|助学|助教|慈善|捐赠|捐资|代工|期货|保险|扶贫|帮扶|战略)(?:项目|工程)?$|(?:基金|债券|专项债|计划|课程|专辑|赛)（?第?[一二三四五六七八九十]期）?(?:项目)?$|^(?:（[^）]{1,8}）)?(?:TOP|Top|top|前)\d+|^(?:IPO|QFLP|DICT|REITs|BT|BOT|PPP|EPC)(?:项目|储备|工程)*$/u;
/** 位于某区的|甲家园, 投资额十亿元的|乙项目: what stands before the name and tells of it. */
export const TOLD_OF: RegExp =
  /^(?:(?:位于|坐落于|坐落在|地处)[^，。；的]{2,16}|(?:总?投资额?|概算)[^，。；的]{1,14}元)的(?=.{4})/u;
/** Before a kind of which there are many: 建成一批某某项目. */
export const SEVERAL: RegExp =
  /(?:一批|一些|部分|一系列|多个|多座|若干|各类|购置|采购|\d+余?[个座条家处项])[^，。；、是为]{0,18}$/u;
