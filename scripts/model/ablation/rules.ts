/**
 * The rules of a program under watch: what each does in each text, and a way to leave some out.
 * @module
 */
import { normalize } from "../../../src/report/norm.ts";
import { type GoldSpan, goldSpans } from "../names/annotated.ts";
import type { Program } from "./program.ts";
import type { Text } from "./texts.ts";

/** What a rule did. */
export interface Deeds {
  name: string;
  family: string;
  kind: "names" | "facts";
  /** Mentions proposed, or facts. */
  fires: number;
  /** Of mentions: spans and types that are annotated; those that no other rule proposes. */
  right: number;
  alone: number;
  /** Numbers of the texts in which it did anything. */
  texts: Set<number>;
}

export class Watch {
  readonly deeds: Map<string, Deeds> = new Map();
  /** Names of rules that are left out. */
  off: ReadonlySet<string> = new Set();
  #proposed = new Map<string, Set<string>>();
  #text: number | undefined;

  constructor({ families }: Program) {
    for (const { name: family, mentionRules = [], claimRules = [] } of families) {
      for (const rule of mentionRules) {
        const propose = this.#watched(rule.name, family, "names", rule.propose.bind(rule));
        rule.propose = (s, doc) => {
          const found = propose(s, doc);
          for (const { type, start, end } of found) {
            const key = [s.sentence.start, type, start, end].join("\t");
            this.#proposed.set(key, (this.#proposed.get(key) ?? new Set()).add(rule.name));
          }
          return found;
        };
      }
      for (const rule of claimRules)
        rule.apply = this.#watched(rule.name, family, "facts", rule.apply.bind(rule));
    }
  }

  /** What a rule does, noted, or nothing while it is left out. Mentions are counted when the text has been read. */
  #watched<A extends unknown[], T>(
    name: string,
    family: string,
    kind: Deeds["kind"],
    run: (...given: A) => T[],
  ): (...given: A) => T[] {
    const deeds: Deeds = { name, family, kind, fires: 0, right: 0, alone: 0, texts: new Set() };
    this.deeds.set(name, deeds);
    return (...given) => {
      if (this.off.has(name)) return [];
      const found = run(...given);
      if (this.#text !== undefined && found.length > 0) {
        deeds.texts.add(this.#text);
        if (kind === "facts") deeds.fires += found.length;
      }
      return found;
    };
  }

  /** Notes what the rules do while a text is read. */
  during(number: number, text: Text, read: () => void): void {
    this.#text = number;
    this.#proposed = new Map();
    read();
    this.#text = undefined;
    const spans = annotatedSpans(text);
    for (const [key, names] of this.#proposed) {
      const [sentence, type, start, end] = key.split("\t");
      const right = spans
        .get(Number(sentence))
        ?.some((g) => !g.optional && g.type === type && g.start === Number(start) && g.end === Number(end));
      for (const name of names) {
        const deeds = this.deeds.get(name) as Deeds;
        deeds.fires++;
        if (!right) continue;
        deeds.right++;
        if (names.size === 1) deeds.alone++;
      }
    }
  }
}

/** The annotated names of each sentence, by where it begins. */
function annotatedSpans({ gold, report }: Text): Map<number, GoldSpan[]> {
  const entities = gold.entities.map(({ type, name, names, optional }) => ({
    type: type as GoldSpan["type"],
    name,
    forms: names.map((form) => normalize(form.replace(/\s*\n\s*/gu, ""))),
    optional,
  }));
  return new Map(report.sentences.map((s) => [s.start, goldSpans(s.norm, entities)]));
}
