/**
 * Why a file is not read, and what to do about it: nothing of a folder vanishes without a word.
 * @module
 */
import { lexiconTable } from "../lexicon.ts";

/** A kind of file that is not read. The texts are whole phrases; `…Zh` the same in Chinese. */
export interface UnreadKind {
  code: string;
  what: string;
  todo: string;
  whatZh: string;
  todoZh: string;
}

/** A kind that the extension does not tell. */
type Special =
  | "lock"
  | "hidden"
  | "system"
  | "special"
  | "nested"
  | "path"
  | "outside"
  | "link"
  | "none"
  | "other";

let byExtension: Map<string, UnreadKind> | undefined;

function kinds(): Map<string, UnreadKind> {
  if (byExtension === undefined) {
    byExtension = new Map();
    for (const [extensions = "", code = "", what = "", todo = "", whatZh = "", todoZh = ""] of lexiconTable(
      "unread-kinds",
    )) {
      const kind = { code, what, todo, whatZh, todoZh };
      for (const extension of extensions.split(" ")) byExtension.set(extension, kind);
    }
  }
  return byExtension;
}

export function unreadKind(special: Special): UnreadKind {
  return kinds().get(`*${special}`) as UnreadKind;
}

interface Failure {
  todo: string;
  whatZh: string;
  todoZh: string;
}

let byCode: Map<string, Failure> | undefined;

function failureOf(code: string): Failure | undefined {
  byCode ??= new Map(
    lexiconTable("read-failures").map(([key = "", todo = "", whatZh = "", todoZh = ""]) => [
      key,
      { todo, whatZh, todoZh },
    ]),
  );
  return byCode.get(code);
}

/** What went wrong with what to do, unless the message tells that itself. */
export function failureText(code: string, message: string): string {
  const todo = /; |\n/u.test(message) ? undefined : failureOf(code)?.todo;
  return todo === undefined ? message : `${message}; ${todo}`;
}

/** The same in Chinese, by the kind of error. */
export function failureTextZh(code: string): string | undefined {
  const known = failureOf(code);
  return known === undefined ? undefined : `${known.whatZh}；${known.todoZh}`;
}

const SYSTEM = /^(?:thumbs\.db|desktop\.ini|__macosx)$/iu;

/** A name that is no report whatever its extension: hidden, a lock file, a file of the system. */
export function passedOver(name: string): UnreadKind | undefined {
  if (name.startsWith("~$") || name.startsWith(".~")) return unreadKind("lock");
  if (SYSTEM.test(name)) return unreadKind("system");
  return name.startsWith(".") ? unreadKind("hidden") : undefined;
}

/** Why a file with an extension that no reader takes is not read. `extension` in lower case, without its dot. */
export function unreadByExtension(extension: string): UnreadKind {
  if (extension === "") return unreadKind("none");
  return kinds().get(extension) ?? unreadKind("other");
}
