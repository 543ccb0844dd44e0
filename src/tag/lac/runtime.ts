/**
 * Finds what the tagger needs: `onnxruntime-node` (an optional dependency) and the model's files. Either may be absent,
 * which is no error: the program then works with rules alone and says why.
 * @module
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { InferenceSession, TypedTensor } from "onnxruntime-node";
import { InputError } from "../../errors.ts";
import { dataPath } from "../../paths.ts";

/** Why there is no tagger: a stable code, and a sentence for the user. */
export interface TaggerAbsence {
  readonly code: "runtime-absent" | "model-absent";
  readonly message: string;
}

export interface TaggerOptions {
  /** Threads inside the model; 1 unless told otherwise, because worker threads share the cores already. */
  threads?: number;
  /** Folder of the model; the package's own unless told otherwise. */
  folder?: string;
  /** How to import the runtime; for tests and for other builds of ONNX Runtime with the same interface. */
  importRuntime?: () => Promise<Runtime>;
}

/** The part of `onnxruntime-node` that is used. */
export type Runtime = Pick<typeof import("onnxruntime-node"), "InferenceSession" | "Tensor">;

export interface LoadedModel {
  readonly chars: readonly string[];
  readonly halfWidth: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  readonly transitions: readonly (readonly number[])[];
  /** Scores [batch, time, tags] of padded rows of character ids [batch, time]. */
  score(ids: Int32Array, lengths: Int32Array): Promise<Float32Array>;
  close(): Promise<void>;
}

const FILES = ["model.onnx", "chars.json", "half-width.json", "tags.json", "transitions.json"] as const;

/** The runtime and the model folder, or why there is none. */
export async function findRuntime(
  options: TaggerOptions = {},
): Promise<{ runtime: Runtime; folder: string } | TaggerAbsence> {
  const folder = options.folder ?? dataPath("models", "lac");
  const missing = FILES.filter((name) => !existsSync(join(folder, name)));
  if (missing.length > 0) {
    return { code: "model-absent", message: `no tagger model in ${folder} (missing: ${missing.join(", ")})` };
  }
  try {
    const importRuntime = options.importRuntime ?? (() => import("onnxruntime-node"));
    return { runtime: await importRuntime(), folder };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error);
    return { code: "runtime-absent", message: `onnxruntime-node cannot be loaded: ${reason}` };
  }
}

/**
 * Loads the model.
 * @throws InputError `tagger-model-broken` when a file is there but is not what it should be
 */
export async function loadModel(runtime: Runtime, folder: string, threads: number): Promise<LoadedModel> {
  const readJson = async (name: string) => JSON.parse(await readFile(join(folder, name), "utf8"));
  try {
    const [chars, halfWidth, tags, transitions, session] = await Promise.all([
      readJson("chars.json"),
      readJson("half-width.json"),
      readJson("tags.json"),
      readJson("transitions.json"),
      openSession(runtime, join(folder, "model.onnx"), threads),
    ]);
    const score = (ids: Int32Array, lengths: Int32Array) => run(runtime, session, ids, lengths);
    return { chars, halfWidth, tags, transitions, score, close: () => session.release() };
  } catch (cause) {
    const message = `the tagger's model in ${folder} cannot be read; install the package again`;
    throw new InputError("tagger-model-broken", message, { cause, where: folder });
  }
}

function openSession(runtime: Runtime, path: string, threads: number): Promise<InferenceSession> {
  return runtime.InferenceSession.create(path, {
    executionProviders: ["cpu"],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: "sequential",
    graphOptimizationLevel: "all",
    logSeverityLevel: 3,
  });
}

async function run(
  runtime: Runtime,
  session: InferenceSession,
  ids: Int32Array,
  lengths: Int32Array,
): Promise<Float32Array> {
  const batch = lengths.length;
  const output = await session.run({
    token_ids: new runtime.Tensor("int32", ids, [batch, ids.length / batch]),
    lengths: new runtime.Tensor("int32", lengths, [batch]),
  });
  return (output["emissions"] as TypedTensor<"float32">).data;
}
