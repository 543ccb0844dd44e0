/**
 * The workspace is the truth: the reports as read, their claims, and people's judgements. On disk (`disk.ts`) or in memory.
 * @module
 */
export { type DiskOptions, openWorkspace } from "./disk.ts";
export { memoryWorkspace } from "./memory.ts";
