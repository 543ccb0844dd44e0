/**
 * Columns as a file: what was worked out once is read as it lies. Two hashes stand in front, of the head and of all that
 * follows; a file that is torn, damaged or of other columns is as good as none.
 * @module
 */
import { createHash } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import type { Steps } from "../../steps.ts";
import { inSlices } from "../../steps.ts";
import { type Columns, type EdgeColumns, finished, type NodeColumns, noEdges, noNodes } from "./columns.ts";
import { Places } from "./places.ts";
import { TextPool, Texts } from "./texts.ts";
import { Values } from "./values.ts";
import { Vocabulary, type Wordings } from "./vocabulary.ts";

const HASH = 32;
/** Hashes of head and rest, and the length of the head. */
const FRONT = 2 * HASH + 4;
/** Bytes that are hashed, read or written at once: some milliseconds. */
const PIECE = 2 ** 22;

interface Head {
  /** What the columns are of, and what made them. */
  key: string;
  nodes: number;
  edges: number;
  words: Wordings;
  /** How many numbers the lists of reports have, and the sizes of the chunks of texts in bytes. */
  lists: number;
  chunks: number[];
  /** See `TextPool`. */
  base: number;
  /** Columns of properties: type, name, and how many nodes are of the type. */
  told: [type: number, property: string, count: number][];
}

type Bytes = Int32Array | Uint32Array | Uint16Array | Uint8Array;

const ofTexts = ({ starts, heads }: Texts): Bytes[] => [starts, heads];

/** All that is not made from the rest, in the order of the file. */
const arraysOf = (nodes: NodeColumns, edges: EdgeColumns): Bytes[] => [
  ...[nodes.row, nodes.type, nodes.labels, nodes.sure, nodes.reports.heads, nodes.count],
  ...[nodes.code, nodes.date, nodes.nameBits, nodes.soundBits],
  ...[
    nodes.ids,
    nodes.caption,
    nodes.folded,
    nodes.aliases,
    nodes.foldedAliases,
    nodes.initials,
    nodes.pinyin,
  ].flatMap(ofTexts),
  ...[edges.row, edges.type, edges.start, edges.end, edges.status, edges.sure, edges.reports.heads],
  edges.count,
  ...ofTexts(edges.ids),
];

/** The bytes of arrays, in pieces. */
function* piecesOf(arrays: readonly Bytes[]): Generator<Uint8Array> {
  for (const { buffer, byteOffset, byteLength } of arrays)
    for (let from = 0; from < byteLength; from += PIECE)
      yield new Uint8Array(buffer, byteOffset + from, Math.min(PIECE, byteLength - from));
}

const hashOf = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

/**
 * Whole or not at all: another file takes the place of the one before when it is complete.
 * @throws where it cannot be written
 */
export async function writeColumns(path: string, key: string, columns: Columns): Promise<void> {
  const { words, nodes, edges } = columns;
  // What is added meanwhile is of later states.
  const chunks = words.texts.chunks();
  const lists = Int32Array.from(words.lists);
  const told = [...columns.told.kept()];
  const sizes = chunks.map(({ byteLength }) => byteLength);
  const head: Head = {
    key,
    ...{ nodes: nodes.ids.length, edges: edges.ids.length, words: words.wordings() },
    ...{ lists: lists.length, chunks: sizes, base: words.texts.base },
    told: told.map(({ type, property, values }) => [type, property, values.texts.length]),
  };
  const more = told.flatMap(({ values }) => ofTexts(values.texts));
  const text = Buffer.from(JSON.stringify(head));
  const front = Buffer.alloc(FRONT);
  hashOf(text).copy(front);
  front.writeUInt32LE(text.length, 2 * HASH);
  const draft = `${path}.${process.pid}.tmp`;
  try {
    const file = await open(draft, "w");
    try {
      const hash = createHash("sha256");
      // `write` may give up half-way without a word on a full disk; this one writes all, behind what is there, or throws.
      await file.writeFile(front);
      await file.writeFile(text);
      for (const piece of piecesOf([...arraysOf(nodes, edges), ...more, lists, ...chunks])) {
        hash.update(piece);
        await file.writeFile(piece);
      }
      await file.write(hash.digest(), 0, HASH, HASH);
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function fill(file: FileHandle, bytes: Uint8Array, position: number): Promise<boolean> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesRead } = await file.read(bytes, done, bytes.length - done, position + done);
    if (bytesRead === 0) return false;
    done += bytesRead;
  }
  return true;
}

async function readHead(file: FileHandle): Promise<{ head: Head; end: number; hash: Buffer } | undefined> {
  const front = Buffer.alloc(FRONT);
  if (!(await fill(file, front, 0))) return undefined;
  const length = front.readUInt32LE(2 * HASH);
  const { size } = await file.stat();
  if (FRONT + length > size) return undefined;
  const text = Buffer.alloc(length);
  const isThere = await fill(file, text, FRONT);
  if (!isThere || !hashOf(text).equals(front.subarray(0, HASH))) return undefined;
  const head = JSON.parse(text.toString()) as Head;
  return { head, end: FRONT + length, hash: front.subarray(HASH, 2 * HASH) };
}

function* withPlaces(words: Vocabulary, nodes: NodeColumns, edges: EdgeColumns): Steps<Columns> {
  const at = yield* Places.of(nodes.ids);
  yield;
  return finished(words, { ...nodes, at }, edges);
}

/**
 * @param accepts whether columns of this key are wanted
 * @returns undefined where there are none, or damaged ones
 */
export async function readColumns(
  path: string,
  accepts: (key: string) => boolean,
): Promise<{ key: string; columns: Columns } | undefined> {
  let file: FileHandle;
  try {
    file = await open(path, "r");
  } catch {
    return undefined;
  }
  try {
    const found = await readHead(file);
    if (!found || !accepts(found.head.key)) return undefined;
    const { head } = found;
    const chunks = head.chunks.map((size) => Buffer.alloc(size));
    const texts = new TextPool(chunks, head.base);
    const lists = new Int32Array(head.lists);
    const words = new Vocabulary(head.words, texts, []);
    const nodes = noNodes({ ids: Texts.of(head.nodes, texts), at: Places.none }, words);
    const edges = noEdges(Texts.of(head.edges, texts), words);
    const told = head.told.map(([, , count]) => Texts.of(count, texts));
    const more = told.flatMap(ofTexts);
    const hash = createHash("sha256");
    let position = found.end;
    for (const piece of piecesOf([...arraysOf(nodes, edges), ...more, lists, ...chunks])) {
      if (!(await fill(file, piece, position))) return undefined;
      hash.update(piece);
      position += piece.length;
    }
    if (!hash.digest().equals(found.hash)) return undefined;
    for (const number of lists) words.lists.push(number);
    const columns = await inSlices(withPlaces(words, nodes, edges));
    for (const [i, [type, property]] of head.told.entries())
      columns.told.keep(type, property, new Values(told[i] ?? Texts.of(0, texts)));
    return { key: head.key, columns };
  } catch {
    // What cannot be read is made anew.
    return undefined;
  } finally {
    await file.close();
  }
}
