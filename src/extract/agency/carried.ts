/**
 * Bodies whose place stands before another one: 县文旅局、发改局、财政局 are all that county's, and in
 * 县委常委、组织部部长 the department is the committee's.
 * @module
 */

import { alternation, lexicon } from "../../lexicon.ts";
import { allMatches } from "../../matches.ts";
import { type Found, matchAt } from "./found.ts";

const NEXT = new RegExp(`[、和](?:${alternation(lexicon("agency-departments"))})`, "uy");
const PARTY_DEPARTMENT =
  /(?<=[、兼， ])(?:组织部|宣传部|统战部|政法委|社会工作部)(?=(?:常务)?副?(?:部长|书记))/gu;
const COMMITTEE = /[省市县区州旗]委$/u;

const ownerOf = (norm: string, found: Found): string =>
  found.owner ?? norm.slice(found.start, found.bodyStart);

/** Further bodies of the places that the sentence has named already. */
export function carriedOver(norm: string, found: readonly Found[]): Found[] {
  const lists = found.flatMap((first): Found[] => {
    const owner = ownerOf(norm, first);
    const list: Found[] = [];
    let end = first.end;
    for (let next = matchAt(NEXT, norm, end); next; next = matchAt(NEXT, norm, end)) {
      const start = end + 1;
      end += next[0].length;
      list.push({ start, bodyStart: start, end, owner });
    }
    return list;
  });
  const departments = allMatches(norm, PARTY_DEPARTMENT).flatMap((match): Found[] => {
    const committee = found.findLast(
      (f) => f.end <= match.index && COMMITTEE.test(norm.slice(f.start, f.end)),
    );
    if (!committee) return [];
    return [
      {
        start: match.index,
        bodyStart: match.index,
        end: match.index + match[0].length,
        owner: `${ownerOf(norm, committee)}委`,
      },
    ];
  });
  return [...lists, ...departments];
}
