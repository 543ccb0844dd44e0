/** A view as text for the address: what is shown, where it stands, what is filtered and chosen. @module */
import type { Filters } from "./filters.ts";
import type { Coloring, Selection, Sizing } from "./model.ts";

export interface SavedView {
  /** Id, x, y; without nodes the view is the overview. */
  nodes?: [string, number, number][];
  filters: { hn: string[]; he: string[]; hs: string[]; r: string; f: string; t: string };
  coloring: Coloring;
  sizing: Sizing;
  selection?: Selection;
  path?: string[];
  camera: { x: number; y: number; ratio: number };
}

export function packFilters({
  hiddenNodes,
  hiddenEdges,
  hiddenStatus,
  report,
  from,
  to,
}: Filters): SavedView["filters"] {
  return { hn: [...hiddenNodes], he: [...hiddenEdges], hs: [...hiddenStatus], r: report, f: from, t: to };
}

export function unpackFilters({ hn, he, hs, r, f, t }: SavedView["filters"]): Filters {
  return {
    hiddenNodes: new Set(hn),
    hiddenEdges: new Set(he),
    hiddenStatus: new Set(hs),
    report: r,
    from: f,
    to: t,
  };
}

async function through(bytes: Uint8Array, stream: GenericTransform): Promise<Uint8Array> {
  const piped = new Blob([bytes as BlobPart])
    .stream()
    .pipeThrough(stream as ReadableWritablePair<Uint8Array, Uint8Array>);
  return new Uint8Array(await new Response(piped as ReadableStream).arrayBuffer());
}
type GenericTransform = CompressionStream | DecompressionStream;

export async function packView(view: SavedView): Promise<string> {
  const packed = await through(
    new TextEncoder().encode(JSON.stringify(view)),
    new CompressionStream("deflate-raw"),
  );
  let binary = "";
  for (const byte of packed) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** `undefined` for what is no view of ours. */
export async function unpackView(text: string): Promise<SavedView | undefined> {
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const json = new TextDecoder().decode(await through(bytes, new DecompressionStream("deflate-raw")));
    const view = JSON.parse(json) as SavedView;
    return typeof view === "object" && view !== null && typeof view.filters === "object" ? view : undefined;
  } catch {
    return undefined;
  }
}
