/**
 * The regular expressions of the figure family, by name; a test checks them with `recheck`.
 * @module
 */

/** Where the words that name a figure end: clause punctuation and opening brackets. 、 joins and is no boundary. */
export const BOUNDARY: RegExp = /[，。；：！？（）\n…]/;

/** Behind a threshold (5000万元以上, 超亿元): the noun that it selects. */
export const SELECTED_NOUN: RegExp =
  /^(?:及以上|以上|以下)?的?[\p{Script=Han}“]{0,12}?(?:项目|企业|泊位|工程|装置|机组|机电|固定|资金|公司|单位|行业|工业|城市|人口|人群|设备|技术|产业|集群|园区|楼宇|铁矿|道路|线路|小区|大户|事项|客户)/u;

/** What a round sum without digits is the value of: 产值可超千亿元, 规模达到上千亿元. */
export const VALUE_BEFORE: RegExp =
  /(?:产值|规模|税收|纳税|利税|产出|收入|营收|销售额|总额|资产|市值|效益|形成投资|融资|交易额|产能|贡献)[^，。；]{0,4}$/u;

/** Nothing but that a level was reached: 、达到20793元, 稳步达到3000亿元. */
export const REACHED: RegExp =
  /^[，、]?(?:稳步|首次|历史性|一举|总量|并|再|已|最终|实际)*(?:达到?|突破|超过?|增至|升至|增加到|提高到|提升至|提升到|稳定在|为)(?:了)?(?:约|近|超)?$/u;
/** The change at the end of a name, or the number in its midst, whose level comes next. */
export const CHANGE_AT_END: RegExp =
  /(?:(?:年均|同比|累计)?(?:增长|增加|提高|提升|下降|减少)(?:了|近|约|超)?)$/u;

/** A rank without a word of what is ranked: 、居全国第5位, 双双跃居第1位, 稳居全国首位. */
export const RANK_ALONE: RegExp =
  /^(?:继续|持续|连续\d{1,2}年|双双|均|稳定|总量|规模|数量|增速|增量)*(?:稳居|位居|跃居|居|列|位列|排名|排|占|保持在?|升至|跃升至|上升至|达到|位于|为)(?:全[国省市区球]|世界|中部|西部|东部|[\p{Script=Han}]{0,8})$/u;

/** A threshold on the members that a count tells: 17个项目总投资超1亿元. */
export const COUNTED_BEFORE: RegExp =
  /[个项家](?:项目|企业)?(?:中有\d+个)?(?:的)?年?(?:总投资|投资|产值|营收|营业收入|销售收入|税收|纳税)?(?:额|能力|规模)?(?:均|都)?在?$|\d[万余多]{0,2}[个项家户座][\p{Script=Han}]{1,8}(?:投资|产值|收入|营收|销售额|纳税|税收)$/u;

/** The size of one thing, no statistic: 设备高20米, 直径1.5米. Looked for at the end of the words before. */
export const DIMENSION: RegExp =
  /(?:高(?!速|铁|标)|宽|厚|深(?!化|入|圳)|净空|直径|口径|跨径|跨度|身长|体长|车长|海拔|高度|宽度|厚度|深度|进深|层高|重)(?:约为|约|近|达到|达|为|超过|超)?$/u;
/** The label of a list in a quotation: “3个100”工程, “1+5”. */
export const LABEL_BEHIND: RegExp = /^[^”，。]{0,8}”/u;

/** What is called after a time: 15分钟健身圈, 12分钟核心圈, 2小时经济圈. Looked for behind the number. */
export const CALLED_BY_TIME: RegExp = /^[\p{Script=Han}“”]{0,10}圈/u;

/** Words that show a duration to be a result: 压缩近29个月, 仅用100天, 每天运行18小时. 历时12年申遗 tells how long a story was. */
export const MEASURED_TIME: RegExp =
  /(?:压缩|缩短|提前|运行|仅用|再用|只用|用时|耗时|工期|周期|节约|减少|增加)[^，。；]{0,8}$/;

/** Functional words at the head of the words before a number. */
export const LEADING: RegExp =
  /^(?:(?:而|但|则|因此|所以|从而)(?=[\p{Script=Han}]{2})(?!立|且)|(?:在|用)?(?:未来|近)?[\d一二三四五六七八九十两到至]{1,5}年(?:内|时间内|左右|(?=要|共|累计))|其中|截至|截止|以及|同时|此外|另外|与此同时|目前|已经|已有|建有|拥有|共计|合计|累计|一共|总共|并且|而且|不仅|还有|还(?!款|贷|建)|并(?!网|购|轨|联)|且|则|也|又|已|共(?!同|享|青|建|有|管)|将(?!军)|可(?!再生|支配|持续|回收|利用|行|供)|拟(?!定|上市)|要(?!素)|现有|共有(?!产权)|现(?!代|金|货|场)|全国(?=共)|全市|全省|全县|全区|我市|我省|我县|我区|该市|该州|该省|该县|该区|该项目|此次|本次|这些|目标是|力争|预计|预期|计划(?!总|投)|努力|争取(?!到)|确保|实现|充分发挥|及时(?=[\p{Script=Han}]{2})|公司(?=拟|计划|预计|实现|现有|共有)|了|和(?!谐)|与|及|、|的|,| )+/u;

/** One word between the name of a figure and its number; taken off again and again. */
export const TRAILING: RegExp =
  /(?:已经|则是|则|(?<=[重例率比])升|(?:增加?|减少?|下降|降|升|扩大?|收窄)至|跃升?|多年来?|连年|常年|港币|人民币|达到了|达到|可达到|可达|约达|高达|达|实现了|(?<!行)为|是|拥有|设有|具有|建有|共有|现有|有|完成|共计|共|(?<![签预节集合条制特公契邀履大])约|近|超|超过|突破|跨越|迈上|跃上|站上|跨上|到|至|了|过|分别|(?<![平年月日人户])均|各|已|累计|合计|总计|即|仅|足有|再|首次|努力|的|将|(?<![需重主必首摘纪提])要|可|预计|(?<![产职功效性智动机势潜热节])能|(?:发展|提升|提高|增加|上升|下降|降低|增长|扩大|恢复)[到至]|(?:(?:继续|持续|始终|长期){0,3}(?:稳定|保持|控制|维持|压减|压降|稳定保持))在?|(?<=[\p{Script=Han}]{2})(?:(?:持续|稳步|快速|较快|平稳|大幅)(?:增长|提升|上升|向好|扩大)|实现|连续[\d一二三四五六七八九十]{1,3}年)|，|：|“)$/u;

/** A name that says nothing without what it belongs to. */
export const RELATIVE_NAME: RegExp =
  /^(?:计划|规划|协议|合同|项目|合计|平均|年|总)*(?:总投资|投资|总投资额|投资额|总额|总数|总面积|总里程|签约额|总量|总资金规模|资金规模|占比|比重|占|开工率|竣工率|投产率|满意率|完成率|基金额度|额度|通过能力)(?:规模)?$/;

/** Nothing but the frame of a change: what it changes stands in the clause before. */
export const BARE_CHANGE: RegExp =
  /^(?: |微|略|小幅|大幅|仅|只|约|（[^（）]{0,12}）|并|且|也|又|再|，|、|分别|均|增速|增幅|降幅|同比|环比|年均|平均|比|较|上年|去年|同期|年初|上月|上年末|年末|一季度|二季度|三季度|上半年|前\d个月|1-\d{1,2}月|上季度|全年|月末|末|按可比价格计算|按可比口径|可比口径|同口径|实际|名义|,)*$/;

/** A target is announced, an actual has come about. */
export const TARGET: RegExp =
  /力争|争取(?=实现|完成|达|突破|今年|年底|年内|在|于|早|尽)|努力(?!下)|预计|预期(?!寿命)|有望|目标(?:是|为|：|(?=新增|新建|达|实现|完成))|需完成|需要完成|拟(?!定|订)|打算|要达到|将(?!近|军|士|领|\d|全[省市区县]|[^，。；]{0,12}(?:纳入|列入|作为|转化|转变|上报|打造成))|(?<!原)计划(?=今年|\d年内|改[造建]|扩建|修[建复]|整治|治理|招引|培[育训]|创建|救助|明年|到|在|于|用|新|建|年|实施|开展|开工|完成|引进|安排|推进|打造|投产|竣工|生产|将|再)|规划(?:建设|建筑|用地|总|新[增建]|[^，。；]{0,6}面积)|计划工期|暂定|(?<=^|[，后。])可(?=减少|节约|年|保障|带动|实现|缓解|满足|提供|新增|处理|生产|吸纳|解决)|确保|今年要|我们要|(?:达产|投产|建成|竣工|完工|投用|投运|运营|开通|通车|交付)后|今后|未来|可实现|可形成|可达|年内再用$|计划投资(?=[约近超]?[\d.]{1,8}[万亿]{0,2}元(?:兴|新)?建设?)/;
/** Done already, whatever was announced before. */
export const DONE: RegExp =
  /已(?!经?将)|实际(?![利使]用外|到位)|累计|(?<!项)目前(?!正)|截至|(?<![为除受])了(?![解望])|全[省市县区]共(?:建成|认定|签约|获批)/;
/** A guess, but of what the day of the report already shows. */
export const AS_OF: RegExp = /截至|累计/;

/** 连续三年: the figure holds for each of them. */
export const YEARS_RUNNING: RegExp = /连续(\d{1,2}|[二三四五六七八九十])年[^，。；]{0,6}$/;
/** 于2010年, 自2018年: when one event was, not when the figures after it hold. */
export const EVENT_TIME_BEFORE: RegExp = /(?:于|自|始建于|创立于)$/;
/** 2025年竣工, 2018年落户: the time of a beginning or an end. */
export const EVENT_AFTER: RegExp =
  /^(?:前|底|初|末|可|将|即可|起|内)*(?:正式|全面|顺利|主体)?(?:落户|成立|创立|创办|设立|启动|挂牌|上市|建厂|入驻|落成|洪水|版|获批|提出|竣工|完工|投产|开工|动工|建成|投入使用|投用|交付|试生产|通车)/;

/** In a plan: what is the case already. */
export const EXISTING: RegExp = /已(?!经?将)|(?<!项)目前|现有|截至(?![^，]{0,4}年底)|去年|上年(?!同期)|过去/;
/** A mere comparison with the past: 创2006年以来新高, 为2015年以来最好水平, 2020年以来首次. */
export const RECORD: RegExp =
  /^[^，。；]{0,4}(?:\d{4} ?年|[“"]?十[二三四五]五[”"]?|[^，。；]{2,4}年)[^，。；]{0,4}以来[^，。；]{0,3}(?:新高|新低|最|首|次高|同期|峰值|历史)/u;
/** Behind a time: somebody came, saw or spoke then. */
export const VISITED: RegExp =
  /^(?:\d{1,2}日)?[，,]?[\p{Script=Han}“”·、]{2,20}?(?:(?:亲临|莅临|来到|赴|到)[\p{Script=Han}]{1,12}?(?:考察|调研|视察|指导)|视察|考察[\p{Script=Han}]{2,4}(?:时|并)|发表(?:重要)?讲话|作出(?:重要)?(?:指示|批示))/u;

/** Nouns of discourse: 从6个方面, 3个环节 count nothing in the world. */
export const DISCOURSE_NOUN: RegExp =
  /^(?:主要|重点|预期性|约束性|核心)*(?:指标|方面|环节|阶段|步骤|层面|维度|角度|原因|特点|层次|字|交易日|自然日)/;
/** 折合人民币…, 等值…: the same sum once more; 较去年同期…: the sum it is compared with. */
export const CONVERTED_BEFORE: RegExp =
  /(?:[较比](?:去年|上年)?同期|折合|折|等值|约合|相当于|下同)(?:人民币|美元)?约?$/;
/** 由24亿元增加至…: the earlier value. Before it, and behind it. */
export const FROM_BEFORE: RegExp = /[由从](?:\d{4}年的?)?(?:\p{Script=Han}{1,6})?(?:第\d{1,2}[位名]、)?$/u;
export const TO_BEHIND: RegExp =
  /^(?:、第\d{1,2}[位名])?(?:[/／][月年日人亩])?[\p{Script=Han}]{0,8}[到至居](?:人民币|全国|全省)?[近约超逾]?第?\d/u;
/** The earlier value inside the words before the later one. */
export const FROM_VALUE: RegExp = /(?:将|已)?[由从][^，由从]{0,8}\d[^，由从]{0,20}$/;
/** The undertaking that a sum before it belongs to: 总投资12亿元的供水工程. */
export const UNDERTAKING: RegExp =
  /^的?([\p{Script=Han}（）·“”A-Za-z\d-]{2,24}?(?:工程|项目|基地|产业园|厂区|园区))/u;
/** Words of news: a text that has one tells of what happened. */
export const HAPPENED: RegExp = /去年|同比|以来|日前|近日|记者|消息|\d ?日/;
/** Behind a number: 7个计划新开工项目. */
export const PLANNED_BEHIND: RegExp = /^(?:计划|拟|待)(?:新|开|建)|^项目(?:投产|建成|达产|竣工)后/;
/** Behind a time: what it is the target of, 全年目标任务. */
export const OF_TARGET: RegExp = /^(?:度|的)?(?:目标|任务|计划|指标|预期)/;
/** The head of a dispatch: 某网某市7月31日电（记者甲）. */
export const DATELINE: RegExp = /^[^，。；]{0,36}?(?:电|讯|消息)[ ，]{0,2}(?:[（(][^（）()]{1,40}[）)])?/;
/** What the report tells of is what happened on its day: 活动上, 本次签约. */
export const AT_THE_EVENT: RegExp =
  /(?:仪式|活动|推介会|大会|会议|签约会|对接会)[^，。；]{0,4}?(?:现场|环节|上)(?=[，签共集])|(?:^|[。，])(?:会上|现场签约|会议促成|当天|当日)/;
/** Nothing but a word of change, with its basis: 同比分别增加, 增长. */
export const CHANGE_ALONE: RegExp =
  /^(?:(?:较|比)[^，。；]{1,8})?(?:同比|环比|年均|平均|分别|均|实际|名义|净|又|再|仅|略|小幅|大幅|微|涨幅|增速|增幅|降幅|跌幅|为|达到?)*(?:增长|增加|下降|减少|提高|上升|上涨|下跌|回落|提升|降低|扩大|收窄|多增|少增|增|降|涨|跌)?(?:了|为|达|约|近|超)?$/u;
/** A change of the speed itself, against an earlier time: 增速较上半年加快. */
export const FASTER: RegExp =
  /^(?:增速|增幅|涨幅|降幅|占比|比重)?(?:较|比)[^，。；]{1,8}(?:加快|放缓|回落|扩大|收窄|提升|提高|上升|下降)$|^(?:增速|增幅|涨幅|降幅)(?:加快|放缓|回落|扩大|收窄)$/u;
/** A comparison with the whole of which a place is part: 高于全国, 分别快于全省、全市. */
export const COMPARED: RegExp =
  /^(?:且|并)?(?:分别)?(?<how>(?:高于|低于|快于|慢于|好于|优于|高出|高过|领先于?|超过|超|跑赢)(?:同期)?)(?<whom>[^，。；]{2,24})$/u;
/** 本报讯, 某网某市8月3日电（记者甲）: what a dispatch begins with is no part of a name. */
export const OUTLET_LEAD: RegExp =
  /^(?:[\p{Script=Han}A-Za-z·（）()]{0,14}(?:本[报网刊台]|报|网|社|台|客户端|融媒体?|新闻|频道)(?:[（(][\p{Script=Han}]{2,10}[)）])?|[\p{Script=Han}]{2,20}\d{1,2}月\d{1,2}日)(?:讯|消息|[\p{Script=Han}]{0,8}\d{1,2}月\d{1,2}日[电讯])[\s，：:]{0,3}(?:[（(][^（）()]{1,40}[）)])?\s{0,3}/u;
/** 云泽市2023年统计公报云泽市统计局: the head of a report whose layout was lost is no part of a name. */
export const REPORT_LEAD: RegExp =
  /^[^，。；：]{0,24}\d{4}年[^，。；：]{0,24}(?:公报|工作报告)(?:[^，。；：]{2,14}(?:统计局|调查队|人民政府))?/u;
/** A size is named before its number. */
export const SIZED: RegExp =
  /(?:规模|面积|长度|容量|能力|里程|总量|产量|保有量)(?:达到?|为|约|近|超过|超)*$/u;
/** Spent, by somebody named before. */
export const SPENT: RegExp = /[^总成产划年]投资$|.(?:出资|斥资|耗资)$/u;
/** What stands between a sum that is spent and the undertaking it is spent on. */
export const BUILDING: RegExp = /^(?:兴建|新建|建设|打造|实施|改建|扩建|建造|投建)(?:了|的)?/u;

/** Of a share, an index or a fund on one day: 股价, 收盘于, 主力资金净流出. */
export const TRADING: RegExp =
  /股价|收盘|开盘|盘中|[收开]报|报收|换手率|目标价|结算价|该股|涨停|跌停|主力资金|游资|散户|资金净[流买卖]|净[卖买]出|沪指|成指|创业板指|(?:上证|恒生|道琼斯|纳斯达克)[\p{Script=Han}]{0,4}指数?|(?<![上下价额费成入出])[跌涨]$/u;
/** What pages set around their text, run into it: 【, 记者, 原标题. */
export const NEWS_FURNITURE: RegExp = /[【】|*+]|记者|原标题|获悉|APP|财经讯|正文/u;
/** A name that begins so is the rest of a clause: 因, 由于, 不会. */
export const CLAUSE_HEAD: RegExp =
  /^(?:因(?!素|子)|由|由于|如果|若|只要|虽然|尽管|即使|当(?!地|期|年|前|月|季)|据(?!点)|根据|随着|不会|不再|没有|未能|仍未|并未|相比|相较|较|比(?=去年|上年|同期|上月|大幅)|同比|环比|同期|从(?!事|业|[^到]{1,10}到)|让|使(?!用)|被|一度|疑似|至(?!今)|为(?:人|此))/u;
/** Somebody thinks, says or does in the midst of the words: no name of a statistic. */
export const OPINION: RegExp =
  /不会|不再|可以|会在|他介绍|仍未|曾经|认为|表示|指出|披露|导致|引起|使得|选择|预期会|意味|经常(?!性)|曾经?(?=[一-龥])|已于|就(?!业|医|学|读|诊|餐|地|近)|并且|然而|(?<=[一-龥]{2})以来|还(?!款|贷|建|本)|消失|据报道|\d月\d{1,2}日|\d月末|报讯|数据显示|频发|于(?:主|分)会场|经理|有报道/u;
/** Behind a sum or a share: the next sentence, set without a mark. */
export const RUNS_ON: RegExp =
  /^(?:据|记者|本报|图为|近日|日前|今年|去年|前\d|上半年|下半年|一季度|三季度|\d{4}年)/u;
/** A share at the end of the words behind a count. */
export const SHARE_AT_END: RegExp =
  /[\p{Script=Han}]{2}(?:比例|占比|率)(?:始终|均|已|保持|稳定|达到?|在|为)*$/u;
/** Adverbs of a predicate behind what is counted: 13座桥梁均已完工 counts 桥梁完工. */
export const PREDICATE_ADVERBS: RegExp =
  /(?<=[\p{Script=Han}]{2})(?:均|都)?(?:已(?!故)经?|正在)(?:全部|基本|陆续|加快|顺利|稳步|有序|抓紧)*/u;
/** Words that want a continuation, at the end: 投资者预期, 数量从, 营收则. */
export const NAME_ENDS_OPEN: RegExp =
  /(?:相比|对比|相较|预期|比上年同期[多少]?|同期|[一-龥]比去年[多少]?|同比[少多]?|较[\d一-龥]{0,4}年|\d年|大关|则|也|同|仅|从(?!业)|由|以|向(?!方)|及其|之间|分别是|包括|截至|季度|上半年|下半年|报(?<![申年上])|跑赢了?全?|(?<![占同对])比|较|卖|获)$/u;
/** Words that say how much and not of what: 余额, 增加, 增速比上月末低. */
export const NOTHING_NAMED: RegExp =
  /^(?:余额|增[加长速幅]|减少|下降|上升|回落|降幅|变化幅度|价值|价格|金额|数量|规模|同此|局部|部分|其他|其中|人次?|投资下降|排名|比重|(?:增速|增幅)(?:分别)?比.*)$/u;
/** A rank whose words do not say in what. */
export const RANKED_AT_END: RegExp = /^(?:以|[一-龥]{0,2})?(?:排在|位居|位列|名列|居|列)+(?:[一-龥]{0,4})$/u;
/** A rate whose words begin with how or against whom. */
export const PREPOSED: RegExp = /^(?:以|在(?!建|校|营|管|岗|职|线|用|产|售|租|任|编|途|手|华|册))/u;
/** 50米内换乘比例, 5公里以内的学校: a number that says which ones are meant. Behind it. */
export const WITHIN: RegExp = /^(?:以|之|范围)?内的?[\p{Script=Han}]{2}/u;
/** 新增甲110个、乙750个: what holds for all that are counted one after another. At the head of the first one's name. */
export const SHARED_VERB: RegExp =
  /^(?:新增|新建|新设|新改建|新培育|新登记|净增|新开工)(?=[\p{Script=Han}〇]{2})/u;
/** What is counted has a verb of its own: 、改造校舍30处. */
export const OWN_VERB: RegExp =
  /^[已再共带新净建改完实开引培打推投创拥达总增减升累组举办签落安整治修提拓发设编制出获]/u;
/** A verb that says nothing of what is done: 完成甲5个、乙8个 shares none. */
export const LIGHT_VERB: RegExp =
  /^(?:完成|实现|达到?|拥有|现有|形成|推进|推动|开展|实施|加快|加强|促进|涉及|包括|抓好|做好|继续|持续|安排|组织|共有|累计|为|有|是|在|将|对)+$/u;
/** Distances that one goes, and what a machine can do: 距市区30公里, 时速350公里. Before the number, or right behind it. */
export const SPECIFICATION: RegExp =
  /(?:时速|车速|航速|转速|流速|风速|速度|续航(?:里程)?|航程|射程|焦距|变焦|像素|分辨率|刷新率|主频|内存|扭矩|马力|光圈|震源深度|相距|车程|路程|行程|徒步|骑行|步行|行驶|往返|飞行|距离?[\p{Script=Han}]{1,10})(?:可达|高达|达到?|为|了|约|近|超过|超|仅|只有|不足|至少|最高|最远|[、，])*$/u;
export const SPECIFIED_BEHIND: RegExp =
  /^(?:的)?(?:口径|像素|变焦|长焦|广角|镜头|传感器|马力|扭矩|分辨率|刷新率|续航|外的|开外|以外的?|之外|远的?(?=[\p{Script=Han}，。]))/u;
/** 年产30万吨板材项目: the size in an undertaking's name. Before the number, and behind it. */
export const SIZE_BEFORE: RegExp = /(?:年产|日产|年处理|日处理|年加工|年生产)$/u;
export const SIZE_NAMES: RegExp = /^[\p{Script=Han}A-Za-z·（）“”]{1,26}?(?:项目|工程|基地|生产线|产业园)/u;
/** Behind a round size: what is called by it: 百万亩造林绿化工程. */
export const NAMED_BY_SIZE: RegExp = /^[\p{Script=Han}]{0,10}?(?:工程|行动|计划|项目|基地)/u;
/** 相比去年同期的, 相较2016年: what follows is the value compared with. */
export const EARLIER_BEFORE: RegExp =
  /(?:相比于?|相较于?|对比|[比较])(?:(?:去年|上年|前年|上季|上月|\d{4}年)[\p{Script=Han}]{0,4}?)?(?:同期|全年|末|底)?(?:的|达|为){0,2}$/u;
/** Behind a value: it is what another is compared with. */
export const EARLIER_BEHIND: RegExp = /^[\p{Script=Han}]{0,4}(?:相比|相较)[，,]/u;
/** The state on the day of the report, or what happened on it. */
export const STATE_NOW: RegExp =
  /目前|现有|现已|已(?!故)|截至|截止|至今|迄今|累计|现(?:存|在)|[今昨][天日]|当[天日]|[会场]上|本次|此次|现场/u;
/** Behind a time: something began then, and goes on: 去年6月上线以来, 2021年启动至今. */
export const SINCE_THEN: RegExp = /^(?!以来)[^，。；\d]{1,10}?(?:以来|至今)/u;
/** 五年来, 自开工以来: a span that the day of the report does not tell. */
export const SPAN_UNTOLD: RegExp = /(?:[一二三四五六七八九十几多两\d]年来|以来|至今)/u;
/** （约合7.6亿元, （某站备注：当前约7.6亿元人民币: the sum before once more, in another currency. */
export const CONVERTED_IN_BRACKETS: RegExp =
  /[（(](?:[\p{Script=Han}A-Za-z]{1,10}：)?(?:按|当前|现|折|约|合|等值|大|人民币)*$/u;
/** The size of a thing, which it has for good: a time told before is none of it. At the end of a name. */
export const STANDING: RegExp =
  /(?:全长|总长度?|里程长?|建筑面积|占地面积|用地面积|设计(?:速度|时速|产能|能力|库容)|总库容)$/u;
