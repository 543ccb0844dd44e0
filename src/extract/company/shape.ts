/**
 * Can a word of the tagger be a company's name at all? Says no to bodies, places, schools, products and words of trade; the
 * words around it must still say that a company is meant.
 * @module
 */
import type { PlacedDoc } from "../types.ts";
import { BLOCKED, GENERIC, INDUSTRY, withoutSector } from "./lists.ts";

/** Endings of bodies that are no companies. */
const PUBLIC =
  /(?:委|委员会|局|厅|部|院|法院|检察院|会|政府|大学|学校|学院|中学|小学|医院|协会|学会|商会|联盟|中心|研究所|研究院|实验室|支队|大队|中队|镇|村|乡|街道|社区|党|组|专班|办|办公室|站|所|网|日报|晚报|报|新闻|电视台|通讯社|杂志|队|馆|处|科|署|关|军|工会|基金会|人大|政协|省|市|区|县|州|局长|论坛|展|大会|广场|公园|景区|机场|高铁|高速|路|街|大桥|港|湖|山|河|江|水库|基地|园|城|里|苑|花园|小区|项目|工程|庙|寺|塔|宫|人民|队伍|团队|代表团|考察团|党委|支部|总支|岛|湾|村委|产业|博览|教育|剧|杯)$/u;

/** Has the shape of a company's name: none of the bodies, places, kinds and trades that the tagger calls names too. */
export const looksNamed = (text: string, doc: PlacedDoc): boolean =>
  text.length >= 2 &&
  text.length <= 14 &&
  !PUBLIC.test(text) &&
  !GENERIC.has(text) &&
  !BLOCKED.has(text) &&
  !INDUSTRY.has(text) &&
  doc.gazetteer.lookup(text).length === 0 &&
  !/[的了在和与及、，。]/u.test(text) &&
  !/^\d|(?:企业|机构|商协会)$|\d{2,3}强/u.test(text) &&
  !/[一二三四五六]期$/u.test(text);

/** Words of trade alone. */
export const isPlain = (text: string): boolean => withoutSector(text) === "";
