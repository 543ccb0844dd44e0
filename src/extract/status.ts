/**
 * Tells what is so from what is planned, hoped for, conditional, stopped, denied or over: the one reading of status for every
 * relation and value. The vocabulary is `data/lexicon/status-cues.tsv`: each cue says how far it reaches, so that a plan which
 * opens a sentence (明年，…) holds over its commas, and a plan that is called off afterwards (…的计划被取消) is no plan.
 * @module
 */

import { alternation, alternatives, lexiconTable } from "../lexicon.ts";
import type { Status } from "../model/claim.ts";
import type { Doc, DocSentence } from "./types.ts";

/** How a text holds what it says; `Status` is what the graph keeps of it. */
export type Modality = "stated" | "planned" | "hoped" | "conditional" | "stopped" | "denied" | "former";

const STATUS: Readonly<Record<Modality, Status>> = {
  stated: "stated",
  planned: "planned",
  hoped: "planned",
  conditional: "planned",
  stopped: "negated",
  denied: "negated",
  former: "former",
};

type Reach = "clause" | "sentence" | "after" | "behind" | "opening";

interface Cue {
  modality: Modality | "done" | "current";
  reach: Reach;
  start: number;
  end: number;
}

interface Entry {
  modality: Cue["modality"];
  reach: Reach;
  notBefore: readonly string[];
  notAfter: readonly string[];
}

const list = (words: string | undefined): string[] => (words ?? "").split(",").filter((w) => w !== "");
const readEntries = (of: (reach: Reach) => boolean): ReadonlyMap<string, Entry> =>
  new Map(
    lexiconTable("status-cues").flatMap(([word = "", modality, reach, before, after]): [string, Entry][] =>
      of(reach as Reach)
        ? [
            [
              word,
              {
                modality: modality as Entry["modality"],
                reach: reach as Reach,
                notBefore: list(before),
                notAfter: list(after),
              },
            ],
          ]
        : [],
    ),
  );
/** Cues of running text, and of a sentence's first word. */
const ENTRIES = readEntries((reach) => reach !== "opening");
const OPENING = readEntries((reach) => reach === "opening");
const WORDS = new RegExp(alternation([...ENTRIES.keys()]), "gu");
/** （一）, 3. and the like before the first word. */
const FIRST = new RegExp(
  `^(?:[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.．]\\s*)?(${alternation([...OPENING.keys()])})`,
  "u",
);
/** A clause ends here; what a colon or a semicolon parts is also told apart by cues that reach over commas. */
const CLAUSE_END = /[，。；！？：]/u;
/** …; a semicolon before a number goes on with the list: 拟募集10亿元，其中3亿元用于甲；2亿元用于乙. */
const SENTENCE_END = /[。！？]|；(?!\d)/u;

let lastText = "";
let lastCues: readonly Cue[] = [];

/** The cues of a text, left to right. */
function cuesOf(text: string): readonly Cue[] {
  if (text === lastText) return lastCues;
  const cues: Cue[] = [];
  WORDS.lastIndex = 0;
  for (let match = WORDS.exec(text); match; match = WORDS.exec(text)) {
    const entry = ENTRIES.get(match[0]);
    const start = match.index;
    const end = start + match[0].length;
    if (
      !entry ||
      entry.notBefore.some((w) => text.endsWith(w, start)) ||
      entry.notAfter.some((w) => text.startsWith(w, end))
    )
      continue;
    cues.push({ modality: entry.modality, reach: entry.reach, start, end });
  }
  const first = FIRST.exec(text);
  const task = first && OPENING.get(first[1] ?? "");
  if (first && task && !task.notAfter.some((w) => text.startsWith(w, first[0].length)))
    cues.unshift({ modality: task.modality, reach: "sentence", start: 0, end: first[0].length });
  lastText = text;
  lastCues = cues;
  return cues;
}

/** Marks are looked at with the character behind them. */
const back = (text: string, at: number, mark: RegExp): number => {
  let i = at;
  while (i > 0 && text.slice(i - 1, i + 1).search(mark) !== 0) i--;
  return i;
};
const forth = (text: string, at: number, mark: RegExp): number => {
  let i = at;
  while (i < text.length && text.slice(i, i + 2).search(mark) !== 0) i++;
  return i;
};

/** What a denial of a plan, a stop or another denial amounts to: 不会取消, 没有放弃. */
const undone = (cue: Cue, cues: readonly Cue[]): boolean =>
  cues.some((c) => c.modality === "denied" && c.end <= cue.start && cue.start - c.end <= 1);

/**
 * How the text holds what it says at `start..end`.
 *
 * @param text the sentence, names blanked out (a plan's title announces nothing)
 * @param future ranges of times that lie after the report's date
 */
export function modalityAt(
  text: string,
  start: number,
  end: number,
  future: readonly { start: number; end: number }[] = [],
): Modality {
  const cues = [
    ...cuesOf(text),
    ...future.map((t): Cue => ({ modality: "planned", reach: "sentence", start: t.start, end: t.end })),
  ];
  const clause = back(text, start, CLAUSE_END);
  const clauseEnd = forth(text, end, CLAUSE_END);
  const sentence = back(text, start, SENTENCE_END);
  const sentenceEnd = forth(text, end, SENTENCE_END);
  const reaches = (c: Cue): boolean => {
    const before = c.start >= clause && c.start < end;
    if (c.reach === "clause") return before;
    if (c.reach === "sentence") return c.start >= sentence && c.start < end;
    // 投资…的计划已被取消: said of the words before it, in their clause or the next ones.
    const after = c.start >= end && c.start < (c.start < clauseEnd ? clauseEnd : sentenceEnd);
    return c.reach === "after" ? after : before || after;
  };
  const found = cues.filter(reaches);
  const has = (modality: Cue["modality"]): boolean =>
    found.some((c) => c.modality === modality && !undone(c, found));
  if (has("stopped")) return "stopped";
  const denied = found.filter((c) => c.modality === "denied");
  if (
    denied.some(
      (c) => !found.some((o) => o !== c && o.start >= c.end && o.start - c.end <= 1 && o.modality !== "done"),
    )
  )
    return "denied";
  const done = found.filter((c) => c.modality === "done").at(-1);
  const open = (modality: Modality): boolean =>
    found.some(
      (c) =>
        c.modality === modality &&
        !(done && done.start >= c.end && (done.start >= clause || c.start < clause)),
    );
  if (open("conditional")) return "conditional";
  if (open("hoped")) return "hoped";
  if (open("planned")) return "planned";
  return "stated";
}

/** What the graph keeps of a modality. */
export const statusOf = (modality: Modality): Status => STATUS[modality];

const blanks = new WeakMap<DocSentence, string>();

/** The sentence with its names blanked out, same length: 计划 of a plan's title announces nothing. */
function nameless(s: DocSentence): string {
  let text = blanks.get(s);
  if (text === undefined) {
    text = s.mentions.reduce(
      (t, m) => (m.anaphor ? t : t.slice(0, m.start) + "〇".repeat(m.end - m.start) + t.slice(m.end)),
      s.norm,
    );
    blanks.set(s, text);
  }
  return text;
}

/** Times of a sentence that lie after the report's date: 2027年 in a report of 2025. */
const later = new WeakMap<DocSentence, readonly { start: number; end: number }[]>();
const futureTimes = (s: DocSentence, { date }: Doc): readonly { start: number; end: number }[] => {
  if (date === undefined) return [];
  const known = later.get(s);
  if (known) return known;
  const found = s.times.filter((t) => {
    const from = t.value.split("/")[0] ?? "";
    // 某地8月3日电 is a dateline.
    if (/^ {0,2}[电讯]/u.test(s.norm.slice(t.end))) return false;
    return /^\d{4}/.test(from) && from > date.slice(0, from.length);
  });
  later.set(s, found);
  return found;
};

/** How a sentence holds what it says at `start..end`. */
export function modality(s: DocSentence, doc: Doc, start: number, end: number): Modality {
  const text = nameless(s);
  const { mood } = s.passage;
  const future = futureTimes(s, doc);
  const whole = mood === "plan" ? [...future, { start: 0, end: 0 }] : future;
  const found = modalityAt(text, start, end, whole);
  // A review tells what was done, also where its sentences open like tasks.
  return mood === "review" && found === "planned" && !future.some((t) => t.start < end) && FIRST.test(text)
    ? modalityAt(
        text.replace(FIRST, (m) => "〇".repeat(m.length)),
        start,
        end,
        future,
      )
    : found;
}

/** 2010年10月至2015年6月任某县县长: a term with an end. */
const TERM = /\d{4}年(?:\d{1,2}月)?(?:至|到|[-—–~～]{1,2})\d{4}年/u;

/** 2014年7月，王小明调任某县县长: an appointment, not one that lasts since. */
const APPOINTED =
  /^(?![^，。；]{0,12}(?:起|至今|以来|开始))[^。；]{0,16}?(?:调任|出任|转任|升任|改任|当选|任命|担任|(?<![主责信现时历曾连委])任(?![职务期何意教]))/u;
/** Who was appointed so many years before the report has most often moved on. */
const LONG_AGO = 3;

/** Was this post told with the date of an appointment long before the report's? */
function isLongAgo({ times = [] }: Partial<DocSentence>, text: string, end: number, date?: string): boolean {
  const time = times.findLast((t) => t.end <= end && /^\d{4}/u.test(t.value));
  if (!time || date === undefined) return false;
  const years = Number(date.slice(0, 4)) - Number(time.value.slice(0, 4));
  return years >= LONG_AGO && APPOINTED.test(text.slice(time.end, end));
}

const DEATHS = alternatives("death-words");
/** 因公牺牲的甲局局长乙、丙院工程师丁: it is said of all who are named behind. */
const DIED = new RegExp(`(?:${DEATHS})的[^，。；！？]{0,80}$`, "u");

const DIES = new RegExp(`^[^，。；！？“”]{0,24}?(?:${DEATHS})(?=[，。；、”前时]|$)`, "u");
const DEATH = new RegExp(DEATHS, "u");

/** Names of those who a report says have died: what posts they held they hold no more. */
export const deadOf = ({ sentences }: Doc): ReadonlySet<string> =>
  new Set(
    sentences
      .filter(({ norm }) => DEATH.test(norm))
      .flatMap(({ norm, mentions }) =>
        mentions.filter(
          ({ type, start, end }) =>
            type === "Person" && (DIED.test(norm.slice(0, start)) || DIES.test(norm.slice(end))),
        ),
      )
      .map(({ name }) => name),
  );

/** 此前，王小明担任甲局局长 */
const EARLIER = /(?:^|[，。；])此前，?[^，。；]{0,8}(?:担任|出任|任)[^，。；]*$/u;
/** 曾任甲局局长；乙公司|经理: a career goes on over semicolons where nothing but posts is told. */
const LISTED_POST = /^[^，。；是为在]{0,12}[；。、]/u;

/** 免去甲、乙、|丙的职务: it is said of all. The names are blanked out. */
const DISMISSED = /(?:免去|撤销|罢免)[〇、和及 ]*(?:同志)?的?$/u;

/** Has the holder of this post left it? Said right before or in the words `start..end`, or by a career that is told: 历任甲、乙，现任丙. */
export function isFormer(s: DocSentence, start: number, end: number, date?: string): boolean {
  const text = nameless(s);
  const clause = back(text, start, /[，。；！？：、]/u);
  const goesOn = LISTED_POST.test(text.slice(end));
  const whole = back(text, start, goesOn ? /[。！？]/u : /[。；！？]/u);
  if (DIED.test(text.slice(0, start))) return true;
  if (EARLIER.test(text.slice(0, end)) || DISMISSED.test(text.slice(0, start))) return true;
  const cues = cuesOf(text);
  const career = cues.findLast(
    (c) =>
      (c.modality === "current" || (c.modality === "former" && c.reach === "sentence")) &&
      c.start >= whole &&
      c.start < end,
  );
  // 王小明曾任甲局局长，乙集团董事长李青说: a career is one person's.
  const another = s.mentions.some(
    (m) => m.type === "Person" && career !== undefined && m.start >= career.end && m.start < end,
  );
  if (career?.modality === "former" && !another) return true;
  if (TERM.test(text.slice(back(text, start, CLAUSE_END), end))) return true;
  if (career?.modality !== "current" && isLongAgo(s, text, end, date)) return true;
  return cues.some(
    (c) =>
      c.modality === "former" &&
      c.reach !== "sentence" &&
      (c.reach === "clause"
        ? c.end >= Math.max(clause, start) && c.start < end
        : c.start >= clause && c.start < end + 12),
  );
}
