/**
 * Baidu LAC as a tagger: words, parts of speech and names (PER, LOC, ORG, TIME) of Chinese sentences. It proposes what
 * could be a name; it does not decide (that is what `src/extract` does) and it knows nothing of reports.
 * The model and its licence: `data/models/lac/`.
 * @module
 */
import { batches, cut, lengthOf, type Piece } from "./pieces.ts";
import {
  findRuntime,
  type LoadedModel,
  loadModel,
  type TaggerAbsence,
  type TaggerOptions,
} from "./runtime.ts";
import { ViterbiDecoder } from "./viterbi.ts";
import { type Encoded, Vocabulary } from "./vocabulary.ts";

/** A word of a sentence; `start` and `end` are UTF-16 offsets into the sentence as it was given. */
export interface Token {
  text: string;
  start: number;
  end: number;
  /** LAC's tag: `n`, `v`, `vn`, `a`, `m`, `q`, `w` …, or `PER`, `LOC`, `ORG`, `TIME` for names. */
  tag: string;
}

export interface Tagger {
  /** The tokens of each sentence; together they are the sentence, spaces and marks included. An empty one has none. */
  tag(sentences: readonly string[]): Promise<Token[][]>;
  close(): Promise<void>;
}

/** Longest stretch given to the model, in characters; longer sentences are cut after punctuation. */
export const MAX_PIECE = 256;

/** Pieces in a batch at most. Measured on one core: the same speed from 4 to 24, slowly less beyond. */
const BATCH_ROWS = 16;

/**
 * Opens the tagger, or tells by `undefined` that `onnxruntime-node` or the model is absent ({@link whyNoTagger} says which).
 * @throws InputError `tagger-model-broken` when the model is there but cannot be read
 */
export async function openTagger(options: TaggerOptions = {}): Promise<Tagger | undefined> {
  const found = await findRuntime(options);
  if ("code" in found) return undefined;
  return new LacTagger(await loadModel(found.runtime, found.folder, options.threads ?? 1));
}

/** Why {@link openTagger} with the same options gives `undefined`; itself `undefined` when it does not. */
export async function whyNoTagger(options: TaggerOptions = {}): Promise<TaggerAbsence | undefined> {
  const found = await findRuntime(options);
  return "code" in found ? found : undefined;
}

class LacTagger implements Tagger {
  readonly #model: LoadedModel;
  readonly #vocabulary: Vocabulary;
  readonly #decoder: ViterbiDecoder;
  readonly #labels: readonly string[];
  readonly #continues: readonly boolean[];

  constructor(model: LoadedModel) {
    this.#model = model;
    this.#vocabulary = new Vocabulary(model.chars, model.halfWidth);
    this.#decoder = new ViterbiDecoder(model.transitions);
    // The model has a few states without a tag (start, stop, spare ones); the original reads them as a noun's beginning.
    const names = model.transitions.map((_, state) => model.tags[state] ?? "n-B");
    this.#labels = names.map((name) => name.replace(/-[BI]$/, ""));
    this.#continues = names.map((name) => name.endsWith("-I"));
  }

  async tag(sentences: readonly string[]): Promise<Token[][]> {
    const encoded = sentences.map((sentence) => this.#vocabulary.encode(sentence));
    const pieces = sentences.flatMap((text, index) => cut(index, text, encoded[index] as Encoded, MAX_PIECE));
    const paths = sentences.map((_, index) => new Uint8Array((encoded[index] as Encoded).ids.length));
    for (const group of batches(pieces, BATCH_ROWS)) await this.#tagBatch(group, encoded, paths);
    const starts = sentences.map(() => new Set<number>());
    for (const piece of pieces) starts[piece.sentence]?.add(piece.start);
    return sentences.map((text, index) =>
      this.#tokens(text, encoded[index] as Encoded, paths[index] as Uint8Array, starts[index] as Set<number>),
    );
  }

  close(): Promise<void> {
    return this.#model.close();
  }

  async #tagBatch(
    group: readonly Piece[],
    encoded: readonly Encoded[],
    paths: readonly Uint8Array[],
  ): Promise<void> {
    const time = Math.max(...group.map(lengthOf));
    const ids = new Int32Array(group.length * time);
    for (const [row, { sentence, start, end }] of group.entries()) {
      ids.set((encoded[sentence] as Encoded).ids.subarray(start, end), row * time);
    }
    const scores = await this.#model.score(ids, Int32Array.from(group, lengthOf));
    for (const [row, piece] of group.entries()) {
      const path = this.#decoder.decode(scores, row * time * this.#decoder.tagCount, lengthOf(piece));
      paths[piece.sentence]?.set(path, piece.start);
    }
  }

  /** A state "-I" continues the token before it, whatever that one's label; a piece always begins a token. */
  #tokens(text: string, { offsets }: Encoded, path: Uint8Array, pieceStarts: ReadonlySet<number>): Token[] {
    const tokens: Token[] = [];
    let begin = 0;
    for (let index = 1; index <= path.length; index++) {
      const goesOn = index < path.length && this.#continues[path[index] as number] && !pieceStarts.has(index);
      if (goesOn) continue;
      const [start, end] = [offsets[begin] as number, offsets[index] as number];
      tokens.push({
        text: text.slice(start, end),
        start,
        end,
        tag: this.#labels[path[begin] as number] as string,
      });
      begin = index;
    }
    return tokens;
  }
}
