/**
 * Which outlet a report is from, by the patterns of datelines and reporters' lines: `X讯`, `X记者`, `X某地8月10日电`. The
 * name is given as printed; 本报 stays 本报, since only the reader of the paper knows which paper that is.
 * @module
 */
import type { Sentence } from "../model/report.ts";
import { parseCredit } from "./bylines.ts";
import { parseHeaderLine } from "./header-line.ts";

/** What an outlet's name ends with. A place between outlet and date (`某社某地8月10日电`) is not part of it. */
const NAME =
  "(?:本报|本网|本刊|本台|[\\p{Script=Han}A-Za-z·]{0,12}?(?:日报|晚报|早报|晨报|时报|商报|周报|青年报|经济报|新闻社|新华社|中新社|新闻网|网|新闻|电视台|广播电台|融媒体中心|融媒|客户端|在线|观察|频道|社|报|台)(?:[（(][\\p{Script=Han}A-Za-z]{2,12}[)）])?)";
const BRACKETED = "[\\p{Script=Han}A-Za-z·]{2,10}网[（(][\\p{Script=Han}A-Za-z]{2,12}[)）]";

/** Patterns of a text's opening; exported because they are put together and a test checks each for catastrophic running time. */
export const outletPatterns: readonly RegExp[] = [
  new RegExp(
    `^(?:[（(]?)(${BRACKETED}|${NAME})(?:[\\p{Script=Han}]{0,10}?)(?:\\d{1,2}月\\d{1,2}日)[电讯]`,
    "u",
  ),
  new RegExp(`^(?:[（(]?)(${BRACKETED}|${NAME})讯`, "u"),
  new RegExp(
    `^(?:[（(【]?)(${BRACKETED}|${NAME})(?:全媒体|首席|见习|实习|特约|驻[\\p{Script=Han}]{2,4})?(?:记者|报道|消息)`,
    "u",
  ),
];
const PRINTABLE = /^[\p{Script=Han}A-Za-z·]{2,14}(?:[（(][\p{Script=Han}A-Za-z]{2,12}[)）])?$/u;
/** A name that begins like a clause is none. */
const CLAUSE = /[的了在是将与和从为]/u;

function lead(text: string): string | undefined {
  for (const pattern of outletPatterns) {
    const name = pattern.exec(text.slice(0, 60))?.[1];
    if (name !== undefined && name.length >= 2 && !CLAUSE.test(name)) return name;
  }
  return undefined;
}

/** The outlet that the sentences name: in a line below the title, else in the openings, else in reporters' lines. */
export function findOutlet(sentences: readonly Sentence[]): string | undefined {
  for (const { kind, text } of sentences.slice(0, 6)) {
    const outlet = kind === "running-head" ? parseHeaderLine(text)?.outlet : undefined;
    if (outlet !== undefined && PRINTABLE.test(outlet)) return outlet;
  }
  const bylines = sentences.filter((s) => s.kind === "byline" || s.kind === "credit");
  const openings = sentences.filter((s) => s.kind === "body").slice(0, 1);
  for (const sentence of [...openings, ...bylines]) {
    const outlet = (lead(sentence.text) ?? parseCredit(sentence.text)?.outlet ?? "").replace(/^据/u, "");
    if (PRINTABLE.test(outlet)) return outlet;
  }
  return undefined;
}
