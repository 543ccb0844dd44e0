/**
 * When an event was: the day named before it in its sentence, or right behind it (甲会于8月10日举行).
 * @module
 */
import type { TimeSpan } from "../time/index.ts";
import type { ClaimRule, DocSentence, Draft, Mention } from "../types.ts";

/** A day or days; a month and a quarter tell no date. */
const DAY = /^\d{4}-\d{2}-\d{2}(?:\/\d{4}-\d{2}-\d{2})?$/;
/** 8月10日电, 5日讯: when the report was sent. 在…获批后: the day of something else. */
const SENT = /^(?:电|讯|消息|报道|凌晨电)/;
const APART = /[；。！？]|以来|之前|之后|成立|获批|截至|印发/;
const BEHIND = /^(?:将|已|拟|定)?(?:于|在)?$/;

const isDay = (s: DocSentence, time: TimeSpan): boolean =>
  time.fuzzy !== true && DAY.test(time.value) && !SENT.test(s.norm.slice(time.end, time.end + 3));

/** The day of an event, by the words of its sentence. */
function dayOf(s: DocSentence, event: Mention): TimeSpan | undefined {
  const days = s.times.filter((t) => isDay(s, t));
  const behind = days.find((t) => t.start >= event.end && BEHIND.test(s.norm.slice(event.end, t.start)));
  if (behind) return behind;
  const before = days.findLast((t) => t.end <= event.start);
  if (!before) return undefined;
  const between = s.norm.slice(before.end, event.start);
  const another = s.mentions.some(
    (m) => m.type === "Event" && m.start >= before.end && m.end <= event.start && m.name !== event.name,
  );
  return another || between.length > 90 || APART.test(between) ? undefined : before;
}

export const date: ClaimRule = {
  name: "event/date",
  examples: {
    yes: [
      ["5月18日，青河市招商推介会在长春市举行。", "Event:青河市招商推介会.date=2024-05-18"],
      ["青河市招商推介会于5月18日在长春市举行。", "Event:青河市招商推介会.date=2024-05-18"],
    ],
    no: ["青河市招商推介会近日在长春市举行。", "本网长春5月18日电 青河市招商推介会在长春市举行。"],
  },
  apply: (s) =>
    s.mentions
      .flatMap((m) => (m.type === "Event" ? [m] : []))
      .flatMap((event): Draft[] => {
        const day = dayOf(s, event);
        return day === undefined
          ? []
          : [
              {
                kind: "value",
                subject: event,
                property: "date",
                value: day.value,
                status: "stated",
                original: s.sentence.text.slice(day.start, day.end),
                start: Math.min(day.start, event.start),
                end: Math.max(day.end, event.end),
                confidence: 0.8,
              },
            ];
      }),
};
