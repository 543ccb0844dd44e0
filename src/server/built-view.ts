/**
 * What the server needs of a built workspace: the graph. Resolving all names takes a
 * second for fifty reports, in which a thread works and the server answers.
 * @module
 */

import { errorOf } from "../failure.ts";
import { startThread } from "../thread.ts";
import type { Workspace } from "../workspace/contract.ts";
import { graphOf } from "../workspace/graph-of.ts";
import type { BuildAnswer, BuiltView } from "./build-answer.ts";

export function builtView(workspace: Workspace): BuiltView {
  return { graph: graphOf(workspace) };
}

/** The same, made by a thread where the workspace lies on disk. @throws what `graphOf` throws */
export function buildAside(workspace: Workspace): Promise<BuiltView> {
  const { folder } = workspace;
  if (folder === undefined) return Promise.resolve(builtView(workspace));
  return new Promise((resolve, reject) => {
    const thread = startThread("./build-thread", import.meta.url, folder);
    thread.once("message", (answer: BuildAnswer) => {
      if ("built" in answer) resolve(answer.built);
      else reject(errorOf(answer.failure));
    });
    thread.once("error", reject);
    thread.once("exit", (code) => reject(new Error(`the building thread stopped with ${code}`)));
  });
}
