/**
 * The bodies of development zones: 某某高新区管委会, 经开区党工委; a bare 管委会 belongs to the zone named before it.
 * @module
 */
import { allMatches } from "../../matches.ts";
import type { Mention, MentionRule, TokenSentence } from "../types.ts";

const ZONE_BODY =
  /(?<zone>高新技术产业开发区|经济技术开发区|经济开发区|高新区|经开区|开发区|示范区|新区|园区|试验区|合作区|保税区|保税港区|自贸区|自贸片区|产业园|风景区|景区|港区|工业区|科技城|商务区|新城|科技园|园)?(?<body>党工委|管委会|管理委员会|(?<=区|城|园)(?:管理局|投资促进局|招商局|经济发展局|管理中心))/gu;
const NAME_TAGS = new Set(["LOC", "ORG", "nz", "n", "ns", "f", "s", "PER"]);

/** Where the zone's name begins: the names before it that run up to it. */
function nameStart(s: TokenSentence, zoneStart: number): number {
  let start = zoneStart;
  const inner = s.tokens.find((t) => t.start <= zoneStart && zoneStart < t.end);
  if (inner) start = inner.start;
  for (let i = s.tokens.findIndex((t) => t.end === start); i >= 0; i--) {
    const token = s.tokens[i];
    if (
      !token ||
      zoneStart - token.start > 12 ||
      !NAME_TAGS.has(token.tag) ||
      !/^\p{Script=Han}+$/u.test(token.text) ||
      token.tag === "n"
    )
      break;
    start = token.start;
  }
  return start;
}

export const zoneBody: MentionRule = {
  name: "agency/zone-body",
  examples: {
    yes: [["成都高新区管委会主任李明明出席。", "Agency:成都高新区管委会"]],
    no: ["园区建设加快推进。"],
  },
  propose(s, doc) {
    let last: string | undefined;
    const mentions: Mention[] = [];
    for (const match of allMatches(s.norm, ZONE_BODY)) {
      const { zone, body = "" } = match.groups ?? {};
      const end = match.index + match[0].length;
      const places = doc.gazetteer.scan(s.norm.slice(Math.max(0, match.index - 12), match.index));
      const place = places.at(-1);
      const placeStart =
        place && place.end === Math.min(12, match.index)
          ? Math.max(0, match.index - 12) + place.start
          : undefined;
      const start =
        zone === undefined ? match.index : Math.min(placeStart ?? match.index, nameStart(s, match.index));
      const zoneName = zone === undefined ? last : s.norm.slice(start, end - body.length);
      if (zoneName === undefined) continue;
      last = zoneName;
      const bare =
        start === match.index && zone !== undefined && doc.home
          ? doc.home.name.replace(/[市县区]$/u, "")
          : "";
      mentions.push({
        type: "Agency",
        start,
        end,
        text: s.sentence.text.slice(start, end),
        name: `${bare}${zoneName}${body}`,
        rule: "agency/zone-body",
        confidence: 0.9,
        ...(bare === "" ? {} : { aliases: [zoneName + body] }),
      });
    }
    return mentions;
  },
};
