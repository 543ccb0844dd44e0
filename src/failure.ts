/**
 * Errors on their way between threads: a thrown error arrives without its class and code, so they are sent by name.
 * @module
 */
import { InputError, QueryError, ReportGraphError, SchemaError, StoreError, UsageError } from "./errors.ts";

type Name = "InputError" | "QueryError" | "SchemaError" | "StoreError" | "UsageError";
type Class = new (code: string, message: string) => ReportGraphError;
const CLASSES: Record<Name, Class> = { InputError, QueryError, SchemaError, StoreError, UsageError };

export interface Failure {
  message: string;
  /** Of an error that a user may meet. */
  known?: { name: Name; code: string };
}

export function failureOf(error: unknown): Failure {
  if (!(error instanceof ReportGraphError))
    return { message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  return { message: error.message, known: { name: error.name as Name, code: error.code } };
}

export function errorOf({ message, known }: Failure): Error {
  return known ? new CLASSES[known.name](known.code, message) : new Error(message);
}
