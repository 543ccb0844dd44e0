/** Calls `tell` with words and milliseconds when the main thread stood still. @returns stops it */
export function watchLoop(tell: (stall: string, ms: number) => void): () => void;
