/**
 * The reports' texts for search, and titles for reports that have none. Read at the first question, kept by the content's
 * key, so that adding a report reads one.
 * @module
 */
import type { ReportSentence, WorkspaceApi } from "../workspace-api.ts";

interface ReadText {
  key: string;
  id: string;
  date: string | undefined;
  sentences: readonly ReportSentence[];
  characters: number;
}

/** Characters that are kept in memory; a scan of so many takes about 100 ms. Above it reports are read again for each search. */
const KEPT = 30_000_000;
const TITLE = 40;
/** What stands before a text that was taken from elsewhere: a time stamp and labels. */
const STAMP =
  /^(?:\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?[ T]?(?:\d{1,2}:\d{2}(?::\d{2})?)?[，,\s]*)?(?:正文[：:])?(?:原?标题[：:])?/;

export class TextBook {
  readonly #workspace: WorkspaceApi;
  readonly #known: Map<string, ReadText> = new Map();
  readonly #titles: Map<string, string> = new Map();
  #characters = 0;

  constructor(workspace: WorkspaceApi) {
    this.#workspace = workspace;
  }

  /** Every report's sentences, the newest report first. */
  async *all(): AsyncGenerator<ReadText> {
    const reports = [...(await this.#workspace.reports())].sort(
      (a, b) => (b.date ?? "").localeCompare(a.date ?? "") || (a.id < b.id ? -1 : 1),
    );
    const ids = new Set(reports.map(({ id }) => id));
    for (const [id, { characters }] of this.#known) {
      if (ids.has(id)) continue;
      this.#known.delete(id);
      this.#characters -= characters;
    }
    for (const { id } of reports) {
      const text = await this.#read(id);
      if (text) yield text;
    }
  }

  async #read(id: string): Promise<ReadText | undefined> {
    const key = await this.#workspace.textKey(id);
    const known = this.#known.get(id);
    if (known && known.key === key) return known;
    const found = key === undefined ? undefined : await this.#workspace.text(id);
    if (key === undefined || !found) return undefined;
    const characters = found.sentences.reduce((sum, { text }) => sum + text.length, 0);
    const read = { key, id, date: found.date, sentences: found.sentences, characters };
    if (known) this.#characters -= known.characters;
    this.#known.delete(id);
    if (this.#characters + characters <= KEPT) {
      this.#known.set(id, read);
      this.#characters += characters;
    }
    return read;
  }

  /** The report's title; where it has none, how its text begins; its id where it has no text. */
  async titleOf(id: string): Promise<string> {
    const key = `${id}:${await this.#workspace.textKey(id)}`;
    const known = this.#titles.get(key);
    if (known !== undefined) return known;
    const text = await this.#read(id);
    const first = text?.sentences
      .filter(({ kind }) => kind === "title" || kind === "body" || kind === "heading")
      .map(({ text: words }) => words.replace(STAMP, "").trim())
      .find((words) => words !== "");
    const title = first === undefined ? id : first.length > TITLE ? `${first.slice(0, TITLE)}…` : first;
    this.#titles.set(key, title);
    return title;
  }

  /**
   * Gives titles to the reports in an answer that have none: wherever a report stands with its id for a title. The answer
   * is changed in place and given back.
   */
  async titled<T>(answer: T): Promise<T> {
    const open: { item: Record<string, unknown>; name: string; id: string }[] = [];
    const look = (value: unknown): void => {
      if (Array.isArray(value)) for (const each of value) look(each);
      else if (typeof value === "object" && value !== null) {
        const item = value as Record<string, unknown>;
        const { report, title, type, id, name, kind, text } = item;
        if (typeof report === "string" && (title === report || title === ""))
          open.push({ item, name: "title", id: report });
        if (typeof id === "string" && "sentences" in item && (title === id || title === ""))
          open.push({ item, name: "title", id });
        // Choices of reports in a facet.
        if (name === "report" && Array.isArray(item["values"]))
          for (const choice of item["values"] as { value: string; label: Record<string, unknown> }[])
            if (choice.label["zh"] === choice.value) {
              open.push({ item: choice.label, name: "zh", id: choice.value });
              open.push({ item: choice.label, name: "en", id: choice.value });
            }
        if (type === "Report" && typeof id === "string" && id === `report:${String(name)}`)
          open.push({ item, name: "name", id: String(name) });
        if (kind === "report" && item["node"] === `report:${String(text)}`)
          open.push({ item, name: "text", id: String(text) });
        for (const each of Object.values(item)) look(each);
      }
    };
    look(answer);
    for (const { item, name, id } of open) item[name] = await this.titleOf(id);
    return answer;
  }
}
