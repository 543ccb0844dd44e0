/**
 * A frame is a sentence in which every name is one character, so that a rule about the language can be a plain regular
 * expression: `计划总投资Ⓠ的ⒸⒿ` covers every such sentence, whatever the names are.
 *
 *     Ⓟ Person  Ⓒ Company  Ⓐ Agency  Ⓘ Institution  Ⓙ Project  Ⓛ Place
 *     Ⓜ Mechanism  Ⓓ Policy (document)  Ⓔ Event  Ⓝ Industry  Ⓠ money  Ⓣ time
 * @module
 */
import { allMatches } from "../matches.ts";
import type { EntityType } from "../model/claim.ts";
import type { Quantity } from "./quantity/index.ts";
import type { TimeSpan } from "./time/index.ts";
import type { BoundDoc, Doc, DocSentence, Draft, Frame, Mention, Slot } from "./types.ts";

export const SYMBOL: Readonly<Record<EntityType, string>> = {
  Person: "Ⓟ",
  Company: "Ⓒ",
  Agency: "Ⓐ",
  Institution: "Ⓘ",
  Project: "Ⓙ",
  Place: "Ⓛ",
  Mechanism: "Ⓜ",
  Policy: "Ⓓ",
  Event: "Ⓔ",
  Industry: "Ⓝ",
};
const SYMBOLS = /[ⓅⒸⒶⒾⒿⓁⓂⒹⒺⓃⓆⓉ]/g;

/** The name whose symbol stands at a position of the frame. */
export function mentionAt({ slots }: Frame, index: number): Mention | undefined {
  const slot = slots.get(index);
  return slot && "mention" in slot ? slot.mention : undefined;
}

/** Builds the frame of a sentence from its settled mentions, money and times. Names win over money and times. */
export function buildFrame(
  norm: string,
  mentions: readonly Mention[],
  quantities: readonly Quantity[],
  times: readonly TimeSpan[],
): Frame {
  const pieces: { start: number; end: number; symbol: string; slot: Slot }[] = mentions.map((mention) => ({
    start: mention.start,
    end: mention.end,
    symbol: SYMBOL[mention.type],
    slot: { mention },
  }));
  const free = (start: number, end: number): boolean => !pieces.some((p) => p.start < end && start < p.end);
  for (const money of quantities) {
    if (money.kind === "money" && free(money.start, money.end))
      pieces.push({ start: money.start, end: money.end, symbol: "Ⓠ", slot: { money } });
  }
  for (const time of times) {
    if (free(time.start, time.end))
      pieces.push({ start: time.start, end: time.end, symbol: "Ⓣ", slot: { time } });
  }
  pieces.sort((a, b) => a.start - b.start);

  let text = "";
  const at: number[] = [];
  const slots = new Map<number, Slot>();
  let position = 0;
  const copy = (until: number): void => {
    const plain = norm.slice(position, until).replace(SYMBOLS, " ");
    for (let i = 0; i < plain.length; i++) at.push(position + i);
    text += plain;
    position = until;
  };
  for (const piece of pieces) {
    copy(piece.start);
    slots.set(text.length, piece.slot);
    at.push(piece.start);
    text += piece.symbol;
    position = piece.end;
  }
  copy(norm.length);
  at.push(norm.length);
  return { text, at, slots };
}

/** The sentences with their frames. */
export const frameSentences = (doc: BoundDoc): Doc => ({
  ...doc,
  sentences: doc.sentences.map((s) => ({
    ...s,
    frame: buildFrame(s.norm, s.mentions, s.quantities, s.times),
  })),
});

/** One match of a pattern on a frame, with the named groups turned back into what they stand for. */
export interface FrameMatch {
  /** Range of the whole match in the sentence. */
  start: number;
  end: number;
  /** The frame's text of a group, `""` when it took no part. */
  text(group: string): string;
  /** All mentions inside a group, in order; without a group, inside the whole match. */
  mentions(group?: string): Mention[];
  /** The first mention inside a group. */
  mention(group: string): Mention | undefined;
  money(group: string): Quantity | undefined;
  time(group: string): TimeSpan | undefined;
  /** Range of a group in the sentence. */
  range(group: string): { start: number; end: number } | undefined;
}

function frameMatch(frame: Frame, match: RegExpMatchArray): FrameMatch {
  const indices = match.indices;
  const spanOf = (group?: string): [number, number] | undefined =>
    group === undefined ? indices?.[0] : indices?.groups?.[group];
  const toSentence = (position: number): number => frame.at[position] ?? 0;
  const slotsIn = (group?: string): Slot[] => {
    const span = spanOf(group);
    if (!span) return [];
    const found: Slot[] = [];
    for (let i = span[0]; i < span[1]; i++) {
      const slot = frame.slots.get(i);
      if (slot) found.push(slot);
    }
    return found;
  };
  const mentions = (group?: string): Mention[] =>
    slotsIn(group).flatMap((s) => ("mention" in s ? [s.mention] : []));
  const [from, to] = indices?.[0] ?? [0, 0];
  return {
    start: toSentence(from),
    end: toSentence(to),
    text: (group) => match.groups?.[group] ?? "",
    mentions,
    mention: (group) => mentions(group)[0],
    money: (group) => slotsIn(group).flatMap((s) => ("money" in s ? [s.money] : []))[0],
    time: (group) => slotsIn(group).flatMap((s) => ("time" in s ? [s.time] : []))[0],
    range: (group) => {
      const span = spanOf(group);
      return span && { start: toSentence(span[0]), end: toSentence(span[1]) };
    },
  };
}

/**
 * Makes the `apply` of a claim rule from patterns on the frame. Every pattern is matched from left to right, without
 * overlap with itself.
 */
export function onFrame(
  patterns: RegExp | readonly RegExp[],
  produce: (match: FrameMatch, sentence: DocSentence) => Draft[],
): (sentence: DocSentence) => Draft[] {
  const compiled = (patterns instanceof RegExp ? [patterns] : patterns).map(
    (p) => new RegExp(p.source, [...new Set(`${p.flags}dgu`.replace("y", ""))].join("")),
  );
  return (sentence) =>
    compiled.flatMap((pattern) =>
      allMatches(sentence.frame.text, pattern).flatMap((match) =>
        produce(frameMatch(sentence.frame, match), sentence),
      ),
    );
}
