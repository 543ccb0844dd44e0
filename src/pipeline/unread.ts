/**
 * Keeps in the workspace which files were seen and not read, so that `build`, `status` and the explorer say the same.
 * @module
 */
import { ReportGraphError } from "../errors.ts";
import { failureText, failureTextZh } from "../report/unread.ts";
import type { UnreadEntry, Workspace } from "../workspace/contract.ts";
import { pathFrom, sourceName } from "../workspace/source.ts";
import type { BuildResult } from "./result.ts";

function isBelow(path: string, root: string): boolean {
  if (root === "") return !path.startsWith("../");
  return path === root || path.startsWith(`${root}/`) || path.startsWith(`${root}:`);
}

/**
 * What was not read of `roots` takes the place of what was noted of them before; what lies elsewhere stays noted until it
 * is read. `read`: paths of the reports that were read now.
 */
export function noteUnread(
  workspace: Workspace,
  roots: readonly string[],
  read: ReadonlySet<string>,
  result: Pick<BuildResult, "failed" | "notRead">,
): void {
  const { folder } = workspace;
  const below = roots.map((root) => pathFrom(folder, root));
  const noted = new Map<string, UnreadEntry>();
  for (const entry of workspace.unread())
    if (!read.has(entry.path) && !below.some((root) => isBelow(entry.path, root)))
      noted.set(entry.path, entry);
  if (roots.length > 0) {
    for (const { source, unread } of result.notRead) {
      const path = pathFrom(folder, source);
      noted.set(path, {
        path,
        source: sourceName(source),
        code: unread.code,
        message: `${unread.what}; ${unread.todo}`,
        messageZh: `${unread.whatZh}；${unread.todoZh}`,
        failed: false,
      });
    }
    for (const { source, error } of result.failed) {
      const path = pathFrom(folder, source);
      const code = error instanceof ReportGraphError ? error.code : "INTERNAL";
      const message = error.message.startsWith(`${source}: `)
        ? error.message.slice(source.length + 2)
        : error.message;
      const messageZh = failureTextZh(code);
      noted.set(path, {
        path,
        source: sourceName(source),
        code,
        message: failureText(code, message),
        ...(messageZh === undefined ? {} : { messageZh }),
        failed: true,
      });
    }
  }
  workspace.setUnread([...noted.values()]);
}
