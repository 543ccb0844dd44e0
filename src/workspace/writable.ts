/** Whether a workspace may be written to. @module */
import { accessSync, constants } from "node:fs";
import { StoreError } from "../errors.ts";
import { isLockedHere, lockWorkspace } from "./lock.ts";

export const isWritable = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/** Nobody forbids it, and nobody is writing at this moment. */
export function isWritableNow(folder: string): boolean {
  if (!isWritable(folder)) return false;
  if (isLockedHere(folder)) return true;
  try {
    lockWorkspace(folder)();
    return true;
  } catch (error) {
    if (error instanceof StoreError) return false;
    throw error;
  }
}
