/**
 * What a sentence says around the name of a project or mechanism and is none of it.
 * @module
 */

/** 云岭基地云岭基地: a headline that runs into the text. */
const DOUBLED = /^(?<once>.{3,})\k<once>(?=$|项目$|工程$)/u;
/** 省内最大的|储能电站: how it compares is no name. */
const COMPARED = /^[^“”]{0,12}最(?:大|高|长|早|新|先进)的(?=.{4})/u;
/** 一座|储能电站, and in a headline 一|河道治理工程 */
const COUNTED =
  /^一(?:[座个块条家批处所栋项]的?(?=.{4})|(?=(?:河道|道路|公路|大桥|隧道|水库|小区|电站|项目|在建)))/u;
/** （上段）|溪湾枢纽工程: which part of what stands before. */
const PART_BEFORE = /^（[^（）]{1,8}）(?=.{4})/u;
/** 现有|投诉平台 */
const EXISTING = /^(?:现有|既有|原有|上述|相关|有关)的?(?=.{4})/u;
/** 青禾站（工程名）: what kind of name it is. */
const KIND_OF_NAME = /（(?:工程名|项目名|暂定?名|暂命名)）$/u;
/** 青禾轮胎项目一|等重大项目 */
const ONE_OF = /(?<=项目|工程)一$/u;
/** 主办方|青禾学院: what part it has in an event. */
const ROLE = /^(?:(?:主办|承办|协办|投资|建设|施工|运营|受访|参展)(?:方|单位))(?=.{4})/u;

/** `name` without a doubled headline, a comparison, a count, 现有, or half a pair of quotation marks. */
export const tidyName = (name: string): string =>
  (name.includes("“") === name.includes("”") ? name : name.replace(/[“”]/u, ""))
    .replace(DOUBLED, "$<once>")
    .replace(COMPARED, "")
    .replace(COUNTED, "")
    .replace(PART_BEFORE, "")
    .replace(EXISTING, "")
    .replace(KIND_OF_NAME, "")
    .replace(ONE_OF, "");

/** `name` of a body without the part that it plays. */
export const withoutRole = (name: string): string => name.replace(ROLE, "");
