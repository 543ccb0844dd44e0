/**
 * One form for an agency's name: the division it belongs to and its department in full. 省发改委 in a report on 苏州 and
 * 江苏省发展和改革委员会 in one on 无锡 are one body, 浙江省发展改革委 is another.
 * @module
 */
import { lexiconTable } from "../lexicon.ts";
import { divisionOfLevel, leadOf } from "./lead.ts";
import { printedName, splitBrackets } from "./normal.ts";

/** Every form with the full one; a full form is its own, else 委 would be read inside 委员会. */
const FULL = new Map(
  [...lexiconTable("agency-departments"), ...lexiconTable("agency-synonyms")].flatMap(
    ([short = "", full = short]) => [[full, full] as const, [short, full] as const],
  ),
);
// A form that one list spells out is no full form in the other.
for (const [short = "", full] of [...lexiconTable("agency-departments"), ...lexiconTable("agency-synonyms")])
  if (full !== undefined) FULL.set(short, full);
const CENTRAL = new Map(
  lexiconTable("agency-central").flatMap(([short = "", full = short]) => [
    [short, full],
    [full, full],
  ]),
);
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

export interface AgencyName {
  /** Division code, `central`, or undefined where the name tells no owner. */
  owner: string | undefined;
  /** Department in full, without the owner. */
  department: string;
  /** Second nameplates in brackets, in full. */
  plates: string[];
}

const PARTY = /^(?:中国共产党|中共)/u;
const CONSULTATIVE = /^(?:中国人民政治协商会议|政协)(?<place>.+?)委员会$/u;
const YOUTH = /^(?:中国共产主义青年团|共青团)(?<place>.+?)委(?:员会)?$|^团(?<level>[省市县区州旗])委$/u;
const LEVEL = /^(?:本|我)?(?<level>自治区|省|市(?!场)|县(?!域)|区(?!域)|州|旗|盟)(?=.{1,})/u;

function department(rest: string, party: boolean): string {
  if (/^委$|^委员会$/u.test(rest)) return "委";
  const named = rest.replace(/^人大常委会?$/u, "人民代表大会常务委员会").replace(/^人大$/u, "人民代表大会");
  return fullAgencyName(party ? named.replace(/^委员会(?=.)/u, "委") : named);
}

/** Reads owner, department and plates off a name. `home` is the division of the report's place. */
export function readAgency(name: string, home: string | undefined): AgencyName {
  const { outside, inside } = splitBrackets(printedName(name));
  const plates = inside
    .filter((plate) => plate.length >= 3)
    .map((plate) => {
      const read = readAgency(plate, home);
      return read.department;
    });
  const consultative = CONSULTATIVE.exec(outside)?.groups?.["place"];
  if (consultative !== undefined && consultative !== "全国")
    return { ...owned(`${consultative}政协`, home, false), plates };
  const youth = YOUTH.exec(outside)?.groups;
  if (youth) return { ...owned(`${youth["place"] ?? youth["level"]}团委`, home, false), plates };
  const central = CENTRAL.get(outside);
  if (central !== undefined) return { owner: "central", department: central, plates };
  const party = PARTY.test(outside) && /委/u.test(outside);
  return { ...owned(party ? outside.replace(PARTY, "") : outside, home, party), plates };
}

function owned(
  text: string,
  home: string | undefined,
  party: boolean,
): { owner: string | undefined; department: string } {
  const national = /^中华人民共和国(?<rest>.+)$/u.exec(text)?.groups?.["rest"];
  if (national !== undefined) return { owner: "central", department: CENTRAL.get(national) ?? national };
  const lead = leadOf(text, home);
  if (lead && lead.code !== "CN" && !/^(?:海关|海事局|铁路局)/u.test(lead.rest)) {
    const full = lead.rest === "政府" || lead.rest === "人民政府" ? "人民政府" : department(lead.rest, party);
    return { owner: lead.code, department: full };
  }
  const level = LEVEL.exec(text);
  if (level) {
    const word = level.groups?.["level"] ?? "";
    const code = divisionOfLevel(word, home);
    const rest = department(text.slice(level[0].length), party);
    return code === undefined
      ? { owner: undefined, department: word + rest }
      : { owner: code, department: rest };
  }
  return { owner: undefined, department: fullAgencyName(text) };
}
