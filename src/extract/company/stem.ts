/**
 * Is what stands before a company's ending a name, or only a kind of company (物流公司, 上市公司, 该集团)?
 * @module
 */
import type { Gazetteer } from "../../tag/gazetteer/index.ts";
import { GENERIC, GROUP, LEGAL, withoutSector } from "./lists.ts";

const ENDING = new RegExp(`(?:${LEGAL}|${GROUP})$`, "u");
const LEADING =
  /^(?:[一二三四五六七八九十两数多几\d]+[家个国大]|第[一二三四五六七八九十\d]+|这|那|该|本|各|其|某|首家|唯一|最大|全国|全球|世界)/u;
const KIND_ENDING =
  /(?:[性类型]|附属|后续|关联|全资|绝对|相对|上市|子|母|龙头|跨国|外资|国有|民营|骨干|知名|大型)$/u;
const ODD = /[的了着在是由于被把将与等们们向从]|记者|报道|董事长|总经理|企业家/u;

/** 七国集团, 第82集团军, 多家公司: counted, not named. */
export const isCounted = (text: string): boolean => LEADING.test(text);

/** The name without its ending and without place brackets. */
export function stemOf(name: string): string {
  let stem = name.replace(/（[^（）]{1,10}）/gu, "");
  for (let i = 0; i < 3; i++) {
    const next = stem.replace(ENDING, "");
    if (next === stem || next === "") break;
    stem = next;
  }
  return stem;
}

/** Takes the division with which a name begins off (苏州市欧陆电器 → 欧陆电器); the whole name when nothing is left. */
export function withoutPlace(name: string, gazetteer: Gazetteer): string {
  const first = gazetteer.scan(name, {})[0];
  if (first?.start !== 0 || first.end >= name.length) return name;
  return name.slice(first.end);
}

/** A stem that names somebody: more than kinds, places and sectors. */
export function isName(name: string, gazetteer: Gazetteer, legal: boolean): boolean {
  const stem = stemOf(name);
  if (stem.length < 2 || LEADING.test(stem) || GENERIC.has(stem) || ODD.test(stem) || KIND_ENDING.test(stem))
    return false;
  if (gazetteer.lookup(stem).length > 0 && legal) return false;
  if (legal && withoutPlace(stem, gazetteer) === stem && withoutSector(stem) === "") return false;
  if (legal) return stem.length > 2 || !GENERIC.has(stem);
  const bare = withoutPlace(stem, gazetteer);
  if (bare !== stem) return bare.length >= 2 && !GENERIC.has(bare);
  if (gazetteer.lookup(stem).length > 0 && stem.length <= 3) return true;
  const own = withoutSector(stem);
  return (
    own.length >= 1 &&
    !GENERIC.has(own) &&
    !/^(?:国有|民营|大型|中小|外资|知名|龙头|省属|市属|区属|上市|全国|全市|全球|世界)/u.test(stem)
  );
}
