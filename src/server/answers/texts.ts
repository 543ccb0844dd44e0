/**
 * The reports' texts for search, and titles for reports that have none. Read at the first question, kept by the content's
 * key, so that adding a report reads one. Of what does not fit into memory a signature is kept, which says where words are not.
 * @module
 */
import { compareTexts } from "../../model/order.ts";
import type { ReportSentence, WorkspaceApi } from "../workspace-api.ts";
import { Signature } from "./signature.ts";

interface ReadText {
  key: string;
  id: string;
  date: string | undefined;
  sentences: readonly ReportSentence[];
  characters: number;
}

/** Characters that are kept in memory; a scan of so many takes about 100 ms. */
const KEPT = 30_000_000;
/** Bytes of signatures, for reports whose text is not kept: enough for 500 million characters. Of reports beyond, the text is read again at each search. */
const SIGNED = 250_000_000;
const TITLE = 40;
/** What stands before a text that was taken from elsewhere: a time stamp and labels. */
const STAMP =
  /^(?:\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?[ T]?(?:\d{1,2}:\d{2}(?::\d{2})?)?[，,\s]*)?(?:正文[：:])?(?:原?标题[：:])?/;

interface Shelf {
  revision: string;
  /** The newest report first. */
  reports: readonly { id: string; key: string }[];
}

interface Room {
  /** Characters of texts. */
  kept: number;
  /** Bytes of signatures. */
  signed: number;
}

export class TextBook {
  readonly #workspace: WorkspaceApi;
  readonly #room: Room;
  readonly #known: Map<string, ReadText> = new Map();
  readonly #signatures: Map<string, { key: string; signature: Signature }> = new Map();
  readonly #titles: Map<string, string> = new Map();
  #shelf: Shelf | undefined;
  #characters = 0;
  #bytes = 0;

  constructor(workspace: WorkspaceApi, room: Room = { kept: KEPT, signed: SIGNED }) {
    this.#workspace = workspace;
    this.#room = room;
  }

  /** Every report's sentences, the newest report first; reports that surely do not have the words may be left out. */
  async *with(words: string): AsyncGenerator<ReadText> {
    for (const { id, key } of (await this.#current()).reports) {
      const signed = this.#signatures.get(id);
      if (signed?.key === key && !signed.signature.may(words)) continue;
      const text = await this.#read(id, key);
      if (text) yield text;
    }
  }

  async #current(): Promise<Shelf> {
    const revision = await this.#workspace.revision();
    if (this.#shelf?.revision === revision) return this.#shelf;
    const sorted = [...(await this.#workspace.reports())].sort(
      (a, b) => compareTexts(b.date ?? "", a.date ?? "") || (a.id < b.id ? -1 : 1),
    );
    const reports: { id: string; key: string }[] = [];
    for (const { id } of sorted) {
      const key = await this.#workspace.textKey(id);
      if (key !== undefined) reports.push({ id, key });
    }
    const keys = new Map(reports.map(({ id, key }) => [id, key]));
    for (const [id, { key }] of [...this.#known, ...this.#signatures])
      if (keys.get(id) !== key) this.#forget(id);
    this.#shelf = { revision, reports };
    return this.#shelf;
  }

  #forget(id: string): void {
    this.#characters -= this.#known.get(id)?.characters ?? 0;
    this.#known.delete(id);
    this.#bytes -= this.#signatures.get(id)?.signature.bytes ?? 0;
    this.#signatures.delete(id);
  }

  async #read(id: string, key: string): Promise<ReadText | undefined> {
    const known = this.#known.get(id);
    if (known?.key === key) return known;
    const found = await this.#workspace.text(id);
    if (!found) return undefined;
    const characters = found.sentences.reduce((sum, { text }) => sum + text.length, 0);
    const read = { key, id, date: found.date, sentences: found.sentences, characters };
    if (this.#signatures.get(id)?.key === key) return read;
    this.#forget(id);
    if (this.#characters + characters <= this.#room.kept) {
      this.#known.set(id, read);
      this.#characters += characters;
    } else if (this.#bytes < this.#room.signed) {
      const signature = new Signature(
        found.sentences.map(({ text }) => text),
        characters,
      );
      this.#signatures.set(id, { key, signature });
      this.#bytes += signature.bytes;
    }
    return read;
  }

  /** The report's title; where it has none, how its text begins, or its first row; its id where it has no text. */
  async titleOf(id: string): Promise<string> {
    const content = await this.#workspace.textKey(id);
    if (content === undefined) return id;
    const key = `${id}:${content}`;
    const known = this.#titles.get(key);
    if (known !== undefined) return known;
    const text = await this.#read(id, content);
    const words = text?.sentences
      .filter(({ kind }) => kind === "title" || kind === "body" || kind === "heading")
      .map((sentence) => sentence.text.replace(STAMP, "").trim())
      .find((line) => line !== "");
    // Nothing but a table: its first row.
    const first =
      words ??
      text?.sentences
        .find(({ kind }) => kind === "row")
        ?.text.replaceAll(" | ", "：")
        .trim();
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
