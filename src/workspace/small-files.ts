/** The small files of a workspace that are read and written whole. @module */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeAtomic } from "../files.ts";
import type { UserJudgement } from "../resolve/index.ts";
import { parseJson, parseLines } from "./contract.ts";
import { jsonLines } from "./kept-reports.ts";

export const contentOf = (path: string): string | undefined =>
  existsSync(path) ? readFileSync(path, "utf8") : undefined;

/** People's judgements on names. */
export class JudgementFile {
  readonly #path: string;
  #all: UserJudgement[];

  constructor(folder: string) {
    this.#path = join(folder, "judgements.jsonl");
    this.#all = existsSync(this.#path) ? parseLines<UserJudgement>(this.#path) : [];
  }

  get all(): UserJudgement[] {
    return this.#all;
  }

  add(judgement: UserJudgement): void {
    this.#keep([...this.#all, judgement]);
  }

  /** @returns how many went */
  remove(match: (judgement: UserJudgement) => boolean): number {
    const before = this.#all;
    const left = before.filter((judgement) => !match(judgement));
    if (left.length < before.length) this.#keep(left);
    return before.length - left.length;
  }

  #keep(all: UserJudgement[]): void {
    this.#all = all;
    writeAtomic(this.#path, jsonLines(all));
  }

  /** As it stands on disk. */
  text(): string {
    return contentOf(this.#path) ?? "";
  }
}

/** Which revision was put last into which store. */
export class StoreRevisions {
  readonly #path: string;

  constructor(folder: string) {
    this.#path = join(folder, "stores.json");
  }

  last(store: string): string | undefined {
    return this.#read()[store];
  }

  note(store: string, revision: string): void {
    const before = this.#read();
    if (before[store] === revision) return;
    writeAtomic(this.#path, `${JSON.stringify({ ...before, [store]: revision }, null, 1)}\n`);
  }

  #read(): Record<string, string> {
    return parseJson(this.#path, contentOf(this.#path) ?? "{}");
  }
}
