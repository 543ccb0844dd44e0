/**
 * One form for an agency's name: 发改委, 发展改革委 and 发展和改革委员会 are one body, 市政府 and 市人民政府 are, 中共某市委员会 is 某市委.
 * @module
 */
import { lexiconTable } from "../extract/lexicon.ts";

const FULL = new Map(lexiconTable("agency-departments").map(([short = "", full]) => [short, full ?? short]));
const LONGEST = Math.max(...[...FULL.keys()].map((k) => k.length));

/** The full form of a name's department, if the name holds one; the rest of the name as it is. */
export function fullAgencyName(name: string): string {
  const plain = name
    .replace(/^中(?:国)?共(?:产党)?(?=.{2,}委)/u, "")
    .replace(/([省市县区州旗])委员会$/u, "$1委")
    .replace(/(?<!人民)政府/u, "人民政府");
  for (let start = 0; start < plain.length; start++)
    for (let end = Math.min(plain.length, start + LONGEST); end - start >= 2; end--) {
      const full = FULL.get(plain.slice(start, end));
      if (full !== undefined) return plain.slice(0, start) + full + plain.slice(end);
    }
  return plain;
}
