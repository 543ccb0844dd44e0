/**
 * Words of all items, each kept once and named by its number.
 * @module
 */
import { TextPool } from "./texts.ts";

/** Texts that stand at many items, by number. */
export class Words {
  readonly list: string[];
  readonly #at: Map<string, number>;

  constructor(list: readonly string[] = []) {
    this.list = [...list];
    this.#at = new Map(list.map((word, at) => [word, at]));
  }

  of(word: string): number {
    const known = this.#at.get(word);
    if (known !== undefined) return known;
    this.#at.set(word, this.list.length);
    return this.list.push(word) - 1;
  }

  find(word: string): number | undefined {
    return this.#at.get(word);
  }

  all(words: readonly string[]): number[] {
    return words.map((word) => this.of(word));
  }
}

/** Of each kind of words the list, in the order of their numbers. */
export interface Wordings {
  types: string[];
  edgeTypes: string[];
  statuses: string[];
  reports: string[];
  facts: string[];
  labels: string[];
}

/** What numbers and places in columns stand for; it only grows, so that a later state of the graph may share it. */
export class Vocabulary {
  readonly types: Words;
  readonly edgeTypes: Words;
  readonly statuses: Words;
  /** Ids of reports, as facts name them. */
  readonly reports: Words;
  /** Codes and dates. */
  readonly facts: Words;
  readonly texts: TextPool;
  /** Lists of numbers of reports. */
  readonly lists: number[];
  readonly #labels: Words;
  readonly #parsed: string[][] = [];

  constructor(words?: Wordings, texts: TextPool = new TextPool(), lists: number[] = []) {
    this.types = new Words(words?.types);
    this.edgeTypes = new Words(words?.edgeTypes);
    this.statuses = new Words(words?.statuses);
    this.reports = new Words(words?.reports);
    this.facts = new Words(words?.facts);
    this.#labels = new Words(words?.labels);
    this.texts = texts;
    this.lists = lists;
  }

  /** As they are at this moment. */
  wordings(): Wordings {
    return {
      types: [...this.types.list],
      edgeTypes: [...this.edgeTypes.list],
      statuses: [...this.statuses.list],
      reports: [...this.reports.list],
      facts: [...this.facts.list],
      labels: [...this.#labels.list],
    };
  }

  labels(list: string[]): number {
    return this.#labels.of(JSON.stringify(list));
  }

  labelsAt(at: number): string[] {
    this.#parsed[at] ??= JSON.parse(this.#labels.list[at] ?? "[]") as string[];
    return this.#parsed[at];
  }
}
