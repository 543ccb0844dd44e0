/** Links of earlier versions (`#v=…`, a packed view) still open: the nodes that they showed, with the relations among them. @module */
import { useEffect } from "preact/hooks";
import { go, route } from "../lib/router.ts";
import { graphAddress } from "./address.ts";

const MARK = "#v=";

async function inflated(bytes: Uint8Array): Promise<string> {
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new Response(stream).text();
}

/** Ids of the nodes; `undefined` for what is no view. */
async function nodesOf(text: string): Promise<string[] | undefined> {
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const view: unknown = JSON.parse(
      await inflated(Uint8Array.from(binary, (character) => character.charCodeAt(0))),
    );
    if (typeof view !== "object" || view === null) return undefined;
    const { nodes = [] } = view as { nodes?: unknown };
    return Array.isArray(nodes) ? nodes.map((entry) => String((entry as unknown[])[0])) : undefined;
  } catch {
    return undefined;
  }
}

export function useOldView(): void {
  const { hash } = route.value;
  useEffect(() => {
    if (!hash.startsWith(MARK)) return;
    void nodesOf(hash.slice(MARK.length)).then((ids) => {
      const to = ids && ids.length > 0 ? graphAddress(ids, { depth: "0" }) : "/graph";
      go(to, { replace: true });
    });
  }, [hash]);
}
